import { type Period, periodOf } from '../calendar/period.ts'
import { writePeriod } from '../japanese/date.ts'
import type { WrittenPart } from '../model/part.ts'
import { isMapping } from '../schema/variant.ts'
import { plainly } from '../words/value.ts'
import { asksLess, type FrequencyKind, kindOf, kindsIn } from './grade/frequency.ts'

/** A frequency that the later clauses accept and that asks less than a duty does. */
export interface Looser {
  readonly frequency: unknown
  /** What they accept, as the end of a sentence. */
  readonly allows: string
  /** Whether it certainly asks less; lengths in months and in days cannot always be compared. */
  readonly certain: boolean
}

const kinds: Readonly<Record<FrequencyKind, string>> = {
  ...plainly,
  periodic: '定期',
  event: '出来事の都度',
}
/** A cycle nobody would call one. */
const rarest = 'P10Y'

/**
 * What the later clauses let a duty be done less often by than it is, where the earlier ones did not;
 * undefined where nothing of the kind changed.
 */
export function looserFrequency(
  frequency: unknown,
  before: readonly WrittenPart[],
  after: readonly WrittenPart[],
): Looser | undefined {
  const own = kindOf(frequency)
  const kind = looserKind(own, acceptedBy(before), acceptedBy(after))
  const [was, is] = [limitOf(before), limitOf(after)]
  if (kind !== undefined) {
    const value = kind === 'periodic' ? { every: is.shortest?.toString() ?? rarest } : 'asNeeded'
    return { frequency: value, allows: `${kinds[kind]}でもよいとします`, certain: true }
  }
  if (!isMapping(frequency) || !was.isSet) return undefined
  const every = periodOf(frequency['every'])
  if (!every) return undefined
  const putting = (limit: string): unknown => ({ ...frequency, every: limit })
  if (!is.isSet) {
    return { frequency: putting(rarest), allows: '間隔の上限を定めません', certain: true }
  }
  return withinLimits(every, was, is, putting)
}

function withinLimits(
  every: Period,
  was: Limit,
  is: Limit,
  put: (limit: string) => unknown,
): Looser | undefined {
  if (!was.shortest || !is.shortest) return undefined
  const change = is.shortest.compareCertain(was.shortest)
  if (change === 0 || change === -1) return undefined
  const order = every.compareCertain(is.shortest)
  if (order === 0 || order === 1) return undefined
  const certain = change === 1 && order === -1
  const allows = `${writePeriod(is.shortest)}に1回${certain ? 'でもよいと' : 'と'}します`
  return { frequency: put(is.shortest.toString()), allows, certain }
}

/** The least kind that is accepted now and was not, and that asks less than a duty's own. */
function looserKind(
  own: FrequencyKind,
  before: ReadonlySet<FrequencyKind>,
  after: ReadonlySet<FrequencyKind>,
): FrequencyKind | undefined {
  const fresh = [...after].filter((kind) => !before.has(kind) && asksLess(kind, own))
  return fresh.find((kind) => fresh.every((other) => !asksLess(other, kind)))
}

const all: readonly FrequencyKind[] = ['asNeeded', 'periodic', 'event', 'always']

/** The kinds of frequency that all of some clauses accept; one that says nothing of it accepts any. */
function acceptedBy(clauses: readonly WrittenPart[]): ReadonlySet<FrequencyKind> {
  const lists = clauses.flatMap(({ data }) => {
    const { cadence } = data
    return isMapping(cadence) ? [kindsIn(cadence['accept'])] : []
  })
  return new Set(all.filter((kind) => lists.every((list) => list.includes(kind))))
}

interface Limit {
  readonly isSet: boolean
  /** The shortest of all; undefined where that cannot be told. */
  readonly shortest: Period | undefined
}

/** The longest interval that all of some clauses allow. */
function limitOf(clauses: readonly WrittenPart[]): Limit {
  const limits = clauses.flatMap(({ data }) => {
    const { cadence } = data
    const max = isMapping(cadence) ? periodOf(cadence['max']) : undefined
    return max ? [max] : []
  })
  const shortest = limits.find((one) => limits.every((other) => one.isAtMost(other) === true))
  return { isSet: limits.length > 0, shortest }
}
