import { Command } from 'commander'
import { commandFirst } from './command-first.ts'
import { checkCommand } from './command/check.ts'
import type { CliCommand } from './command.ts'
import { coverageCommand } from './command/coverage.ts'
import { diffCommand } from './command/diff.ts'
import { explainCommand } from './command/explain.ts'
import { mutateCommand } from './command/mutate.ts'
import { noticeCommand } from './command/notice.ts'
import { renderCommand } from './command/render.ts'
import { rulesCommand } from './command/rules.ts'
import { schemaCommand } from './command/schema.ts'
import { templatesCommand } from './command/templates.ts'
import { testCommand } from './command/test.ts'
import { wordsCommand } from './command/words.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { speakJapanese } from './help.ts'
import { defaultColumns, type Io } from './io.ts'
import { refuseMisspeltCommand } from './misspelt.ts'
import { version } from '../workflow/open/version.ts'

/** Every command, in the order of the help; the first is meant where none is named. */
const commands: readonly CliCommand[] = [
  checkCommand,
  diffCommand,
  noticeCommand,
  renderCommand,
  templatesCommand,
  coverageCommand,
  explainCommand,
  rulesCommand,
  wordsCommand,
  testCommand,
  mutateCommand,
  schemaCommand,
]

const examples = `
例:
  policy-lint procedures/                 手順書のフォルダーを調べる（check と同じ）
  policy-lint check procedures/ --as-of 2024-03-31
  policy-lint check procedures/ --format json --output result.json

終了コード:
  0 問題なし  1 問題あり（--fail-on 以上）  2 使い方や設定の誤り  3 policy-lint の不具合
`

/** Reads the arguments and runs the command they name. Throws what ends the run early. */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  await refuseMisspeltCommand(
    argv,
    commands.map(({ name }) => name),
    io.cwd,
  )
  let code: ExitCode = exitCode.clean
  const program = speakJapanese(new Command('policy-lint'))
    .description('自治体の情報セキュリティ実施手順が、対策基準の条項を守っているかを調べます')
    .usage('[コマンド] [オプション] [パス...]')
    .version(version, '-V, --version', 'バージョンを表示します')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => io.columns ?? defaultColumns,
      getOutHasColors: () => false,
    })
  for (const [index, { name, declare }] of commands.entries()) {
    const command = speakJapanese(program.command(name, { isDefault: index === 0 }))
    declare(command, io, (result) => {
      code = result
    })
  }
  await program.parseAsync(commandFirst(argv, program), { from: 'user' })
  return code
}
