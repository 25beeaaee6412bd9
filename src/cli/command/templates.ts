import { visible } from '../../format/text/visible.ts'
import { resolve } from 'node:path'
import { writePlace } from '../../source/source.ts'
import type { CliCommand } from '../command.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'

interface TemplatesOptions {
  readonly templates?: string
}

const examples = `
例:
  policy-lint templates check --templates my-templates/

テンプレートの書き方は docs/templates.ja.md にあります。
`

/** `policy-lint templates check`: what is wrong with templates, before any document is made. */
export const templatesCommand: CliCommand = {
  name: 'templates',
  declare(command, io, end) {
    command
      .description('文書のテンプレートを調べます（templates check）')
      .usage('[オプション] check')
      .addHelpText('after', examples)
    command
      .command('check')
      .description('テンプレートの書き間違いを、文書を作る前に全部示します')
      .usage('[オプション]')
      .option('--templates <フォルダー>', '自分のテンプレートのフォルダー（省略すると付属のもの）')
      .action(async (options: TemplatesOptions) => {
        end(await runCheck(options, io))
      })
  },
}

async function runCheck({ templates }: TemplatesOptions, io: Io): Promise<ExitCode> {
  const { checkTemplates } = await import('../../workflow/publish/templates.ts')
  const problems = await checkTemplates(
    templates === undefined
      ? {}
      : { templates: { folder: resolve(io.cwd, templates), shown: templates } },
  )
  for (const { location, message, why, fix } of problems) {
    const said = `${writePlace(location)} ${message}\n  理由: ${why}\n  直し方: ${fix}\n`
    io.stdout.write(visible(said))
  }
  if (problems.length > 0) {
    io.stdout.write(`\nテンプレートの誤り ${problems.length}件\n`)
    return exitCode.findings
  }
  io.stdout.write('テンプレートに誤りはありません\n')
  return exitCode.clean
}
