import type { SheetTable } from '../../../import/ledger/table.ts'
import { plainHeading } from '../../../japanese/width.ts'
import { checkElement } from '../../../schema/check.ts'
import { type LedgerColumns, wordsOf } from '../../../schema/ledger-columns.ts'
import type { FieldShape, ValueShape } from '../../../schema/shape.ts'
import { isNumbering, readSheetCell } from '../../../schema/sheet-ledger.ts'
import type { CsvField } from '../../../source/csv.ts'
import { cellAt, type GivenSheet, type KeptLedger, matchesOf } from './kept.ts'
import {
  holdsNames,
  holdsPersonalNumber,
  isNameHeading,
  isNumberHeading,
  isPhoneColumn,
  type Offices,
} from './person.ts'

/** A column of a table: its heading, what is written below it, and what it was found to be. */
export interface Column {
  readonly at: number
  readonly heading: CsvField
  readonly cells: readonly CsvField[]
  /** A key of the entries or of the series; `none` where it is not read, undefined where a person must say. */
  readonly key: string | undefined
  /** Why it is not read, or what is to be asked. */
  readonly why: string
  /** Whether names of persons stand in it. */
  readonly isPersons: boolean
}

/** What columns are known by besides the table. */
export interface ColumnWords {
  readonly offices: Offices
  /** The ids of offices by their names. */
  readonly officeOf: (name: string) => string | undefined
  /** What an earlier reading, or a person, has said of the columns. */
  readonly told?: LedgerColumns | undefined
}

/** Finds what each column is: by its heading, by what stands below it, and never by guessing. */
export function columnsOf(
  { text }: GivenSheet,
  table: SheetTable,
  ledger: KeptLedger,
  words: ColumnWords,
): readonly Column[] {
  const bare = table.head.map((heading, at): Bare => {
    const cells = table.rows
      .flatMap((row) => row[at] ?? [])
      .filter((cell) => cell.text.trim() !== '')
    return { at, heading, cells }
  })
  const open = bare.filter(({ heading }) => heading.text.trim() !== '')
  const said = new Map(open.flatMap((one) => toldOf(one, words) ?? []))
  const rest = open.filter(({ at }) => !said.has(at))
  const given = assigned(rest, ledger, new Set(said.values()))
  const number = numberFor(rest, ledger, given)
  return bare.flatMap((one): readonly Column[] => {
    const place = cellAt(text, one.heading)
    if (one.heading.text.trim() === '') return unheaded(one, text)
    const key = said.get(one.at) ?? given.get(one.at) ?? (number?.at === one.at ? 'id' : undefined)
    return [{ ...one, ...judged(one, key, { ledger, words, isSaid: said.has(one.at), place }) }]
  })
}

/** Why a column of row numbers is not read; every reader passes it over. */
export const rowNumber = '行の番号です'

type Bare = Pick<Column, 'at' | 'heading' | 'cells'>

function toldOf(
  { at, heading }: Bare,
  { told }: ColumnWords,
): readonly (readonly [number, string])[] | undefined {
  const own = told?.of(heading.text)
  return own === undefined ? undefined : [[at, own === 'none' ? own : own.key]]
}

/** What stands below no heading is asked about; an empty column is none. */
function unheaded(one: Bare, text: GivenSheet['text']): readonly Column[] {
  const [first] = one.cells
  if (!first) return []
  const why = `見出しのない列に値があります（${cellAt(text, first)}）。見出しを書くか、要らない列なら消してください`
  return [{ ...one, key: undefined, why, isPersons: false }]
}

/** Each key to the column whose heading is likeliest to mean it, of those whose values it can hold. */
function assigned(
  columns: readonly Bare[],
  { row }: KeptLedger,
  taken: ReadonlySet<string>,
): ReadonlyMap<number, string> {
  const all = columns
    .flatMap((column) => matchesOf(column.heading.text, row).map((match) => ({ ...match, column })))
    .filter(({ key, rank, column }) => rank === 0 || holds(key, row.fields[key], column))
    .sort((a, b) => a.rank - b.rank)
  const [keys, given] = [new Set(taken), new Map<number, string>()]
  for (const { key, column } of all) {
    if (given.has(column.at) || keys.has(key)) continue
    // Two columns that are called the same: nobody knows which.
    const rivals = all.filter(
      (one) => one.key === key && one.column.at !== column.at && !given.has(one.column.at),
    )
    const same = rivals.filter((one) => samePlain(one.column, column))
    keys.add(key)
    if (same.length === 0) given.set(column.at, key)
  }
  return given
}

function samePlain(one: Bare, other: Bare): boolean {
  return plainHeading(one.heading.text) === plainHeading(other.heading.text)
}

/** Whether what stands below a heading can be what a key holds: half of it at least, or nothing stands there. */
export function holds(
  key: string,
  field: FieldShape | undefined,
  { cells }: Pick<Bare, 'cells'>,
): boolean {
  if (!field) return false
  const { type } = field
  if (cells.length === 0) return true
  const read = cells.filter(({ text }) => reads(key, field, text)).length
  if (type.kind === 'text' || type.kind === 'label') {
    return !cells.every(({ text }) => isDayText(text))
  }
  return type.kind === 'word' || type.kind === 'ref' || type.kind === 'list'
    ? !cells.every(({ text }) => isDayText(text))
    : read * 2 >= cells.length
}

function reads(key: string, field: FieldShape, text: string): boolean {
  const value = readSheetCell(text, field)
  if (value === 'none') return true
  const shape = {
    name: '',
    kind: '',
    noun: '',
    label: '',
    about: '',
    key: [],
    fields: { [key]: field },
  }
  return checkElement({ [key]: value }, shape).length === 0
}

const day: FieldShape = { label: '', about: '', type: { kind: 'day', rough: true } }

function isDayText(text: string): boolean {
  return reads('day', day, text)
}

/** The column of numbers, where entries need an id that no other column has. */
function numberFor(
  columns: readonly Bare[],
  { row }: KeptLedger,
  given: ReadonlyMap<number, string>,
): Bare | undefined {
  const field = row.fields['id']
  if (!field?.required || [...given.values()].includes('id')) return undefined
  return columns.find(
    (one) =>
      isNumbering(one.heading.text) &&
      one.cells.length > 0 &&
      new Set(one.cells.map(({ text }) => text)).size === one.cells.length &&
      one.cells.every(({ text }) => reads('id', field, text)),
  )
}

interface Judging {
  readonly ledger: KeptLedger
  readonly words: ColumnWords
  readonly isSaid: boolean
  readonly place: string
}

/** What becomes of a column: what may not be read is not, whoever says that it should be. */
function judged(
  { heading, cells }: Bare,
  key: string | undefined,
  { ledger: { row, series }, words, isSaid }: Judging,
): Pick<Column, 'key' | 'why' | 'isPersons'> {
  const texts = cells.map(({ text }) => text)
  const title = heading.text.trim()
  if (isNumberHeading(title) || texts.some(holdsPersonalNumber)) {
    return { key: 'none', why: '個人番号かもしれないので、読みません', isPersons: false }
  }
  if (isPhoneColumn(title, texts)) {
    return { key: 'none', why: '電話番号かもしれないので、読みません', isPersons: false }
  }
  const field = key === undefined || key === 'none' ? undefined : row.fields[key]
  const isPersons = holdsNames(title, texts, field, words.offices)
  if (key !== undefined)
    return { key, why: isSaid && key === 'none' ? '読まない列です' : '', isPersons }
  if (isNumbering(title)) return { key: 'none', why: rowNumber, isPersons: false }
  if (isNameHeading(title)) {
    return { key: 'none', why: '個人名の列です。当たるキーがないので、読みません', isPersons: true }
  }
  const office = series.fields['organisation'] && officesIn(title, texts, words)
  if (office) return { key: 'organisation', why: '', isPersons: false }
  return { key: undefined, why: questionOf(title, cells, row.fields), isPersons }
}

const officeHeading = /^(?:所属|所属課|所管|所管課|管理課|課|課名|部署|部署名|担当課|組織|所属名)$/u

/** Whether a column says of which office each row is: all of them, and each of one that is known. */
function officesIn(title: string, texts: readonly string[], { officeOf }: ColumnWords): boolean {
  return (
    officeHeading.test(plainHeading(title)) &&
    texts.length > 0 &&
    texts.every((text) => officeOf(text) !== undefined)
  )
}

/** What a column that nobody knows seems to hold: the keys that could. */
function questionOf(
  title: string,
  cells: readonly CsvField[],
  fields: Readonly<Record<string, FieldShape>>,
): string {
  const isDays = cells.length > 0 && cells.every(({ text }) => isDayText(text))
  const able = Object.entries(fields).filter(([key, field]) => {
    if (['basis', 'source', 'id'].includes(key)) return false
    return cells.length > 0 && holds(key, field, { cells }) && isDays === isOfDays(field.type)
  })
  const near = able
    .slice(0, 8)
    .map(([key, { label }]) => `${label}（${key}）`)
    .join('、')
  const kind = isDays ? '日付が書かれています。' : ''
  const may = near === '' ? '' : `${kind}書けるのは ${near} などです。`
  return `「${title}」がどのキーに当たるか分かりません。${may}columns に、当たるキーか、読まないなら none と書いてください`
}

function isOfDays(type: ValueShape): boolean {
  return type.kind === 'day' || (type.kind === 'list' && isOfDays(type.of))
}

/** The words of a column that are not those of the format, each with what it stands for; undefined where nobody knows. */
export function wordsIn(
  { cells }: Pick<Column, 'cells'>,
  type: ValueShape,
  idOf: (noun: string, name: string) => string | undefined,
): ReadonlyMap<string, string | undefined> {
  if (type.kind === 'list') {
    const items = cells.flatMap((cell) =>
      cell.text.split(/[、\n]/u).map((text) => ({ ...cell, text })),
    )
    return wordsIn({ cells: items }, type.of, idOf)
  }
  const found = new Map<string, string | undefined>()
  const own = wordsOf(type)
  for (const word of new Set(cells.map(({ text }) => text.trim()))) {
    if (word === '' || /^(?:なし|無し|無|none)$/u.test(word)) continue
    if (own) {
      if (!Object.entries(own).some((pair) => pair.includes(word)))
        found.set(word, likeIn(word, own))
    } else if (type.kind === 'word' && 'vocabulary' in type) {
      const id = idOf(type.vocabulary, word)
      if (id !== word) found.set(word, id)
    } else if (type.kind === 'ref') {
      found.set(
        word,
        type.to.map((noun) => idOf(noun, word)).find((id) => id !== undefined),
      )
    }
  }
  return found
}

/** The one word whose label holds what stands in a cell, or is held by it. */
function likeIn(word: string, words: Readonly<Record<string, string>>): string | undefined {
  const plain = word.normalize('NFKC')
  const like = Object.entries(words).filter(
    ([, label]) => plain.length > 1 && (label.includes(plain) || plain.includes(label)),
  )
  return like.length === 1 ? like[0]?.[0] : undefined
}
