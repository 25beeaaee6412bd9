import { type Bundle, bundled, sizeOf } from '../../finding/bundle.ts'
import { type Finding, unconfirmedMark, unconfirmedSaid } from '../../finding/finding.ts'
import type { Report } from '../../finding/report.ts'
import { isStandardSystem } from '../../finding/system-id.ts'
import { writePlace } from '../../source/source.ts'
import { systemName } from '../../words/name.ts'
import { usualConventions } from '../conventions.ts'
import { finished, type Sheet, type View, type ViewMaker } from '../view.ts'
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
  /** Where many are of one rule in one file, what is said of the others; else empty. */
  readonly alike: string
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
  const sheets = [sheetOf(text), ...(text.rows.length > 0 ? [remediesOf(text)] : [])]
  return [{ title: text.title, stem: 'findings', text: finished(text), sheets }]
}

/** A report as a table. */
export function findingsText(report: Report, style: Style): FindingsText {
  const names = new Map(
    report.systems.map(({ system, name }) => [system, systemName({ id: system, name })]),
  )
  const counts = countsOf(report.findings)
  const open = report.cannotJudge.length
  return {
    title: '指摘一覧',
    asOf: `${style.day(report.asOf)}現在`,
    systems: standardsLast(report.systems).map(({ system, name, asOf }) => {
      const count = style.text(`${counts.get(system) ?? 0}件`)
      return { name: style.text(systemName({ id: system, name })), asOf: style.day(asOf), count }
    }),
    rows: bundled(standardsLast(report.findings)).map((bundle, at) =>
      findingText(bundle, at, names, style),
    ),
    note:
      open === 0
        ? ''
        : style.text(`このほか、事実が記録されていないために判定できなかったものが${open}件ある。`),
  }
}

/** What is of a system before what is of the standard itself: its offices read first what they must do. */
function standardsLast<T extends { readonly system: string | null }>(
  all: readonly T[],
): readonly T[] {
  const isOfStandard = ({ system }: T): boolean => system !== null && isStandardSystem(system)
  return [...all.filter((one) => !isOfStandard(one)), ...all.filter(isOfStandard)]
}

/** How many findings each system has. */
function countsOf(findings: readonly Finding[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const { system } of findings) counts.set(system, (counts.get(system) ?? 0) + 1)
  return counts
}

function findingText(
  bundle: Bundle,
  at: number,
  names: ReadonlyMap<string, string>,
  style: Style,
): FindingText {
  const { first: finding, named } = bundle
  const { system, location, state } = finding
  const clauses = new Set([finding, ...named].map(clauseOf))
  return {
    number: style.number(at + 1),
    system: style.text(system === null ? '' : (names.get(system) ?? system)),
    label: finding.label,
    clause: style.sentence([...clauses].filter(Boolean).join('、')),
    requirement: finding.requirement ?? '',
    finding: style.sentence(unconfirmedSaid(finding) + finding.message),
    alike: style.sentence(alikeText(bundle)),
    expected: style.sentence(finding.expected ?? ''),
    actual: style.sentence(finding.actual ?? ''),
    why: style.sentence(finding.why),
    remedy: style.sentence(finding.fix ?? ''),
    place: `${location.path} ${location.start.line}行`,
    state: state === 'new' ? '新規' : '',
    source: writePlace(location),
  }
}

function clauseOf({ article }: Finding): string {
  if (!article) return ''
  return [article.document, article.number ?? ''].join(' ').trim() + unconfirmedMark(article)
}

/** 同様のものがほかに503件ある。4行：… ほか499件。 */
function alikeText(bundle: Bundle): string {
  const { first, named, more } = bundle
  if (named.length === 0) return ''
  const own = named.map(({ message, location: { start } }) =>
    start.line === first.location.start.line ? message : `${start.line}行：${message}`,
  )
  const rest = more > 0 ? [`ほか${more}件。`] : []
  return [`同様のものがほかに${sizeOf(bundle) - 1}件ある。`, ...own, ...rest].join(' ')
}

function sheetOf(text: FindingsText): Sheet {
  return {
    name: text.title,
    landscape: true,
    columns: [
      ...[6, 18, 8, 30, 16, 20, 18, 24].map((width) => ({ width })),
      ...[14, 14, 24].map((width) => ({ width })),
      { width: 10, choices: ['未着手', '対応中', '措置済'] },
    ],
    lead: [[{ text: text.title, bold: true }], [text.asOf]],
    head: [
      [
        ...['番号', 'システム', '区分', '指摘の内容', '根拠', '求められる状態', '現状', '理由'],
        ...['担当課', '期限', '措置の内容', '措置の状況'],
      ],
    ],
    rows: text.rows.map((row) => [
      { text: row.number, align: 'center' },
      row.system,
      row.label,
      { text: [row.finding, row.alike].filter(Boolean).join(' '), source: row.source },
      row.clause,
      row.expected,
      row.actual,
      row.why,
      ...['', '', '', ''],
    ]),
  }
}

/** For whoever keeps the files alone: what to write into them, by the numbers of the list. */
function remediesOf(text: FindingsText): Sheet {
  return {
    name: 'ファイルの直し方',
    landscape: true,
    columns: [6, 30, 60, 40].map((width) => ({ width })),
    lead: [
      [{ text: 'ファイルの直し方（実施手順などのファイルの担当者用）', bold: true }],
      [text.asOf],
    ],
    head: [['番号', 'システム', 'ファイルの直し方', '場所']],
    rows: text.rows.map(({ number, system, remedy, place }) => [
      { text: number, align: 'center' },
      system,
      remedy,
      place,
    ]),
  }
}
