import type { CliCommand } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { given, policiesOption } from '../options.ts'
import { pageSize } from '../io.ts'
import { openDisk } from '../workspace.ts'

const examples = `
例:
  policy-lint explain acc.review-cycle
  policy-lint explain ACC-2
  policy-lint explain account.review
  policy-lint explain contracts.subcontractors
`

/** `policy-lint explain`: all there is to say of one rule, requirement, key or word. */
export const explainCommand: CliCommand = {
  name: 'explain',
  declare(command, io, end) {
    command
      .description(
        '規則、要求事項、キー、用語を説明します。義務、条文、理由、直し方、例、確かめる規則を示します',
      )
      .usage('[オプション] <規則、要求事項、キーまたは用語>')
      .argument(
        '<名前>',
        '規則の識別子か要求事項の記号（check の結果の、検出ごとの最後の行にあります）、ファイルのキー、または用語',
      )
      .addOption(policiesOption())
      .addHelpText('after', examples)
      .action(async (name: string, { policies }: { readonly policies?: string }) => {
        const { explain } = await import('../../workflow/survey/explain.ts')
        const explained = await explain(name, {
          workspace: await openDisk(io),
          ...given({ policies }),
        })
        const { explainedText } = await import('../../format/rules/explained.ts')
        io.stdout.write(explainedText(explained, pageSize(io)))
        end(exitCode.clean)
      })
  },
}
