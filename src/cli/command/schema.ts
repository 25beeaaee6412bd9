import type { Shape } from '../../schema/shape.ts'
import type { VocabularyWords } from '../../schema/schema-text.ts'
import type { CliCommand } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { outputOption } from '../options.ts'
import { writeOutput } from '../output.ts'
import { openDisk } from '../workspace.ts'

interface SchemaOptions {
  readonly policies?: string
  readonly output?: string
}

/** `policy-lint schema`: the JSON Schema of a kind of file, for editors, or of a report, for programs. */
export const schemaCommand: CliCommand = {
  name: 'schema',
  declare(command, io, end) {
    command
      .description('ファイルの種類（kind）ごとの JSON Schema を示します')
      .usage('[オプション] <種類>')
      .argument(
        '<種類>',
        'municipality、context、procedure、records、notice、actions、standard、rules、report、changes、coverage、due、catalogue、mutation（check、diff、coverage、due、rules、mutate の --format json の結果）、baseline（check --baseline のファイル）、review（確認を残す review.json）',
      )
      .option('--policies <フォルダー>', '対策基準のパックの用語と台帳を、選べる値として加えます')
      .addOption(outputOption())
      .action(async (kind: string, { policies, output }: SchemaOptions) => {
        const { schemaText } = await import('../../schema/schema-text.ts')
        const text =
          policies === undefined
            ? schemaText(kind)
            : schemaText(kind, ...(await saidBy(policies, io)))
        await writeOutput(text, output, io)
        end(exitCode.clean)
      })
  },
}

/** The words and the ledgers of the packs of a folder. */
async function saidBy(policies: string, io: Io): Promise<[VocabularyWords, Shape]> {
  const { saidInPacks } = await import('../../workflow/survey/words.ts')
  const { words, records } = await saidInPacks({ workspace: await openDisk(io), policies })
  return [words, records]
}
