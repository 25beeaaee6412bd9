import type { Finding } from '../../finding/finding.ts'
import type { Report } from '../../finding/report.ts'
import { usualConventions } from '../conventions.ts'
import type { ViewMaker } from '../documents.ts'
import type { Sheet, View } from '../view.ts'
import { finished } from './finished.ts'
import { type Style, styleOf } from './style.ts'

/** 指摘一覧 as finished text. */
export interface FindingsText {
  readonly title: string
  readonly asOf: string
  readonly systems: readonly JudgedText[]
  readonly rows: readonly FindingText[]
  /** What could not be judged, in a sentence; empty where all could. */
  readonly note: string
}

/** A system that was judged. */
export interface JudgedText {
  readonly name: string
  readonly asOf: string
  readonly count: string
}

/** One finding. */
export interface FindingText {
  readonly number: string
  readonly system: string
  readonly label: string
  readonly clause: string
  readonly requirement: string
  readonly finding: string
  readonly expected: string
  readonly actual: string
  readonly why: string
  readonly remedy: string
  readonly place: string
  /** 新規; empty where the run had nothing to compare with, or it was there before. */
  readonly state: string
  readonly source: string
}

/** 指摘一覧: one for a report. What is right and wrong was decided before; this only writes it out. */
export const findingsViews: ViewMaker<Report> = (report): readonly View[] => {
  const text = findingsText(report, styleOf(usualConventions))
  return [{ title: text.title, stem: 'findings', text: finished(text), sheets: [sheetOf(text)] }]
}

/** A report as a table. */
export function findingsText(report: Report, style: Style): FindingsText {
  const names = new Map(report.systems.map(({ system, name }) => [system, name]))
  const open = report.cannotJudge.length
  return {
    title: '指摘一覧',
    asOf: `${style.day(report.asOf)}現在`,
    systems: report.systems.map(({ system, name, asOf }) => {
      const count = report.findings.filter((finding) => finding.system === system).length
      return { name: style.text(name), asOf: style.day(asOf), count: style.text(`${count}件`) }
    }),
    rows: report.findings.map((finding, at) => findingText(finding, at, names, style)),
    note:
      open === 0
        ? ''
        : style.text(`このほか、事実が記録されていないために判定できなかったものが${open}件ある。`),
  }
}

function findingText(
  finding: Finding,
  at: number,
  names: ReadonlyMap<string, string>,
  style: Style,
): FindingText {
  const { article, system, location, state } = finding
  const place = `${location.path}:${location.start.line}:${location.start.column}`
  const clause = article ? [article.document, article.number ?? ''].join(' ').trim() : ''
  return {
    number: style.number(at + 1),
    system: style.text(system === null ? '' : (names.get(system) ?? system)),
    label: finding.label,
    clause: style.text(clause),
    requirement: finding.requirement ?? '',
    finding: style.text(finding.message),
    expected: style.text(finding.expected ?? ''),
    actual: style.text(finding.actual ?? ''),
    why: style.text(finding.why),
    remedy: style.text(finding.fix ?? ''),
    place: `${location.path} ${location.start.line}行`,
    state: state === 'new' ? '新規' : '',
    source: place,
  }
}

function sheetOf(text: FindingsText): Sheet {
  return {
    name: text.title,
    landscape: true,
    columns: [
      ...[6, 24, 10, 24, 40, 30, 30, 40, 40, 30].map((width) => ({ width })),
      { width: 14, choices: ['未着手', '対応中', '措置済'] },
    ],
    lead: [[{ text: text.title, bold: true }], [text.asOf]],
    head: [
      [
        '番号',
        'システム',
        '区分',
        '条文',
        '指摘',
        '求められること',
        '現状',
        '理由',
        '直し方',
        '場所',
        '対応',
      ],
    ],
    rows: text.rows.map((row) => [
      { text: row.number, align: 'center' },
      row.system,
      row.label,
      row.clause,
      { text: row.finding, source: row.source },
      row.expected,
      row.actual,
      row.why,
      row.remedy,
      row.place,
      '',
    ]),
  }
}
