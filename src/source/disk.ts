import { type Dirent, existsSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import nodePath, { type PlatformPath } from 'node:path'
import { LARGEST_FILE } from './decode.ts'
import type { Entry, FileTree } from './discover.ts'
import { childPath, shownPath } from './path.ts'
import { readPlain } from './read-bytes.ts'
import { treeWorkspace, type Workspace } from './workspace.ts'

/** Where on the disk a workspace stands. */
export interface DiskOptions {
  /** The folder that shown paths are relative to. */
  readonly cwd: string
  /** The folder above which nothing is looked for (native); the working folder unless given. */
  readonly top?: string
}

/** The workspace of the command line: the real file system, read synchronously, which is the fastest. */
export function diskWorkspace(options: DiskOptions): Workspace {
  return treeWorkspace(diskTree(options))
}

function diskTree({ cwd, top }: DiskOptions): FileTree {
  /** Where a name on the disk is not in NFC: shown path to native path. */
  const spellings = new Map<string, string>()
  const native = (shown: string): string => {
    if (spellings.size === 0) return nodePath.resolve(cwd, shown)
    const known = spellings.get(shown)
    if (known !== undefined) return known
    const slash = shown.lastIndexOf('/')
    if (slash <= 0) return nodePath.resolve(cwd, shown)
    return nodePath.resolve(native(shown.slice(0, slash)), shown.slice(slash + 1))
  }
  const show = (path: string): string => {
    const shown = shownPath(nodePath, cwd, path)
    if (path.normalize('NFC') !== path) spellings.set(shown, nodePath.resolve(cwd, path))
    return shown
  }
  /** Links may lead anywhere inside the working folder or inside what the user named, not out of it. */
  const allowed = [real(cwd), ...(top === undefined ? [] : [real(top)])]

  return {
    top: top === undefined ? '.' : shownPath(nodePath, cwd, top),
    show,
    full: (path) => slashed(nodePath.resolve(cwd, path)).normalize('NFC'),
    kindOf: (path) => {
      const stats = statOf(native(path))
      return stats && kindOf(stats)
    },
    identity: (path) => {
      const identity = real(native(path))
      if (!allowed.some((folder) => isInside(identity, folder))) allowed.push(identity)
      return slashed(identity)
    },
    entries: (path) => {
      const folder = native(path)
      return readdirSync(folder, { withFileTypes: true }).map((found) => {
        const entry = entryOf(folder, found, allowed)
        if (entry.name !== found.name) {
          spellings.set(childPath(path, entry.name), nodePath.join(folder, found.name))
        }
        return entry
      })
    },
    size: (path) => statSync(native(path)).size,
    bytes: (path) => readPlain(native(path), LARGEST_FILE),
  }
}

function entryOf(folder: string, found: Dirent, allowed: readonly string[]): Entry {
  const name = found.name.normalize('NFC')
  if (!found.isSymbolicLink()) return { name, kind: kindOf(found) }
  const path = nodePath.join(folder, found.name)
  const stats = statOf(path)
  if (!stats) return { name, kind: 'other', link: 'broken' }
  const to = real(path)
  const isOutside = !allowed.some((root) => isInside(to, root))
  return { name, kind: kindOf(stats), link: isOutside ? 'outside' : { to: slashed(to) } }
}

function kindOf(stats: Dirent | Stats): Entry['kind'] {
  if (stats.isFile()) return 'file'
  return stats.isDirectory() ? 'folder' : 'other'
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** Whether a path stands in a folder or is it; both real and native. */
export function isInside(path: string, folder: string, system: PlatformPath = nodePath): boolean {
  const way = system.relative(folder, path)
  return way !== '..' && !way.startsWith(`..${system.sep}`) && !system.isAbsolute(way)
}

/**
 * Where a path really leads. The system's own answer knows the spelling on the disk; some drives of
 * Windows (in memory, mapped) give none, and then links are followed name by name.
 */
export function real(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return realpathSync(path)
  }
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}

/**
 * The folder below the root of the git work tree that it stands in: `.` for the root itself, undefined
 * outside of a work tree. Names are in NFC and parted by `/`, as shown paths are.
 */
export function belowGitRoot(folder: string): string | undefined {
  const root = gitRootAbove(folder)
  return root === undefined ? undefined : shownPath(nodePath, root, folder)
}

/** The folder of the git work tree that a folder (native) stands in; undefined outside of one. */
export function gitRootAbove(folder: string): string | undefined {
  for (let at = nodePath.resolve(folder); ; at = nodePath.dirname(at)) {
    // In a linked work tree and in a submodule `.git` is a file.
    if (existsSync(nodePath.join(at, '.git'))) return at
    if (at === nodePath.dirname(at)) return undefined
  }
}
