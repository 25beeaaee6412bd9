import type { NewFile } from '../../../source/write-together.ts'
import { type Comment, writeCommented } from '../../../yaml/write-commented.ts'
import { cellAt, type LedgerQuestion, nameOfSheet } from './kept.ts'
import type { MonthSheet } from './months.ts'
import { askedOf, type LedgerReading } from './sheet.ts'

/** A ledger as it is written into the records: what was read, and the table that it is read from. */
export interface LedgerDraft {
  readonly reading: LedgerReading
  /** The table from now on, as the records name it. */
  readonly from: string
  /** Where its rows come from, where the table is a copy without names. */
  readonly source?: string
  readonly questions: readonly LedgerQuestion[]
}

/** A sheet that was not read, and why. */
export interface LeftSheet {
  readonly name: string
  readonly why: string
}

/** What is written of some sheets. */
export interface LedgersDraft {
  readonly system: string
  readonly covers: { readonly from: string; readonly to: string } | undefined
  readonly ledgers: readonly LedgerDraft[]
  /** What sheets of months say was done; they are written out, for a table of months is no list of entries. */
  readonly months: readonly MonthSheet[]
  readonly organisation: string | undefined
  readonly left: readonly LeftSheet[]
  /** What was said of names, and where they are kept. */
  readonly remarks: readonly string[]
}

/** The name of the file of ledgers, without its ending. */
export const stem = 'ledgers'

/** The records, and the list to go through. */
export function ledgerFiles(draft: LedgersDraft): readonly NewFile[] {
  return [
    { name: `${stem}.yaml`, content: recordsOf(draft) },
    { name: `${stem}.import.md`, content: listOf(draft) },
  ]
}

type Series = Readonly<Record<string, unknown>>

function recordsOf({ system, covers, ledgers, months, organisation }: LedgersDraft): string {
  const lists = new Map<string, Series[]>()
  const comments: Comment[] = []
  for (const draft of ledgers) {
    const { name } = draft.reading.ledger
    const list = lists.get(name) ?? []
    lists.set(name, list)
    for (const one of seriesOf(draft, covers)) {
      for (const comment of commentsOn(draft, covers !== undefined, [name, list.length]))
        comments.push(comment)
      list.push(one)
    }
  }
  const performed = months.flatMap((one) => performedOf(one, { covers, organisation }))
  for (const [at, { comments: own }] of performed.entries())
    for (const text of own)
      comments.push({ path: ['performed', at, 'duty'], text: `確認: ${text}` })
  if (performed.length > 0)
    lists.set(
      'performed',
      performed.map(({ series }) => series),
    )
  const head = [
    '台帳の読み方の下書きです。「確認:」の行を見て直し、直したら行を消してください。',
    `どの列をどう読んだかは ${stem}.import.md にあります。決まっていない列がある台帳は、判定されません。`,
  ]
  const value = { kind: 'records', system, ...Object.fromEntries(lists) }
  return writeCommented(value, { head, comments })
}

/** The record of each duty of a sheet of months; where a cell could not be read, it is not told to be whole. */
function performedOf(
  { sheet, rows }: MonthSheet,
  { covers, organisation }: Pick<LedgersDraft, 'covers' | 'organisation'>,
) {
  return rows.map(({ duty, days, open }) => ({
    series: {
      duty: duty.id,
      // A table of months tells nothing of reports.
      followUp: 'unknown',
      ...(organisation !== undefined && { organisation }),
      ...(covers && open.length === 0 && { covers }),
      entries: days.map((on) => ({ on })),
      source: nameOfSheet(sheet),
    },
    comments: [
      ...(organisation === undefined ? ['どの組織が行ったかを organisation に書いてください'] : []),
      ...open.map(({ place, text }) => `${place} ${text}`),
      ...(covers && open.length === 0
        ? []
        : [
            '漏れなく書いてある期間を covers に書いてください。その期間の空欄は、行っていないと読まれます',
          ]),
    ],
  }))
}

/** Whether a table has no column for what followed, which would else be read as not having come yet. */
function isReportUnknown({ ledger, columns }: LedgerReading): boolean {
  const reports = ['reportedOn', 'reportedTo', 'confirmedOn', 'confirmedBy']
  return (
    'followUp' in ledger.series.fields &&
    columns.every(({ key }) => key === undefined || !reports.includes(key))
  )
}

/** A series for each office; one without an office where that must be asked. */
function seriesOf(
  { reading, from, source }: LedgerDraft,
  covers: LedgersDraft['covers'],
): readonly Series[] {
  const { organisations, mapping } = reading
  return (organisations.length > 0 ? organisations : [undefined]).map((organisation) => ({
    ...('organisation' in reading.ledger.series.fields &&
      organisation !== undefined && { organisation }),
    from,
    ...(Object.keys(mapping.columns).length > 0 && { columns: mapping.columns }),
    ...(Object.keys(mapping.words).length > 0 && { words: mapping.words }),
    ...(isReportUnknown(reading) && { followUp: 'unknown' }),
    ...(source !== undefined && { source }),
    ...(covers && { covers }),
  }))
}

function commentsOn(
  { reading }: LedgerDraft,
  isCovered: boolean,
  at: readonly (string | number)[],
): readonly Comment[] {
  const { columns, sheet, mapping } = reading
  const ask = (key: string, text: string): Comment => ({
    path: [...at, key],
    text: `確認: ${text}`,
  })
  const open = columns.filter(({ key }) => key === undefined)
  const place = Object.keys(mapping.columns).length > 0 ? 'columns' : 'from'
  return [
    ...askedOf(reading, isCovered).map((text) => ask('from', text)),
    ...open.map(({ heading, why }) => ask(place, `${cellAt(sheet.text, heading)} ${why}`)),
  ]
}

/** All that a person is asked about some ledgers. */
export function questionsOf({
  ledgers,
  months,
  covers,
  organisation,
}: Pick<
  LedgersDraft,
  'ledgers' | 'months' | 'covers' | 'organisation'
>): readonly LedgerQuestion[] {
  const ofMonths = months.flatMap((one) => [
    ...performedOf(one, { covers, organisation }).flatMap(({ series, comments }) =>
      comments
        .filter((text) => !text.startsWith(nameOfSheet(one.sheet)))
        .map((text) => ({ place: `${nameOfSheet(one.sheet)} ${series.duty}`, text })),
    ),
    ...one.rows.flatMap(({ open }) => open),
    ...one.left,
  ])
  const ofLedgers = ledgers.flatMap(({ reading, questions }) => [
    ...askedOf(reading, covers !== undefined).map((text) => ({
      place: nameOfSheet(reading.sheet),
      text,
    })),
    ...questions,
  ])
  return [...ofLedgers, ...ofMonths]
}

function listOf({ left, remarks, ...draft }: LedgersDraft): string {
  const { ledgers, months } = draft
  const questions = questionsOf(draft)
  const lines = [
    '# 台帳の読取り結果',
    '',
    `## 確かめること（${questions.length}件）`,
    '',
    ...(questions.length > 0
      ? questions.map(({ place, text }) => `- ${place}: ${text}`)
      : ['ありません。']),
    '',
    ...ledgers.flatMap(tableOf),
    ...months.flatMap(({ sheet, rows }) => [
      `## ${nameOfSheet(sheet)}: 実施の記録（performed）`,
      '',
      '月ごとの表なので、書き写しました。来月の分は、書き足すか、もう一度読み込んでください。○は、その月のどの日かに行ったものと読みました。空欄と×は、何も書いていません。',
      '',
      ...rows.map(({ duty, days }) => `- ${duty.title}（${duty.id}）: ${days.length}回`),
      '',
    ]),
    ...(left.length > 0
      ? ['## 読まなかったシート', '', ...left.map(({ name, why }) => `- ${name}: ${why}`), '']
      : []),
    ...(remarks.length > 0 ? ['## そのほか', '', ...remarks.map((one) => `- ${one}`), ''] : []),
  ]
  return lines.join('\n')
}

/** How a sheet was read, column by column. */
function tableOf({ reading, from }: LedgerDraft): readonly string[] {
  const { ledger, columns, sheet, table, likened } = reading
  const { row, series } = ledger
  const labelOf = (key: string): string => (row.fields[key] ?? series.fields[key])?.label ?? ''
  const rows = columns.map(({ heading, key, why, isPersons }) => {
    const told =
      key === undefined
        ? '決まっていない'
        : key === 'none'
          ? `読まない（${why}）`
          : `${labelOf(key)}（${key}）${isPersons ? '仮名にした' : ''}`
    return `| ${cellAt(sheet.text, heading)} | ${escaped(heading.text)} | ${told} |`
  })
  return [
    `## ${nameOfSheet(sheet)}: ${ledger.label}（${ledger.name}）`,
    '',
    `${table.rows.length}行。${from} を読みます。`,
    '',
    '| 見出しのセル | 見出し | 読み方 |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...(likened.length > 0 ? [...likened.map((one) => `- ${one}`), ''] : []),
  ]
}

function escaped(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll('|', '\\|').trim()
}
