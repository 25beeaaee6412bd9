import type { Day } from '../../calendar/day.ts'
import { fiscalYear, fiscalYearOf } from '../../calendar/fiscal.ts'
import { modalityOf } from '../../japanese/verb.ts'
import { wideSpace } from '../../japanese/width.ts'
import { startOf } from '../../model/edition.ts'
import type { WrittenPart } from '../../model/part.ts'
import { doneQuestion, reportQuestion, shareQuestion } from '../../words/duty.ts'
import { organisationName, roleName } from '../../words/name.ts'
import { sourceOf } from '../trace.ts'
import type { Sheet } from '../view.ts'
import { type DutyLine, dutyLines } from './duty-line.ts'
import { marksOf } from './plan/month.ts'
import { articleIdOf } from './procedure/form.ts'
import { eachProcedure, type ProcedureSubject } from './procedure/subject.ts'
import { articleNumbers } from './procedure/text.ts'
import { partsTaken, type PartTaken } from './roles/part-taken.ts'

/** 点検表 as finished text: for each role what it has to do, to be ticked off. */
export interface ChecklistText {
  readonly municipality: string
  readonly title: string
  readonly procedure: string
  readonly variant: string
  readonly fiscalYear: string
  readonly roles: readonly ChecklistRoleText[]
}

/** The page of one role. */
export interface ChecklistRoleText {
  readonly name: string
  readonly post: string
  readonly organisation: string
  readonly source: string
  readonly rows: readonly ChecklistRowText[]
}

/** One matter to be checked. */
export interface ChecklistRowText {
  readonly number: string
  readonly article: string
  readonly duty: string
  readonly question: string
  readonly when: string
  readonly record: string
  /** □４月 □５月: a box for each turn of the year, where there are several; else empty. */
  readonly turns: string
  readonly source: string
}

/** What a tick may be. */
const answers = ['適', '否', '該当なし'] as const

/** Room for whoever fills it in, and whoever looks it over. */
const signedBy = ['所属', '点検した日', '点検者', '確認者（所属長）'].join(wideSpace.repeat(10))

/** 点検表: one for each procedure in force, a page for each role. */
export const checklistViews = eachProcedure('checklist', checklistText, (text) =>
  text.roles.map((role) => sheetOf(role, text)),
)

/** The checklist of a procedure, for the fiscal year of the day it is made. */
export function checklistText(subject: ProcedureSubject): ChecklistText {
  const { dossier, procedure, style } = subject
  const lines = dutyLines(subject)
  const articles = articleNumbers(subject)
  const year = fiscalYear(fiscalYearOf(dossier.asOf))
  return {
    municipality: dossier.municipality.name,
    title: '点検表',
    procedure: style.text(procedure.writtenText('title') ?? procedure.key),
    variant: style.text(procedure.writtenText('variant') ?? ''),
    fiscalYear: year ? style.fiscalYear(year.from) : '',
    roles: procedure
      .parts('roles')
      .map((role) => roleText(role, lines, articles, subject))
      .filter(({ rows }) => rows.length > 0),
  }
}

function roleText(
  role: WrittenPart,
  lines: readonly DutyLine[],
  articles: ReadonlyMap<string, string>,
  { dossier, procedure, style }: ProcedureSubject,
): ChecklistRoleText {
  const year = fiscalYear(fiscalYearOf(dossier.asOf))
  const turnsOf = ({ duty }: DutyLine): string => {
    const marks = year ? marksOf(duty, year, startOf(procedure) as Day) : new Map<string, string>()
    const due = [...marks].filter(([, mark]) => mark === '●').sort()
    return due.length < 2
      ? ''
      : inLines(due.map(([month]) => style.text(`□${Number(month.slice(5))}月`)))
  }
  const organisation = role.part('organisation')
  const questions = lines.flatMap((line) =>
    [
      ...partsTaken(line.duty, role).map((part) => questionOf(part, line, role)),
      ...toldBy(role, line).map((report) => reportQuestion(report, style)),
    ]
      .filter((question) => question !== '')
      .map((question) => ({ line, question })),
  )
  return {
    name: style.text(roleName(role)),
    post: style.text(role.writtenText('post') ?? ''),
    organisation: organisation ? organisationName(organisation) : '',
    source: sourceOf(role),
    rows: questions.map(({ line, question }, at) => ({
      number: style.number(at + 1),
      article: articles.get(articleIdOf(line.duty)) ?? '',
      duty: line.heading,
      question: style.text(question),
      when: line.when,
      record: line.record,
      turns: turnsOf(line),
      source: line.source,
    })),
  }
}

/** A box is not torn from its month: so many stand in a line. */
const boxesInLine = 3

function inLines(boxes: readonly string[]): string {
  const count = Math.ceil(boxes.length / boxesInLine)
  const each = Math.ceil(boxes.length / count)
  const lines = Array.from({ length: count }, (_, at) =>
    boxes.slice(at * each, (at + 1) * each).join(' '),
  )
  return lines.join('\n')
}

/** The reports that a role makes of a duty that it must do: who only takes part makes none. */
function toldBy(role: WrittenPart, { duty }: DutyLine): readonly WrittenPart[] {
  const isDoer = partsTaken(duty, role).includes('perform')
  if (!isDoer || !['must', 'should'].includes(modalityOf(duty))) return []
  return duty.parts('reportTo').filter((report) => report.data['role'] !== role.key)
}

/** What a role asks itself of a duty: of its own share where that is written; nothing of what it is free to leave. */
function questionOf(part: PartTaken, { duty, heading }: DutyLine, role: WrittenPart): string {
  const share = duty.parts('split').find((one) => one.data['role'] === role.key)
  const own = share && shareQuestion(share.writtenText('does') ?? '')
  switch (part) {
    case 'perform':
    case 'unsettled':
      return modalityOf(duty) === 'must' || own === undefined ? doneQuestion(duty) : own
    case 'receive':
      return `「${heading}」の結果の報告を受けたか。`
    case 'confirm':
      return `「${heading}」の結果を確認したか。`
    case 'assist':
      return own ?? `「${heading}」で受け持つ手順を行ったか。`
  }
}

function sheetOf(role: ChecklistRoleText, text: ChecklistText): Sheet {
  const who = [role.name, role.post].filter((part) => part !== '').join(wideSpace)
  return {
    name: role.name,
    landscape: true,
    columns: [
      ...[6, 10, 26, 44, 22, 22].map((width) => ({ width })),
      { width: 18, isDay: true },
      { width: 10, choices: answers },
      { width: 24 },
    ],
    lead: [
      [{ text: `${text.procedure}${wideSpace}${text.title}（${text.fiscalYear}）`, bold: true }],
      [who],
      [signedBy],
    ],
    head: [['番号', '条', '担当業務', '点検する事項', '時期', '記録', '実施日', '適・否', '備考']],
    rows: role.rows.map(({ article, duty, question, when, record, turns, source }, at) => [
      { text: at + 1, align: 'center' },
      article,
      { text: duty, source },
      question,
      when,
      record,
      turns,
      '',
      '',
    ]),
  }
}
