import type { Revision } from '../source/git/revision.ts'
import type { Side } from '../source/git/side.ts'
import type { Workspace } from '../source/workspace.ts'
import type { Io } from './io.ts'

/**
 * The disk as seen from the working folder. Inside a git work tree a municipality is looked for up to
 * its root, so that the program can be run in the folder of one system.
 */
export async function openDisk(io: Io): Promise<Workspace> {
  const { diskWorkspace } = await import('../source/disk.ts')
  const { gitRootAbove } = await import('../source/git-root.ts')
  const top = gitRootAbove(io.cwd)
  return diskWorkspace({ cwd: io.cwd, ...(top === undefined ? {} : { top }) })
}

/** Where the working folder stands below the root of its git work tree, for formats that count from there. */
export async function inWorkTree(io: Io): Promise<{ readonly belowRoot?: string }> {
  const { belowGitRoot } = await import('../source/git-root.ts')
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
