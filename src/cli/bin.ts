#!/usr/bin/env node
import { exitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { main } from './main.ts'

/** What has been closed or is full no longer takes the result; a closed pipe (`| head`) is no fault. */
function onWriteError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return
  process.exitCode = exitCode.wrongUse
  process.stderr.write(`エラー: 結果を書き出せません（${error.code ?? error.message}）\n`)
}

process.stdout.on('error', onWriteError)
process.stderr.on('error', () => undefined)

const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  isTTY: { stdout: process.stdout.isTTY, stderr: process.stderr.isTTY },
  columns: process.stdout.columns,
}
void main(process.argv.slice(2), io).then((code) => {
  process.exitCode ??= code
})
