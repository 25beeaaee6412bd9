import type { Finding, Severity } from '../finding/finding.ts'
import { gravestFirst } from '../finding/order.ts'
import type { Format } from './context.ts'
import {
  type Annotation,
  type AnnotationLevel,
  annotationLines,
  logLine,
} from './github/command.ts'
import { findingText } from './text/plain-finding.ts'
import { summaryLine } from './text/summary.ts'

const levels: Readonly<Record<Severity, AnnotationLevel>> = {
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
    level: known ? 'notice' : levels[severity],
    title: `${label}${known ? '（既知）' : ''} ${rule}`,
    message: findingText(finding),
    place: location,
  }
}
