import type { Severity } from '../finding/finding.ts'

/** What `--fail-on` takes, the gravest first. */
export type FailOn = Severity | 'never'

/** Every value of `--fail-on`. */
export const failOnNames: readonly FailOn[] = ['error', 'warning', 'info', 'never']

/** The severities that make a run fail. */
export function countedBy(failOn: FailOn): readonly FailOn[] {
  return failOnNames.slice(0, failOn === 'never' ? 0 : failOnNames.indexOf(failOn) + 1)
}
