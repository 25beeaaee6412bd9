import { type Period, periodOf } from '../../calendar/period.ts'
import { isMapping } from '../../schema/variant.ts'
import { isPlain } from '../../words/value.ts'
import { canonical } from '../same.ts'
import type { Direction } from './scale.ts'
import { says, type Verdict } from './table.ts'

/** What a change of how often a duty is done comes to. */
export interface FrequencyVerdict {
  readonly direction: Direction
  readonly verdict: Verdict
}

const more = (reason: string): FrequencyVerdict => ({
  direction: 'tightened',
  verdict: says('tightened', reason),
})
const less = (reason: string): FrequencyVerdict => ({
  direction: 'relaxed',
  verdict: says('relaxed', reason),
})
const either = (reason: string): FrequencyVerdict => ({
  direction: 'undecidable',
  verdict: says('changed', reason),
})

/** A cycle, an event, or a word, told apart. */
export type FrequencyKind = 'always' | 'asNeeded' | 'periodic' | 'event' | 'unstated'

/** What kind of frequency a duty has; what is not written asks nothing that could be shown. */
export function kindOf(frequency: unknown): FrequencyKind {
  if (frequency === undefined) return 'unstated'
  if (isPlain(frequency)) return frequency
  return isMapping(frequency) && frequency['every'] !== undefined ? 'periodic' : 'event'
}

/** Whether a duty must certainly be done more often, less often, or differently. */
export function compareFrequency(before: unknown, after: unknown): FrequencyVerdict {
  const [from, to] = [kindOf(before), kindOf(after)]
  if (to === 'unstated') return less('行う頻度または機会の定めがなくなる。')
  if (from === 'unstated') return more('行う頻度または機会が定められる。')
  if (to === 'asNeeded') return less('随時でよいことになり、行わなくても違反と言えなくなる。')
  if (from === 'asNeeded') return more('随時ではなく、行う頻度または機会が決まる。')
  if (to === 'always') return more('常時行わなければならなくなる。')
  if (from === 'always') return less('常時ではなく、決まった頻度または機会だけになる。')
  if (from === 'periodic' && to === 'periodic') return compareCycles(before, after)
  if (from === 'event' && to === 'event') return compareEvents(before, after)
  return either('定期に行うか、出来事の都度に行うかが変わる。どちらが多いかは出来事の数による。')
}

function field(frequency: unknown, name: string): unknown {
  return isMapping(frequency) ? frequency[name] : undefined
}

function compareCycles(before: unknown, after: unknown): FrequencyVerdict {
  const [from, to] = [periodOf(field(before, 'every')), periodOf(field(after, 'every'))]
  if (!from) return more('定期に行う間隔が定められる。')
  if (!to) return less('定期に行う間隔の定めがなくなる。')
  const order = to.compareCertain(from)
  if (order === -1) return more('行う間隔が短くなり、回数が増える。')
  if (order === 1) return less('行う間隔が長くなり、回数が減る。')
  if (order === 0) return either('周期の数え方が変わり、行うべき時期が変わる。')
  return either('月の日数はまちまちなので、どちらの間隔が短いかは始まる日による。')
}

function compareEvents(before: unknown, after: unknown): FrequencyVerdict {
  if (
    ['on', 'occasion'].some(
      (name) => canonical(field(before, name)) !== canonical(field(after, name)),
    )
  ) {
    return either('行うきっかけとなる出来事が変わる。')
  }
  const [ahead, nowAhead] = [periodOf(field(before, 'before')), periodOf(field(after, 'before'))]
  if (nowAhead && !ahead) return more('出来事の前に行わなければならなくなる。')
  if (ahead && !nowAhead) return less('出来事の前に行わなくてもよくなる。')
  if (ahead && nowAhead) return compareAhead(ahead, nowAhead)
  const [from, to] = [periodOf(field(before, 'within')), periodOf(field(after, 'within'))]
  if (!from) return more('出来事から行うまでの期限が定められる。')
  if (!to) return less('出来事から行うまでの期限がなくなる。')
  const order = to.compareCertain(from)
  if (order === -1) return more('出来事から行うまでの期限が短くなる。')
  if (order === 1) return less('出来事から行うまでの期限が長くなる。')
  return either(`${unevenOf(from, to)}はまちまちなので、どちらの期限が短いかは出来事の日による。`)
}

function compareAhead(from: Period, to: Period): FrequencyVerdict {
  const order = to.compareCertain(from)
  if (order === 1) return more('出来事より早く行わなければならなくなる。')
  if (order === -1) return less('出来事の間際に行えばよくなる。')
  return either(`${unevenOf(from, to)}はまちまちなので、どちらの期限が早いかは出来事の日による。`)
}

/** What has no fixed length in two terms that cannot be told apart. */
function unevenOf(...terms: readonly Period[]): string {
  return terms.some(({ officeDays }) => officeDays > 0) ? '閉庁日の数' : '月の日数'
}

/** How much each kind asks. Which of a cycle and an event asks more depends on how often it happens. */
const asks: Readonly<Record<FrequencyKind, number>> = {
  unstated: 0,
  asNeeded: 1,
  periodic: 2,
  event: 2,
  always: 3,
}

/** Whether one kind certainly asks less than another. */
export function asksLess(kind: FrequencyKind, other: FrequencyKind): boolean {
  return asks[kind] < asks[other]
}

/** What a change of the kinds of frequency that a clause accepts comes to: the least of them decides. */
export function compareAccepted(before: unknown, after: unknown): FrequencyVerdict {
  const [from, to] = [leastOf(before), leastOf(after)]
  if (to.every((kind) => from.some((other) => asksLess(other, kind)))) {
    return more(
      from.includes('asNeeded')
        ? '随時では足りなくなる。'
        : '決まった頻度又は機会では足りず、常時行わなければならなくなる。',
    )
  }
  if (from.every((kind) => to.some((other) => asksLess(other, kind)))) {
    return less(
      to.includes('asNeeded')
        ? '随時でよいことになる。'
        : '常時ではなく、決まった頻度又は機会だけでよいことになる。',
    )
  }
  const [old, now] = [kindsIn(before), kindsIn(after)]
  if (old.every((kind) => now.includes(kind))) return less('認める頻度が増える。')
  if (now.every((kind) => old.includes(kind))) return more('認める頻度が減る。')
  return either('認める頻度が変わる。')
}

/** The kinds of frequency that a clause accepts. */
export function kindsIn(accepted: unknown): readonly FrequencyKind[] {
  if (!Array.isArray(accepted)) return []
  return accepted.filter((one): one is FrequencyKind => typeof one === 'string' && one in asks)
}

/** Those of some accepted kinds that ask least. */
function leastOf(accepted: unknown): readonly FrequencyKind[] {
  const kinds = kindsIn(accepted)
  return kinds.filter((kind) => !kinds.some((other) => asksLess(other, kind)))
}
