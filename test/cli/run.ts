import { type Dependencies, ownParts } from '../../src/cli/dependencies.ts'
import type { Io } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'

/** What a run left: exit code, result and talk. */
export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the program on a terminal-less machine, with parts and circumstances of a test. */
export async function run(
  argv: readonly string[],
  parts: Partial<Dependencies> = {},
  more: Partial<Io> & { readonly input?: string | Uint8Array } = {},
): Promise<Run> {
  let stdout = ''
  let stderr = ''
  const { input, ...io } = more
  const code = await main(
    argv,
    {
      stdout: { write: (text) => (stdout += text) },
      stderr: { write: (text) => (stderr += text) },
      stdin: piped(input ?? ''),
      env: {},
      cwd: import.meta.dirname,
      isTTY: { stdout: false, stderr: false },
      columns: undefined,
      ...io,
    },
    { ...absentParts, missingLabel: () => Promise.resolve(() => undefined), ...parts },
  )
  return { code, stdout, stderr }
}

async function* piped(input: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  await Promise.resolve()
  yield input
}

/** No part may be loaded but those a test hands in. */
const absentParts = Object.fromEntries(
  Object.keys(ownParts).map((name) => [name, absent]),
) as unknown as Dependencies

function absent(): never {
  throw new Error('this part was not to be loaded')
}
