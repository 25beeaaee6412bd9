import { Option } from 'commander'
import type { ChangeReport } from '../../finding/change.ts'
import type { ChangesFormatName } from '../../format/changes.ts'
import type { CliCommand } from '../command.ts'
import { openSides } from '../compared.ts'
import { dayOf } from '../day.ts'
import type { Dependencies } from '../dependencies.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { countedBy, type FailOn, failOnNames } from '../fail-on.ts'
import type { Io } from '../io.ts'
import { writeOutput } from '../output.ts'
import { pageSize } from '../page.ts'
import { declareReports, type Reported } from '../reports.ts'

interface DiffOptions {
  readonly asOf?: string
  readonly failOn: FailOn
  readonly policies?: string
  readonly quiet?: true
}

/** Named here so that the help does not load the formats; a test holds it against their registry. */
export const changesFormatNames = [
  'text',
  'json',
  'markdown',
  'sarif',
  'github',
  'gitlab',
  'junit',
] as const satisfies readonly ChangesFormatName[]

const examples = `
例:
  policy-lint diff main                         main と今のファイルを比べる
  policy-lint diff HEAD~1 HEAD                  直前の変更を調べる
  policy-lint diff main:procedures procedures/
  policy-lint diff 変更前/ 変更後/ --format json --output changes.json

終了コード:
  0 問題なし  1 変更が問題を持ち込む、または例外を認めない条項を緩める・なくす
  2 使い方や設定の誤り、どちらかを読めない  3 policy-lint の不具合
`

/** `policy-lint diff`: what a change takes away, moves or weakens, and who must be told. */
export const diffCommand: CliCommand = {
  name: 'diff',
  declare(command, io, parts, end) {
    command
      .description('二つの版を意味で比べ、変わったこと、影響を受ける人、持ち込まれる問題を示します')
      .usage('[オプション] <変更前> [変更後]')
      .argument('<変更前>', '変更前のフォルダー、ファイル、または git の版（main、HEAD~1 など）')
      .argument('[変更後]', '変更後。変更前が git の版のときは省略でき、今のファイルになります')
      .option('--as-of <日付>', '両方を判定する日（2024-03-31、令和6年3月31日 など）')
      .addOption(
        new Option('--fail-on <程度>', '終了コードを1にする、持ち込まれた問題の程度')
          .choices(failOnNames)
          .default('error'),
      )
    const reports = declareReports(command, changesFormatNames)
    command
      .option('--policies <フォルダー>', '対策基準のフォルダー（省略すると変更後の ./policies）')
      .option('--quiet', '変更ごとに1行と、まとめの1行だけを示します')
      .addHelpText('after', examples)
      .action(async (before: string, after: string | undefined, options: DiffOptions) => {
        end(await runDiff(before, after, { ...options, reports: reports() }, io, parts))
      })
  },
}

async function runDiff(
  before: string,
  after: string | undefined,
  options: DiffOptions & { readonly reports: readonly Reported<ChangesFormatName>[] },
  io: Io,
  parts: Dependencies,
): Promise<ExitCode> {
  const asOf = dayOf(options.asOf)
  const sides = await openSides(before, after, io)
  const compare = await parts.compare()
  const { report, sources, ruleTitles } = await compare({
    ...sides,
    ...(options.policies === undefined ? {} : { policies: options.policies }),
    ...(asOf === undefined ? {} : { asOf }),
  })
  const { changesFormats } = await import('../../format/changes.ts')
  const context = { sources: sources.after, quiet: options.quiet ?? false, ruleTitles }
  for (const { format, output } of options.reports) {
    const written = changesFormats[format](report, { ...context, ...pageSize(io, output) })
    await writeOutput(written, output, io)
  }
  return fails(report, options.failOn) ? exitCode.findings : exitCode.clean
}

/** A change fails for what it brings in, and for what it takes from a clause that allows no exception. */
function fails({ findings, changes }: ChangeReport, failOn: FailOn): boolean {
  const counted = countedBy(failOn)
  return (
    findings.introduced.some(({ severity }) => counted.includes(severity)) ||
    (failOn !== 'never' && changes.some(({ breaksMandatory }) => breaksMandatory))
  )
}
