import type { CliCommand } from './command.ts'
import { exitCode } from '../exit-code.ts'
import { writeOutput } from './output.ts'

/** `policy-lint schema`: the JSON Schema of a kind of file, for editors. */
export const schemaCommand: CliCommand = {
  name: 'schema',
  declare(command, io, parts, end) {
    command
      .description('ファイルの種類（kind）ごとの JSON Schema を示します')
      .usage('[オプション] <種類>')
      .argument(
        '<種類>',
        'municipality、context、procedure、records、notice、actions、standard、rules',
      )
      .action(async (kind: string) => {
        const schemaText = await parts.schemaText()
        await writeOutput(schemaText(kind), undefined, io)
        end(exitCode.clean)
      })
  },
}
