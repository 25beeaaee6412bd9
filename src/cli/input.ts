import { UsageError } from '../finding/usage-error.ts'
import type { Io } from './io.ts'
import type { Source } from '../source/source.ts'
import type { Workspace } from '../source/workspace.ts'
import { openDisk } from './workspace.ts'

/** What to look at: the disk, which paths, and what stands over one of its files. */
export interface Input {
  readonly workspace: Workspace
  readonly paths: readonly string[]
  readonly stdin?: Source
}

/** Reads what the arguments name, standard input if they say so. */
export async function inputOf(
  paths: readonly string[],
  stdinFilename: string | undefined,
  io: Io,
): Promise<Input> {
  const workspace = await openDisk(io)
  const readsStdin = paths.includes('-')
  if (readsStdin !== (stdinFilename !== undefined)) {
    throw new UsageError(
      readsStdin
        ? '標準入力（-）を調べるには、--stdin-filename が要ります'
        : '--stdin-filename を使うには、パスに - を書いてください',
      { hint: '例: policy-lint check - --stdin-filename procedures/city/system/procedure.yaml' },
    )
  }
  if (stdinFilename === undefined) {
    return { workspace, paths }
  }
  const { decode } = await import('../source/decode.ts')
  const read = decode(stdinFilename, await bytesOf(io.stdin))
  if (!read.ok) {
    throw new UsageError(`標準入力を読めません: ${read.problem.message}`, {
      hint: read.problem.fix,
    })
  }
  return {
    workspace,
    paths: paths.map((path) => (path === '-' ? stdinFilename : path)),
    stdin: read.source,
  }
}

async function bytesOf(stdin: Io['stdin']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  }
  return Buffer.concat(chunks)
}
