import { Unknown } from '../finding/unknown.ts'
import type { Part } from './part.ts'
import { Standard } from './standard.ts'

/** Whether a clause wants its duty done again and again: it accepts a cycle, or its requirement has one. */
export function isRecurring(clause: Part): boolean {
  const cadence = clause.data['cadence'] as { accept?: readonly string[] } | undefined
  if (cadence?.accept) return cadence.accept.includes('periodic')
  return requirementOf(clause)?.data['cycle'] === 'periodic'
}

/** What the requirement of a clause needs its clauses to give. */
export function needsOf(clause: Part): readonly string[] {
  return requirementOf(clause)?.texts('needs') ?? []
}

/** What a clause gives; unknown, besides, what a document gives that it points to and nobody has read. */
export function givesOf(clause: Part): readonly (string | Unknown)[] {
  const named = clause.text('givenIn')
  const unread = Standard.of(clause)
    .list('documents')
    .find((one) => one.data['read'] === false && (one.key === named || one.text('title') === named))
  const own = !unread || clause.written('gives') ? clause.texts('gives') : []
  if (!unread) return own
  return [...own, new Unknown([{ kind: 'standard', path: `documents/${unread.key}` }])]
}

/** Whether a rule set has a requirement: a clause says so, or it is said to be absent; else unknown. */
export function isAdopted(requirement: Part): boolean {
  const standard = Standard.of(requirement)
  const { key } = requirement
  if (standard.clauses.some((clause) => clause.data['requirement'] === key)) return true
  if (standard.absent.has(key)) return false
  throw new Unknown([{ kind: 'standard', path: `clauses/requirement:${key}` }])
}

function requirementOf(clause: Part): Part | undefined {
  return Standard.of(clause).requirement(clause.writtenText('requirement') ?? '')
}
