import { knownOf, Unknown } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import type { Part } from './part.ts'
import { rulingsBinding } from './ruling.ts'
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
  const rulings = attempt(() =>
    dossier.withOrganisation
      .flatMap((one) => one.procedures)
      .flatMap((one) => knownOf(rulingsBinding(one))),
  )
  if (rulings instanceof Unknown) return false
  return rulings.some((one) => one.writtenTexts('states').includes(point) || saysSo(one))
}
