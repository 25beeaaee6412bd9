import { knownOf, Unknown } from '../finding/unknown.ts'
import { annexesIn, isAnnexTitle, leftElsewhereIn } from '../japanese/article.ts'
import type { Dossier } from './dossier.ts'
import type { Word } from './pack.ts'
import type { Part } from './part.ts'
import { isDeleted, Standard } from './standard.ts'

/** The clauses that hold here of the requirements that some kinds of work belong to. */
export function clausesOnWork(
  dossier: Dossier,
  works: readonly Pick<Word, 'requirement'>[],
): readonly Part[] {
  return works
    .flatMap(({ requirement }) => requirement ?? [])
    .flatMap((requirement) => knownOf(dossier.standard.clausesFor(requirement, dossier)))
}

/** The same of the kinds of work that a parameter of the packs lists, as far as they must be obeyed. */
export function bindingClausesOn(dossier: Dossier, parameter: string): readonly Part[] {
  const { standard } = dossier
  const works = standard
    .words(parameter)
    .flatMap((activity) => standard.word('activities', activity) ?? [])
  return clausesOnWork(dossier, works).filter((one) => one.writtenText('force') === 'must')
}

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

/** What a clause leaves to be laid down elsewhere (町長が別に定める基準); undefined where it leaves nothing there. */
export function leftElsewhere(clause: Part): string | undefined {
  return leftElsewhereIn(clause.writtenText('text') ?? '')
}

/** Whether a clause stands in an annex or a form: a table, whose rows nobody copies as a sentence. */
export function isInAnnex(clause: Part): boolean {
  return isAnnexTitle(clause.writtenText('document') ?? '')
}

/**
 * What a clause points to by number (別表第3) and is not among the documents of its standard, though others
 * of its row (別表第1) are.
 */
export function missingAnnexes(clause: Part): readonly string[] {
  const titled = Standard.of(clause)
    .list('documents')
    .flatMap((one) => annexesIn(one.text('title') ?? ''))
  const there = new Set(titled.map(({ name }) => name))
  const rows = new Set(titled.map(({ row }) => row))
  const named = [clause.writtenText('text'), clause.writtenText('givenIn')]
  const found = annexesIn(named.join('、')).filter(
    ({ row, name }) => rows.has(row) && !there.has(name),
  )
  return [...new Set(found.map(({ name }) => name))]
}

/** Whether a rule set has a requirement: a clause says so, or it is said to be absent; else unknown. */
export function isAdopted(requirement: Part): boolean {
  const standard = Standard.of(requirement)
  const { key } = requirement
  if (standard.clauses.some((one) => one.data['requirement'] === key && !isDeleted(one)))
    return true
  if (standard.absent.has(key)) return false
  throw new Unknown([{ kind: 'standard', path: `clauses/requirement:${key}` }])
}

function requirementOf(clause: Part): Part | undefined {
  return Standard.of(clause).requirement(clause.writtenText('requirement') ?? '')
}
