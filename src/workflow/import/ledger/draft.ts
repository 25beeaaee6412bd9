import type { NewFile } from '../../../source/write-together.ts'
import { type Comment, writeCommented } from '../../../yaml/write-commented.ts'
import { cellAt, type LedgerQuestion, nameOfSheet } from './kept.ts'
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

function recordsOf({ system, covers, ledgers }: LedgersDraft): string {
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
  const head = [
    '台帳の読み方の下書きです。「確認:」の行を見て直し、直したら行を消してください。',
    `どの列をどう読んだかは ${stem}.import.md にあります。決まっていない列がある台帳は、判定されません。`,
  ]
  const value = { kind: 'records', system, ...Object.fromEntries(lists) }
  return writeCommented(value, { head, comments })
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
  covers,
}: Pick<LedgersDraft, 'ledgers' | 'covers'>): readonly LedgerQuestion[] {
  return ledgers.flatMap(({ reading, questions }) => [
    ...askedOf(reading, covers !== undefined).map((text) => ({
      place: nameOfSheet(reading.sheet),
      text,
    })),
    ...questions,
  ])
}

function listOf({ ledgers, left, remarks, covers }: LedgersDraft): string {
  const questions = questionsOf({ ledgers, covers })
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
