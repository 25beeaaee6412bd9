#!/usr/bin/env node
import { version } from '../workflow/open/version.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import type { Io } from './io.ts'

/** What has been closed or is full no longer takes the result; a closed pipe (`| head`) is no fault. */
function onWriteError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return
  process.exitCode = exitCode.wrongUse
  process.stderr.write(`エラー: 結果を書き出せません（${error.code ?? error.message}）\n`)
}

process.stdout.on('error', onWriteError)
process.stderr.on('error', () => undefined)

/** The version alone is told at once; all else is the program's, loaded when it is needed. */
async function launch(argv: readonly string[]): Promise<ExitCode> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${version}\n`)
    return exitCode.clean
  }
  const { main } = await import('./program.ts')
  return main(argv, io)
}

/** The working folder; undefined where somebody has deleted it since. */
function workingFolder(): string | undefined {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
}

const cwd = workingFolder()
const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  cwd: cwd ?? '',
  isTTY: { stdout: process.stdout.isTTY, stderr: process.stderr.isTTY },
  columns: process.stdout.columns,
  ...(process.stdin.isTTY && process.stdout.isTTY
    ? { terminal: { input: process.stdin, output: process.stdout } }
    : {}),
}
if (cwd === undefined) {
  process.stderr.write(
    'エラー: 今いるフォルダーがなくなっています\n  あるフォルダーに移ってから、もう一度実行してください\n',
  )
  process.exitCode = exitCode.wrongUse
} else {
  void launch(process.argv.slice(2)).then((code) => {
    process.exitCode ??= code
  })
}
