import { folderOf, isWithin } from '../../source/path.ts'
import { isMissing, type Workspace } from '../../source/workspace.ts'
import { headsOf } from '../../yaml/head.ts'

/** The files that a state of some systems is known from, and the files of their municipalities. */
export interface KnownState {
  readonly workspace: Workspace
  readonly municipalities: readonly string[]
}

/**
 * Where systems stand in another state of the files: below the folders that their municipalities have in the
 * known one, and at places that the known one has no more. What stands at both elsewhere is a copy.
 */
export function filesOfSystems(
  systems: ReadonlySet<string>,
  state: Workspace,
  { workspace, municipalities }: KnownState,
): readonly string[] {
  if (systems.size === 0) return []
  const top = state.above('x.yaml').at(-1) ?? '.'
  const roots = municipalities.map(folderOf)
  return state
    .discover([top])
    .files.filter(
      (path) => roots.some((root) => isWithin(path, root)) || isMissing(workspace, path),
    )
    .filter((path) => systemsIn(state, path).some((system) => systems.has(system)))
}

/** The systems that the head of a file names. */
export function systemsIn(workspace: Workspace, path: string): readonly string[] {
  const read = workspace.read(path)
  return read.ok ? headsOf(read.source).flatMap(({ system }) => system ?? []) : []
}
