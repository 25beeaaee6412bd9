import { type Entry, type FileTree } from './file-tree.ts'
import { IGNORE_FILE, ignoreScope, isIgnored, type IgnoreScope } from './ignore-file.ts'
import { childPath, folderOf, foldersAbove } from './path.ts'
import {
  brokenLink,
  cannotOpen,
  leadsOutside,
  notFound,
  notYaml,
  type ReadProblem,
} from './read-problem.ts'

interface Found {
  readonly files: string[]
  readonly problems: ReadProblem[]
}

/**
 * Every YAML file at and below the paths. Passed over: `node_modules`, names that begin with a dot
 * (unless named by the user), and what an ignore file says. A folder that several links reach is
 * read once, under its own name if it has one here.
 */
export function discover(tree: FileTree, paths: readonly string[]): Found {
  const walk = new Walk(tree)
  for (const path of new Set(paths.map((named) => tree.show(named)))) walk.named(path)
  walk.links()
  return walk.found()
}

/** The YAML files directly in one folder, by the same rules. */
export function listFolder(tree: FileTree, folder: string): Found {
  const walk = new Walk(tree)
  walk.enter(folder, walk.scopesAt(folderOf(folder)), false)
  return walk.found()
}

class Walk {
  readonly #tree: FileTree
  readonly #files = new Set<string>()
  readonly #problems: ReadProblem[] = []
  readonly #visited = new Set<string>()
  readonly #linked: { path: string; identity: string; scopes: readonly IgnoreScope[] }[] = []

  constructor(tree: FileTree) {
    this.#tree = tree
  }

  found(): Found {
    return { files: [...this.#files].sort(), problems: this.#problems }
  }

  /** A path that the user named: entered even when hidden, but not against an ignore file. */
  named(path: string): void {
    const kind = this.#tree.kindOf(path)
    if (kind === undefined) {
      this.#problems.push(notFound(path))
    } else if (kind === 'folder') {
      const scopes = this.scopesAt(folderOf(path))
      if (!isIgnored(scopes, path, true)) this.enter(path, scopes, true)
    } else if (!isYaml(path)) {
      this.#problems.push(notYaml(path))
    } else if (!isIgnored(this.scopesAt(folderOf(path)), path, false)) {
      this.#files.add(path)
    }
  }

  /** Folders reached through links, after all real ones, so that a real name wins. */
  links(): void {
    for (let next = this.#linked.shift(); next; next = this.#linked.shift()) {
      this.#folder(next.path, next.identity, next.scopes, true)
    }
  }

  /** A folder of which only the path is known. */
  enter(path: string, outer: readonly IgnoreScope[], deep: boolean): void {
    const identity = this.#try(path, () => this.#tree.identity(path))
    if (identity !== undefined) this.#folder(path, identity, outer, deep)
  }

  #folder(path: string, identity: string, outer: readonly IgnoreScope[], deep: boolean): void {
    if (this.#visited.has(identity)) return
    this.#visited.add(identity)
    this.#try(path, () => {
      const entries = this.#tree.entries(path)
      const hasPatterns = entries.some((entry) => entry.name === IGNORE_FILE)
      const scopes = hasPatterns ? [...outer, ...this.#scopeIn(path)] : outer
      for (const entry of entries) {
        if (!isPassedOver(entry.name)) this.#entry(path, identity, entry, scopes, deep)
      }
    })
  }

  #entry(
    folder: string,
    identity: string,
    entry: Entry,
    scopes: readonly IgnoreScope[],
    deep: boolean,
  ): void {
    const path = childPath(folder, entry.name)
    const isFolder = entry.kind === 'folder'
    if (!(isFolder ? deep : isYaml(entry.name))) return
    if (isIgnored(scopes, path, isFolder)) return
    if (entry.link === 'outside') {
      this.#problems.push(leadsOutside(path))
    } else if (entry.kind === 'other') {
      if (entry.link === 'broken') this.#problems.push(brokenLink(path))
    } else if (!isFolder) {
      this.#files.add(path)
    } else if (typeof entry.link === 'object') {
      this.#linked.push({ path, identity: entry.link.to, scopes })
    } else {
      this.#folder(path, `${identity}/${entry.name}`, scopes, deep)
    }
  }

  /** The ignore files in force in a folder: its own and those above, outermost first. */
  scopesAt(folder: string): readonly IgnoreScope[] {
    return foldersAbove(childPath(folder, IGNORE_FILE), this.#tree.top)
      .toReversed()
      .flatMap((above) => this.#scopeIn(above))
  }

  #scopeIn(folder: string): IgnoreScope[] {
    const path = childPath(folder, IGNORE_FILE)
    if (this.#tree.kindOf(path) !== 'file') return []
    return (
      this.#try(path, () => [
        ignoreScope(folder, new TextDecoder().decode(this.#tree.bytes(path))),
      ]) ?? []
    )
  }

  #try<T>(path: string, action: () => T): T | undefined {
    try {
      return action()
    } catch (cause) {
      this.#problems.push(cannotOpen(path, cause))
      return undefined
    }
  }
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path)
}
