import { statSync } from 'node:fs'
import nodePath from 'node:path'

/**
 * The program git, by its whole path. Looked for here and not by the system, because Windows would
 * look into the working folder first: a repository that holds a `git.exe` must not have it run.
 */
export function findGit(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const isWindows = process.platform === 'win32'
  const name = isWindows ? 'git.exe' : 'git'
  // Windows spells the variable as it likes.
  const key = Object.keys(env).find((one) => (isWindows ? one.toUpperCase() : one) === 'PATH')
  const folders = (key === undefined ? '' : (env[key] ?? '')).split(nodePath.delimiter)
  return folders
    .filter((folder) => nodePath.isAbsolute(folder))
    .map((folder) => nodePath.join(folder, name))
    .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
}
