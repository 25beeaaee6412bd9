import { Option } from 'commander'
import type { CoverageContext } from '../../format/context.ts'
import { type CoverageFormatName, coverageFormatNames } from '../../format/names.ts'
import type { Dependencies } from '../dependencies.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { pageSize } from '../page.ts'
import { openCommit, openDisk } from '../workspace.ts'
import type { CliCommand } from '../command.ts'
import { dayOf } from '../day.ts'
import { writeOutput } from '../output.ts'

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
  declare(command, io, parts, end) {
    command
      .description('条項とシステムの対照表を作ります。何が守られ、何が判定できないかが分かります')
      .usage('[オプション] [パス...]')
      .argument('[パス...]', '調べるファイルやフォルダー（省略すると今のフォルダー）')
      .option('--as-of <日付>', '判定する日（2024-03-31、令和6年3月31日 など）')
      .addOption(
        new Option('--table <表>', 'clauses は条項の表、viewpoints は監査の着眼点の表')
          .choices(tables)
          .default('clauses'),
      )
      .addOption(
        new Option('--format <形式>', '結果の形式').choices(coverageFormatNames).default('text'),
      )
      .option('--output <ファイル>', '結果をファイルに書きます')
      .option('--policies <フォルダー>', '対策基準のフォルダー（省略すると ./policies）')
      .addHelpText('after', examples)
      .action(async (paths: string[], options: CoverageOptions) => {
        end(await runCoverage(paths, options, io, parts))
      })
  },
}

async function runCoverage(
  paths: readonly string[],
  options: CoverageOptions,
  io: Io,
  parts: Dependencies,
): Promise<ExitCode> {
  const asOf = dayOf(options.asOf)
  const coverage = await parts.coverage()
  const commit = await openCommit(io)
  const result = await coverage({
    workspace: await openDisk(io),
    paths: paths.length > 0 ? paths : ['.'],
    ...(options.policies === undefined ? {} : { policies: options.policies }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(commit === undefined ? {} : { commit }),
  })
  const { coverageFormats } = await import('../../format/coverage.ts')
  const written = coverageFormats[options.format](result, {
    table: options.table,
    ...pageSize(io, options.output),
    missingLabel: await parts.missingLabel(),
  })
  await writeOutput(written, options.output, io)
  return result.unread.length > 0 ? exitCode.findings : exitCode.clean
}
