import { chainCovers, chainReaches } from '../model/chain.ts'
import type { WrittenDossier } from '../model/dossier.ts'
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

/**
 * The reach of all contact chains of a procedure: from every organisation in them to those that receive
 * in the end, and back to every one from the first receiver.
 */
export function reachOf(procedure: WrittenPart): Reach {
  const paths = new Map<string, Occasion[]>()
  const bottlenecks = new Map<string, Occasion[]>()
  for (const chain of procedure.parts('chains')) {
    const occasions = occasionsOf(chain)
    const goal = goalOf(chain)
    if (!goal) continue
    const members = membersIn(chain).filter(({ key }) => key !== goal.key)
    for (const member of members) {
      if (chainReaches(chain, member, goal)) note(paths, `${member.key}\0${goal.key}`, occasions)
      if (chainReaches(chain, goal, member)) note(paths, `${goal.key}\0${member.key}`, occasions)
    }
    for (const one of bottlenecksOf(chain, goal)) note(bottlenecks, one, occasions)
  }
  return { paths, bottlenecks }
}

/** Where reports are to arrive: the goal the chain names, else the owner of the system. */
function goalOf(chain: WrittenPart): WrittenPart | undefined {
  const goal = chain.part('goal')
  if (goal) return goal
  const { dossier } = chain.world
  const owner = dossier && ownerOf(dossier)
  return owner && chainCovers(chain, owner) ? owner : undefined
}

function ownerOf(dossier: WrittenDossier): WrittenPart | undefined {
  return dossier.context?.part('owner')
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
