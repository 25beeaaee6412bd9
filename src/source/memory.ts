import nodePath from 'node:path'
import type { Entry, FileTree } from './discover.ts'
import { below, isWithin, shownPath } from './path.ts'
import { treeWorkspace, type Workspace } from './workspace.ts'

/** A workspace from a plain object: shown paths and their text (or bytes, for decoding tests). */
export function memoryWorkspace(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const contents = new Map<string, Uint8Array>()
  for (const [path, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    contents.set(show(path), bytes)
  }
  return treeWorkspace(memoryTree(contents))
}

function memoryTree(contents: ReadonlyMap<string, Uint8Array>): FileTree {
  const paths = [...contents.keys()]
  return {
    top: '.',
    show,
    full: (path) => path,
    kindOf: (path) => {
      if (contents.has(path)) return 'file'
      return paths.some((file) => isWithin(file, path)) ? 'folder' : undefined
    },
    entries: (folder) => entriesOf(paths, folder),
    size: (path) => bytesOf(contents, path).length,
    bytes: (path) => bytesOf(contents, path),
    identity: (folder) => folder,
  }
}

function bytesOf(contents: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const bytes = contents.get(path)
  if (!bytes) throw Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' })
  return bytes
}

function entriesOf(paths: readonly string[], folder: string): Entry[] {
  const entries = new Map<string, Entry>()
  for (const path of paths) {
    if (!isWithin(path, folder)) continue
    const [name = '', ...rest] = below(path, folder).split('/')
    entries.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' })
  }
  return [...entries.values()]
}

/** The working folder of a plain object is a root of its own. */
function show(path: string): string {
  return shownPath(nodePath.posix, '/', path)
}
