import type { CliCommand } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { given, policiesOption } from '../options.ts'
import { pageSize } from '../io.ts'
import { openDisk } from '../workspace.ts'

const examples = `
例:
  policy-lint words
  policy-lint words activities
  policy-lint words 点検
`

/** `policy-lint words`: the words that files may use, vocabulary by vocabulary, or those that hold a piece of text. */
export const wordsCommand: CliCommand = {
  name: 'words',
  declare(command, io, end) {
    command
      .description('ファイルに書ける用語を、用語集ごとに示し、または探します')
      .usage('[オプション] [用語集または探す言葉]')
      .argument('[言葉]', '用語集の名前、または探す言葉（省略すると用語集の一覧）')
      .addOption(policiesOption())
      .addHelpText('after', examples)
      .action(async (query: string | undefined, { policies }: { readonly policies?: string }) => {
        const { words } = await import('../../workflow/survey/words.ts')
        const found = await words({
          workspace: await openDisk(io),
          ...given({ policies, query }),
        })
        const { vocabulariesText, wordsText } = await import('../../format/rules/words.ts')
        const write = query === undefined ? vocabulariesText : wordsText
        io.stdout.write(write(found, pageSize(io)))
        end(exitCode.clean)
      })
  },
}
