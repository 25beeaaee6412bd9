import { Option } from 'commander'
import { type MutationFormatName, mutationFormatNames } from '../../format/names.ts'
import type { CliCommand } from '../command.ts'
import { countOf } from '../count.ts'
import { dayOf } from '../day.ts'
import type { Dependencies } from '../dependencies.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { writeOutput } from '../output.ts'
import { pageSize } from '../page.ts'
import { progressOn } from '../progress.ts'
import { openDisk } from '../workspace.ts'

interface MutateOptions {
  readonly asOf?: string
  readonly format: MutationFormatName
  readonly max: string
  readonly output?: string
  readonly policies?: string
}

const examples = `
例:
  policy-lint mutate procedures/our-city/library
  policy-lint mutate procedures/ --max 500 --format json

守られている条項ごとに、それを守っている業務、役割、連絡、記録などを、書類の写しの上で
一つずつなくすか弱めて、判定し直します。どの規則も気付かない変更は、規則の穴です。
書類そのものは変わりません。
`

/** `policy-lint mutate`: the deletion test. */
export const mutateCommand: CliCommand = {
  name: 'mutate',
  declare(command, io, parts, end) {
    command
      .description('守っているものをなくしたとき、規則が気付くかを試します（欠落の試験）')
      .usage('[オプション] [パス...]')
      .argument('[パス...]', '試すファイルやフォルダー（省略すると今のフォルダー）')
      .option('--as-of <日付>', '判定する日（2024-03-31、令和6年3月31日 など）')
      .addOption(new Option('--max <件数>', '試す変更の数の上限').default('5000'))
      .addOption(
        new Option('--format <形式>', '結果の形式').choices(mutationFormatNames).default('text'),
      )
      .option('--output <ファイル>', '結果をファイルに書きます')
      .option('--policies <フォルダー>', '対策基準のフォルダー（省略すると ./policies）')
      .addHelpText('after', examples)
      .action(async (paths: string[], options: MutateOptions) => {
        end(await runMutate(paths, options, io, parts))
      })
  },
}

async function runMutate(
  paths: readonly string[],
  options: MutateOptions,
  io: Io,
  parts: Dependencies,
): Promise<ExitCode> {
  const asOf = dayOf(options.asOf)
  const max = countOf('--max', options.max)
  const mutate = await parts.mutate()
  const progress = progressOn(io)
  const report = await mutate({
    workspace: await openDisk(io),
    paths: paths.length > 0 ? paths : ['.'],
    ...(options.policies === undefined ? {} : { policies: options.policies }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(max === undefined ? {} : { max }),
    onProgress: progress.report,
  }).finally(progress.end)
  const { mutationFormats } = await import('../../format/mutation.ts')
  const written = mutationFormats[options.format](report, {
    ...pageSize(io, options.output),
  })
  await writeOutput(written, options.output, io)
  return report.survivors.length > 0 ? exitCode.findings : exitCode.clean
}
