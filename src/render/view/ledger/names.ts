import type { WrittenDossier } from '../../../model/dossier.ts'
import type { CarriedName } from '../../../model/ledger-form.ts'
import { lineAbove } from '../../../model/municipality.ts'
import type { LedgerColumn } from './kind.ts'

/** What a person may write in the columns of a form by name: organisations, and words of the standard. */
export function namesFor(
  columns: readonly LedgerColumn[],
  dossier: WrittenDossier,
): readonly CarriedName[] {
  const nouns = new Set(columns.flatMap(({ type }) => nounsOf(type)))
  return [...nouns].flatMap((noun) =>
    noun === 'organisation' ? organisationNames(dossier) : wordNames(noun, dossier),
  )
}

/** What the values of a column refer to: organisations, or a vocabulary; what else has an id is shown with it. */
function nounsOf(type: LedgerColumn['type']): readonly string[] {
  if (type.kind === 'list') return nounsOf(type.of)
  if (type.kind === 'ref') return type.to.filter((noun) => noun === 'organisation')
  return type.kind === 'word' && 'vocabulary' in type ? [type.vocabulary] : []
}

/** An organisation by its own name, and by that with those above it. */
function organisationNames({ municipality }: WrittenDossier): readonly CarriedName[] {
  return [...municipality.organisations.values()].flatMap((one) => {
    const id = String(one.data['id'])
    const name = String(one.data['name'])
    const above = lineAbove(one)
      .slice(1)
      .map(({ data }) => String(data['name']))
    const whole = above.reduce((below, top) => (below.startsWith(top) ? below : top + below), name)
    return [...new Set([name, whole])].map((text) => ({ noun: 'organisation', text, id }))
  })
}

function wordNames(noun: string, { standard }: WrittenDossier): readonly CarriedName[] {
  const words = [...(standard.vocabularies.get(noun)?.values() ?? [])]
  return words.map(({ id, name }) => ({ noun, text: name, id }))
}
