import { Option } from 'commander'
import type { ChangeReport } from '../../finding/change.ts'
import { type ChangesFormatName, changesFormatNames } from '../../format/names.ts'
import type { CompareOutcome } from '../../workflow/compare.ts'
import type { CliCommand } from '../command.ts'
import { openEditions, openSides } from '../compared.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import {
  asOfOption,
  countedBy,
  type FailOn,
  failOnOption,
  given,
  policiesOption,
} from '../options.ts'
import { type Io, pageSize } from '../io.ts'
import { writeOutput } from '../output.ts'
import { declareReports, type Reported } from '../reports.ts'
import { inWorkTree, openDisk } from '../workspace.ts'

interface DiffOptions {
  readonly asOf?: string
  readonly failOn: FailOn
  readonly policies?: string
  readonly quiet?: true
  readonly systems?: readonly string[]
}

const examples = `
例:
  policy-lint diff main                         main と今のファイルを比べる
  policy-lint diff HEAD~1 HEAD                  直前の変更を調べる
  policy-lint diff main:procedures procedures/
  policy-lint diff 変更前/ 変更後/ --format json --output changes.json
  policy-lint diff osaka-city@2022-04-01 osaka-city@2025-04-09 --systems procedures/osaka-city
                                                対策基準の改正で見直すものを調べる

終了コード:
  0 問題なし  1 変更が問題を持ち込むか見えなくする、または例外を認めない条項を緩める・なくす
  2 使い方や設定の誤り、どちらかを読めない  3 policy-lint の不具合
`

/** `policy-lint diff`: what a change takes away, moves or weakens, and who must be told. */
export const diffCommand: CliCommand = {
  name: 'diff',
  declare(command, io, end) {
    command
      .description('二つの版を意味で比べ、変わったこと、影響を受ける人、持ち込まれる問題を示します')
      .usage('[オプション] <変更前> [変更後]')
      .argument(
        '<変更前>',
        '変更前のフォルダー、ファイル、git の版（main、HEAD~1 など）、または対策基準の版（パック@版）',
      )
      .argument('[変更後]', '変更後。変更前が git の版のときは省略でき、今のファイルになります')
      .addOption(asOfOption('両方を判定する日'))
      .addOption(failOnOption('終了コードを1にする、持ち込まれた問題の程度'))
    const reports = declareReports(command, changesFormatNames)
    command
      .addOption(policiesOption('変更後の '))
      .addOption(systems())
      .option('--quiet', '変更ごとに1行と、まとめの1行だけを示します')
      .addHelpText('after', examples)
      .action(async (before: string, after: string | undefined, options: DiffOptions) => {
        end(await runDiff(before, after, { ...options, reports: reports() }, io))
      })
  },
}

/** The option takes several paths: commander reads that off its flags only where they are in English. */
function systems(): Option {
  const option = new Option(
    '--systems <パス...>',
    '対策基準の変更の影響を調べるシステム（省略すると、今のフォルダーより下のすべて）',
  )
  option.variadic = true
  return option
}

async function runDiff(
  before: string,
  after: string | undefined,
  options: DiffOptions & { readonly reports: readonly Reported<ChangesFormatName>[] },
  io: Io,
): Promise<ExitCode> {
  const { report, sources, ruleTitles } = await comparison(before, after, options, io)
  const { changesFormats } = await import('../../format/changes.ts')
  const context = {
    sources: sources.after,
    quiet: options.quiet ?? false,
    ruleTitles,
    ...(await inWorkTree(io)),
  }
  for (const { format, output } of options.reports) {
    const written = changesFormats[format](report, { ...context, ...pageSize(io, output) })
    await writeOutput(written, output, io)
  }
  return fails(report, options.failOn) ? exitCode.findings : exitCode.clean
}

/** Two editions of a standard where the arguments name them, else two folders, files or revisions. */
async function comparison(
  before: string,
  after: string | undefined,
  options: DiffOptions,
  io: Io,
): Promise<CompareOutcome> {
  const more = {
    ...given({ policies: options.policies, systems: options.systems, asOf: options.asOf }),
  }
  const editions = await openEditions(before, after, io)
  if (editions) {
    const { compareEditions } = await import('../../workflow/compare/editions.ts')
    return compareEditions({ ...editions, ...more, workspace: await openDisk(io) })
  }
  const sides = await openSides(before, after, io)
  const { compare } = await import('../../workflow/compare.ts')
  return compare({ ...sides, ...more })
}

/**
 * A change fails for what it brings in or hides, and for what it takes from a clause that allows no
 * exception.
 */
function fails({ findings, changes, impact }: ChangeReport, failOn: FailOn): boolean {
  const counted = countedBy(failOn)
  const introduced = [findings, ...impact].flatMap((one) => one.introduced)
  const hidden = findings.gone.flatMap((one) => (one.hidden ? [one.finding] : []))
  return (
    [...introduced, ...hidden].some(({ severity }) => counted.includes(severity)) ||
    (failOn !== 'never' && changes.some(({ breaksMandatory }) => breaksMandatory))
  )
}
