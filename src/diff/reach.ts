import { chainCovers, chainReaches } from '../model/chain.ts'
import { dossierOf } from '../model/dossier.ts'
import { isGroup, membersOf } from '../model/organisation.ts'
import type { WrittenPart } from '../model/part.ts'

/** When a contact chain is used: what has happened, and whether the offices are open. */
export interface Occasion {
  readonly trigger: string
  readonly band: string
}

/** Who can report to whom on which occasions, and who stands in the way of all others. */
export interface Reach {
  /** `from\0to` to the occasions on which a report gets there. */
  readonly paths: ReadonlyMap<string, readonly Occasion[]>
  /** Organisations without which nobody else's report arrives, with the occasions. */
  readonly bottlenecks: ReadonlyMap<string, readonly Occasion[]>
}

/** Where reports are to arrive, by the occasion. */
export type Goals = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Where the reports of two states of a procedure are to arrive: both are held against the same goals, for a
 * chain that did not change leads to the same offices, whoever owns the system or is known to.
 */
export function goalsOf(...states: readonly WrittenPart[]): Goals {
  const goals = new Map<string, Set<string>>()
  for (const chain of states.flatMap((procedure) => procedure.parts('chains'))) {
    const goal = goalOf(chain)
    if (!goal) continue
    for (const occasion of occasionsOf(chain)) {
      const name = occasionName(occasion)
      goals.set(name, (goals.get(name) ?? new Set()).add(goal.key))
    }
  }
  return goals
}

/**
 * The reach of all contact chains of a procedure: from every organisation in them to those that receive
 * in the end, and back to every one from the first receiver.
 */
export function reachOf(procedure: WrittenPart, goals: Goals): Reach {
  const paths = new Map<string, Occasion[]>()
  const bottlenecks = new Map<string, Occasion[]>()
  for (const chain of procedure.parts('chains')) {
    for (const { goal, occasions } of goalsIn(chain, goals)) {
      const members = membersIn(chain).filter(({ key }) => key !== goal.key)
      for (const member of members) {
        if (chainReaches(chain, member, goal)) note(paths, `${member.key}\0${goal.key}`, occasions)
        if (chainReaches(chain, goal, member)) note(paths, `${goal.key}\0${member.key}`, occasions)
      }
      for (const one of bottlenecksOf(chain, goal)) note(bottlenecks, one, occasions)
    }
  }
  return { paths, bottlenecks }
}

/** The goals of a chain, each with the occasions on which reports are to arrive there. */
function goalsIn(chain: WrittenPart, goals: Goals) {
  const occasions = occasionsOf(chain)
  const found = new Set(occasions.flatMap((one) => [...(goals.get(occasionName(one)) ?? [])]))
  return [...found].flatMap((id) => {
    const goal = dossierOf(chain).organisation(id)
    const own = occasions.filter((one) => goals.get(occasionName(one))?.has(id))
    return goal ? [{ goal, occasions: own }] : []
  })
}

/** Where reports are to arrive: the goal the chain names, else the owner of the system. */
function goalOf(chain: WrittenPart): WrittenPart | undefined {
  const owner = dossierOf(chain).context?.part('owner')
  return chain.part('goal') ?? (owner && chainCovers(chain, owner) ? owner : undefined)
}

/** Every organisation that a chain names, groups by their members too. */
export function membersIn(chain: WrittenPart): readonly WrittenPart[] {
  const found = new Map<string, WrittenPart>()
  const add = (part: WrittenPart | undefined): void => {
    if (!part) return
    found.set(part.key, part)
    if (isGroup(part)) for (const member of membersOf(part)) found.set(member.key, member)
  }
  add(chain.part('firstReporter'))
  for (const node of chain.parts('nodes')) add(node.part('organisation'))
  for (const edge of chain.parts('edges')) for (const end of ['from', 'to']) add(edge.part(end))
  return [...found.values()]
}

/** Whoever every way from the first reporter to the goal goes through. */
function bottlenecksOf(chain: WrittenPart, goal: WrittenPart): readonly string[] {
  const first = chain.part('firstReporter')
  if (!first || first.key === goal.key) return []
  const edges = chain.parts('edges').flatMap((edge) => {
    const [from, to] = [edge.part('from')?.key, edge.part('to')?.key]
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
  if (!arrives(edges, first.key, goal.key, undefined)) return []
  const between = new Set(edges.flatMap(({ from, to }) => [from, to]))
  between.delete(first.key)
  between.delete(goal.key)
  return [...between].filter((one) => !arrives(edges, first.key, goal.key, one))
}

function arrives(
  edges: readonly { readonly from: string; readonly to: string }[],
  from: string,
  to: string,
  without: string | undefined,
): boolean {
  const seen = new Set([from])
  for (const at of seen) {
    if (at === to) return true
    for (const edge of edges) if (edge.from === at && edge.to !== without) seen.add(edge.to)
  }
  return false
}

/** Tells occasions apart. */
export function occasionName({ trigger, band }: Occasion): string {
  return `${trigger}\0${band}`
}

/** The occasions on which a chain is used. */
export function occasionsOf(chain: WrittenPart): readonly Occasion[] {
  const bands = chain.texts('bands')
  return chain
    .texts('triggers')
    .flatMap((trigger) =>
      (bands.length > 0 ? bands : ['day', 'night']).map((band) => ({ trigger, band })),
    )
}

function note(into: Map<string, Occasion[]>, key: string, occasions: readonly Occasion[]): void {
  into.set(key, [...(into.get(key) ?? []), ...occasions])
}
