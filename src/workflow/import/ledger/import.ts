import { cannotRead, UsageError } from '../../../finding/usage-error.ts'
import type { ReadingWords } from '../../../import/words.ts'
import { plainHeading } from '../../../japanese/width.ts'
import { columnsIn } from '../../../schema/ledger-columns.ts'
import { isMapping, type Mapping, mappingsIn } from '../../../schema/variant.ts'
import { parseCsv } from '../../../source/csv.ts'
import { decode } from '../../../source/decode.ts'
import { type Grid, textOfGrid } from '../../../source/grid.ts'
import type { NewFile } from '../../../source/write-together.ts'
import { lastHead } from '../../../import/ledger/table.ts'
import type { Town } from '../town.ts'
import { chooseLedger } from './choose.ts'
import { ledgerFiles, type LedgerDraft, type LeftSheet, questionsOf, stem } from './draft.ts'
import { csvOf, hiddenTable, isPersonal } from './hidden.ts'
import { type GivenSheet, type KeptLedger, keptLedgers, nameOfSheet } from './kept.ts'
import { type MonthSheet, type NamedDuty, readMonths } from './months.ts'
import { personText, type Pseudonyms } from './person.ts'
import {
  asCsv,
  faultsOf,
  type LedgerReading,
  type LedgerWords,
  readLedgerSheet,
  yearIn,
} from './sheet.ts'

export { Pseudonyms } from './person.ts'
export { dutiesIn } from './months.ts'
export { stem as ledgersStem } from './draft.ts'

/** A workbook or a CSV file of an office. */
export interface GivenTable {
  readonly name: string
  readonly bytes: Uint8Array
  /** The sheet that alone is to be read. */
  readonly sheet?: string | undefined
  /** Where it stands, from the folder of the records, if the records may name it there. */
  readonly within?: string | undefined
}

/** For what ledgers are read, and what a person has said of them. */
export interface LedgersRequest {
  readonly system: string
  readonly town: Town
  readonly words: ReadingWords
  /** The key of the ledger that all sheets are. */
  readonly ledger?: string | undefined
  readonly organisation?: string | undefined
  readonly covers?: { readonly from: string; readonly to: string } | undefined
  readonly pseudonyms: Pseudonyms
  /** The duties of the system, which sheets of months name. */
  readonly duties?: readonly NamedDuty[]
  /** The records that an earlier reading wrote, as a person has edited them. */
  readonly earlier?: Mapping | undefined
}

/** What ledgers come to. */
export interface LedgersImported {
  readonly files: readonly NewFile[]
  readonly questions: number
  readonly ledgers: readonly {
    readonly sheet: string
    readonly label: string
    readonly rows: number
  }[]
  readonly left: readonly LeftSheet[]
  readonly remarks: readonly string[]
  /** Whether names were replaced: then the names are to be kept, and not here. */
  readonly hasNames: boolean
  /** Whether every table is one that the earlier records name already, so that they may stay as they are. */
  readonly isKnown: boolean
}

/** The names of the offices of a municipality, which are no persons. */
export function officeNames({ organisations }: ReadingWords): ReadonlySet<string> {
  return new Set(organisations.map(({ name }) => personText(name)))
}

/**
 * Reads the sheets of some files as ledgers: which ledger each is, and which column is which. What is not certain
 * is a question. Of a file with names of persons a copy without them is made, which is read from then on.
 */
export async function importLedgers(
  files: readonly GivenTable[],
  request: LedgersRequest,
): Promise<LedgersImported> {
  const all = keptLedgers(request.town.standard.recordsShape)
  const ledgers =
    request.ledger === undefined ? all : all.filter(({ name }) => name === request.ledger)
  if (ledgers.length === 0) throw noSuchLedger(request.ledger ?? '', all)
  const words = wordsFor(request)
  const made: LedgerDraft[] = []
  const left: LeftSheet[] = []
  const months: MonthSheet[] = []
  const copies = new Map<string, NewFile>()
  const remarks: string[] = []
  for (const file of files) {
    const grids = await gridsIn(file)
    const readings = readingsIn(file, grids, {
      ...{ ledgers, words, earlier: request.earlier, left, months },
      duties: request.duties ?? [],
    })
    const isHidden =
      readings.length > 0 &&
      (grids.all.some(isPersonal) ||
        readings.some(({ columns }) => columns.some(({ isPersons }) => isPersons)))
    // Of a workbook that stands elsewhere only what was read may come in.
    const isPart = file.within === undefined && grids.all.length > readings.length
    if (isHidden) remarks.push(hiddenRemark(file))
    else if (isPart && readings.length > 0) remarks.push(partRemark(file))
    else if (readings.length > 0 && file.within === undefined) {
      copies.set(safe(file.name), { name: `data/${safe(file.name)}`, content: file.bytes })
    }
    for (const reading of readings) {
      const hiding = isHidden || isPart ? request.pseudonyms : undefined
      const { draft, copy } = draftOf(reading, file, hiding, made.length)
      if (copy) copies.set(copy.name, copy)
      made.push(draft)
    }
  }
  const { system, covers, organisation, pseudonyms } = request
  const draft = { system, covers, organisation, ledgers: made, months, left, remarks }
  const known = new Set(seriesIn(request.earlier).map(({ from }) => from))
  return {
    files: made.length + months.length > 0 ? [...ledgerFiles(draft), ...copies.values()] : [],
    questions: questionsOf(draft).length,
    ledgers: [
      ...made.map(({ reading }) => ({
        sheet: nameOfSheet(reading.sheet),
        label: reading.ledger.label,
        rows: reading.table.rows.length,
      })),
      ...months.map(({ sheet, rows }) => ({
        sheet: nameOfSheet(sheet),
        label: '実施の記録（月ごとの表）',
        rows: rows.length,
      })),
    ],
    left,
    remarks,
    hasNames: pseudonyms.counts.added > 0,
    isKnown: made.length > 0 && months.length === 0 && made.every(({ from }) => known.has(from)),
  }
}

function noSuchLedger(name: string, all: readonly KeptLedger[]): UsageError {
  return new UsageError(`「${name}」という台帳はありません`, {
    hint: `書けるのは ${all.map((one) => `${one.name}（${one.label}）`).join('、')} です`,
  })
}

function wordsFor({
  words: { organisations },
  town,
  organisation,
  words,
}: LedgersRequest): LedgerWords {
  const ids = new Map<string, string | undefined>()
  for (const { id, name } of organisations) {
    const plain = personText(name)
    ids.set(plain, ids.has(plain) && ids.get(plain) !== id ? undefined : id)
  }
  const officeOf = (name: string): string | undefined =>
    ids.get(personText(name)) ?? organisations.find(({ id }) => id === name.trim())?.id
  return {
    offices: officeNames(words),
    officeOf,
    organisation,
    idOf: (noun, name) => {
      if (noun === 'organisation' || noun === 'group') return officeOf(name)
      const plain = plainHeading(name)
      const found = [...(town.standard.vocabularies.get(noun)?.values() ?? [])].filter((word) =>
        [word.id, word.name, ...(word.near ?? [])].some((one) => plainHeading(one) === plain),
      )
      return found.length === 1 ? found[0]?.id : undefined
    },
  }
}

interface Grids {
  /** What is read. */
  readonly shown: readonly { readonly sheet: string | undefined; readonly grid: Grid }[]
  /** All that the file holds, hidden sheets included. */
  readonly all: readonly Grid[]
}

/** The sheets of a workbook, or a CSV file as one. */
async function gridsIn({ name, bytes, sheet }: GivenTable): Promise<Grids> {
  if (/\.csv$/iu.test(name)) {
    const read = decode(name, bytes, { shiftJis: true })
    if (!read.ok) throw cannotRead(read.problem)
    const rows = parseCsv(read.source.text, mostRows).map((row) => row.map(({ text }) => text))
    if (rows.length > mostRows) throw tooLong(name)
    const grid = { name: '', rows, merges: [] }
    return { shown: [{ sheet: undefined, grid }], all: [grid] }
  }
  const { BadWorkbook, readWorkbook } = await import('../../../render/xlsx/read.ts')
  try {
    const book = await readWorkbook(bytes)
    const chosen = book.sheets.filter((one) => sheet === undefined || one.name === sheet)
    if (chosen.length === 0) throw noSuchSheet(name, sheet, book.sheets)
    return {
      shown: chosen.map((grid) => ({ sheet: grid.name, grid })),
      all: [...book.sheets, ...book.hidden.filter((one) => one.name !== 'policy-lint')],
    }
  } catch (thrown) {
    if (!(thrown instanceof BadWorkbook)) throw thrown
    const [message, hint] = thrown.words
    throw new UsageError(`「${name}」は、${message}`, { hint })
  }
}

/** As many as a ledger may have, with what stands above them. */
const mostRows = 50_100

function tooLong(name: string): UsageError {
  return new UsageError(
    `「${name}」の行が、読める${mostRows.toLocaleString('ja-JP')}行を超えています`,
    { hint: '調べる期間の行だけを残すか、いくつかのファイルに分けてください' },
  )
}

function noSuchSheet(name: string, sheet: string | undefined, all: readonly Grid[]): UsageError {
  return new UsageError(
    sheet === undefined
      ? `「${name}」に、表示されているシートがありません`
      : `「${name}」に「${sheet}」というシートはありません`,
    { hint: `あるのは ${all.map((one) => `「${one.name}」`).join('、')} です` },
  )
}

interface ReadingAll {
  readonly ledgers: readonly KeptLedger[]
  readonly words: LedgerWords
  readonly earlier: Mapping | undefined
  /** Where what is not read is told. */
  readonly left: LeftSheet[]
  /** Where sheets of months are put. */
  readonly months: MonthSheet[]
  readonly duties: readonly NamedDuty[]
}

function readingsIn(
  file: GivenTable,
  { shown }: Grids,
  { ledgers, words, earlier, left, months, duties }: ReadingAll,
): readonly LedgerReading[] {
  return shown.flatMap(({ sheet, grid }) => {
    const given: GivenSheet = { file: file.name, sheet, text: textOfGrid(file.name, grid) }
    const titles = [file.name, sheet ?? '', ...grid.rows.slice(0, lastHead).flat()]
    const ofMonths = readMonths(given, yearIn(titles), duties)
    if (ofMonths) {
      if ('why' in ofMonths) left.push({ name: nameOfSheet(given), why: ofMonths.why })
      else months.push(ofMonths)
      return []
    }
    const choice = chooseLedger(given, ledgers)
    if (choice.is !== 'ledger') {
      left.push({ name: nameOfSheet(given), why: choice.why })
      return []
    }
    const { ledger, table } = choice
    const own = seriesIn(earlier).find(
      (one) => one.ledger === ledger.name && isOf(one.own, given, file.within),
    )
    const told = own && columnsIn(own.own, ledger)
    return [readLedgerSheet(given, ledger, table, { ...words, told })]
  })
}

/** The series of records, each with its ledger and the table that it names. */
function seriesIn(records: Mapping | undefined) {
  return Object.entries(records ?? {}).flatMap(([ledger, list]) =>
    mappingsIn(list).map((own) => ({ ledger, own, from: own['from'] })),
  )
}

/** Whether a series was read from a sheet. */
function isOf({ from, source }: Mapping, sheet: GivenSheet, within: string | undefined): boolean {
  const name = sheet.sheet === undefined ? '' : `#${sheet.sheet}`
  return (
    source === nameOfSheet(sheet) ||
    (from !== undefined && from === `${within ?? `data/${safe(sheet.file)}`}${name}`)
  )
}

/** A name that may stand in a path of the records. */
function safe(name: string): string {
  return name.replaceAll(/[:#/\\?*|<>"]/gu, '_')
}

function hiddenRemark({ name, within }: GivenTable): string {
  const where =
    within === undefined ? '' : '。元のファイルは自治体のフォルダーにあります。外へ移してください'
  return `「${name}」には個人の氏名や電話番号などがあるので、そのままは使わず、仮名にした写し（CSV）を作りました。個人番号と電話番号は読まず、備考の列は写していません。来月は、もう一度読み込んでください${where}`
}

function partRemark({ name }: GivenTable): string {
  return `「${name}」には読まなかったシートがあるので、読んだ表だけの写し（CSV）を作りました。ファイルごと使うには、自治体のフォルダーに置いてから読み込んでください`
}

/** A ledger as it will be read: in its own file, or in a copy without names. */
function draftOf(
  read: LedgerReading,
  file: GivenTable,
  pseudonyms: Pseudonyms | undefined,
  nth: number,
): { readonly draft: LedgerDraft; readonly copy?: NewFile } {
  const { sheet, questions } = read
  if (!pseudonyms) {
    const reading = read
    const place = file.within ?? `data/${safe(file.name)}`
    const from = sheet.sheet === undefined ? place : `${place}#${sheet.sheet}`
    return { draft: { reading, from, questions: [...questions, ...faultsOf(reading, sheet.text)] } }
  }
  const reading = asCsv(read)
  const text = hiddenTable(reading, pseudonyms)
  const name = `data/${safe(copyName(reading, nth))}.csv`
  const faults = faultsOf({ ...reading, sheet: { ...sheet, file: name, sheet: undefined } }, text)
  const draft = {
    reading,
    from: name,
    source: nameOfSheet(sheet),
    questions: [...questions, ...faults],
  }
  return { draft, copy: { name, content: csvOf(text) } }
}

function copyName({ sheet: { file, sheet } }: LedgerReading, nth: number): string {
  const name = file.replace(/\.[^.]*$/u, '')
  return sheet === undefined ? name : `${name}-${sheet === '' ? nth + 1 : sheet}`
}

/** The ledgers that an earlier reading has written, as they stand now; throws where they cannot be read. */
export async function earlierLedgers(text: string): Promise<Mapping> {
  const { YamlEdit } = await import('../../../yaml/edit.ts')
  try {
    const { value } = new YamlEdit(text)
    if (isMapping(value)) return value
  } catch {
    // Told below: whatever is wrong, it is not for us to write over.
  }
  throw new UsageError(`前に作った ${stem}.yaml を、YAML として読めません`, {
    hint: 'policy-lint check で誤りの場所を見て直してから、もう一度実行してください',
  })
}
