import { type MutationFormatName, mutationFormatNames } from '../../format/names.ts'
import type { CliCommand } from '../command.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Io, pageSize } from '../io.ts'
import {
  asOfOption,
  countOption,
  formatOption,
  given,
  outputOption,
  pathsArgument,
  policiesOption,
} from '../options.ts'
import { writeOutput } from '../output.ts'
import { progressOn } from '../progress.ts'
import { openDisk } from '../workspace.ts'

interface MutateOptions {
  readonly asOf?: string
  readonly format: MutationFormatName
  readonly max: number
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
  declare(command, io, end) {
    command
      .description('守っているものをなくしたとき、規則が気付くかを試します（欠落の試験）')
      .usage('[オプション] [パス...]')
      .addArgument(pathsArgument('試す'))
      .addOption(asOfOption('判定する日'))
      .addOption(countOption('--max', '試す変更の数の上限').default(5000))
      .addOption(formatOption(mutationFormatNames))
      .addOption(outputOption())
      .addOption(policiesOption())
      .addHelpText('after', examples)
      .action(async (paths: string[], options: MutateOptions) => {
        end(await runMutate(paths, options, io))
      })
  },
}

async function runMutate(
  paths: readonly string[],
  options: MutateOptions,
  io: Io,
): Promise<ExitCode> {
  const { mutate } = await import('../../workflow/survey/mutate.ts')
  const progress = progressOn(io)
  const report = await mutate({
    workspace: await openDisk(io),
    paths,
    ...given({ policies: options.policies, asOf: options.asOf, max: options.max }),
    onProgress: progress.report,
  }).finally(progress.end)
  const { mutationFormats } = await import('../../format/mutation.ts')
  const written = mutationFormats[options.format](report, {
    ...pageSize(io, options.output),
  })
  await writeOutput(written, options.output, io)
  const isWhole = report.survivors.length === 0 && report.unread.length === 0
  return isWhole ? exitCode.clean : exitCode.findings
}
