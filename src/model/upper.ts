import type { Period } from '../calendar/period.ts'
import { Unknown } from '../finding/unknown.ts'
import type { Part } from './part.ts'

/** The document other than the procedure itself in which a duty stands; undefined where it stands in the procedure. */
export function documentOf(duty: Part): Part | undefined {
  return duty.parent?.type === 'AppliedDocument' ? duty.parent : undefined
}

/** Whether a text is a document above a procedure: it must be obeyed, and others laid it down. */
export function isAbove(text: Part): boolean {
  return text.data['relation'] === 'upper'
}

/**
 * Whether a frequency certainly asks less than one that must be kept: no occasion at all, turns that are
 * longer, or an event with a longer time. Turns are not held against events. Unknown where months and days
 * cannot be told apart.
 */
export function asksLess(own: Part, upper: Part): boolean {
  const vague = ['asNeeded', 'unstated'].includes(own.writtenText('word') ?? '')
  if (upper.writtenText('word') === 'always') return vague
  const every = upper.writtenPeriod('every')
  if (every) return vague || own.writtenText('word') === 'periodic' || isLonger(own, every, 'every')
  if (upper.writtenText('word') === 'periodic') return vague
  if (!upper.written('on') && !upper.written('occasion')) return false
  return vague || (isSameEvent(own, upper) && isLater(own, upper))
}

/** Whether turns or a time are certainly longer; false where the frequency has none of that kind. */
function isLonger(own: Part, limit: Period, name: 'every' | 'within'): boolean {
  const period = own.writtenPeriod(name)
  if (!period) return false
  const order = period.compareCertain(limit)
  if (order === undefined) throw new Unknown([], 'undecidable')
  return order === 1
}

function isSameEvent(own: Part, upper: Part): boolean {
  return upper.written('on') && own.writtenText('on') === upper.writtenText('on')
}

/**
 * Whether what must be done by a time after an event or before it may be done later. A text that says no time leaves
 * that of the text above as it is.
 */
function isLater(own: Part, upper: Part): boolean {
  const ahead = upper.writtenPeriod('before')
  const ownAhead = own.writtenPeriod('before')
  if (ahead) return ownAhead ? ahead.compareCertain(ownAhead) === 1 : own.written('within')
  const within = upper.writtenPeriod('within')
  return within !== undefined && !ownAhead && isLonger(own, within, 'within')
}
