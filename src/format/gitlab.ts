import type { Finding, Severity } from '../finding/finding.ts'
import type { Location } from '../source/source.ts'
import type { Format } from './context.ts'
import { findingText } from './text/finding.ts'
import { lastLine, visibleLine } from './text/visible.ts'

/** One entry of GitLab's Code Quality report. */
export interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  readonly location: {
    readonly path: string
    readonly lines: { readonly begin: number; readonly end: number }
  }
}

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

/** Where an issue stands: GitLab knows paths from the root of the repository, without `./`, and lines. */
export function issueLocation(location: Location): Issue['location'] {
  return {
    path: location.path.replace(/^(?:\.\/+)+/, ''),
    lines: { begin: location.start.line, end: lastLine(location) },
  }
}

/** Issues as GitLab takes them: of two with the same fingerprint it would show but one. */
export function issuesText(issues: readonly Issue[]): string {
  const seen = new Map<string, number>()
  const told = issues.map((issue) => {
    const count = (seen.get(issue.fingerprint) ?? 0) + 1
    seen.set(issue.fingerprint, count)
    return count === 1 ? issue : { ...issue, fingerprint: `${issue.fingerprint}-${count}` }
  })
  return `${JSON.stringify(told, null, 2)}\n`
}
