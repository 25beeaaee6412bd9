import type { CliCommand } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { pageSize } from '../page.ts'
import { openDisk } from '../workspace.ts'

const examples = `
例:
  policy-lint explain acc.review-cycle
`

/** `policy-lint explain`: all there is to say of one rule. */
export const explainCommand: CliCommand = {
  name: 'explain',
  declare(command, io, parts, end) {
    command
      .description('規則を説明します。義務、条文、理由、直し方、例を示します')
      .usage('[オプション] <規則>')
      .argument('<規則>', '規則の識別子。check の結果の、検出ごとの最後の行にあります')
      .option('--policies <フォルダー>', '対策基準のフォルダー（省略すると ./policies）')
      .addHelpText('after', examples)
      .action(async (rule: string, { policies }: { readonly policies?: string }) => {
        const explain = await parts.explain()
        const card = await explain(rule, {
          workspace: await openDisk(io),
          ...(policies === undefined ? {} : { policies }),
        })
        const { cardText } = await import('../../format/rules/text.ts')
        io.stdout.write(cardText(card, pageSize(io)))
        end(exitCode.clean)
      })
  },
}
