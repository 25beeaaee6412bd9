import { resolve } from 'node:path'
import { cannotRead, UsageError } from '../finding/usage-error.ts'
import type { Revision } from '../source/git/revision.ts'
import type { Side } from '../source/git/side.ts'
import type { Source } from '../source/source.ts'
import type { Workspace } from '../source/workspace.ts'
import type { Io } from './io.ts'

/**
 * The disk as seen from the working folder. Inside a git work tree a municipality is looked for up to
 * its root, so that the program can be run in the folder of one system.
 */
export async function openDisk(io: Io): Promise<Workspace> {
  const { diskWorkspace, gitRootAbove } = await import('../source/disk.ts')
  const top = gitRootAbove(io.cwd)
  return diskWorkspace({ cwd: io.cwd, ...(top === undefined ? {} : { top }) })
}

/** A file that the user named, whole; throws where it cannot be read or is larger than any file that is read. */
export async function readGiven(file: string, io: Io): Promise<Uint8Array> {
  const { LARGEST_FILE } = await import('../source/decode.ts')
  const { readBytes } = await import('../source/read-bytes.ts')
  const read = readBytes(resolve(io.cwd, file), { shown: file, limit: LARGEST_FILE })
  if ('problem' in read) throw cannotRead(read.problem)
  return read.bytes
}

/** The name of such a file, without the folders before it, whichever system's marks stand between them. */
export function nameGiven(path: string): string {
  return path.replace(/^.*[\\/]/u, '')
}

/** Where the working folder stands below the root of its git work tree, for formats that count from there. */
export async function inWorkTree(io: Io): Promise<{ readonly belowRoot?: string }> {
  const { belowGitRoot } = await import('../source/disk.ts')
  const belowRoot = belowGitRoot(io.cwd)
  return belowRoot === undefined ? {} : { belowRoot }
}

/** An earlier state as seen from the working folder; empty before the first commit. Throws where git cannot give it. */
export async function openRevisionOf(spec: string, io: Io): Promise<Revision> {
  const { openRevision } = await import('../source/git/revision.ts')
  return openRevision({ spec, cwd: io.cwd, env: io.env, mayBeAbsent: true })
}

/** The commit that the work tree stands on, seen from the working folder; undefined where git has none. */
export async function openCommit(
  io: Io,
): Promise<{ readonly id: string; readonly workspace: Workspace } | undefined> {
  const { RevisionError } = await import('../source/git/error.ts')
  try {
    const { commit, workspace } = await openRevisionOf('HEAD', io)
    return commit === null ? undefined : { id: commit, workspace }
  } catch (thrown) {
    if (thrown instanceof RevisionError) return undefined
    throw thrown
  }
}

/** What an argument names: a path that is there, else a revision. Nothing may be there, which the side then says. */
export async function openSideOf(argument: string, io: Io): Promise<Side> {
  const { openSide } = await import('../source/git/side.ts')
  return openSide({ argument, cwd: io.cwd, env: io.env, mayBeAbsent: true })
}

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
  const { decode, LARGEST_FILE } = await import('../source/decode.ts')
  const read = decode(stdinFilename, await bytesOf(io.stdin, LARGEST_FILE))
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

/** What comes in, no further than just beyond the limit: it may never end. */
async function bytesOf(stdin: Io['stdin'], limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    chunks.push(bytes)
    size += bytes.length
    if (size > limit) break
  }
  return Buffer.concat(chunks)
}
