import { decode, type Encodings, LARGEST_FILE, type ReadResult } from './decode.ts'
import { discover, type FileTree, listFolder, passedOverAt } from './discover.ts'
import { RevisionError } from './git/error.ts'
import { folderOf, foldersAbove, isWithin } from './path.ts'
import { cannotOpen, tooLarge, type ReadProblem } from './read-problem.ts'
import type { Location, Source } from './source.ts'

/** The YAML files found, by code unit of their shown path, and what could not be looked into. */
export interface Discovery {
  readonly files: readonly string[]
  readonly problems: readonly ReadProblem[]
}

/** Where files come from: the disk, a plain object, a git revision, one of them with standard input over it. */
export interface Workspace {
  /** Every YAML file at and below the paths (native or shown), less what is passed over. */
  discover(paths: readonly string[]): Discovery
  /** The YAML files directly in a folder, by the same rules. */
  list(folder: string): Discovery
  /** The folders from a file's own upwards, nearest first, never above the top of the workspace. */
  above(path: string): readonly string[]
  /** A path as the user wrote it (native, absolute, with `./`) as it is shown everywhere. */
  show(path: string): string
  /** The line of an ignore file that keeps a file which is there from being read. */
  passedOverAt(path: string): Location | undefined
  /** Whether a file really stands below a folder, wherever links lead. */
  holds(folder: string, path: string): boolean
  /** One file as text. Not cached. */
  read(path: string, encodings?: Encodings): ReadResult
  /** One file that is no text: an Excel file. Not cached. */
  bytes(path: string): BytesResult
}

/** A file as bytes, or why there are none. */
export type BytesResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: ReadProblem }

/** A workspace on anything that can list folders and give bytes. */
export function treeWorkspace(tree: FileTree): Workspace {
  return {
    show: (path) => tree.show(path),
    discover: (paths) => discover(tree, paths),
    list: (folder) => listFolder(tree, tree.show(folder)),
    above: (path) => foldersAbove(tree.show(path), tree.top),
    passedOverAt: (path) => passedOverAt(tree, tree.show(path)),
    holds: (folder, path) => {
      const shown = tree.show(path)
      // What is not there leads nowhere; reading it says so.
      if (tree.kindOf(shown) === undefined) return isWithin(shown, tree.show(folder))
      return isWithin(tree.identity(shown), tree.identity(tree.show(folder)))
    },
    read: (path, encodings) => {
      const read = bytesIn(tree, tree.show(path))
      return read.ok ? decode(tree.show(path), read.bytes, encodings) : read
    },
    bytes: (path) => bytesIn(tree, tree.show(path)),
  }
}

function bytesIn(tree: FileTree, shown: string): BytesResult {
  try {
    const size = tree.size(shown)
    if (size > LARGEST_FILE) return { ok: false, problem: tooLarge(shown, size, LARGEST_FILE) }
    return { ok: true, bytes: tree.bytes(shown) }
  } catch (cause) {
    if (cause instanceof RevisionError) throw cause
    return { ok: false, problem: cannotOpen(shown, cause) }
  }
}

/** Whether nothing stands under a path. */
export function isMissing(workspace: Workspace, path: string): boolean {
  return workspace.discover([path]).problems.some(({ code }) => code === 'not-found')
}

/**
 * Finds the nearest folder above a file that holds a YAML file of which `isMark` is true, e.g. the
 * municipality's. Each folder is looked into once, however many files ask.
 */
export function folderFinder(
  workspace: Workspace,
  isMark: (source: Source) => boolean,
): (path: string) => string | undefined {
  const known = new Map<string, boolean>()
  const isMarked = (folder: string): boolean => {
    const answer = known.get(folder)
    if (answer !== undefined) return answer
    const marked = workspace.list(folder).files.some((file) => {
      const read = workspace.read(file)
      return read.ok && isMark(read.source)
    })
    known.set(folder, marked)
    return marked
  }
  return (path) => workspace.above(path).find(isMarked)
}

/** The same workspace with one file's text replaced or added: what an editor or standard input holds. */
export function overlay(workspace: Workspace, written: Source): Workspace {
  const source = { ...written, path: workspace.show(written.path) }
  const isSource = (path: string): boolean => workspace.show(path) === source.path
  return {
    ...workspace,
    discover: (paths) => {
      const others = paths.filter((path) => !isSource(path))
      const holds =
        others.length < paths.length ||
        others.some((folder) => isWithin(source.path, workspace.show(folder)))
      return withFile(workspace.discover(others), holds ? source.path : undefined)
    },
    list: (folder) => {
      const holds = folderOf(source.path) === workspace.show(folder)
      return withFile(workspace.list(folder), holds ? source.path : undefined)
    },
    read: (path, encodings) =>
      isSource(path) ? { ok: true, source } : workspace.read(path, encodings),
  }
}

function withFile(found: Discovery, path: string | undefined): Discovery {
  if (path === undefined || found.files.includes(path)) return found
  return { ...found, files: [...found.files, path].sort() }
}
