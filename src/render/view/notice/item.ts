import { itemNumber } from '../../../japanese/numbering.ts'
import { modalityOf } from '../../../japanese/verb.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { dutyInLetter } from '../../../words/duty.ts'
import { labelIn } from '../../../words/field.ts'
import { headingOf } from '../../../words/name.ts'
import { sourceOf } from '../../trace.ts'
import { dutyLine } from '../duty-line.ts'
import type { Style } from '../style.ts'
import { type Announced, announcedDuty } from './edition.ts'

/** One numbered matter below 記. */
export interface NoticeItemText {
  readonly number: string
  readonly heading: string
  /** What the reader has to do, in the words of a letter. */
  readonly lines: readonly string[]
  /** What differs in the duty, where both editions are at hand. */
  readonly changes: readonly NoticeChangeText[]
  /** How many lines the table of changes has, for the cell of the day. */
  readonly changeCount: string
  /** 適用日 */
  readonly from: string
  readonly details: readonly NoticeDetailText[]
  readonly source: string
}

/** 行う時期: 毎年度２月 → 四半期ごと */
export interface NoticeChangeText {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** 適用日 令和６年３月１日 */
export interface NoticeDetailText {
  readonly number: string
  readonly label: string
  readonly text: string
}

/** The matters of a notice for one addressee, numbered. */
export function noticeItems(
  notice: WrittenPart,
  statements: readonly WrittenPart[],
  style: Style,
): readonly NoticeItemText[] {
  return statements.map((statement, at) => {
    const duty = statement.written('duty') ? announcedDuty(notice, statement) : undefined
    const shown = duty?.after ?? duty?.before
    const lines = linesOf(statement, duty?.after, style)
    const changes = duty ? changesOf(duty, style) : []
    const start = startOf(notice, statement, duty)
    const hasTable = changes.length > 0
    const said = [...lines, ...changes.map(({ after }) => after)].join('\n')
    const details = detailsOf(statement, duty, style).filter(
      ([label, text]) => text !== '' && !isSaid(label, text, said, hasTable),
    )
    const from = start === undefined || !shown ? '' : style.day(start)
    return {
      // What stands alone is not counted.
      number: statements.length > 1 ? style.number(at + 1) : '',
      heading: style.text(
        shown ? headingOf(shown) : statements.length > 1 ? topicOf(statement) : '',
      ),
      lines: lines.map(style.text),
      changes,
      changeCount: String(changes.length),
      from,
      details: numbered(
        [...(hasTable || from === '' ? [] : [['適用日', from] as const]), ...details],
        style,
      ),
      source: sourceOf(statement),
    }
  })
}

/** The details of a matter, counted where there are several. */
function numbered(details: readonly Detail[], style: Style): readonly NoticeDetailText[] {
  return details.map(([label, text], at) => ({
    // A letter is no rule: its numbers do not follow the custom for 号.
    number:
      details.length > 1 ? itemNumber('parenthesised', 0, at + 1, style.conventions.digits) : '',
    label,
    text: style.text(text),
  }))
}

/** A sentence that the words of the notice have already, or a cell of the table, is not said again. */
function isSaid(label: string, text: string, said: string, hasTable: boolean): boolean {
  if (text.endsWith('。')) return said.includes(text)
  return hasTable && label === '記録' && said.includes(text)
}

/** What differs between the editions, each in the words of a table. */
function changesOf({ before, after, isNew }: Announced, style: Style): readonly NoticeChangeText[] {
  if ((!before && !isNew) || !after) return []
  const [was, is] = [before && dutyLine(before, style), dutyLine(after, style)]
  const rows: readonly (readonly [
    string,
    keyof typeof is & ('performers' | 'when' | 'record' | 'reports' | 'confirms'),
  ])[] = [
    ['担当する者', 'performers'],
    ['行う時期', 'when'],
    ['記録', 'record'],
    ['報告先', 'reports'],
    ['確認する者', 'confirms'],
  ]
  return rows
    .map(([label, field]) => ({
      label,
      before: was ? was[field] || none : '（新設）',
      after: is[field] || none,
    }))
    .filter((row) => row.before !== row.after && !(isNew && row.after === none))
}

const none = '―'

/**
 * The words of the notice. What is a duty must read as one: where they do not say so, the duty itself
 * stands before them, so that 「できます」 never stands alone for what has to be done.
 */
function linesOf(
  statement: WrittenPart,
  duty: WrittenPart | undefined,
  style: Style,
): readonly string[] {
  const lines = (statement.writtenText('text') ?? '')
    .split(/\r?\n/)
    .flatMap(shortLines)
    .filter((line) => line !== '')
  const isTheirs = statement.writtenText('effect') !== 'lost'
  const isBinding = duty !== undefined && isTheirs && modalityOf(duty) === 'must'
  return isBinding && !lines.join('').includes('なければなりません')
    ? [dutyInLetter(duty, style), ...lines]
    : lines
}

/** A line as it is; one that nobody reads to its end, sentence by sentence. */
function shortLines(line: string): readonly string[] {
  const text = line.trim()
  return text.length <= readable ? [text] : sentencesOf(text)
}

/** Full stops inside brackets are not those of the sentence around them. */
function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = []
  let sentence = ''
  let depth = 0
  for (const sign of text) {
    if ('「（'.includes(sign)) depth += 1
    if ('」）'.includes(sign)) depth = Math.max(0, depth - 1)
    sentence += sign
    if (sign !== '。' || depth > 0) continue
    sentences.push(sentence)
    sentence = ''
  }
  return sentence === '' ? sentences : [...sentences, sentence]
}

const readable = 160

type Detail = readonly [label: string, text: string]

function detailsOf(
  statement: WrittenPart,
  duty: Announced | undefined,
  style: Style,
): readonly Detail[] {
  const now = duty?.after && dutyLine(duty.after, style)
  const due = statement.writtenText('due')
  const effect = statement.writtenText('effect')
  return [
    ['影響', effect === undefined || effect === 'changed' ? '' : effectOf(statement, effect)],
    ['初めに行うこと', statement.writtenText('first') ?? ''],
    ['最初の期限', due === undefined ? '' : `${style.day(due)}まで`],
    ['記録', statement.writtenText('record') ?? now?.record ?? ''],
    ['報告', statement.writtenText('reportHow') ?? now?.reports ?? ''],
  ]
}

/** 新たに担う業務です。 A text that is no duty's is of a matter: 内容が変わる事項です。 */
function effectOf(statement: WrittenPart, effect: string): string {
  return `${labelIn(statement.shape, 'effect', effect)}${statement.written('duty') ? '業務' : '事項'}です。`
}

/** The day it begins for the reader: as the notice says, else the duty's own, else that of the revision. */
function startOf(
  notice: WrittenPart,
  statement: WrittenPart,
  duty: Announced | undefined,
): string | undefined {
  const said = statement.writtenText('from')
  const announced = (notice.data['announces'] as { to?: string } | undefined)?.to
  const since = duty?.after?.writtenText('since')
  if (said !== undefined || !since || announced === undefined) return said ?? announced
  return since > announced ? since : announced
}

function topicOf(statement: WrittenPart): string {
  switch (statement.writtenText('about')) {
    case 'procedure':
      return '実施手順の全体'
    case 'system':
      return 'システムの機能や操作'
    default:
      return 'お知らせ'
  }
}
