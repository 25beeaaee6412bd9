import type { Period } from '../../calendar/period.ts'
import { joinAnd, joinOr } from '../../japanese/list.ts'
import { dossierOf } from '../../model/dossier.ts'
import type { WrittenPart } from '../../model/part.ts'
import { wordName } from './name.ts'
import type { Style } from './style.ts'
import { numberIf, partIf, periodIf, textIf } from './written.ts'

/** When a duty is done. */
export type Frequency =
  | { readonly kind: 'always' | 'asNeeded' }
  | { readonly kind: 'every'; readonly period: Period; readonly counted: string }
  | { readonly kind: 'event'; readonly event: string; readonly within: Period | undefined }

/** The frequency of a duty as written. */
export function frequencyOf(duty: WrittenPart): Frequency {
  const frequency = duty.part('frequency')
  const period = frequency && periodIf(frequency, 'every')
  if (frequency && period) {
    return { kind: 'every', period, counted: textIf(frequency, 'counted') ?? 'fiscalYear' }
  }
  const event = frequency && textIf(frequency, 'on')
  if (frequency && event !== undefined) {
    return { kind: 'event', event, within: periodIf(frequency, 'within') }
  }
  return { kind: frequency?.data['word'] === 'always' ? 'always' : 'asNeeded' }
}

/** When, as the beginning of a sentence: 毎年度４月に, システムを変更したときは、７日以内に, 随時. */
export function whenClause(duty: WrittenPart, style: Style): string {
  const frequency = frequencyOf(duty)
  switch (frequency.kind) {
    case 'always':
      return '常に'
    case 'asNeeded':
      return joinClauses('随時', timingClause(duty))
    case 'every':
      return everyClause(duty, frequency.period, frequency.counted, style)
    case 'event':
      return eventClause(duty, frequency.event, frequency.within, style)
  }
}

/** When, in a cell of a table: 毎年度（４月）, 障害の発生のとき（７日以内）, 随時. */
export function whenLabel(duty: WrittenPart, style: Style): string {
  const frequency = frequencyOf(duty)
  switch (frequency.kind) {
    case 'always':
      return '常時'
    case 'asNeeded':
      return labelled('随時', timingOf(duty))
    case 'every':
      return labelled(cycle(frequency.period, frequency.counted, style, ''), timingOf(duty))
    case 'event': {
      const { event, within } = frequency
      const name = wordName(dossierOf(duty), 'events', event)
      return labelled(`${name}のとき`, within ? `${style.period(within)}以内` : timingOf(duty))
    }
  }
}

/** The months and the day that a duty names: ５月から６月まで, ４月10日まで. */
export function timingOf(duty: WrittenPart): string {
  const timing = partIf(duty, 'timing')
  if (!timing) return ''
  const text = textIf(timing, 'text')
  if (text !== undefined) return text
  const months = monthsOf(duty)
  const day = numberIf(timing, 'dueDay')
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

/** The months that a duty names, in the order of the fiscal year. */
export function monthsOf(duty: WrittenPart): readonly number[] {
  const timing = partIf(duty, 'timing')
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

function everyClause(duty: WrittenPart, period: Period, counted: string, style: Style): string {
  const timing = timingOf(duty)
  const year = counted === 'fiscalYear' ? '毎年度' : '毎年'
  const often = isSaidByMonths(duty, period) ? year : cycle(period, counted, style, 'に')
  return joinClauses(often, withParticle(timing))
}

/** 毎年度, 毎月, 四半期ごとに, ６か月に１回 */
function cycle(period: Period, counted: string, style: Style, particle: string): string {
  if (period.days === 0 && period.months === 12 && counted !== 'since') {
    return counted === 'fiscalYear' ? '毎年度' : '毎年'
  }
  if (period.days === 0 && period.months === 1) return '毎月'
  if (period.months === 0 && period.days === 1) return '毎日'
  if (period.months === 0 && period.days === 7) return '毎週'
  if (period.days === 0 && period.months === 3 && counted === 'fiscalYear') {
    return `四半期ごと${particle}`
  }
  return style.text(`${style.period(period)}に1回`)
}

function eventClause(
  duty: WrittenPart,
  event: string,
  within: Period | undefined,
  style: Style,
): string {
  const name = wordName(dossierOf(duty), 'events', event)
  const timing = timingOf(duty)
  const then = within ? `${style.period(within)}以内に` : withParticle(timing)
  const occasion = `${occasionOf(name, within !== undefined)}ときは`
  return then === '' ? occasion : `${occasion}、${then}`
}

/**
 * The name of an event as a condition: 障害の発生 → 障害が発生した, 契約の開始 → 契約を開始する (した where a
 * deadline runs from it), 人事異動・退職 → 人事異動又は退職があった.
 */
function occasionOf(name: string, isOver: boolean): string {
  const match = /^(?<what>.+)の(?<change>発生|終了|完了|公表|改定|変更|更新|開始)$/u.exec(name)
  const { what = '', change = '' } = match?.groups ?? {}
  if (what === '年度') return '年度が始まった'
  switch (change) {
    case '発生':
    case '終了':
    case '完了':
      return `${what}が${change}した`
    case '公表':
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
  return withParticle(timingOf(duty))
}

function withParticle(timing: string): string {
  return timing === '' || /(?:に|は|において)$/.test(timing) ? timing : `${timing}に`
}

function joinClauses(first: string, second: string): string {
  if (second === '') return first
  return /^毎(?:年|年度|月)$/.test(first) ? first + second : `${first}、${second}`
}

function labelled(label: string, more: string): string {
  return more === '' ? label : `${label}（${more}）`
}
