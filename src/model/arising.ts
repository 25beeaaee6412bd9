import type { Day } from '../calendar/day.ts'
import { type OpenList, Unknown } from '../finding/unknown.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import type { ArisesFrom, Word } from './pack.ts'
import { Part } from './part.ts'
import { writtenLedger } from './record.ts'
import { shapeOf } from './shape.ts'
import { coversWord } from './word.ts'

/**
 * The events of a kind, and of those it includes, that stand in other ledgers of a system and of the whole
 * organisation: a failure, a change, a contract that begins. Which rows are which event is data of the packs.
 */
export function arisenEvents(dossier: Dossier, kind: string): OpenList<Part> {
  const words = dossier.standard.vocabularies.get('events') ?? new Map<string, Word>()
  return [...words.values()]
    .filter(({ id }) => coversWord([kind], id, words))
    .flatMap(({ id, arisesFrom = [] }) =>
      arisesFrom.flatMap((source) =>
        [...rowsOf(dossier, source), ...wideRowsOf(dossier, source)].flatMap((row) =>
          asEvent(row, id, source, dossier),
        ),
      ),
    )
}

/** The rows of the whole organisation's ledger that concern a system: those of persons, and those that name it. */
function wideRowsOf({ organisationWide, name }: Dossier, source: ArisesFrom): readonly Part[] {
  return organisationWide
    ? rowsOf(organisationWide, source).filter(
        ({ data }) => data['person'] !== undefined || data['system'] === name,
      )
    : []
}

/** The rows of a ledger, or the things of a list, that are an event of one kind. */
function rowsOf(holder: Dossier, { ledger, kinds }: ArisesFrom): readonly Part[] {
  return written(holder, ledger).filter((row) => {
    const kind = row.data['kind'] ?? row.data['direction']
    return !kinds || (typeof kind === 'string' && kinds.includes(kind))
  })
}

function written(holder: Dossier, name: string): readonly Part[] {
  if (name === 'contracts') return holder.hasContext ? holder.context.writtenParts(name) : []
  if (name === 'revisions') return holder.editions.flatMap((one) => one.writtenParts(name))
  return writtenLedger(holder, name).flatMap((series) => series.parts('entries'))
}

/** A row as the event it is, standing where the row stands; none where it does not concern the system. */
function asEvent(row: Part, event: string, source: ArisesFrom, dossier: Dossier): OpenList<Part> {
  const day = source.day ?? row.shape.dated
  const on = (day !== undefined && row.written(day) ? (row.text(day) ?? '') : '') as Day
  if (on === '' || on > row.world.asOf) return []
  const person = row.data['person']
  const concerned = typeof person !== 'string' || usesSystem(dossier, person, on)
  if (concerned !== true) return concerned ? [concerned] : []
  const organisation = row.parent?.data['organisation']
  return [
    new Part({
      shape: shapeOf('Event'),
      data: { event, on, ...(typeof organisation === 'string' ? { organisation } : {}) },
      document: row.document,
      path: row.path,
      parent: row.parent,
      key: `${event}+${row.key}`,
      world: row.world,
    }),
  ]
}

/**
 * Whether what happened to a person on a day still concerns a system: where an account was held then that
 * was not closed since. It always concerns the whole organisation; unknown where no accounts are written.
 */
function usesSystem(dossier: Dossier, person: string, on: Day): boolean | Unknown {
  if (dossier.level === 'organisation') return true
  const ledgers = writtenLedger(dossier, 'accounts')
  if (ledgers.length === 0) return new Unknown([{ kind: 'records', path: 'accounts' }])
  return ledgers
    .flatMap((series) => series.parts('entries'))
    .filter(
      (account) =>
        account.data['holder'] === person && (account.writtenText('registeredOn') ?? '') <= on,
    )
    .some(
      (account) =>
        account.text('removedOn') === undefined && account.text('disabledOn') === undefined,
    )
}

/** Whether an event is known beforehand: what it asks for may be done before it. */
export function isForeseen(event: Part): boolean {
  return dossierOf(event).standard.word('events', event.text('event'))?.foreseen === true
}
