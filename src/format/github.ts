import type { Finding, Severity } from '../finding/finding.ts'
import { gravestFirst } from '../finding/order.ts'
import type { Location } from '../source/source.ts'
import type { Format } from './context.ts'
import { findingText } from './text/finding.ts'
import { summaryLine } from './text/summary.ts'
import { lastLine, visible, visibleLine } from './text/visible.ts'

/** What GitHub calls the severities of an annotation. */
export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** One note beside a line of a file, or beside a whole file. */
export interface Annotation {
  readonly level: AnnotationLevel
  readonly title: string
  readonly message: string
  /** The whole file where only a path is given. */
  readonly place: Location | { readonly path: string } | null
}

const levelOf: Readonly<Record<Severity, AnnotationLevel>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

/**
 * Workflow commands of GitHub Actions: an annotation for each finding, the gravest first, and a line
 * that sums up. What was known before does not fail a run, so it is no more than a notice.
 */
export const github: Format = (report) => {
  const annotations = gravestFirst(report.findings).map(annotationOf)
  return [...annotationLines(annotations), logLine(summaryLine(report))]
    .map((line) => `${line}\n`)
    .join('')
}

/** The annotation for a finding. */
export function annotationOf(finding: Finding): Annotation {
  const { severity, label, state, rule, location } = finding
  const known = state === 'existing'
  return {
    level: known ? 'notice' : levelOf[severity],
    title: `${label}${known ? '（既知）' : ''} ${rule}`,
    message: findingText(finding),
    place: location,
  }
}

/** So many of each level does GitHub take from one step; it drops the rest without a word. */
const maxOfLevel = 10
const levels = ['error', 'warning', 'notice'] as const satisfies readonly AnnotationLevel[]

/** Annotations in the order given, no more than GitHub shows, and one that tells of the rest. */
export function annotationLines(annotations: readonly Annotation[]): readonly string[] {
  const all = (level: AnnotationLevel) => annotations.filter((one) => one.level === level)
  if (levels.every((level) => all(level).length <= maxOfLevel)) return annotations.map(commandOf)
  // The announcement is itself a notice.
  const room = (level: AnnotationLevel) => (level === 'notice' ? maxOfLevel - 1 : maxOfLevel)
  const shown = new Set(levels.flatMap((level) => all(level).slice(0, room(level))))
  const hidden = annotations.filter((one) => !shown.has(one))
  return [...annotations.filter((one) => shown.has(one)), announcement(hidden)].map(commandOf)
}

function announcement(hidden: readonly Annotation[]): Annotation {
  const counts = levels
    .map((level) => [level, hidden.filter((one) => one.level === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${level} ${count}件`)
  return {
    level: 'notice',
    title: 'policy-lint',
    message: `GitHub に注釈として示せる数を超えたため、ほか${hidden.length}件（${counts.join('、')}）は示していません。すべてを見るには --format text か markdown を使ってください。`,
    place: null,
  }
}

/**
 * A workflow command. GitHub reads a line that begins with `::` and takes the signs of its syntax for
 * syntax wherever they stand, so they are encoded as its own toolkit does.
 */
export function commandOf({ level, title, message, place }: Annotation): string {
  const properties = [...placeProperties(place), ['title', visibleLine(title)] as const]
    .map(([name, value]) => `${name}=${property(value)}`)
    .join(',')
  return `::${level} ${properties}::${data(visible(message))}`
}

/** Columns count only inside one line. */
function placeProperties(place: Annotation['place']): readonly (readonly [string, string])[] {
  if (!place) return []
  const file = ['file', visibleLine(place.path)] as const
  if (!('start' in place)) return [file]
  const { start, end } = place
  const endLine = lastLine(place)
  const lines = [['line', String(start.line)] as const, ['endLine', String(endLine)] as const]
  if (endLine !== start.line || end.line !== start.line) return [file, ...lines]
  return [file, ...lines, ['col', String(start.column)], ['endColumn', String(end.column)]]
}

/** A line for the log that is no command, whatever stands in it. */
export function logLine(text: string): string {
  return visibleLine(text).replaceAll('##[', '## [').replace(/^::/, ': :')
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
