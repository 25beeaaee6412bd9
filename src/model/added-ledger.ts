import type { Ledger, LedgerColumn } from '../schema/generated/standard.ts'
import { rootShape, shapeNamed } from '../schema/kind.ts'
import type { FieldShape, Shape, ValueShape } from '../schema/shape.ts'
import { mappingsIn } from '../schema/variant.ts'
import type { Data } from './element.ts'
import type { Word } from './pack.ts'

/** What packs add to the records; the shape of each is right. */
export type { Ledger as AddedLedger, LedgerColumn } from '../schema/generated/standard.ts'

/**
 * The ledgers that packs add, base first. A pack that names one of those below it adds columns to it; what
 * it says besides holds in the place of what they say.
 */
export function addedLedgers(packs: readonly Data[]): readonly Ledger[] {
  const merged = new Map<string, Ledger>()
  for (const own of packs.flatMap(({ ledgers }) => mappingsIn(ledgers)) as unknown as Ledger[]) {
    const below = merged.get(own.id)
    const columns = new Map(
      [...(below?.columns ?? []), ...own.columns].map((column) => [column.id, column]),
    )
    merged.set(own.id, { ...below, ...own, columns: [...columns.values()] })
  }
  return [...merged.values()]
}

/** The shape of records to which ledgers are added, each a list like those that the schema has. */
export function recordsWith(ledgers: readonly Ledger[]): Shape {
  const records = rootShape('records')
  const added = ledgers.map((ledger) => [ledger.id, fieldOf(ledger)] as const)
  const counts = countsOf(records.fields['counts'], ledgers)
  return { ...records, fields: { ...records.fields, ...counts, ...Object.fromEntries(added) } }
}

/** The shapes that added ledgers bring: the records with them, and what a series and a row of each may hold. */
export function addedShapes(ledgers: readonly Ledger[]): readonly Shape[] {
  const records = recordsWith(ledgers)
  const changed = ['counts', ...ledgers.map(({ id }) => id)]
  return [records, ...changed.flatMap((name) => shapesBelow(records.fields[name]))]
}

/** What stands in a ledger, and what in its series; shapes of the schemas among them are known already. */
function shapesBelow(field: FieldShape | undefined): readonly Shape[] {
  const type = field?.type
  if (type?.kind !== 'list' || type.of.kind !== 'object' || !type.of.shape) return []
  return [type.of.shape, ...shapesBelow(type.of.shape.fields['entries'])]
}

/** What may stand in a column, to be held against another pack's. */
export function formOf({ type, words, vocabulary, to, many }: LedgerColumn): string {
  return JSON.stringify([type, words, vocabulary, to, many === true])
}

function fieldOf(ledger: Ledger): FieldShape {
  const { title: label, description: about } = ledger
  return { label, about, type: listOf(seriesOf(ledger), 2000) }
}

function listOf(shape: Shape, most: number): ValueShape {
  return { kind: 'list', least: 0, most, of: { kind: 'object', name: shape.name, shape } }
}

/** A series is kept for an organisation and a stretch of time, in the file itself or as a CSV file. */
function seriesOf(ledger: Ledger): Shape {
  const { id, title: label, description: about } = ledger
  const { organisation, from, columns, words, covers, entries, basis, source, notes } =
    shapeNamed('AccountLedger').fields
  return {
    name: `${id}[]`,
    kind: 'records',
    noun: `${id}Ledger`,
    label,
    about,
    key: ['organisation'],
    fields: {
      organisation: field(organisation, { about: '台帳を付ける組織です。' }),
      from: field(from),
      columns: field(columns),
      words: field(words),
      covers: field(covers),
      entries: field(entries, { type: listOf(rowOf(ledger), 20000) }),
      basis: field(basis),
      source: field(source),
      notes: field(notes),
    },
  }
}

/** A row holds its columns, and how sure it is and where from, as every element does. */
function rowOf({ id, title, description, columns, rowKey = [], since, gone = [] }: Ledger): Shape {
  const { basis, source, notes } = shapeNamed('Account').fields
  const own = columns.map((column) => [column.id, fieldOfColumn(column, gone)] as const)
  return {
    name: id,
    kind: 'records',
    noun: id,
    label: title,
    about: description,
    key: rowKey,
    ...(since !== undefined && { dated: since }),
    ...(gone.length > 0 && { gone }),
    fields: {
      ...Object.fromEntries(own),
      basis: field(basis),
      source: field(source),
      notes: field(notes),
    },
  }
}

/** A day on which something left the ledger has not come where it is not written. */
function fieldOfColumn(column: LedgerColumn, gone: readonly string[]): FieldShape {
  const { id, title: label, description: about, many, required, none, unwritten } = column
  const isGone = gone.includes(id)
  const type = typeOf(column)
  return {
    label,
    about,
    type: many ? { kind: 'list', least: 0, most: 200, of: type } : type,
    ...(required && { required }),
    ...(none && { none }),
    ...((isGone || unwritten === 'none') && { closed: true }),
    ...(isGone && { happened: true }),
  }
}

function typeOf({ type, words, vocabulary = '', to = '', many }: LedgerColumn): ValueShape {
  switch (type) {
    case 'day':
      return many ? { kind: 'day' } : { kind: 'day', rough: true }
    case 'text':
      return typeIn('Medium', 'lentTo')
    case 'label':
      return typeIn('Medium', 'label')
    case 'person':
      return typeIn('Account', 'holder')
    case 'number':
      return { kind: 'number', least: 0, most: 1_000_000_000 }
    case 'truth':
      return { kind: 'bool' }
    case 'word':
      return words ? { kind: 'word', words } : { kind: 'word', vocabulary }
    case 'reference':
      return { kind: 'ref', to: to === 'organisation' ? ['organisation', 'group'] : [to] }
    default:
      return { kind: type }
  }
}

/** The same type as that of a field of the schemas. */
function typeIn(shape: string, name: string): ValueShape {
  return field(shapeNamed(shape).fields[name]).type
}

/** A field of the schemas with something else about it. */
function field(known: FieldShape | undefined, other: Partial<FieldShape> = {}): FieldShape {
  if (!known) throw new Error('a field that added ledgers stand on is not in the schemas')
  return { ...known, ...other }
}

/** A count may be of any of the ledgers that hold what can be counted. */
function countsOf(
  counts: FieldShape | undefined,
  ledgers: readonly Ledger[],
): Readonly<Record<string, FieldShape>> {
  const counted = ledgers.filter((one) => one.counted === true)
  if (!counts || counted.length === 0) return {}
  const count = shapeNamed('Count')
  const { ledger } = count.fields
  const known = ledger?.type.kind === 'word' && 'words' in ledger.type ? ledger.type.words : {}
  const words = { ...known, ...Object.fromEntries(counted.map(({ id, title }) => [id, title])) }
  const fields = { ...count.fields, ledger: field(ledger, { type: { kind: 'word', words } }) }
  return { counts: field(counts, { type: listOf({ ...count, fields }, 2000) }) }
}

/**
 * The words of the packs with what the added ledgers say of them: an event arises from their rows, a deed is
 * recorded in them.
 */
export function wordsWith(
  ledgers: readonly Ledger[],
  vocabulary: string,
  words: ReadonlyMap<string, Word>,
): ReadonlyMap<string, Word> {
  if (vocabulary !== 'events' && vocabulary !== 'activities') return words
  const merged = new Map(words)
  const add = (id: string, more: (word: Word) => Partial<Word>): void => {
    const word = merged.get(id)
    if (word) merged.set(id, { ...word, ...more(word) })
  }
  for (const { id: ledger, since, events = [], activities = [] } of ledgers) {
    for (const { event, day = since, kinds } of vocabulary === 'events' ? events : []) {
      const from = { ledger, ...(day !== undefined && { day }), ...(kinds && { kinds }) }
      add(event, ({ arisesFrom = [] }) => ({ arisesFrom: [...arisesFrom, from] }))
    }
    for (const activity of vocabulary === 'activities' ? activities : []) {
      add(activity, ({ recordedIn = [] }) => ({ recordedIn: [...recordedIn, ledger] }))
    }
  }
  return merged
}
