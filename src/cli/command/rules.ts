import { type RulesFormatName, rulesFormatNames } from '../../format/names.ts'
import type { CliCommand } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { formatOption, given, outputOption, policiesOption } from '../options.ts'
import { writeOutput } from '../output.ts'
import { pageSize } from '../io.ts'
import { openDisk } from '../workspace.ts'

interface RulesOptions {
  readonly format: RulesFormatName
  readonly output?: string
  readonly policies?: string
}

const examples = `
例:
  policy-lint rules
  policy-lint rules --format json --output rules.json
`

/** `policy-lint rules`: the catalogue of all rules at hand. */
export const rulesCommand: CliCommand = {
  name: 'rules',
  declare(command, io, end) {
    command
      .description('使える規則の一覧を示します')
      .usage('[オプション]')
      .addOption(formatOption(rulesFormatNames))
      .addOption(outputOption())
      .addOption(policiesOption())
      .addHelpText('after', examples)
      .action(async ({ format, output, policies }: RulesOptions) => {
        const { ruleCatalogue } = await import('../../workflow/survey/explain.ts')
        const catalogue = await ruleCatalogue({
          workspace: await openDisk(io),
          ...given({ policies }),
        })
        const { rulesFormats } = await import('../../format/rules.ts')
        const written = rulesFormats[format](catalogue, {
          ...pageSize(io, output),
        })
        await writeOutput(written, output, io)
        end(exitCode.clean)
      })
  },
}
