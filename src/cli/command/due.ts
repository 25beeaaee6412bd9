import { Option } from 'commander'
import type { Period } from '../../calendar/period.ts'
import type { DueReport } from '../../finding/due.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { dueFormatNames } from '../../format/names.ts'
import type { CliCommand } from '../command.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Io, pageSize } from '../io.ts'
import {
  asOfOption,
  dayOption,
  given,
  pathsArgument,
  periodOption,
  policiesOption,
} from '../options.ts'
import { writeFile, writeOutput } from '../output.ts'
import { declareReports, type Reported } from '../reports.ts'
import { openDisk } from '../workspace.ts'

const formatNames = [...dueFormatNames, 'xlsx'] as const
type FormatName = (typeof formatNames)[number]

const failOnNames = ['overdue', 'never'] as const

interface DueOptions {
  readonly asOf?: string
  readonly from?: string
  readonly to?: string
  readonly within?: Period
  readonly post?: string
  readonly section?: string
  readonly failOn: (typeof failOnNames)[number]
  readonly policies?: string
}

const examples = `
例:
  policy-lint due procedures/
  policy-lint due procedures/ --section 市民課 --within P6M
  policy-lint due procedures/ --format ics --output due.ics
  policy-lint due procedures/ --fail-on overdue
`

/** `policy-lint due`: what falls due, for whom, and what is overdue by the records. */
export const dueCommand: CliCommand = {
  name: 'due',
  declare(command, io, end) {
    command
      .description('誰が何をいつまでに行うか、期限を過ぎているものはどれかを一覧にします')
      .usage('[オプション] [パス...]')
      .addArgument(pathsArgument('調べる'))
      .addOption(asOfOption('基準にする日'))
      .addOption(
        dayOption(
          '--from',
          'この日からの期限だけを示します（省略すると過ぎたものをすべて示します）',
        ),
      )
      .addOption(dayOption('--to', 'この日までの期限を示します').conflicts('within'))
      .addOption(
        periodOption('--within', '基準の日から先、どれだけの期限を示すか（省略すると P3M、3か月）'),
      )
      .option('--section <組織>', 'この組織と、その下の組織のものだけを示します')
      .option('--post <職>', 'この職や役割のものだけを示します')
    const reports = declareReports(command, formatNames)
    command
      .addOption(
        new Option(
          '--fail-on <状態>',
          'overdue なら、期限を過ぎたものがあると終了コードを1にします',
        )
          .choices(failOnNames)
          .default('never'),
      )
      .addOption(policiesOption())
      .addHelpText('after', examples)
      .action(async (paths: string[], options: DueOptions) => {
        end(await runDue(paths, { ...options, reports: reports() }, io))
      })
  },
}

async function runDue(
  paths: readonly string[],
  options: DueOptions & { readonly reports: readonly Reported<FormatName>[] },
  io: Io,
): Promise<ExitCode> {
  const { asOf, from, to, within, post, section, policies, reports, failOn } = options
  const { due } = await import('../../workflow/survey/due.ts')
  const report = await due({
    workspace: await openDisk(io),
    paths,
    ...given({ asOf, from, to, within, post, section, policies }),
  })
  for (const one of reports) await writeReport(report, one, io)
  if (report.unread.length > 0) return exitCode.findings
  return failOn === 'overdue' && report.summary.overdue > 0 ? exitCode.findings : exitCode.clean
}

async function writeReport(
  report: DueReport,
  { format, output }: Reported<FormatName>,
  io: Io,
): Promise<void> {
  if (format !== 'xlsx') {
    const { dueFormats } = await import('../../format/due.ts')
    await writeOutput(await dueFormats[format](report, pageSize(io, output)), output, io)
    return
  }
  if (output === undefined) {
    throw new UsageError('Excel のファイルは画面に出せません', {
      hint: '--output でファイルを指定してください。例: --format xlsx --output due.xlsx',
    })
  }
  const { dueWorkbook } = await import('../../workflow/survey/due-workbook.ts')
  await writeFile(await dueWorkbook(report), output, io)
}
