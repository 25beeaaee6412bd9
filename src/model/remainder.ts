import { isStillInTime } from './event.ts'
import type { Part } from './part.ts'
import { extentOf, failureOf, openFailures, openRemainders } from './performance.ts'

/*
 * What a party left undone of what it counted or tried, as far as the last day for it has come.
 */

/** The performances done in part whose rest is owed by now. */
export function remaindersDue(party: Part): readonly Part[] {
  return openRemainders(party).filter((entry) => !isStillInTime(party, entry))
}

/** The performances that failed, without those that count what may still be done in time. */
export function failuresDue(party: Part): readonly Part[] {
  return openFailures(party).filter(
    (entry) => !entry.written('asked') || !isStillInTime(party, entry),
  )
}

/** How much was done of what is owed by now, in words. */
export function extentDue(party: Part): string {
  return extentOf(remaindersDue(party))
}

/** What became of what failed and is owed by now, in words. */
export function failureDue(party: Part): string {
  return failureOf(failuresDue(party))
}
