import { knownOf, Unknown } from '../finding/unknown.ts'
import { permitsAskedIn } from '../japanese/decider.ts'
import { isHeadedAsProviso } from '../japanese/proviso.ts'
import { sentencesIn } from '../japanese/sentence.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import type { Part } from './part.ts'
import { usesShownBy } from './in-use.ts'
import { rulingsBinding, useWords } from './ruling.ts'
import { isDeleted } from './standard.ts'
import { isSaidIn } from './word.ts'

/**
 * Whether a clause that holds here, or what is laid down in the procedures and the documents above them, asks for a point:
 * by its keys or in its text. What nobody wrote asks for nothing.
 */
export function isPointAsked(doc: Part, point: string): boolean {
  const dossier = dossierOf(doc)
  const { standard } = dossier
  const word = standard.word('points', point)
  const saysSo = (one: Part): boolean => !!word && isSaidIn(word, one.writtenText('text') ?? '')
  if (knownOf(standard.holding(standard.clauses, dossier)).some(saysSo)) return true
  return dossier.withOrganisation
    .flatMap(rulingsOn)
    .some((one) => one.writtenTexts('states').includes(point) || saysSo(one))
}

/** What binds under the procedures of a dossier, as far as any is written. */
function rulingsOn(dossier: Dossier): readonly Part[] {
  const rulings = attempt(() => dossier.procedures.flatMap((one) => knownOf(rulingsBinding(one))))
  return rulings instanceof Unknown ? [] : rulings
}

/** Whether a sentence of a clause that holds here has leave be had for a way of using things, with no exception to it. */
export function isLeaveAsked(doc: Part, use: string): boolean {
  const dossier = dossierOf(doc)
  const word = useWords(doc).get(use)
  if (!word) return false
  return knownOf(dossier.standard.holding(dossier.standard.clauses, dossier))
    .filter((clause) => clause.writtenText('force') === 'must' && !isDeleted(clause))
    .flatMap((clause) => sentencesIn(clause.writtenText('text') ?? ''))
    .some(
      (sentence) =>
        !isHeadedAsProviso(sentence) &&
        isSaidIn(word, sentence) &&
        permitsAskedIn(sentence).includes('all'),
    )
}

/** Whether leave must be had for what a thing shows to be done with it. */
export function isLeaveAskedFor(doc: Part, thing: Part): boolean {
  return usesShownBy(dossierOf(doc), thing).some((use) => isLeaveAsked(doc, use))
}
