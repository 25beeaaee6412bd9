import type { Day } from '../../calendar/day.ts'
import { type DayRange, fiscalYear, fiscalYearOf } from '../../calendar/fiscal.ts'
import { wideSpace } from '../../japanese/width.ts'
import { modalityOf } from '../../japanese/verb.ts'
import { performingRoles } from '../../model/duty.ts'
import { startOf } from '../../model/edition.ts'
import { roleName } from '../../words/name.ts'
import { frequencyOf } from '../../words/when.ts'
import type { Sheet, SheetCell } from '../view.ts'
import { type DutyLine, dutyLines } from './duty-line.ts'
import { doneByMonth, marksOf, monthsIn } from './plan/month.ts'
import { eachProcedure, type ProcedureSubject } from './procedure/subject.ts'

/** 年間実施計画 as finished text: twelve months, and what has no fixed month below. */
export interface PlanText {
  readonly municipality: string
  readonly title: string
  readonly procedure: string
  readonly variant: string
  readonly fiscalYear: string
  readonly months: readonly string[]
  readonly rows: readonly PlanRowText[]
  /** Whatever is done always, on an occasion, or as needed. */
  readonly others: readonly PlanOtherText[]
  readonly legend: string
}

/** A duty and one of those who perform it. */
export interface PlanRowText {
  /** Empty where the row above is of the same duty. */
  readonly duty: string
  readonly span: string
  readonly performer: string
  readonly when: string
  readonly marks: readonly string[]
  readonly record: string
  readonly source: string
}

/** A duty without a month. */
export interface PlanOtherText {
  readonly duty: string
  readonly performers: string
  readonly when: string
  readonly record: string
  readonly source: string
}

/** 年間実施計画: one for each procedure in force. */
export const planViews = eachProcedure('plan', planText, (text, { dossier }) => [
  yearSheet(text, yearOf(dossier.asOf)),
  ...(text.others.length > 0 ? [otherSheet(text)] : []),
])

/** The plan of a procedure for the fiscal year of the day it is made. */
export function planText(subject: ProcedureSubject): PlanText {
  const { dossier, procedure, style } = subject
  const year = yearOf(dossier.asOf)
  const lines = dutyLines(subject).filter(({ duty }) => modalityOf(duty) !== 'mustNot')
  const isPeriodic = ({ duty }: DutyLine): boolean => frequencyOf(duty).kind === 'every'
  const rows = lines.filter(isPeriodic).flatMap((line) => rowsOf(line, year, subject))
  return {
    municipality: dossier.municipality.name,
    title: '年間実施計画',
    procedure: style.text(procedure.writtenText('title') ?? procedure.key),
    variant: style.text(procedure.writtenText('variant') ?? ''),
    fiscalYear: style.fiscalYear(year.from),
    months: monthsIn(year).map((month) => style.text(`${Number(month.slice(5))}月`)),
    rows,
    others: lines
      .filter((line) => !isPeriodic(line))
      .map(({ heading, performers, when, record, source }) => {
        return { duty: heading, performers, when, record, source }
      }),
    legend: [
      '● 実施する月（期限の月）',
      '○ 期限の前に実施できる月',
      '休 休止',
      ...(rows.some(({ performer }) => performer === done) ? [doneLegend] : []),
    ].join(wideSpace),
  }
}

function yearOf(day: Day): DayRange {
  const year = fiscalYear(fiscalYearOf(day))
  if (!year) throw new Error('the calendar keeps the year of every day it keeps')
  return year
}

/** What heads the row of what was done, and what stands in it. */
const done = '（実績）'
const doneLegend =
  '（実績） 数字は記録にある実施の日、済は日の分からない実施、回は一月に何度も行ったときの回数'

/** A row for each role that performs, one without a role, so that no duty is lost; below them what was done. */
function rowsOf(
  line: DutyLine,
  year: DayRange,
  { dossier, procedure, style }: ProcedureSubject,
): readonly PlanRowText[] {
  const marks = marksOf(line.duty, year, startOf(procedure) as Day)
  const names = performingRoles(line.duty).map(roleName)
  const performers = names.length > 0 ? names : [line.missing]
  const kept = doneByMonth(line.duty, dossier, year, style)
  const planned = performers.map((performer) => ({
    performer,
    when: line.when,
    record: line.record,
    of: marks,
  }))
  const rows =
    kept.size > 0 ? [...planned, { performer: done, when: '', record: '', of: kept }] : planned
  return rows.map(({ performer, when, record, of }, at) => ({
    duty: at === 0 ? line.heading : '',
    span: `${rows.length}`,
    performer,
    when,
    marks: monthsIn(year).map((month) => of.get(month) ?? ''),
    record,
    source: line.source,
  }))
}

const states = ['●', '○', '済', '延期'] as const

function yearSheet(text: PlanText, year: DayRange): Sheet {
  const months = monthsIn(year).map((month, at): SheetCell => {
    return { text: text.months[at] ?? '', day: `${month}-01` as Day }
  })
  return {
    name: '年間実施計画',
    landscape: true,
    columns: [
      ...[30, 22, 20].map((width) => ({ width })),
      ...text.months.map(() => ({ width: 6, choices: states })),
      { width: 26 },
    ],
    lead: [...leadOf(text), [text.legend]],
    head: [['担当業務', '担当', '時期', ...months, '記録']],
    rows: text.rows.map(({ duty, performer, when, marks, record, source }, at) => [
      { text: duty === '' ? dutyAbove(text.rows, at) : duty, source },
      performer,
      when,
      ...marks.map((mark): SheetCell => ({ text: mark, align: 'center' })),
      record,
    ]),
  }
}

/** The duty that a row goes on with: in a workbook every row is whole, so that rows can be picked out. */
function dutyAbove(rows: readonly PlanRowText[], at: number): string {
  return rows.slice(0, at).findLast(({ duty }) => duty !== '')?.duty ?? ''
}

function otherSheet(text: PlanText): Sheet {
  return {
    name: '随時・その都度',
    landscape: true,
    columns: [30, 30, 36, 30].map((width) => ({ width })),
    lead: leadOf(text),
    head: [['担当業務', '担当', '時期', '記録']],
    rows: text.others.map(({ duty, performers, when, record, source }) => [
      { text: duty, source },
      performers,
      when,
      record,
    ]),
  }
}

function leadOf(text: PlanText): Sheet['lead'] {
  return [
    [{ text: `${text.procedure}${wideSpace}${text.title}（${text.fiscalYear}）`, bold: true }],
  ]
}
