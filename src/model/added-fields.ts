import { day, object, optional } from '../expression/type.ts'
import { holderOrganisation, personLeftOn } from './account.ts'
import type { AddedLedger } from './added-ledger.ts'
import { unseenThings } from './count.ts'
import { type DerivedField, field, many } from './derived-field.ts'
import { dossierOf } from './dossier.ts'
import { openEntries } from './record.ts'

type Fields = Readonly<Record<string, DerivedField>>

/**
 * What rules may ask of added ledgers as of those that the schema has: the rows as a list of the dossier, the
 * organisation of a row, when somebody it names left, and what a count did not see of it.
 */
export function addedFields(ledgers: readonly AddedLedger[]): Readonly<Record<string, Fields>> {
  const lists = ledgers.map(({ id, title }) => [
    id,
    field(title, many(id), ['records'], (part) => openEntries(dossierOf(part), id)),
  ])
  const unseen = ledgers
    .filter(({ counted }) => counted === true)
    .map(({ id, title }) => [
      `unseen${id.charAt(0).toUpperCase()}${id.slice(1)}`,
      field(`見つからない${title}の行`, many(id), ['records'], (count) =>
        count.text('ledger') === id ? unseenThings(count) : [],
      ),
    ])
  return {
    ...Object.fromEntries(ledgers.map((ledger) => [ledger.id, fieldsOfRow(ledger)])),
    Dossier: Object.fromEntries(lists) as Fields,
    Count: Object.fromEntries(unseen) as Fields,
  }
}

function fieldsOfRow({ columns }: AddedLedger): Fields {
  const left = columns
    .filter(({ type, many: isList }) => type === 'person' && !isList)
    .map(({ id, title }) => [
      `${id}LeftOn`,
      field(`${title}が離れた日`, optional(day), ['records'], (row) => {
        const person = row.text(id)
        return person === undefined ? undefined : personLeftOn(row, person)
      }),
    ])
  return {
    organisation: field(
      '台帳を付ける組織',
      object('Organisation'),
      ['records'],
      holderOrganisation,
    ),
    ...(Object.fromEntries(left) as Fields),
  }
}
