import type { GoneBecause, GoneFinding } from '../../finding/change.ts'
import type { Finding } from '../../finding/finding.ts'
import { compareFindings } from '../../finding/order.ts'
import type { Said, Saying } from '../../rule/said.ts'

/** Some systems as they were judged: the findings, and what was said of all the rest. */
export interface JudgedState {
  readonly findings: readonly Finding[]
  readonly said: ReadonlyMap<string, Said>
}

/** What became of findings between two states of the same systems. */
export interface Outcome {
  readonly introduced: readonly Finding[]
  readonly resolved: readonly Finding[]
  readonly gone: readonly GoneFinding[]
}

/**
 * What became of findings: a finding is resolved only where its clause is kept in the later state;
 * where nothing says so it is gone. `absence` tells why a system is judged no more, if it is not.
 */
export function outcomeOf(
  before: JudgedState,
  after: JudgedState,
  absence: (system: string) => GoneBecause | undefined = () => undefined,
): Outcome {
  const resolved: Finding[] = []
  const gone: GoneFinding[] = []
  for (const finding of without(before.findings, after.findings)) {
    const because = fateOf(finding, before, after, absence)
    if (because === 'resolved') resolved.push(finding)
    else if (because !== 'open') gone.push({ because, finding })
  }
  return { introduced: without(after.findings, before.findings), resolved, gone }
}

/** What is said of an element that is still judged; what another finding tells of now is as open as it was. */
const fates: Readonly<Record<Saying, GoneBecause | 'resolved' | 'open'>> = {
  holds: 'resolved',
  broken: 'open',
  excepted: 'excepted',
  unknown: 'unknown',
  notAsked: 'circumstance',
  nothing: 'subject',
}

function fateOf(
  { fingerprint, system, class: of }: Finding,
  before: JudgedState,
  after: JudgedState,
  absence: (system: string) => GoneBecause | undefined,
): GoneBecause | 'resolved' | 'open' {
  // What was wrong with the form of a file and is no longer found there is right.
  if (of === 'F' || system === null) return 'resolved'
  const away = absence(system)
  if (away) return away
  const said = after.said.get(system)
  if (!said) return 'unknown'
  const point = before.said.get(system)?.pointOf(fingerprint)
  return point ? fates[said.of(point)] : 'subject'
}

/** The findings of one state that the other has not, by fingerprint, in their one order. */
function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.map(({ fingerprint }) => fingerprint))
  const own = new Map(findings.map((one) => [one.fingerprint, one]))
  return [...own.values()].filter((one) => !known.has(one.fingerprint)).sort(compareFindings)
}
