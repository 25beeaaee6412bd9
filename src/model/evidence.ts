import type { Part } from './part.ts'

/** What goes on working: a duty that recurs, a document, an arrangement, a technical control. */
const lasting: ReadonlySet<string> = new Set([
  'recurringDuty',
  'document',
  'arrangement',
  'technical',
])

/** What is only promised or said. */
const promised: ReadonlySet<string> = new Set(['plan', 'budget', 'statement'])

/** Whether an evidence or a measure goes on working after the day it was done. */
export function isLasting(evidence: Part): boolean {
  return lasting.has(evidence.text('kind') ?? '')
}

/** Whether an evidence is there, and not merely planned, budgeted or said. */
export function isInPlace(evidence: Part): boolean {
  return !promised.has(evidence.text('kind') ?? '')
}
