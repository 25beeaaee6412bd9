import type { Location } from '../../source/source.ts'
import { lastLine } from '../text/place.ts'

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
