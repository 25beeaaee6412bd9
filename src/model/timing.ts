import { addDays, addMonths, addPeriod, type Day, makeDay, partsOf } from '../calendar/day.ts'
import { monthRange } from '../calendar/fiscal.ts'
import { Period } from '../calendar/period.ts'
import { type Counted, type Window, windows } from '../calendar/window.ts'
import { afterTurnIn, saysEachOfficeDay } from '../japanese/cycle.ts'
import type { Part } from './part.ts'
import type { Reading } from './reading.ts'

/**
 * The interval of a duty. What is written to be done every day is done on the days of work where its text, or what it
 * says of when, names those days.
 */
export function cycleOf<R extends Reading>(duty: Part<R>): Period | undefined {
  const every = duty.part('frequency')?.writtenPeriod('every')
  if (every?.compareCertain(aDay) !== 0) return every
  const said = [duty.writtenText('text'), duty.part('timing')?.writtenText('text')]
  return said.some((text) => text !== undefined && saysEachOfficeDay(text)) ? aDayOfWork : every
}

const aDay = new Period(0, 1)
const aDayOfWork = new Period(0, 0, 0, 1)

/** The last day for the turn of a window: its timing narrows the window, or has the work done after it. */
export function dueDay<R extends Reading>(window: Window, duty: Part<R>): Day {
  const timing = duty.part('timing')
  const after = timing && afterTurn(timing)
  if (after) return dayAfterTurn(window, after)
  const months = timing?.field('months')
  if (!timing || !Array.isArray(months) || months.length === 0) return window.to
  const end = monthEnds(window).findLast((one) => months.includes(partsOf(one).month))
  if (end === undefined) return window.to
  const { year, month, day } = partsOf(end)
  return makeDay(year, month, Math.min(timing.number('dueDay') ?? day, day)) ?? end
}

interface AfterTurn {
  readonly months: number
  readonly day: number
}

/** How many months after a turn its work is due, and on which day, where a timing says so: 翌月10日まで. */
function afterTurn<R extends Reading>(timing: Part<R>): AfterTurn | undefined {
  const said = afterTurnIn(timing.writtenText('text') ?? '')
  const months = timing.written('monthsAfter') ? timing.number('monthsAfter') : said?.months
  if (months === undefined) return undefined
  const day = timing.written('dueDay') ? timing.number('dueDay') : said?.day
  return { months, day: day ?? 31 }
}

function dayAfterTurn({ to }: Window, { months, day }: AfterTurn): Day {
  const end = partsOf(to)
  const month = monthRange(end.year, end.month + months, 1)
  if (!month) return to
  const last = partsOf(month.to)
  return makeDay(last.year, last.month, Math.min(day, last.day)) ?? month.to
}

/** What the months after a turn are called, as far as they have names. */
export const nextMonths = ['翌月', '翌々月'] as const

/** The day for each turn in words: 翌月10日, 翌々月末日, 行う月の15日. */
export function dueTextOf(timing: Part): string {
  const after = afterTurn(timing)
  const month = after ? (nextMonths[after.months - 1] ?? `${after.months}か月後`) : '行う月の'
  const day = after?.day ?? timing.number('dueDay') ?? 31
  return `${month}${day === 31 ? '末日' : `${day}日`}`
}

/** Whether the work of each turn is done after it. */
export function isDoneAfterwards(duty: Part): boolean {
  const timing = duty.part('timing')
  return timing !== undefined && afterTurn(timing) !== undefined
}

function monthEnds(window: Window): readonly Day[] {
  const ends: Day[] = []
  for (let first = window.from; first <= window.to; first = addMonths(first, 1)) {
    const { year, month } = partsOf(first)
    const end = monthRange(year, month, 1)?.to
    if (end !== undefined && end <= window.to) ends.push(end)
  }
  return ends
}

/** Far enough to hold the first whole turn of any cycle, however it is counted. */
const sight = new Period(12, 0)

/**
 * The last day for doing a duty the first time when it begins to hold on a day: the end of its first
 * whole turn, or of the months named for it. Undefined where it follows an event or has no cycle.
 */
export function firstDue<R extends Reading>(duty: Part<R>, from: Day): Day | undefined {
  const frequency = duty.part('frequency')
  const every = cycleOf(duty)
  if (!frequency || !every) return undefined
  const counted = (frequency.text('counted') ?? 'fiscalYear') as Counted
  const end = addPeriod(addPeriod(addPeriod(from, every), every), sight)
  const [first] = windows(every, counted, from, from, end)
  return first ? dueDay(first, duty) : addDays(addPeriod(from, every), -1)
}
