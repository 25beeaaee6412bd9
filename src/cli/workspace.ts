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
