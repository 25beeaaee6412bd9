import { type Day, parseDay } from '../calendar/day.ts'
import { periodOf } from '../calendar/period.ts'
import type { Change } from '../finding/change.ts'
import { writeDayOfEra, writePeriod } from '../japanese/date.ts'
import { joinList } from '../japanese/list.ts'
import { letterEnding, modalityOf, perform, suru } from '../japanese/verb.ts'
import { isMapping } from '../schema/variant.ts'
import { howSoon } from './field.ts'
import { frequencyIn, howOften, type Names, notWritten } from './value.ts'

/**
 * A duty as a notice tells of it. A notice is a file that quotes the procedure it was made from, so it
 * calls a duty and its records by their names, where a document turns them into one sentence.
 */
export interface NoticedDuty extends Names {
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
}

/** 利用所管管理者は、令和6年3月1日から、1年に1回、「ユーザIDの点検」を行わなければなりません。 */
export function dutyInNotice(
  duty: NoticedDuty,
  performers: readonly string[],
  from: Day,
  { quotes }: { readonly quotes: boolean },
): string {
  const { record, text } = duty.data
  const when = whenOf(duty)
  const how = `${when === '' ? '' : `${when}、`}「${duty.name}」を${letterEnding(perform, modalityOf(duty))}`
  return [
    `${joinList(performers)}は、${writeDayOfEra(from)}から、${how}`,
    typeof record === 'string'
      ? `行ったことは、「${record}」に${letterEnding(suru('記録'), 'must')}`
      : '',
    quotes && typeof text === 'string' ? `実施手順の定めは、「${text.trim()}」です。` : '',
  ].join('')
}

/** 結果は、1か月以内に業務管理者へ報告しなければなりません。 Undefined where nobody is reported to. */
export function reportInNotice({ data, nameOf }: NoticedDuty): string | undefined {
  const reports: unknown = data['reportTo']
  if (!Array.isArray(reports) || reports.length === 0) return undefined
  return reports
    .filter(isMapping)
    .map(({ role, within, record }) => {
      const period = periodOf(within)
      const soon = period ? `${writePeriod(period)}以内に` : '速やかに'
      const form = typeof record === 'string' ? `、「${record}」により、` : ''
      return `結果は、${soon}${form}${nameOf(['role'], String(role))}へ${letterEnding(suru('報告'), 'must')}`
    })
    .join('')
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
    return grade === 'relaxed'
      ? `${title}が認められます（${is}）。`
      : `${title}が加わります（${is}）。`
  }
  if (is === undefined) {
    return `${title}はなくなります${was === undefined ? '' : `（これまで: ${was}）`}。`
  }
  return `${title}が、「${was ?? ''}」から「${is}」に変わります。`
}

/** A day as letters write it; what is no day stays as it is. */
export function letterDay(day: string): string {
  const read = parseDay(day)
  return read === undefined ? day : writeDayOfEra(read)
}

/** 1年に1回（5月、6月）, 人事異動の都度、14日以内に, 常時; empty where nothing says when. */
function whenOf(duty: NoticedDuty): string {
  const { frequency: written, timing } = duty.data
  const frequency = frequencyIn(written)
  const months = isMapping(timing) && Array.isArray(timing['months']) ? timing['months'] : []
  const soon = frequency ? howSoon(frequency) : ''
  return [
    frequency ? howOften(frequency, duty) : '',
    soon === '' ? '' : `${soon}に`,
    months.length > 0 ? `（${months.map((one) => `${String(one)}月`).join('、')}）` : '',
  ].join('')
}

/** A value as a letter has it: a day by the era, as all others in the letter; undefined where nothing was written. */
function inLetter(value: string | undefined): string | undefined {
  if (value === notWritten) return undefined
  return value !== undefined && /^\d{4}年\d{1,2}月\d{1,2}日$/.test(value) ? letterDay(value) : value
}
