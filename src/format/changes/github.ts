import type { ChangeReport } from '../../finding/change.ts'
import { type Annotation, annotationLines, annotationOf, logLine } from '../github.ts'
import { type ChangeRemark, remarksOf } from './remark.ts'
import { summaryLine } from './text.ts'

/** Annotations of GitHub Actions for what a change brings in and takes away, and a line that sums up. */
export function changesGithub(report: ChangeReport): string {
  const annotations = remarksOf(report).map((remark) =>
    remark.finding ? annotationOf(remark.finding) : annotationOfChange(remark),
  )
  return [...annotationLines(annotations), logLine(summaryLine(report))]
    .map((line) => `${line}\n`)
    .join('')
}

/** A line of a file that is no more would point anywhere: what is gone is told of the whole file. */
function annotationOfChange({
  kind,
  label,
  isGrave,
  text,
  place,
  isGone,
}: ChangeRemark): Annotation {
  return {
    level: isGrave ? 'error' : 'notice',
    title: `${label} ${kind}`,
    message: text,
    place: isGone ? { path: place.path } : place,
  }
}
