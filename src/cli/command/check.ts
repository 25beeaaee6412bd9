import type { LeanReport, RuleCost } from '../../finding/report.ts'
import { type FormatName, formatNames } from '../../format/names.ts'
import { cacheLocationOption, cacheOf, type CacheOptions } from '../cache.ts'
import type { CliCommand } from '../command.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import {
  asOfOption,
  countedBy,
  countOption,
  type FailOn,
  failOnOption,
  given,
  pathsArgument,
  policiesOption,
} from '../options.ts'
import { inputOf, inWorkTree, openRevisionOf } from '../workspace.ts'
import { type Io, pageSize } from '../io.ts'
import { writeOutput } from '../output.ts'
import { type Progress, progressOn } from '../progress.ts'
import { declareReports, type Reported } from '../reports.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { isMissing, type Workspace } from '../../source/workspace.ts'
import type { Baseline, BaselineEntry, Compared } from '../../workflow/judge/baseline.ts'

interface CheckOptions extends SinceOptions, CacheOptions {
  readonly asOf?: string
  readonly failOn: FailOn
  readonly failOnUnknown?: true
  readonly ignoreUnconfirmed?: true
  readonly quiet?: true
  readonly maxFindings?: number
  readonly policies?: string
  readonly stdinFilename?: string
  readonly timing?: true
}

/** `policy-lint check`: the findings. */
export const checkCommand: CliCommand = {
  name: 'check',
  declare(command, io, end) {
    command
      .description('手順書などを対策基準に照らして調べ、見つかった問題を示します')
      .usage('[オプション] [パス...]')
      .addArgument(pathsArgument('調べる', '。- は標準入力'))
      .addOption(asOfOption('判定する日'))
      .addOption(failOnOption('終了コードを1にする問題の程度'))
      .option('--fail-on-unknown', '判定できない条項があるときも終了コードを1にします')
      .option(
        '--ignore-unconfirmed',
        '文書から読み取ったままで確かめていないキー（unconfirmed）による問題では、終了コードを1にしません',
      )
      .option(
        '--since <コミット>',
        'このコミット（main、HEAD~1 など）からの変更で増えた問題と、例外の認められない条項から失われたものだけで、終了コードを1にします',
      )
      .option('--baseline <ファイル>', 'このファイルにある問題では、終了コードを1にしません')
      .option('--update-baseline', '今ある問題を --baseline のファイルに書きます')
    const reports = declareReports(command, formatNames)
    command
      .option('--quiet', '問題ごとに1行と、まとめの1行だけを示します')
      .addOption(countOption('--max-findings', '示す問題の数の上限（まとめは全件を数えます）'))
      .addOption(policiesOption())
      .option('--stdin-filename <ファイル>', '標準入力の内容を、このファイルの内容として調べます')
      .option('--no-cache', '前の回の判定の控えを使わず、残しません')
      .addOption(cacheLocationOption())
      .option('--timing', '規則ごとにかかった時間を、長い順に標準エラーに示します')
      .action(async (paths: string[], options: CheckOptions) => {
        end(await runCheck(paths, { ...options, reports: reports() }, io))
      })
  },
}

async function runCheck(
  paths: readonly string[],
  options: CheckOptions & { readonly reports: readonly Reported<FormatName>[] },
  io: Io,
): Promise<ExitCode> {
  const input = await inputOf(paths, options.stdinFilename, io)
  const since = await openSince(options, io)
  const baseline = await openBaseline(options, input.workspace)
  const { leanCheck } = await import('../../workflow/check.ts')
  const costs = options.timing && new Map<string, RuleCost>()
  const cache = await cacheOf(options, input.paths, io)
  const outcome = await watched(progressOn(io), (onProgress) =>
    leanCheck({
      ...input,
      ...given({ policies: options.policies, asOf: options.asOf, baseline, since, costs, cache }),
      onProgress,
    }),
  )
  const { report, sources, ruleTitles } = outcome
  const { formats } = await import('../../format/index.ts')
  const { missingLabel } = await import('../../schema/missing-label.ts')
  const context = {
    sources,
    quiet: options.quiet ?? false,
    missingLabel,
    ruleTitles,
    ...(await inWorkTree(io)),
    ...given({ maxFindings: options.maxFindings }),
  }
  for (const { format, output } of options.reports) {
    const written = formats[format](report, { ...context, ...pageSize(io, output) })
    await writeOutput(written, output, io)
  }
  if (costs) io.stderr.write((await import('../../format/text/timing.ts')).timingText(costs))
  if (outcome.baseline) await settleBaseline(options, outcome.baseline, io)
  return fails(report, options) ? exitCode.findings : exitCode.clean
}

/** Takes the progress line away however the run ends. */
async function watched<Result>(
  progress: Progress,
  run: (report: Progress['report']) => Promise<Result>,
): Promise<Result> {
  try {
    return await run(progress.report)
  } finally {
    progress.end()
  }
}

/** What was there before fails no run, and neither does what has just been put into one. */
function fails(report: LeanReport, options: CheckOptions): boolean {
  const { failOn, failOnUnknown, ignoreUnconfirmed, updateBaseline } = options
  if (failOnUnknown && report.cannotJudge.length > 0) return true
  const counted = countedBy(failOn)
  const open = updateBaseline ? [] : report.findings.filter(({ state }) => state !== 'existing')
  const told = ignoreUnconfirmed ? open.filter(({ unconfirmed }) => !unconfirmed) : open
  return told.some(({ severity }) => counted.includes(severity))
}

/** The options of `check` that speak of a baseline. */
interface BaselineOptions {
  readonly baseline?: string
  readonly updateBaseline?: true
}

/** How many gone entries are listed. */
const listed = 20

/** Reads the baseline that the options name; one that is to be written may not be there yet. */
async function openBaseline(
  { baseline: file, updateBaseline }: BaselineOptions,
  workspace: Workspace,
): Promise<Baseline | undefined> {
  if (file === undefined) {
    if (!updateBaseline) return undefined
    throw new UsageError('--update-baseline には、--baseline でファイルの指定が要ります', {
      hint: '例: policy-lint check procedures/ --baseline baseline.json --update-baseline',
    })
  }
  const { emptyBaseline, parseBaseline } = await import('../../workflow/judge/baseline.ts')
  const read = workspace.read(file)
  if (read.ok) return parseBaseline(read.source)
  if (updateBaseline && isMissing(workspace, file)) return emptyBaseline
  throw new UsageError(`ベースライン「${file}」を読めません。${read.problem.message}`, {
    hint: '初めて作るときは --update-baseline も付けてください',
  })
}

/** Writes the baseline, or refuses one with entries whose finding is gone. */
async function settleBaseline(
  { baseline: file = '', updateBaseline }: BaselineOptions,
  { stale, next }: Pick<Compared, 'stale' | 'next'>,
  io: Io,
): Promise<void> {
  if (updateBaseline) {
    const { baselineText } = await import('../../workflow/judge/baseline.ts')
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
interface SinceOptions extends BaselineOptions {
  readonly since?: string
}

/** Opens the revision that the options name. */
async function openSince(
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
