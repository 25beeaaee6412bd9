import { RevisionError } from './git/error.ts'
import { IGNORE_FILE, ignoredAt, ignoreScope, isIgnored, type IgnoreScope } from './ignore-file.ts'
import { below, childPath, climbs, folderOf, foldersAbove } from './path.ts'
import {
  brokenLink,
  cannotOpen,
  leadsOutside,
  notFound,
  notYaml,
  type ReadProblem,
} from './read-problem.ts'
import type { Location } from './source.ts'

interface Found {
  readonly files: string[]
  readonly problems: ReadProblem[]
}

/** What a symbolic link leads to. */
interface Linked {
  readonly path: string
  readonly identity: string
  readonly scopes: readonly IgnoreScope[]
  readonly isFolder: boolean
}

/**
 * Every YAML file at and below the paths. Passed over: `node_modules`, names that begin with a dot
 * (unless named by the user), and what an ignore file says. What several links reach is read
 * once, under its own name if that is found too.
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
  walk.links()
  return walk.found()
}

/** The line of an ignore file that keeps a file which is there from being read; undefined where none does. */
export function passedOverAt(tree: FileTree, file: string): Location | undefined {
  if (tree.kindOf(file) !== 'file') return undefined
  const walk = new Walk(tree)
  // An ignored folder hides all that stands in it, whatever the ignore files in it say.
  const way = [file, ...foldersAbove(file, tree.top)].toReversed()
  for (const path of way) {
    const found = ignoredAt(walk.scopesAt(folderOf(path)), path, path !== file)
    if (found) return found
  }
  return undefined
}

class Walk {
  readonly #tree: FileTree
  /** Shown paths by the identity of the file, so that no file is read twice. */
  readonly #files = new Map<string, string>()
  readonly #problems: ReadProblem[] = []
  readonly #visited = new Set<string>()
  readonly #linked: Linked[] = []

  constructor(tree: FileTree) {
    this.#tree = tree
  }

  found(): Found {
    return { files: [...new Set(this.#files.values())].sort(), problems: this.#problems }
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
      this.#try(path, () => this.#files.set(this.#tree.identity(path), path))
    }
  }

  /** Files and folders reached through links, after all real ones, so that a real name wins. */
  links(): void {
    for (let next = this.#linked.shift(); next; next = this.#linked.shift()) {
      if (next.isFolder) this.#folder(next.path, next.identity, next.scopes, true)
      else if (!this.#files.has(next.identity)) this.#files.set(next.identity, next.path)
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
    const path = this.#childOf(folder, entry.name)
    const isFolder = entry.kind === 'folder' || isPerhapsFolder(entry)
    if (!(isFolder ? deep : isYaml(entry.name))) return
    if (isIgnored(scopes, path, isFolder)) return
    if (entry.link === 'outside') {
      this.#problems.push(leadsOutside(path))
    } else if (entry.kind === 'other') {
      if (entry.link === 'broken') this.#problems.push(brokenLink(path))
    } else if (typeof entry.link === 'object') {
      this.#linked.push({ path, identity: entry.link.to, scopes, isFolder })
    } else if (!isFolder) {
      this.#files.set(childPath(identity, entry.name), path)
    } else {
      this.#folder(path, childPath(identity, entry.name), scopes, deep)
    }
  }

  /** Going down from above the working folder, its own files get the names they have in it. */
  #childOf(folder: string, name: string): string {
    const path = childPath(folder, name)
    return climbs(path) === 0 ? path : this.#tree.show(path)
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
      this.#try(path, () => {
        const text = new TextDecoder().decode(this.#tree.bytes(path))
        return [ignoreScope(text, path, (inside) => this.#below(inside, folder))]
      }) ?? []
    )
  }

  /** The name below a folder; a folder above the working folder knows its names only in full. */
  #below(path: string, folder: string): string {
    if (climbs(folder) === 0) return below(path, folder)
    return below(this.#tree.full(path), this.#tree.full(folder))
  }

  #try<T>(path: string, action: () => T): T | undefined {
    try {
      return action()
    } catch (cause) {
      if (cause instanceof RevisionError) throw cause
      this.#problems.push(cannotOpen(path, cause))
      return undefined
    }
  }
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

/** What a broken link without an ending led to may have been a folder of procedures. */
function isPerhapsFolder({ name, link }: Entry): boolean {
  return link === 'broken' && !name.includes('.')
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path)
}

/** One name in a folder. A symbolic link shows as what it leads to, with the real place it leads to. */
export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
  /** Set for links: the identity of the target, or why it is not followed. */
  readonly link?: { readonly to: string } | 'outside' | 'broken'
}

/**
 * The little that discovery needs of a store of files. All paths are shown paths; what cannot be
 * read throws, and discovery turns it into a problem, but for a `RevisionError`, which ends the run.
 */
export interface FileTree {
  /** The highest folder that may be read from, shown: `.` is the working folder. */
  readonly top: string
  /** A path as the user wrote it, as a shown path. */
  show(path: string): string
  /** A shown path from the root of the store down, as `/` separated text. */
  full(path: string): string
  kindOf(path: string): Entry['kind'] | undefined
  entries(folder: string): readonly Entry[]
  /** In bytes. */
  size(path: string): number
  bytes(path: string): Uint8Array
  /** The same for every path that leads to the same file or folder; below a folder, names are added. */
  identity(path: string): string
}
