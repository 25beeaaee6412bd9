import { type Period, periodOf } from '../calendar/period.ts'
import { writeLimit } from '../japanese/date.ts'
import { joinAnd, joinOr } from '../japanese/list.ts'
import { dossierOf } from '../model/dossier.ts'
import type { WrittenPart } from '../model/part.ts'
import { nextMonths } from '../model/timing.ts'
import type { Writing } from './field.ts'
import { wordName } from './name.ts'
import { type Cycle, type Frequency, frequencyIn, isTime, type Occasion, plainly } from './value.ts'

/** The frequency of a duty; unstated where nothing says how often, or nobody wrote it down. */
export function frequencyOf(duty: WrittenPart): Frequency {
  return frequencyIn(duty.data['frequency']) ?? { kind: 'unstated' }
}

/** When, as the beginning of a sentence: 毎年度４月に, システムを変更したときは、７日以内に, 随時. */
export function whenClause(duty: WrittenPart, writing: Writing): string {
  const frequency = frequencyOf(duty)
  switch (frequency.kind) {
    case 'always':
      return '常に'
    case 'asNeeded':
      return joinClauses(plainly.asNeeded, timingClause(duty))
    case 'periodic':
      return joinClauses('定期に', timingClause(duty))
    case 'unstated':
      return timingClause(duty)
    case 'every':
      return everyClause(duty, frequency, writing)
    case 'event':
      return eventClause(duty, frequency, writing)
  }
}

/** When, in a cell of a table: 毎年度（４月）, 障害の発生から７日以内, 契約の開始の14日前まで, 随時. */
export function whenLabel(duty: WrittenPart, writing: Writing): string {
  const frequency = frequencyOf(duty)
  switch (frequency.kind) {
    case 'always':
    case 'asNeeded':
    case 'periodic':
      return labelled(plainly[frequency.kind], timingOf(duty))
    case 'unstated':
      return labelled(duty.written('frequency') ? plainly.unstated : '頻度は不明', timingOf(duty))
    case 'every':
      return labelled(cycle(frequency, writing, ''), timingOf(duty))
    case 'event': {
      const name = nameOfEvent(duty, frequency)
      const limit = writeLimit(frequency, writing.period)
      if (limit !== '') return `${name}${frequency.before ? 'の' : 'から'}${limit}`
      return labelled(isTime(name) ? name : `${name}のとき`, timingOf(duty))
    }
  }
}

/** By when, of a report, a step or a confirmation: 10日以内; empty where nothing is said. */
export function deadlineOf(part: WrittenPart, writing: Writing, particle = ''): string {
  const within = periodOf(part.data['within'])
  return within ? `${writing.period(within)}以内${particle}` : ''
}

/** The months and the day that a duty names: ５月から６月まで, ４月10日まで. */
function timingOf(duty: WrittenPart): string {
  const timing = duty.part('timing')
  if (!timing) return ''
  const text = timing.writtenText('text')
  if (text !== undefined) return text
  const months = monthsOf(duty)
  const day = timing.number('dueDay')
  const after = timing.written('monthsAfter') ? timing.number('monthsAfter') : undefined
  if (after !== undefined)
    return `${afterTurn(after)}の${day === undefined ? '末' : `${day}`}日まで`
  if (months.length === 0) return day === undefined ? '' : `${day}日まで`
  const last = months.at(-1) ?? 0
  if (day !== undefined && months.length === 1) return `${last}月${day}日まで`
  const isRun =
    months.length > 1 && months.every((month, at) => at === 0 || follows(months[at - 1], month))
  const written = isRun
    ? `${months[0] ?? 0}月から${last}月まで`
    : joinAnd(months.map((month) => `${month}月`))
  return day === undefined ? written : `${written}の${day}日まで`
}

/** How many months after the turn of a cycle, in words: 翌月, 翌々月, 期間の終わりから3か月後. */
function afterTurn(months: number): string {
  return nextMonths[months - 1] ?? `期間の終わりから${months}か月後`
}

/** The months that a duty names, in the order of the fiscal year. */
export function monthsOf(duty: WrittenPart): readonly number[] {
  const timing = duty.part('timing')
  const months = timing?.written('months') ? timing.field('months') : []
  // The schema has said that they are numbers from 1 to 12.
  return [...new Set(months as readonly number[])].sort((a, b) => ((a + 8) % 12) - ((b + 8) % 12))
}

function follows(earlier: number | undefined, later: number): boolean {
  return earlier !== undefined && (earlier % 12) + 1 === later
}

/** Whether named months say how often a year it is (毎年度５月及び11月に); more than one turn needs all of them. */
export function isSaidByMonths(duty: WrittenPart, period: Period): boolean {
  const turns = period.days === 0 && period.months > 0 ? 12 / period.months : 0
  return turns >= 1 && turns === monthsOf(duty).length
}

function everyClause(duty: WrittenPart, frequency: Cycle, writing: Writing): string {
  const year = isFiscal(frequency) ? '毎年度' : '毎年'
  const often = isSaidByMonths(duty, frequency.period) ? year : cycle(frequency, writing, 'に')
  return joinClauses(often, timingClause(duty))
}

/** 毎年度, 毎月, 四半期ごとに, ６か月に１回 */
function cycle(frequency: Cycle, writing: Writing, particle: string): string {
  const { period, counted } = frequency
  if (period.days === 0 && period.months === 12 && counted !== 'since') {
    return isFiscal(frequency) ? '毎年度' : '毎年'
  }
  if (period.days === 0 && period.months === 1) return '毎月'
  if (period.months === 0 && period.days === 1) return '毎日'
  if (period.officeDays === 1) return '毎開庁日'
  if (period.months === 0 && period.days === 7) return '毎週'
  if (period.days === 0 && period.months === 3 && isFiscal(frequency))
    return `四半期ごと${particle}`
  return writing.text(`${writing.period(period)}に1回`)
}

/** Turns are those of the fiscal year where nothing else is said. */
function isFiscal({ counted = 'fiscalYear' }: Cycle): boolean {
  return counted === 'fiscalYear'
}

function eventClause(duty: WrittenPart, frequency: Occasion, writing: Writing): string {
  const name = nameOfEvent(duty, frequency)
  const limit = writeLimit(frequency, writing.period)
  if (frequency.before) return `${isTime(name) ? name : `${name}のとき`}の${limit}に`
  const then = limit === '' ? timingClause(duty) : `${limit}に`
  const occasion = isTime(name) ? `${name}は` : `${occasionOf(name, limit !== '')}ときは`
  return then === '' ? occasion : `${occasion}、${then}`
}

function nameOfEvent(duty: WrittenPart, frequency: Occasion): string {
  const { event, isOwn } = frequency
  return isOwn ? event : wordName(dossierOf(duty), 'events', event)
}

/**
 * The name of an event as a condition: 障害の発生 → 障害が発生した, 契約の開始 → 契約を開始する (した where a
 * deadline runs from it), 人事異動・退職 → 人事異動又は退職があった.
 */
function occasionOf(name: string, isOver: boolean): string {
  const match = /^(?<what>.+)の(?<change>発生|終了|完了|公表|改正|改定|変更|更新|開始)$/u.exec(name)
  const { what = '', change = '' } = match?.groups ?? {}
  if (what === '年度') return '年度が始まった'
  switch (change) {
    case '発生':
    case '終了':
    case '完了':
      return `${what}が${change}した`
    case '公表':
    case '改正':
    case '改定':
      return `${what}が${change}された`
    case '変更':
    case '更新':
    case '開始':
      return `${what}を${change}${isOver ? 'した' : 'する'}`
    default:
      return `${joinOr(name.split('・'))}${/受渡し|返却|廃棄/.test(name) && !isOver ? 'をする' : 'があった'}`
  }
}

/** The months that a duty names, as the beginning of a sentence: ５月から６月までに. */
export function timingClause(duty: WrittenPart): string {
  const timing = timingOf(duty)
  return timing === '' || /(?:に|は|において)$/.test(timing) ? timing : `${timing}に`
}

function joinClauses(first: string, second: string): string {
  if (second === '') return first
  return /^毎(?:年|年度|月)$/.test(first) ? first + second : `${first}、${second}`
}

function labelled(label: string, more: string): string {
  return more === '' ? label : `${label}（${more}）`
}
