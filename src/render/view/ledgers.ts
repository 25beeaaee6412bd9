import { fileStemOf } from '../../finding/system-id.ts'
import { wideSpace } from '../../japanese/width.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { WrittenPart } from '../../model/part.ts'
import { systemName, systemTitle } from '../../words/name.ts'
import { conventionsOf } from '../conventions.ts'
import { sourceOf } from '../trace.ts'
import { finished, type Sheet, type SheetCell, type View, type ViewMaker } from '../view.ts'
import { type LedgerKind, ledgerKinds, namesFor } from './ledger/kind.ts'
import { cellOf, sheetCellOf } from './ledger/value.ts'
import { type Style, styleOf } from './style.ts'

/** 管理簿 as finished text: the ledgers of a system, filled in or as blank forms. */
export interface LedgersText {
  readonly municipality: string
  readonly title: string
  readonly system: string
  readonly asOf: string
  readonly ledgers: readonly LedgerText[]
}

/** One ledger with its tables, a table for each organisation, duty or contract it is kept for. */
export interface LedgerText {
  readonly name: string
  readonly tables: readonly LedgerTableText[]
}

/** One table of a ledger. */
export interface LedgerTableText {
  /** What is said of the whole table: 組織, 記録の期間. */
  readonly about: readonly LedgerAboutText[]
  readonly source: string
  readonly columns: readonly { readonly label: string; readonly width: string }[]
  readonly rows: readonly LedgerRowText[]
}

/** 組織 上下水道課; blank on a form. */
export interface LedgerAboutText {
  readonly label: string
  readonly text: string
}

/** An entry of a ledger. */
export interface LedgerRowText {
  readonly cells: readonly { readonly text: string }[]
  readonly source: string
}

/** 管理簿: what is recorded of a system, and blank forms of every ledger. */
export const ledgersViews: ViewMaker<WrittenDossier> = (dossier) => {
  if (!dossier.isFirst) return []
  const style = styleOf(conventionsOf(dossier.municipality))
  const stem = fileStemOf(dossier.id)
  const filled = filledLedgers(dossier, style)
  return [
    ...(filled.ledgers.length > 0
      ? [viewOf(filled, `${stem}-ledgers`, filledSheets(dossier, style), style)]
      : []),
    viewOf(
      blankLedgers(dossier, style),
      `${stem}-ledger-forms`,
      blankSheets(dossier, style),
      style,
    ),
  ]
}

/** The ledgers that the records of a system hold, entry by entry. */
export function filledLedgers(dossier: WrittenDossier, style: Style): LedgersText {
  const ledgers = ledgerKinds(dossier).flatMap((kind): readonly LedgerText[] => {
    const tables = tablesOf(kind, seriesOf(kind, dossier), dossier, style)
    return tables.length > 0 ? [{ name: kind.label, tables }] : []
  })
  return { ...headOf(dossier, style), title: '管理簿', ledgers }
}

/**
 * Every ledger as a form to fill in by hand, with the columns that the office has entries for: those that every entry
 * needs on the first sheet, what is filled in now and then on further ones, by the number of the row.
 */
export function blankLedgers(dossier: WrittenDossier, style: Style): LedgersText {
  const ledgers = ledgerKinds(dossier).map((kind): LedgerText => {
    const { organisationWide } = dossier
    const wide = organisationWide ? seriesOf(kind, organisationWide) : []
    const shown = columnsKept(kind, [...seriesOf(kind, dossier), ...wide])
    const about = kind.series.map(({ label }) => ({ label, text: blankCaption }))
    const [first = [], ...further] = sheetsOf(shown)
    const tables = [
      { about, ...blankTable(first, further.length > 0, kind, style) },
      ...further.map((columns) => ({
        about: goingOn(kind),
        ...blankTable(columns, true, kind, style),
      })),
    ]
    return { name: kind.label, tables }
  })
  return { ...headOf(dossier, style), title: '管理簿の様式', asOf: '', ledgers }
}

/** The columns of each sheet: what is needed and the days first, as many as can be written in by hand. */
function sheetsOf(columns: LedgerKind['columns']): readonly LedgerKind['columns'][] {
  if (columns.length <= mostByHand) return [columns]
  const room = mostByHand - 1
  const isNeeded = (one: LedgerKind['columns'][number]): boolean => one.isRequired || one.isDay
  const chosen = new Set(
    [...columns.filter(isNeeded), ...columns.filter((one) => !isNeeded(one))].slice(0, room),
  )
  const rest = columns.filter((one) => !chosen.has(one) && one.name !== 'id')
  const count = Math.ceil(rest.length / room)
  const size = Math.ceil(rest.length / count)
  return [
    columns.filter((one) => chosen.has(one)),
    ...Array.from({ length: count }, (_, at) => rest.slice(at * size, (at + 1) * size)),
  ]
}

/** A sheet of a form; where there are several, every row has its number. */
function blankTable(
  shown: LedgerKind['columns'],
  isOneOfSeveral: boolean,
  kind: LedgerKind,
  style: Style,
): Pick<LedgerTableText, 'source' | 'columns' | 'rows'> {
  const isCounted = isOneOfSeveral && !shown.some((one) => isRunning(one, kind))
  const columns = columnsWithWidths(shown, kind, isCounted)
  const rows = Array.from({ length: blankRows }, (_, at) => {
    const number = { text: `${style.number(at + 1)}\n${wideSpace}` }
    const cells = shown.map((one) =>
      isOneOfSeveral && isRunning(one, kind) ? number : { text: blankCell },
    )
    return { cells: isCounted ? [number, ...cells] : cells, source: '' }
  })
  return { source: '', columns, rows }
}

/** Above the further sheets of a form. */
function goingOn({ label }: LedgerKind): LedgerTableText['about'] {
  return [{ label: `${label}（続き）`, text: '要るときに記入する欄（番号は、前の用紙の行の番号）' }]
}

/** More columns are not written in by hand on a landscape page. */
const mostByHand = 10

/** As many rows, two lines high to be written in by hand, as a landscape page has room for. */
const blankRows = 8
const blankCell = `${wideSpace}\n${wideSpace}`
const blankSheetRows = 30
const blankCaption = '　　　　　　　　　　'

function headOf(
  dossier: WrittenDossier,
  style: Style,
): Pick<LedgersText, 'municipality' | 'system' | 'asOf'> {
  return {
    municipality: dossier.municipality.name,
    system: style.text(systemName(dossier)),
    asOf: `${style.day(dossier.asOf)}現在`,
  }
}

/** One table for each series; what stands alone makes one table together. */
function tablesOf(
  kind: LedgerKind,
  series: readonly WrittenPart[],
  dossier: WrittenDossier,
  style: Style,
): readonly LedgerTableText[] {
  const kept = columnsKept(kind, series)
  const isEmpty = kind.hasEntries && series.every((one) => entriesOf(one).length === 0)
  const shown = isEmpty ? basicOf(kept) : kept
  const table = (
    about: readonly LedgerAboutText[],
    source: string,
    entries: readonly WrittenPart[],
  ): LedgerTableText => ({
    about,
    source,
    columns: columnsWithWidths(shown, kind),
    rows:
      entries.length > 0
        ? entries.map((entry, at) => ({
            cells: shown.map((one) => ({
              text: isRunning(one, kind)
                ? style.number(at + 1)
                : cellOf(entry, one.name, dossier, style),
            })),
            source: sourceOf(entry),
          }))
        : [{ cells: shown.map((_, at) => ({ text: at === 0 ? '記録なし' : '' })), source }],
  })
  if (!kind.hasEntries) {
    const [first] = series
    return first ? [table([], sourceOf(first), series)] : []
  }
  return series.map((one) => {
    const about = kind.series
      .map(({ name, label }) => ({ label, text: cellOf(one, name, dossier, style) }))
      .filter(({ text }) => text !== '')
    return table(about, sourceOf(one), entriesOf(one))
  })
}

/**
 * The columns of a ledger on paper: those that its entries need or have. An id that an entry may do without only leads
 * to it; where nothing is kept yet, nobody knows what will not be needed.
 */
function columnsKept(kind: LedgerKind, series: readonly WrittenPart[]): LedgerKind['columns'] {
  const entries = kind.hasEntries ? series.flatMap(entriesOf) : series
  return kind.columns.filter(({ name, isRequired }) => {
    if (isRequired) return true
    return name !== 'id' && (entries.length === 0 || entries.some((one) => one.written(name)))
  })
}

/** Of a ledger that nothing is kept in yet: what no entry is without, and the days; a form has every column. */
function basicOf(columns: LedgerKind['columns']): LedgerKind['columns'] {
  const basic = columns.filter(({ isRequired, isDay }) => isRequired || isDay)
  return basic.length > 0 ? basic.slice(0, mostBasic) : columns.slice(0, 1)
}

const mostBasic = 8

/** The columns of a ledger in a workbook: that of the ids only where an entry has one. */
function columnsFor(kind: LedgerKind, series: readonly WrittenPart[]): LedgerKind['columns'] {
  const entries = kind.hasEntries ? series.flatMap(entriesOf) : series
  const hasIds = entries.some((entry) => entry.written('id'))
  return hasIds ? kind.columns : kind.columns.filter(({ name }) => name !== 'id')
}

/** Whether a column only tells the entries apart: on paper they are counted. What people type in is no such id. */
function isRunning({ name }: LedgerKind['columns'][number], kind: LedgerKind): boolean {
  return name === 'id' && kind.name !== 'accounts'
}

/** A day fits its column in one line, and so does a number; the rest is shared equally, together a hundred. */
function columnsWithWidths(
  shown: LedgerKind['columns'],
  kind: LedgerKind,
  isCounted = false,
): LedgerTableText['columns'] {
  const named = shown.map((one) => {
    const isNumber = isRunning(one, kind)
    return { label: isNumber ? '番号' : one.label, isDay: one.isDay, isNumber }
  })
  const columns = isCounted ? [{ label: '番号', isDay: false, isNumber: true }, ...named] : named
  const days = columns.filter(({ isDay }) => isDay).length
  const numbers = columns.filter(({ isNumber }) => isNumber).length
  const others = columns.length - days - numbers
  const whole = 100 - numbers * numberWidth
  const hasRoom = others > 0 && whole - days * dayWidth >= others * least
  const day = hasRoom ? dayWidth : Math.floor(whole / (days + others || 1))
  const other = others === 0 ? 0 : Math.floor((whole - days * day) / others)
  const widths = columns.map(({ isDay, isNumber }) =>
    isNumber ? numberWidth : isDay ? day : other,
  )
  const left = 100 - widths.reduce((sum, width) => sum + width, 0)
  // What is left over is less than one for each of those that share.
  const sharing = columns
    .flatMap(({ isDay, isNumber }, at) => ((isDay && others > 0) || isNumber ? [] : [at]))
    .slice(0, left)
  return columns.map(({ label }, at) => ({
    label,
    width: `${(widths[at] ?? 0) + (sharing.includes(at) ? 1 : 0)}`,
  }))
}

/** Percent of a landscape page that 令和６年10月20日 and its margins take, and that any other column needs at least. */
const dayWidth = 14
const least = 7
const numberWidth = 5

/** What the records of a system hold of one ledger. */
function seriesOf(kind: LedgerKind, dossier: WrittenDossier): readonly WrittenPart[] {
  return dossier.records
    .filter((records) => records.written(kind.name))
    .flatMap((records) => records.parts(kind.name))
}

function entriesOf(series: WrittenPart): readonly WrittenPart[] {
  return series.writtenParts('entries')
}

function viewOf(text: LedgersText, stem: string, sheets: readonly Sheet[], style: Style): View {
  const title = `${text.system}${wideSpace}${text.title}`
  return { title, stem, text: finished(text), sheets, fonts: style.conventions.fonts }
}

/** A sheet for each ledger, every line whole: what is said of a series stands in each of its entries. */
function sheetOf(
  kind: Pick<LedgerKind, 'label' | 'series' | 'columns'>,
  rows: Sheet['rows'],
  dossier: WrittenDossier,
  style: Style,
): Sheet {
  const columns = [...kind.series, ...kind.columns]
  return {
    name: kind.label,
    landscape: true,
    columns: columns.map(({ label, choices, isDay }) => ({
      width: Math.max(isDay ? 18 : 14, label.length * 2 + 4),
      isDay,
      ...(choices.length > 0 ? { choices } : {}),
    })),
    lead: [[{ text: `${style.text(systemTitle(dossier))}${wideSpace}${kind.label}`, bold: true }]],
    head: [columns.map(({ label }) => label)],
    rows,
    form: {
      columns: [
        ...kind.series.map(({ name }) => ({ part: 'series', key: name }) as const),
        ...kind.columns.map(({ name }) => ({ part: 'entry', key: name }) as const),
      ],
      names: namesFor(columns, dossier),
    },
  }
}

function filledSheets(dossier: WrittenDossier, style: Style): readonly Sheet[] {
  return ledgerKinds(dossier).flatMap((kind) => {
    const series = seriesOf(kind, dossier)
    if (series.length === 0) return []
    const cells = (part: WrittenPart, columns: LedgerKind['columns']): readonly SheetCell[] =>
      columns.map(({ name }) => ({
        ...sheetCellOf(part, name, dossier, style),
        source: sourceOf(part),
      }))
    const columns = columnsFor(kind, series)
    const rows = series.flatMap((one) =>
      kind.hasEntries
        ? entriesOf(one).map((entry) => [...cells(one, kind.series), ...cells(entry, columns)])
        : [cells(one, columns)],
    )
    return [sheetOf({ ...kind, columns }, toldApart(rows), dossier, style)]
  })
}

/** What looks alike in a column and is not the same says which it is: by its id, else by a number. */
function toldApart(rows: Sheet['rows']): Sheet['rows'] {
  const seen = new Map<string, string[]>()
  const keyOf = (cell: SheetCell, at: number): string =>
    typeof cell === 'object' && cell.carried !== undefined ? `${at} ${cell.text}` : ''
  const valueOf = (cell: SheetCell): string =>
    typeof cell === 'object' ? JSON.stringify(cell.carried) : ''
  for (const [at, cell] of rows.flatMap((row) => [...row.entries()])) {
    const known = seen.get(keyOf(cell, at)) ?? []
    if (!known.includes(valueOf(cell))) seen.set(keyOf(cell, at), [...known, valueOf(cell)])
  }
  return rows.map((row) =>
    row.map((cell, at) => {
      const values = seen.get(keyOf(cell, at)) ?? []
      if (typeof cell !== 'object' || keyOf(cell, at) === '' || values.length < 2) return cell
      const number = values.indexOf(valueOf(cell)) + 1
      const mark = typeof cell.carried === 'string' ? cell.carried : number
      return { ...cell, text: `${cell.text}（${mark}）` }
    }),
  )
}

function blankSheets(dossier: WrittenDossier, style: Style): readonly Sheet[] {
  return ledgerKinds(dossier).map((kind) => {
    const blank = [...kind.series, ...kind.columns].map(() => '')
    return sheetOf(
      kind,
      Array.from({ length: blankSheetRows }, () => blank),
      dossier,
      style,
    )
  })
}
