import { ownValue } from '../finding/own-value.ts'
import type { Day } from '../calendar/day.ts'
import { fiscalYear, fiscalYearOf } from '../calendar/fiscal.ts'
import { possibleDays, roughDays } from '../calendar/rough-day.ts'
import { type OpenList, Unknown } from '../finding/unknown.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { overlaps } from './organisation.ts'
import type { ArisesFrom, Word } from './pack.ts'
import { DerivedPart, Part } from './part.ts'
import { writtenLedger } from './record.ts'
import { shapeOf } from './shape.ts'
import { coversWord } from './word.ts'

/**
 * The events of a kind, and of those it includes, that stand in other ledgers of a system and of the whole
 * organisation: a failure, a change, a contract that begins. Which rows are which event is data of the packs.
 * What is still to come counts only where it is asked for by the last day to be looked at. What happens to persons
 * of organisations that share something concerns it, whatever accounts they hold.
 */
export function arisenEvents(
  dossier: Dossier,
  kind: string,
  last: Day = dossier.asOf,
  sharers: readonly Part[] = [],
): OpenList<Part> {
  const shared = sharers.map(({ key }) => key).join(' ')
  return dossier.root.remember(`~${kind} to ${last} of ${shared}`, () => {
    const words = dossier.standard.vocabularies.get('events') ?? new Map<string, Word>()
    return [...words.values()]
      .filter(({ id }) => coversWord([kind], id, words))
      .flatMap(({ id, arisesFrom = [] }) =>
        arisesFrom.flatMap((source) =>
          [...rowsOf(dossier, source), ...wideRowsOf(dossier, source)].flatMap((row) =>
            asEvent(row, id, source, { dossier, last, sharers }),
          ),
        ),
      )
  }) as OpenList<Part>
}

/** The rows of the whole organisation's ledger that concern a system: those of persons, and those that name it. */
function wideRowsOf({ organisationWide, id, name }: Dossier, source: ArisesFrom): readonly Part[] {
  return organisationWide
    ? rowsOf(organisationWide, source).filter(
        ({ data }) => data['person'] !== undefined || [id, name].includes(String(data['system'])),
      )
    : []
}

/** The rows of a ledger, or the things of a list, that are an event of one kind. */
function rowsOf(holder: Dossier, { ledger, kinds }: ArisesFrom): readonly Part[] {
  return writtenRows(holder, ledger).filter((row) => {
    const kind = row.data['kind'] ?? row.data['direction'] ?? row.data['by']
    return !kinds || (typeof kind === 'string' && kinds.includes(kind))
  })
}

/** The rows of what is no ledger of the records: lists of facts, of the procedure, of the town and of the standard. */
const lists: Readonly<Record<string, (holder: Dossier) => readonly Part[]>> = {
  contracts: (holder) => contextList(holder, 'contracts'),
  subcontractors: (holder) =>
    contextList(holder, 'contracts').flatMap((one) => one.writtenParts('subcontractors')),
  services: (holder) => contextList(holder, 'services'),
  assets: (holder) => contextList(holder, 'assets'),
  software: (holder) =>
    contextList(holder, 'devices').flatMap((one) => one.writtenParts('software')),
  system: (holder) => (holder.hasContext ? [holder.context] : []),
  revisions: (holder) => holder.editions.flatMap((one) => one.writtenParts('revisions')),
  exceptions: (holder) => holder.editions.flatMap((one) => one.writtenParts('exceptions')),
  // The edition that took effect first was no revision.
  standards: ({ municipalityPart, standard }) =>
    municipalityPart
      .writtenParts('standards')
      .filter(({ data }) => data['pack'] === standard.id)
      .slice(1),
  findings: (holder) =>
    writtenLedger(holder, 'audits')
      .flatMap((series) => series.parts('entries'))
      .flatMap((audit) => audit.writtenParts('findings')),
  // Nobody writes down that a year began.
  fiscalYears: (holder) => yearsBegun(holder),
}

/** The first days of the fiscal years around the day of judgement, as far back as anybody looks, as rows. */
function yearsBegun({ asOf, records, root }: Dossier): readonly Part[] {
  const next = fiscalYearOf(asOf) + 1
  return Array.from({ length: yearsSeen }, (_, back) => fiscalYear(next - back)?.from).flatMap(
    (on) =>
      on === undefined ? [] : [new DerivedPart(shapeOf('Event'), records[0] ?? root, on, { on })],
  )
}

const yearsSeen = 5

function contextList(holder: Dossier, name: string): readonly Part[] {
  return holder.hasContext ? holder.context.writtenParts(name) : []
}

/** The names of those lists. */
export const listNames: readonly string[] = Object.keys(lists)

/** The rows that stand in a ledger or a list, whatever they are; a ledger may hold its rows in series or by themselves. */
export function writtenRows(holder: Dossier, name: string): readonly Part[] {
  const list = ownValue(lists, name)
  if (list) return list(holder)
  return writtenLedger(holder, name).flatMap((series) =>
    'entries' in series.shape.fields ? series.parts('entries') : [series],
  )
}

/** The day a row counts for, unknown where it is told roughly: that of a key where one is named, else its own, else that of what it stands in. */
function dayOfRow(row: Part, key: string | undefined): string | Unknown {
  const own = key ?? row.shape.dated
  if (own === undefined) return row.parent?.shape.dated ? dayOfRow(row.parent, undefined) : ''
  if (roughDays(row.writtenText(own) ?? '')) return row.missing(own)
  const day = row.written(own) ? row.text(own) : undefined
  return day ?? ''
}

/** For whom and up to which day events are looked for, and who shares what is at stake. */
interface Looking {
  readonly dossier: Dossier
  readonly last: Day
  readonly sharers: readonly Part[]
}

/** A row as the event it is, standing where the row stands; none where it does not concern the system. */
function asEvent(
  row: Part,
  event: string,
  source: ArisesFrom,
  { dossier, last, sharers }: Looking,
): OpenList<Part> {
  const on = dayOfRow(row, source.day)
  if (on instanceof Unknown) return [on]
  if (on === '' || on > last) return []
  const person = row.data['person']
  const office = row.writtenPart('organisation') ?? row.parent?.writtenPart('organisation')
  const shares = office !== undefined && sharers.some((one) => overlaps(one, office))
  const concerned = typeof person !== 'string' || shares || usesSystem(dossier, person, on as Day)
  if (concerned !== true) return concerned ? [concerned] : []
  const organisation =
    row.data['organisation'] ?? row.parent?.data['organisation'] ?? auditeeOf(row)
  const closedOn = row.data['closedOn']
  const noticedOn = row.writtenText('noticedOn')
  const subject = subjectOf(row)
  return [
    new Part({
      shape: shapeOf('Event'),
      data: {
        event,
        on,
        ...(typeof organisation === 'string' ? { organisation } : {}),
        ...(typeof closedOn === 'string' ? { closedOn } : {}),
        ...(noticedOn === undefined ? {} : { noticedOn }),
        ...(subject === undefined ? {} : { subject }),
      },
      document: row.document,
      path: row.path,
      parent: row.parent,
      key: `${event}+${row.key}`,
      world: row.world,
    }),
  ]
}

/** The one office that was audited, of a finding that names none. */
function auditeeOf({ type, parent }: Part): unknown {
  const auditees = type === 'AuditFinding' ? parent?.data['auditees'] : undefined
  return Array.isArray(auditees) && auditees.length === 1 ? auditees[0] : undefined
}

/** What a row is about, as it is written there. */
function subjectOf({ data }: Part): string | undefined {
  const names = ['name', 'label', 'item', 'what', 'device', 'medium'].map((field) => data[field])
  return names.find((name) => typeof name === 'string')
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
        account.data['holder'] === person &&
        possibleDays(account.writtenText('registeredOn') ?? '').from <= on,
    )
    .some(
      (account) =>
        account.days('removedOn') === undefined && account.days('disabledOn') === undefined,
    )
}

/** Whether an event is known beforehand: what it asks for may be done before it. */
export function isForeseen(event: Part): boolean {
  return dossierOf(event).standard.word('events', event.writtenText('event'))?.foreseen === true
}

/** The key of the row that an event arose from; of one of the register of events its own. */
export function rowOf({ key }: Part): string {
  return key.slice(key.indexOf('+') + 1)
}
