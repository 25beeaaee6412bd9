import type { Finding, Severity } from '../finding/finding.ts'
import type { Format } from './context.ts'
import { type Issue, issueLocation, issuesText } from './gitlab/issue.ts'
import { findingText } from './text/plain-finding.ts'
import { visibleLine } from './text/visible.ts'

const severities: Readonly<Record<Severity, Issue['severity']>> = {
  error: 'critical',
  warning: 'minor',
  info: 'info',
}

/**
 * A Code Quality report of GitLab. It holds all findings, those of a baseline too: GitLab itself
 * compares the reports of both branches and shows what a merge request brings in.
 */
export const gitlab: Format = ({ findings }) => issuesText(findings.map(issueOf))

/** The issue for a finding. */
export function issueOf(finding: Finding): Issue {
  return {
    description: visibleLine(`${finding.label}: ${findingText(finding)}`),
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: severities[finding.severity],
    location: issueLocation(finding.location),
  }
}
