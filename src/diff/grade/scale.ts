import { periodOf } from '../../calendar/period.ts'
import { possibleDays } from '../../calendar/rough-day.ts'
import type { Scale } from '../../schema/change.ts'

/** Which way a value went on its scale. */
export type Direction = 'tightened' | 'relaxed' | 'undecidable'

/** Which way a value went; undecidable where the two cannot be held against each other. */
export function directionOf(scale: Scale, before: unknown, after: unknown): Direction {
  const more = isMore(scale, before, after)
  return more === undefined ? 'undecidable' : more ? 'tightened' : 'relaxed'
}

function isMore(scale: Scale, before: unknown, after: unknown): boolean | undefined {
  if (typeof scale !== 'string') return isFurther(scale, before, after)
  switch (scale) {
    case 'shorter':
      return isLonger(after, before)
    case 'longer':
      return isLonger(before, after)
    case 'more':
    case 'later':
      return isGreater(before, after)
    case 'fewer':
    case 'earlier':
      return isGreater(after, before)
    case 'yes':
      return after === true
    case 'no':
      return after === false
  }
}

function isFurther(order: readonly string[], before: unknown, after: unknown): boolean | undefined {
  const [from, to] = [order.indexOf(String(before)), order.indexOf(String(after))]
  return from < 0 || to < 0 ? undefined : to > from
}

/** Whether the second period is certainly longer (true) or shorter (false) than the first. */
function isLonger(first: unknown, second: unknown): boolean | undefined {
  const [a, b] = [periodOf(first), periodOf(second)]
  const order = a && b ? b.compareCertain(a) : undefined
  return order === undefined || order === 0 ? undefined : order > 0
}

/** Numbers and ISO days alike; of days told roughly, only where they lie apart. */
function isGreater(first: unknown, second: unknown): boolean | undefined {
  if (typeof first === 'number' && typeof second === 'number') return second > first
  if (typeof first === 'string' && typeof second === 'string') {
    const [one, other] = [possibleDays(first), possibleDays(second)]
    if (one.to < other.from) return true
    return other.to < one.from ? false : undefined
  }
  return undefined
}
