import { UsageError } from '../finding/usage-error.ts'
import { isMissing, type Workspace } from '../source/workspace.ts'
import type { Baseline, BaselineEntry, Compared } from '../workflow/judge/baseline.ts'
import type { Io } from './io.ts'
import { writeOutput } from './output.ts'
import { openRevisionOf } from './workspace.ts'

/** The options of `check` that speak of a baseline. */
export interface BaselineOptions {
  readonly baseline?: string
  readonly updateBaseline?: true
}

/** How many gone entries are listed. */
const listed = 20

/** Reads the baseline that the options name; one that is to be written may not be there yet. */
export async function openBaseline(
  { baseline: file, updateBaseline }: BaselineOptions,
  workspace: Workspace,
): Promise<Baseline | undefined> {
  if (file === undefined) {
    if (!updateBaseline) return undefined
    throw new UsageError('--update-baseline には、--baseline でファイルの指定が要ります', {
      hint: '例: policy-lint check procedures/ --baseline baseline.json --update-baseline',
    })
  }
  const { emptyBaseline, parseBaseline } = await import('../workflow/judge/baseline.ts')
  const read = workspace.read(file)
  if (read.ok) return parseBaseline(read.source)
  if (updateBaseline && isMissing(workspace, file)) return emptyBaseline
  throw new UsageError(`ベースライン「${file}」を読めません。${read.problem.message}`, {
    hint: '初めて作るときは --update-baseline も付けてください',
  })
}

/** Writes the baseline, or refuses one with entries whose finding is gone. */
export async function settleBaseline(
  { baseline: file = '', updateBaseline }: BaselineOptions,
  { stale, next }: Pick<Compared, 'stale' | 'next'>,
  io: Io,
): Promise<void> {
  if (updateBaseline) {
    const { baselineText } = await import('../workflow/judge/baseline.ts')
    await writeOutput(baselineText(next), file, io)
    io.stderr.write(`ベースライン「${file}」に${next.findings.length}件を書きました\n`)
  } else if (stale.length > 0) throw staleBaseline(file, stale)
}

function staleBaseline(file: string, stale: readonly BaselineEntry[]): UsageError {
  const rest = stale.length - listed
  const lines = [
    `ベースライン「${file}」に、もう起きていない問題が${stale.length}件残っています`,
    ...stale.slice(0, listed).map(({ system, rule, message }) => {
      return `  ${system ?? '（システムなし）'} ${rule}: ${message.replaceAll('\n', ' ')}`
    }),
    ...(rest > 0 ? [`  ほか${rest}件`] : []),
  ]
  return new UsageError(lines.join('\n'), {
    hint: `残しておくと、同じ問題がまた起きても見逃します。--baseline ${file} --update-baseline を付けて実行し、取り除いてください`,
  })
}

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
