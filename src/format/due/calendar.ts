import ical, { ICalAlarmType, ICalEventRepeatingFreq } from 'ical-generator'
import type { DueItem, DueReport } from '../../finding/due.ts'
import { writeDayText } from '../../japanese/date.ts'
import { visibleLine } from '../text/visible.ts'
import { itemText, systemName, whomText } from './words.ts'

/**
 * What falls due as a calendar that others subscribe to: an entry of a whole day for the last day of each, known
 * again by its id. What nobody knows to be open stands in no calendar. The same report gives the same bytes.
 */
export function dueCalendar(report: DueReport): string {
  const calendar = ical({
    name: '情報セキュリティの期限',
    prodId: { company: 'policy-lint', product: 'due', language: 'JA' },
  })
  for (const item of report.items) {
    if (item.state !== 'unrecorded') calendar.createEvent(entryOf(item, report))
  }
  return `${calendar.toString()}\r\n`
}

function entryOf(item: DueItem, report: DueReport) {
  const { id, due, run, kind, state } = item
  return {
    id: `${id}@policy-lint`,
    start: midnight(due),
    end: dayAfter(due),
    allDay: true,
    stamp: midnight(asOfOf(item, report)),
    summary: visibleLine(`${state === 'overdue' ? '【期限超過】' : ''}${itemText(item)}`),
    description: aboutText(item, report),
    categories: [{ name: state === 'overdue' ? '期限超過' : '期限' }],
    ...(run && {
      repeating: { freq: ICalEventRepeatingFreq.DAILY, interval: run.days, count: run.turns },
    }),
    // What is done every few days needs no alarm a week before, and what is over comes too late for one.
    alarms:
      run || state === 'overdue'
        ? []
        : [{ type: ICalAlarmType.display, trigger: kind === 'reminder' ? 0 : week }],
  }
}

/** In seconds before the day begins. */
const week = 7 * 24 * 60 * 60

function aboutText(item: DueItem, report: DueReport): string {
  const { from, due, record, system } = item
  return [
    `システム ${systemName(report, item)}（${system}）`,
    `担当 ${whomText(item)}`,
    `期限 ${writeDayText(due)}`,
    ...(from === null || from === due ? [] : [`${writeDayText(from)}から行えます`]),
    ...(record === null ? [] : [`記録 ${record}`]),
  ]
    .map(visibleLine)
    .join('\n')
}

/** The day a system was looked at stands for the clock, so that the same files give the same calendar. */
function asOfOf({ system }: DueItem, { systems, asOf }: DueReport): string {
  return systems.find((one) => one.system === system)?.asOf ?? asOf
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

function dayAfter(day: string): Date {
  return new Date(midnight(day).getTime() + 24 * 60 * 60 * 1000)
}
