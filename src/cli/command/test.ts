import type { RuleTestReport } from '../../finding/rule-test.ts'
import { type RuleTestFormatName, ruleTestFormatNames } from '../../format/names.ts'
import type { CliCommand } from '../command.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Io, pageSize } from '../io.ts'
import { formatOption, given, outputOption, policiesOption } from '../options.ts'
import { writeOutput } from '../output.ts'
import { inWorkTree, openDisk } from '../workspace.ts'

interface TestOptions {
  readonly format: RuleTestFormatName
  readonly output?: string
  readonly policies?: string
}

const examples = `
例:
  policy-lint test                        ./policies のパックを試す
  policy-lint test policies/our-city --format junit --output junit.xml

どの規則にも、よい例と悪い例が一つ以上要ります。例の中で一度も破られない式、一度も
成り立たない式、where が働いたことのない規則も、通らないものとして示します。
`

/** `policy-lint test`: the examples that rules carry. */
export const testCommand: CliCommand = {
  name: 'test',
  declare(command, io, end) {
    command
      .description('規則に書かれたよい例と悪い例を試します')
      .usage('[オプション] [パック...]')
      .argument('[パック...]', 'パックのフォルダーか識別子（省略すると ./policies のすべて）')
      .addOption(formatOption(ruleTestFormatNames))
      .addOption(outputOption())
      .addOption(policiesOption())
      .addHelpText('after', examples)
      .action(async (packs: string[], options: TestOptions) => {
        end(await runTest(packs, options, io))
      })
  },
}

async function runTest(
  packs: readonly string[],
  { format, output, policies }: TestOptions,
  io: Io,
): Promise<ExitCode> {
  const { testRules } = await import('../../workflow/survey/test-rules.ts')
  const report = await testRules({
    workspace: await openDisk(io),
    packs,
    ...given({ policies }),
  })
  const { ruleTestFormats } = await import('../../format/rule-test.ts')
  const written = ruleTestFormats[format](report, {
    ...pageSize(io, output),
    ...(await inWorkTree(io)),
  })
  await writeOutput(written, output, io)
  return passes(report) ? exitCode.clean : exitCode.findings
}

function passes({ packs, problems }: RuleTestReport): boolean {
  const cases = packs.flatMap(({ rules }) => rules.flatMap((rule) => rule.cases))
  return problems.length === 0 && cases.every(({ fault }) => fault === null)
}
