import type { ChangeReport } from '../../finding/change.ts'
import type { Location } from '../../source/source.ts'
import { type Issue, issueLocation, issueOf, issuesText } from '../gitlab.ts'
import { visibleLine } from '../text/visible.ts'
import { type ChangeRemark, remarksOf } from './remark.ts'

/** A Code Quality report of GitLab for what a change brings in and takes away. */
export function changesGitlab(report: ChangeReport): string {
  return issuesText(
    remarksOf(report).map((remark) =>
      remark.finding ? issueOf(remark.finding) : issueOfChange(remark),
    ),
  )
}

/** GitLab asks for a line: what is gone from a file is told at its beginning. */
function issueOfChange(remark: ChangeRemark): Issue {
  const { kind, label, isGrave, text, place, isGone, fingerprint } = remark
  const start = { line: 1, column: 1 }
  const top: Location = { path: place.path, start, end: start }
  return {
    description: visibleLine(`${label}: ${text}`),
    check_name: kind,
    fingerprint,
    severity: isGrave ? 'critical' : 'info',
    location: issueLocation(isGone ? top : place),
  }
}
