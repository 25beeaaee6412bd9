import { documentsAsked, isDocumentAsked } from '../japanese/document.ts'
import { knownOf, Unknown } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'
import { laidDownFor } from './procedure.ts'
import { rulingsBinding } from './ruling.ts'
import { attempt } from './duty.ts'
import { isDeleted } from './standard.ts'

/*
 * Documents, ledgers and plans that are there or not, against the texts that want them made.
 */

/** The clauses by which a document must be made or kept. */
export function clausesWanting(document: Part): readonly Part[] {
  return dossierOf(document).standard.clauses.filter(
    (clause) =>
      !isDeleted(clause) && clause.data['force'] === 'must' && isWantedIn(document, textOf(clause)),
  )
}

/** The rulings of the procedures and of the documents above them by which a document must be made or kept. */
export function rulingsWanting(document: Part): readonly Part[] {
  const dossier = dossierOf(document)
  const procedures = attempt(() => knownOf(dossier.procedures))
  const own = procedures instanceof Unknown ? [] : procedures
  const rulings = [
    ...own.flatMap((one) => knownOf(rulingsBinding(one))),
    ...knownOf(laidDownFor(dossier)),
  ]
  const wanting = rulings.filter(
    (one) => (one.data['modality'] ?? 'must') === 'must' && isWantedIn(document, textOf(one)),
  )
  return wanting.filter((one, at) => wanting.findIndex(({ data }) => data === one.data) === at)
}

/** By what a document must be made, in words: the text, or the requirement of the base where the standard has no text on it. */
export function wantedBy(document: Part): string {
  const text = firstWanting(document)
  return text ? textOf(text) : (requirementAlone(document) ?? '')
}

/** The requirement that a document goes by: its own, else that of the first text that wants it. */
export function requirementOfDocument(document: Part): string | undefined {
  return document.writtenText('requirement') ?? firstWanting(document)?.writtenText('requirement')
}

/** The first text that wants a document made: a clause, else a ruling. */
function firstWanting(document: Part): Part | undefined {
  return [...clausesWanting(document), ...rulingsWanting(document)][0]
}

/** The title of the requirement that a document is of, where the standard has the requirement and no clause of its own on it. */
function requirementAlone(document: Part): string | undefined {
  const { standard } = dossierOf(document)
  const id = document.writtenText('requirement') ?? ''
  const hasText = standard.clauses.some((clause) => clause.data['requirement'] === id)
  if (hasText || standard.absent.has(id)) return undefined
  return standard.requirements.get(id)?.text('title')
}

const isWantedIn = (document: Part, text: string): boolean =>
  documentsAsked(text).some((noun) => isDocumentAsked(document.text('what') ?? '', noun))

const textOf = (one: Part): string => one.writtenText('text') ?? ''
