import { itemNumber } from '../../../japanese/numbering.ts'
import { modalityOf } from '../../../japanese/verb.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { dutyInLetter, subjectOf } from '../../../words/duty.ts'
import { labelIn } from '../../../words/field.ts'
import { headingOf } from '../../../words/name.ts'
import { whenClause } from '../../../words/when.ts'
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
  readonly details: readonly NoticeDetailText[]
  readonly source: string
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
    // A sentence that the words of the notice have already is not said again.
    const isUnsaid = ([, text]: Detail): boolean =>
      text !== '' && !(text.endsWith('。') && lines.join('').includes(text))
    const details = detailsOf(notice, statement, duty, style).filter(isUnsaid)
    return {
      number: style.number(at + 1),
      heading: style.text(shown ? headingOf(shown) : topicOf(statement)),
      lines: lines.map(style.text),
      details: details.map(([label, text], index) => ({
        // A letter is no rule: its numbers do not follow the custom for 号.
        number: itemNumber('parenthesised', 0, index + 1, style.conventions.digits),
        label,
        text: style.text(text),
      })),
      source: sourceOf(statement),
    }
  })
}

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
  notice: WrittenPart,
  statement: WrittenPart,
  duty: Announced | undefined,
  style: Style,
): readonly Detail[] {
  const now = duty?.after && dutyLine(duty.after, style)
  const due = statement.writtenText('due')
  const contact = statement.writtenText('contact')
  const reports = statement.writtenText('reportHow') ?? now?.reports ?? ''
  const start = statement.writtenText('from') ?? (duty ? startOf(notice, duty.after) : undefined)
  const effect = statement.writtenText('effect')
  const first = statement.writtenText('first') ?? ''
  const isNew = duty?.isNew ?? false
  return [
    ['影響', effect === undefined ? '' : effectOf(statement, effect)],
    ['これまで', duty?.before ? whoAndWhen(duty.before, style, 'before') : isNew ? '（新設）' : ''],
    ['これから', duty?.after ? whoAndWhen(duty.after, style, 'after') : ''],
    ['いつから', start === undefined ? '' : style.day(start)],
    ['初めに行うこと', first],
    ['最初の期限', due === undefined ? '' : `${style.day(due)}まで`],
    ['記録', statement.writtenText('record') ?? now?.record ?? ''],
    ['報告', reports],
    ['問合せ先', contact ?? ''],
  ]
}

/** 新たに担う業務です。 A text that is no duty's is of a matter: 内容が変わる事項です。 */
function effectOf(statement: WrittenPart, effect: string): string {
  return `${labelIn(statement.shape, 'effect', effect)}${statement.written('duty') ? '業務' : '事項'}です。`
}

/** 業務管理者が、毎年度２月に行います。 What was so until now is past. */
function whoAndWhen(duty: WrittenPart, style: Style, side: 'before' | 'after'): string {
  const when = whenClause(duty, style).replace(/ときは$/, 'ときに')
  return `${subjectOf(duty)}が、${when}${side === 'before' ? '行っていました' : '行います'}。`
}

/** The day the duty begins for the reader: its own, else that of the revision. */
function startOf(notice: WrittenPart, duty: WrittenPart | undefined): string | undefined {
  const announced = (notice.data['announces'] as { to?: string } | undefined)?.to
  const since = duty?.writtenText('since')
  return since !== undefined && announced !== undefined && since > announced ? since : announced
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
