import { Option } from 'commander'
import type { CoverageContext } from '../../format/context.ts'
import { type CoverageFormatName, coverageFormatNames } from '../../format/names.ts'
import type { CliCommand } from '../command.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Io, pageSize } from '../io.ts'
import {
  asOfOption,
  formatOption,
  given,
  outputOption,
  pathsArgument,
  policiesOption,
} from '../options.ts'
import { writeOutput } from '../output.ts'
import { openCommit, openDisk } from '../workspace.ts'

interface CoverageOptions {
  readonly asOf?: string
  readonly format: CoverageFormatName
  readonly output?: string
  readonly policies?: string
  readonly table: CoverageContext['table']
}

const tables: readonly CoverageContext['table'][] = ['clauses', 'viewpoints']

const examples = `
例:
  policy-lint coverage procedures/
  policy-lint coverage procedures/ --format html --output coverage.html
  policy-lint coverage procedures/ --table viewpoints --format markdown
`

/** `policy-lint coverage`: clause × system, with what keeps each. */
export const coverageCommand: CliCommand = {
  name: 'coverage',
  declare(command, io, end) {
    command
      .description('条項とシステムの対照表を作ります。何が守られ、何が判定できないかが分かります')
      .usage('[オプション] [パス...]')
      .addArgument(pathsArgument('調べる'))
      .addOption(asOfOption('判定する日'))
      .addOption(
        new Option('--table <表>', 'clauses は条項の表、viewpoints は監査の着眼点の表')
          .choices(tables)
          .default('clauses'),
      )
      .addOption(formatOption(coverageFormatNames))
      .addOption(outputOption())
      .addOption(policiesOption())
      .addHelpText('after', examples)
      .action(async (paths: string[], options: CoverageOptions) => {
        end(await runCoverage(paths, options, io))
      })
  },
}

async function runCoverage(
  paths: readonly string[],
  options: CoverageOptions,
  io: Io,
): Promise<ExitCode> {
  const { coverage } = await import('../../workflow/judge/coverage.ts')
  const commit = await openCommit(io)
  const result = await coverage({
    workspace: await openDisk(io),
    paths,
    ...given({ policies: options.policies, asOf: options.asOf, commit }),
  })
  const { coverageFormats } = await import('../../format/coverage.ts')
  const { missingLabel } = await import('../../schema/missing-label.ts')
  const written = coverageFormats[options.format](result, {
    table: options.table,
    ...pageSize(io, options.output),
    missingLabel,
  })
  await writeOutput(written, options.output, io)
  return result.unread.length > 0 ? exitCode.findings : exitCode.clean
}
