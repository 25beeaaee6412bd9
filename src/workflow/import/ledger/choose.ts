import { headingsIn, type SheetTable, tableIn } from '../../../import/ledger/table.ts'
import { sharedTerms } from '../../../japanese/likeness.ts'
import { plainHeading } from '../../../japanese/width.ts'
import { type GivenSheet, type KeptLedger, matchesOf } from './kept.ts'

/** Which ledger a sheet is; why that is not certain; or why it is none. */
export type Choice =
  | { readonly is: 'ledger'; readonly ledger: KeptLedger; readonly table: SheetTable }
  | { readonly is: 'open' | 'none'; readonly why: string }

/** A ledger that a sheet may be: how many of its keys have a column, and how much of its name stands on the sheet. */
interface Candidate {
  readonly ledger: KeptLedger
  readonly head: SheetTable['head']
  readonly fit: number
  readonly isWhole: boolean
  /** Whether a heading speaks of it: 媒体種別 of the ledger of 記録媒体. */
  readonly isSpokenOf: boolean
  readonly named: number
}

const sample = /(?:記入例|記載例|入力例|見本|凡例|リスト|マスタ)/u

const headless = '台帳の見出しが見つかりません'

/** Decides by the sheet's name, what stands above its table, and its headings together. */
export function chooseLedger(sheet: GivenSheet, ledgers: readonly KeptLedger[]): Choice {
  if (sample.test(sheet.sheet ?? '')) {
    return { is: 'none', why: 'シートの名前から、記入例や一覧表とみました' }
  }
  if (sheet.text.rows.every((row) => row.every(({ text }) => text.trim() === ''))) {
    return { is: 'none', why: '何も書かれていません' }
  }
  const all = ledgers
    .flatMap((ledger) => candidateOf(sheet, ledger) ?? [])
    .sort((a, b) => b.fit - a.fit || b.named - a.named)
  const [first] = all
  if (!first) return { is: 'none', why: headless }
  const chosen = ({ ledger }: Candidate): Choice => {
    const table = tableIn(sheet.text.rows, isKnownIn(ledger))
    return table ? { is: 'ledger', ledger, table } : { is: 'none', why: headless }
  }
  if (ledgers.length === 1) return chosen(first)
  const named = all.filter((one) => one.named > 0 && one.isWhole)
  const sure =
    surest(named, 2, 1) ?? (named.length === 0 ? (surest(all, 3, 2) ?? spokenOf(all)) : undefined)
  if (sure) return chosen(sure)
  if (first.fit < 2) return { is: 'none', why: headless }
  const names = (named.length > 1 ? named : all)
    .slice(0, 4)
    .map(({ ledger }) => `${ledger.label}（${ledger.name}）`)
  return {
    is: 'open',
    why: `どの台帳か決められません。近いのは ${names.join('、')} です。--ledger に台帳のキーを書いて、このシートだけを読み込んでください`,
  }
}

/** The one of some that has so many columns of its own and so many more than the next, or as many and more of its name. */
function surest(all: readonly Candidate[], least: number, ahead: number): Candidate | undefined {
  const [first, second] = all
  if (!first?.isWhole || first.fit < least) return undefined
  if (!second || first.fit - second.fit >= ahead) return first
  return first.fit === second.fit && first.named > second.named ? first : undefined
}

/** The one that has most columns of its own, one of which speaks of it: enough where nothing else names a sheet. */
function spokenOf([first, second]: readonly Candidate[]): Candidate | undefined {
  const isMost = first !== undefined && first.fit > (second?.fit ?? 0)
  return isMost && first.isWhole && first.fit >= 3 && first.isSpokenOf ? first : undefined
}

function isKnownIn({ row }: KeptLedger): (heading: string) => boolean {
  return (heading) => matchesOf(heading, row).length > 0
}

function candidateOf(sheet: GivenSheet, ledger: KeptLedger): Candidate | undefined {
  const head = headingsIn(sheet.text.rows, isKnownIn(ledger))
  if (!head) return undefined
  const keys = new Set(
    head.flatMap(({ text }) => matchesOf(text, ledger.row).map(({ key }) => key)),
  )
  const own = bareName(ledger.label)
  const isSpokenOf = head.some(({ text }) => isKnownIn(ledger)(text) && sharedTerms(text, own) > 0)
  const isWhole = Object.entries(ledger.row.fields).every(
    ([key, { required }]) => !required || key === 'id' || keys.has(key),
  )
  // What every ledger may have says nothing.
  for (const key of ['notes', 'source', 'basis', 'id']) if (!isOwn(key, ledger)) keys.delete(key)
  return { ledger, head, fit: keys.size, isWhole, isSpokenOf, named: namedIn(sheet, head, ledger) }
}

/** The id of an account is what the office calls the account. */
function isOwn(key: string, { row }: KeptLedger): boolean {
  return (row.fields[key]?.near?.length ?? 0) > 3
}

/** The longest name of a ledger on a sheet: in its name, above its table, else in the name of its file. */
function namedIn(
  { file, sheet = '', text }: GivenSheet,
  head: SheetTable['head'],
  { label, near }: KeptLedger,
): number {
  const names = [label, bareName(label), ...near].map(plainHeading)
  const longest = (written: string): number => {
    const plain = plainHeading(written)
    return names.reduce(
      (most, name) => (plain.includes(name) ? Math.max(most, name.length) : most),
      0,
    )
  }
  const own = longest([sheet, ...titlesOf(text.rows, { head })].join('\n'))
  return own > 0 ? own : longest(file)
}

/** 記録媒体 of 記録媒体台帳. */
function bareName(label: string): string {
  return label.replace(/(?:台帳|の記録|管理簿)$/u, '')
}

/** What stands above a table, each text once. */
export function titlesOf(
  rows: GivenSheet['text']['rows'],
  { head }: Pick<SheetTable, 'head'>,
): readonly string[] {
  const top = head.reduce(
    (least, { start, text }) => (text === '' ? least : Math.min(least, start)),
    Infinity,
  )
  const above = rows.filter((row) => (row[0]?.start ?? 0) < top && (row.at(-1)?.end ?? 0) < top)
  return [...new Set(above.flat().map(({ text }) => text.trim()))].filter((text) => text !== '')
}
