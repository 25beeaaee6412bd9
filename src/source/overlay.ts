import { folderOf, isWithin } from './path.ts'
import type { Source } from './source.ts'
import type { Discovery, Workspace } from './workspace.ts'

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
