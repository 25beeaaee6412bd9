import type { Day } from '../calendar/day.ts'
import { roughDays } from '../calendar/rough-day.ts'
import { compareText } from '../finding/order.ts'
import { changesByPerson, departures } from './account.ts'
import { dossierOf } from './dossier.ts'
import {
  isGroup,
  isThere,
  lineOf,
  membersOf,
  overlaps,
  unlistedMembers,
  within,
} from './organisation.ts'
import type { Part } from './part.ts'
import type { Reading } from './reading.ts'

interface Graph<R extends Reading> {
  readonly nodes: ReadonlyMap<string, Part<R>>
  /** The nodes that some edge begins or ends at. */
  readonly linked: ReadonlySet<string>
  readonly edges: ReadonlyMap<string, readonly string[]>
}

/** The organisations that a chain names, as nodes or at the ends of a call, and that are not there; each once. */
export function goneInChain(chain: Part): readonly Part[] {
  const named = [
    ...chain.writtenParts('nodes').flatMap((node) => node.writtenPart('organisation') ?? []),
    ...chain
      .writtenParts('edges')
      .flatMap((edge) => [edge.writtenPart('from') ?? [], edge.writtenPart('to') ?? []].flat()),
  ]
  const gone = named.filter((one) => !isGroup(one) && !isThere(one))
  return [...new Map(gone.map((one) => [one.key, one])).values()]
}

/**
 * Whether a contact chain has a place for an organisation: itself, a group it belongs to, or one above it. Unknown of a
 * chain of which only a part was copied, and of a group of which only a sample is listed, where the others may be in
 * such a one of the chain.
 */
export function chainCovers<R extends Reading>(chain: Part<R>, organisation: Part<R>): boolean {
  const graph = graphOf(chain)
  if (placesOf(graph, organisation).length > 0) return true
  if (chain.world.open) throw chain.missing('nodes')
  const unlisted = unlistedMembers(organisation)
  if (!unlisted) return false
  const groups = [...graph.nodes.values()].filter(isGroup)
  const isOpen = groups.some((node) => unlistedMembers(node))
  const isListedHeld = membersOf(organisation).every((one) => placesOf(graph, one).length > 0)
  if (isOpen && isListedHeld) throw unlisted
  return false
}

/**
 * Whether a report that starts at one organisation gets to another along the chain's edges; unknown of a chain of
 * which only a part was copied.
 */
export function chainReaches<R extends Reading>(
  chain: Part<R>,
  from: Part<R>,
  to: Part<R>,
): boolean {
  const isReached = hops(chain, from, to) !== Infinity
  if (!isReached && chain.world.open) throw chain.missing('edges')
  return isReached
}

/** Over how many edges a report gets from one organisation to another; infinitely many where it does not. */
export function hops<R extends Reading>(chain: Part<R>, from: Part<R>, to: Part<R>): number {
  const graph = graphOf(chain)
  const goals = new Set(placesOf(graph, to))
  const seen = new Set(placesOf(graph, from))
  for (let near = [...seen], count = 0; near.length > 0; count += 1) {
    if (near.some((at) => goals.has(at))) return count
    const next = near.flatMap((at) => graph.edges.get(at) ?? []).filter((at) => !seen.has(at))
    for (const at of next) seen.add(at)
    near = [...new Set(next)]
  }
  return Infinity
}

/**
 * The nodes that stand for an organisation, the nearest kind only: itself, then groups, then above, then a firm's branches. A
 * node that no edge touches, a telephone number alone, does not stand before its group.
 */
function placesOf<R extends Reading>(graph: Graph<R>, organisation: Part<R>): readonly string[] {
  if (graph.linked.has(organisation.key)) return [organisation.key]
  const groups = [...graph.nodes.values()].filter(
    (node) => isGroup(node) && holdsAll(node, organisation),
  )
  if (groups.length > 0) return groups.map((group) => group.key)
  if (graph.nodes.has(organisation.key)) return [organisation.key]
  const above = lineOf(organisation).filter(({ key }) => graph.nodes.has(key))
  return (above.length > 0 ? above.slice(0, 1) : branchesOf(graph, organisation)).map(
    ({ key }) => key,
  )
}

/** Whether a group has an organisation among its members, or all members of another group, which are all listed. */
function holdsAll<R extends Reading>(group: Part<R>, organisation: Part<R>): boolean {
  const held = new Set(membersOf(group).map(({ key }) => key))
  if (held.has(organisation.key)) return true
  if (unlistedMembers(organisation)) return false
  const members = isGroup(organisation) ? membersOf(organisation) : []
  return members.length > 0 && members.every(({ key }) => held.has(key))
}

/** The head office or a branch stands for a firm: how it passes a call on within is its own affair. */
function branchesOf<R extends Reading>(graph: Graph<R>, organisation: Part<R>): readonly Part<R>[] {
  if (organisation.data['kind'] !== 'external') return []
  return [...graph.nodes.values()].filter((node) =>
    lineOf(node).some(({ key }) => key === organisation.key),
  )
}

function graphOf<R extends Reading>(chain: Part<R>): Graph<R> {
  return chain.remember('~graph', () => {
    const nodes = new Map<string, Part<R>>()
    const linked = new Set<string>()
    const edges = new Map<string, string[]>()
    const add = (part: Part<R> | undefined): void => {
      if (part) nodes.set(part.key, part)
    }
    add(chain.part('firstReporter'))
    for (const node of chain.parts('nodes')) add(node.part('organisation'))
    for (const edge of chain.parts('edges')) {
      const from = edge.part('from')
      const to = edge.part('to')
      for (const end of [from, to]) {
        add(end)
        if (end) linked.add(end.key)
      }
      if (from && to) edges.set(from.key, [...(edges.get(from.key) ?? []), to.key])
    }
    return { nodes, linked, edges } satisfies Graph<R>
  }) as Graph<R>
}

/** Whether somebody whom a chart names retired, is away or went elsewhere, as that day tells. */
export function contactGone(node: Part): string {
  const day = contactLeftOn(node)
  const change = changesOf(node).find(({ data }) => data['on'] === day)
  return gone.get(String(change?.data['kind'])) ?? '異動した'
}

const gone: ReadonlyMap<string, string> = new Map([
  ['retire', '退職した'],
  ['leave', '休職した'],
  ['secondment', '派遣された'],
])

function changesOf(node: Part): readonly Part[] {
  const person = node.writtenText('person') ?? ''
  return dossierOf(node).withOrganisation.flatMap((one) => changesByPerson(one).get(person) ?? [])
}

/**
 * The day somebody whom a chart names went elsewhere or on leave: out of the very office for which the chart names them still,
 * whenever it was made, or after the day it was made. Undefined where nobody did as far
 * as the rosters tell.
 */
export function contactLeftOn(node: Part): Day | undefined {
  const person = node.writtenText('person')
  const office = node.part('organisation')
  if (person === undefined || !office) return undefined
  const made = node.parent?.writtenText('asOf')
  const changes = [...changesOf(node)]
  const rough = changes.find(({ data }) => roughDays(String(data['on'])))
  if (rough) throw rough.missing('on')
  const last = changes
    .sort((a, b) => compareText(String(a.data['on']), String(b.data['on'])))
    .at(-1)
  const kind = String(last?.data['kind'])
  if (!last || !(kind === 'leave' || departures.has(kind))) return undefined
  const to = last.writtenPart('to')
  if (to && overlaps(to, office)) return undefined
  const from = last.parent?.part('organisation')
  const isOfOffice = from !== undefined && within(office, from)
  const isGone = isOfOffice || (made !== undefined && String(last.data['on']) >= made)
  return isGone ? (String(last.data['on']) as Day) : undefined
}
