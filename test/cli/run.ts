import { resolve } from 'node:path'
import type { Io } from '../../src/cli/io.ts'
import { main } from '../../src/cli/program.ts'

const project = resolve(import.meta.dirname, '../..')

/** What a run left: exit code, result and talk. */
export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the program on a terminal-less machine, in circumstances of a test. */
export async function run(
  argv: readonly string[],
  more: Partial<Io> & { readonly input?: string | Uint8Array } = {},
): Promise<Run> {
  let stdout = ''
  let stderr = ''
  const { input, ...io } = more
  const code = await main(argv, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    stdin: piped(input ?? ''),
    env: {},
    cwd: import.meta.dirname,
    isTTY: { stdout: false, stderr: false },
    columns: undefined,
    ...io,
  })
  return { code, stdout, stderr }
}

async function* piped(input: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  await Promise.resolve()
  yield input
}

const runs = new Map<string, Promise<Run>>()

/** What a run in the project says, done once for all that is asked of it: it writes nothing. */
export function ran(...argv: readonly string[]): Promise<Run> {
  const key = JSON.stringify(argv)
  const known = runs.get(key) ?? run(argv, { cwd: project })
  runs.set(key, known)
  return known
}
