import { Command } from 'commander'
import { UsageError } from '../finding/usage-error.ts'
import { suggest } from '../japanese/suggest.ts'
import { version } from '../workflow/open/version.ts'
import { type CliCommand, speakJapanese } from './command.ts'
import { cacheCommand } from './command/cache.ts'
import { checkCommand } from './command/check.ts'
import { coverageCommand } from './command/coverage.ts'
import { diffCommand } from './command/diff.ts'
import { dueCommand } from './command/due.ts'
import { explainCommand } from './command/explain.ts'
import { importCommand } from './command/import.ts'
import { initCommand } from './command/init.ts'
import { mutateCommand } from './command/mutate.ts'
import { noticeCommand } from './command/notice.ts'
import { renderCommand } from './command/render.ts'
import { reviewCommand } from './command/review.ts'
import { rulesCommand } from './command/rules.ts'
import { schemaCommand } from './command/schema.ts'
import { templatesCommand } from './command/templates.ts'
import { testCommand } from './command/test.ts'
import { wordsCommand } from './command/words.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { defaultColumns, type Io } from './io.ts'
import { saidOn } from './progress.ts'

/** Every command, in the order of the help; the first is meant where none is named. */
const commands: readonly CliCommand[] = [
  checkCommand,
  diffCommand,
  noticeCommand,
  renderCommand,
  templatesCommand,
  coverageCommand,
  dueCommand,
  importCommand,
  explainCommand,
  rulesCommand,
  reviewCommand,
  wordsCommand,
  testCommand,
  mutateCommand,
  schemaCommand,
  initCommand,
  cacheCommand,
]

const examples = `
例:
  policy-lint procedures/                 手順書のフォルダーを調べる（check と同じ）
  policy-lint check procedures/ --as-of 2024-03-31
  policy-lint check procedures/ --format json --output result.json

終了コード:
  0 問題なし  1 問題あり（--fail-on 以上）  2 使い方や設定の誤り  3 policy-lint の不具合
`

/**
 * Runs the program: arguments in, exit code out. The result goes to stdout, the talk to stderr; nothing is
 * thrown. What the arguments do not ask for is not loaded.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await runCommand(argv, { ...io, stderr: saidOn(io.stderr) })
  } catch (thrown) {
    const { tellFailure } = await import('./failure.ts')
    return tellFailure(thrown, io)
  }
}

/** Runs the command that the arguments name. Throws what ends the run early. */
async function runCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
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

/**
 * The arguments with the command in front, where options stand before it: `--quiet check a` is
 * `check --quiet a`. Commander would take the command for a path of the command meant by default.
 */
function commandFirst(argv: readonly string[], program: Command): readonly string[] {
  const withValue = new Set(
    program.commands
      .flatMap((command) => command.options.filter((option) => option.required))
      .flatMap(({ short, long }) => [short, long]),
  )
  let index = 0
  while (argv[index]?.startsWith('-') && argv[index] !== '--') {
    index += withValue.has(argv[index]) ? 2 : 1
  }
  const name = argv[index]
  if (name === undefined || !program.commands.some((command) => command.name() === name)) {
    return argv
  }
  return [name, ...argv.slice(0, index), ...argv.slice(index + 1)]
}

/** What other programs have as a command and this one as an option. */
const asOption = new Map([
  ['help', '--help'],
  ['version', '--version'],
])

/** Refuses a first word that is neither a command nor a file but almost a command. */
async function refuseMisspeltCommand(
  argv: readonly string[],
  commands: readonly string[],
  cwd: string,
): Promise<void> {
  const [word] = argv
  if (word === undefined || !/^[a-z-]+$/i.test(word) || word.startsWith('-')) return
  if (commands.includes(word)) return
  const meant = asOption.get(word) ?? suggest(word, commands)
  if (meant === undefined) return
  const { diskWorkspace } = await import('../source/disk.ts')
  const { files, problems } = diskWorkspace({ cwd }).discover([word])
  if (files.length > 0 || !problems.some(({ code }) => code === 'not-found')) return
  throw new UsageError(`「${word}」というコマンドも、ファイルやフォルダーもありません`, {
    hint: `もしかして: policy-lint ${meant}`,
  })
}
