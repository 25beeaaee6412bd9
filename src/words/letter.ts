import { parseDay } from '../calendar/day.ts'
import type { Change } from '../finding/change.ts'
import { writeDayOfEra, writePeriod } from '../japanese/date.ts'
import { joinAnd } from '../japanese/list.ts'
import { letterEnding, suru } from '../japanese/verb.ts'
import type { WrittenPart } from '../model/part.ts'
import { dutyInNotice, reportClause } from './duty.ts'
import type { Writing } from './field.ts'
import { roleName } from './name.ts'
import { notWritten } from './value.ts'
import { deadlineOf } from './when.ts'

/** The writing of a letter before it is a document: days by the era, digits as they are typed. */
const letterWriting: Writing = {
  day: letterDay,
  period: writePeriod,
  text: (sentence) => sentence,
}

/**
 * A duty as a notice tells those who hold some of its roles: what they do, when, on which record, to whom
 * they report; what of it is theirs, and what they confirm.
 */
export function dutyParagraph(
  duty: WrittenPart,
  held: readonly WrittenPart[],
  from: string,
): string {
  const by = joinAnd(held.map(roleName))
  return [
    dutyInNotice(duty, letterWriting, { by, from: letterDay(from) }),
    reportInNotice(duty, held) ?? '',
    ...held.map((role) => shareOf(duty, role)),
    confirmationOf(duty, held),
  ].join('')
}

/**
 * その結果を、点検票により、14日以内に業務管理者へ報告しなければなりません。 Nobody reports to itself; undefined
 * where nobody else is reported to.
 */
export function reportInNotice(
  duty: WrittenPart,
  held: readonly WrittenPart[],
): string | undefined {
  const own = new Set(held.map(({ key }) => key))
  const reports = duty.parts('reportTo').filter(({ data }) => !own.has(String(data['role'])))
  if (reports.length === 0) return undefined
  return reports
    .map((one) => reportClause(one, letterWriting) + letterEnding(suru('報告'), 'must'))
    .join('')
}

/** このうち利用所管管理者が受け持つのは、自課のIDを名簿と突き合わせることです。 */
function shareOf(duty: WrittenPart, role: WrittenPart): string {
  const tasks = duty.parts('split').filter(({ data }) => data['role'] === role.key)
  const texts = tasks.flatMap((one) => one.writtenText('does')?.replace(/。$/, '') ?? [])
  if (texts.length === 0) return ''
  const matters = texts.map((text) => (/[うくぐすつぬぶむる]$/.test(text) ? `${text}こと` : text))
  return `このうち${roleName(role)}が受け持つのは、${joinAnd(matters)}です。`
}

function confirmationOf(duty: WrittenPart, held: readonly WrittenPart[]): string {
  const confirm = duty.part('confirm')
  if (!confirm || !held.some(({ key }) => key === confirm.data['by'])) return ''
  const soon = deadlineOf(confirm, letterWriting, 'に')
  return `報告を受けたときは、${soon}その内容を${letterEnding(suru('確認'), 'must')}`
}

/** What a change says, as news: …が、「1年に1回」から「6か月に1回」に変わります。 */
export function changeInNotice({
  title,
  before,
  after,
  grade,
  kind,
}: Pick<Change, 'title' | 'before' | 'after' | 'grade' | 'kind'>): string {
  if (kind.startsWith('chain.reach') || kind.startsWith('chain.bottleneck')) {
    return `${title}は、これまで「${before?.value ?? ''}」でしたが、「${after?.value ?? ''}」に変わります。`
  }
  const [was, is] = [inLetter(before?.value), inLetter(after?.value)]
  if (was === undefined && is !== undefined) {
    return `${title}が${grade === 'relaxed' ? '認められます' : '加わります'}${aside(is)}。`
  }
  if (is === undefined) {
    return `${title}はなくなります${was === undefined ? '' : aside(was, 'これまでは、')}。`
  }
  return `${title}が、「${was ?? ''}」から「${is}」に変わります。`
}

/** A value in brackets; what is itself a list of facts is left to the text that is announced. */
function aside(value: string, lead = ''): string {
  return isPlainValue(value) ? `（${lead}${value}）` : ''
}

/** Whether a value can stand within a sentence: neither a sentence of its own nor an element in short. */
export function isPlainValue(value: string): boolean {
  return value.length <= longestAside && !/: |。./.test(value)
}

const longestAside = 40

/** A day as letters write it; what is no day stays as it is. */
export function letterDay(day: string): string {
  const read = parseDay(day)
  return read === undefined ? day : writeDayOfEra(read)
}

/** A value as a letter has it: a day by the era, as all others in the letter; undefined where nothing was written. */
function inLetter(value: string | undefined): string | undefined {
  if (value === notWritten) return undefined
  return value !== undefined && /^\d{4}年\d{1,2}月\d{1,2}日$/.test(value) ? letterDay(value) : value
}
