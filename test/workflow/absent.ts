import type { GoneFinding } from '../../src/finding/change.ts'
import type { Finding } from '../../src/finding/finding.ts'

/** The findings that the later side does not give, whatever became of them. */
export function absentIn({
  resolved,
  gone,
}: {
  readonly resolved: readonly Finding[]
  readonly gone: readonly GoneFinding[]
}): readonly Finding[] {
  return [...resolved, ...gone.map(({ finding }) => finding)]
}
