import { UsageError } from '../finding/usage-error.ts'
import type { Workspace } from '../source/workspace.ts'
import type { BaselineOptions } from './baseline.ts'
import type { Io } from './io.ts'
import { openRevisionOf } from './workspace.ts'

/** The option of `check` that names an earlier state. */
export interface SinceOptions extends BaselineOptions {
  readonly since?: string
}

/** Opens the revision that the options name. */
export async function openSince(
  { since, baseline, updateBaseline }: SinceOptions,
  io: Io,
): Promise<Workspace | undefined> {
  if (since === undefined) return undefined
  if (baseline !== undefined || updateBaseline) {
    throw new UsageError('--since と --baseline は、一緒に使えません', {
      hint: 'どちらも前からある問題を見分けるものです。片方だけを付けてください。',
    })
  }
  const { workspace, path } = await openRevisionOf(since, io)
  if (path === undefined) return workspace
  throw new UsageError(`--since の「${since}」には、コロンより後を書けません`, {
    hint: `比べるのは、調べるのと同じパスです。例: policy-lint check procedures/ --since ${since.slice(0, since.lastIndexOf(':'))}`,
  })
}
