import { Buffer } from 'node:buffer'
import nodePath from 'node:path'
import type { Entry, FileTree } from '../discover.ts'
import { childPath, shownPath } from '../path.ts'
import type { Blobs } from './blobs.ts'
import { missingObjects } from './error.ts'
import type { TreeFile, TreeFolder, TreeLink } from './tree.ts'

/** A revision as it is seen from the working folder. */
export interface RevisionView {
  /** The user's working folder (native); shown paths are relative to it, as on the disk. */
  readonly cwd: string
  /** The same folder below the root of the repository; it need not be in the revision. */
  readonly prefix: string
  readonly root: TreeFolder
  readonly blobs: Blobs
  readonly revision: string
  /** Whether names that differ in case alone are the same, as on the disk of this computer. */
  readonly foldsCase: boolean
}

/** What stands at the end of a path, whatever links it went through. */
interface Found {
  readonly node: TreeFile | TreeFolder
  /** Its own path below the root, `.` for the root. */
  readonly path: string
}

/** As many links in a row as Linux follows. */
const maxLinks = 40
/** Systems know no longer paths. */
const longestTarget = 4096

/** The folders and files of a revision; the same names, links and limits as of the same files on a disk. */
export function revisionTree(view: RevisionView): FileTree {
  const { cwd, prefix, root, blobs, revision, foldsCase } = view
  const rooted = (shown: string): string =>
    nodePath.isAbsolute(shown) ? '..' : nodePath.posix.join(prefix, shown)
  const targetOf = (link: TreeLink): string =>
    (link.size ?? 0) > longestTarget ? '' : Buffer.from(blobs.read(link)).toString('utf8')
  const lookUp = (path: string): Followed => follow(root, path, targetOf, foldsCase)
  const find = (shown: string): Found => {
    const found = lookUp(rooted(shown))
    if (!isFound(found)) throw failure('ENOENT', shown)
    return found
  }
  const file = (shown: string): TreeFile => {
    const { node } = find(shown)
    if (node.kind === 'folder') throw failure('EISDIR', shown)
    return node
  }
  return {
    top: prefix === '.' ? '.' : prefix.replaceAll(/[^/]+/g, '..'),
    show: (path) => shownPath(nodePath, cwd, path),
    full: rooted,
    kindOf: (path) => {
      const found = lookUp(rooted(path))
      return isFound(found) ? found.node.kind : undefined
    },
    identity: (path) => find(path).path,
    entries: (path) => {
      const { node, path: folder } = find(path)
      if (node.kind === 'file') throw failure('ENOTDIR', path)
      return [...node.children]
        .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        .map(([name, child]) => {
          if (child.kind !== 'link') return { name, kind: child.kind }
          return linkEntry(name, lookUp(childPath(folder, name)))
        })
    },
    size: (path) => {
      const { size, path: own } = file(path)
      if (size === undefined) throw missingObjects(revision, own)
      return size
    },
    bytes: (path) => blobs.read(file(path)),
  }
}

/** A way out of the revision, with the target of the last link on it. */
interface Left {
  readonly by: string
}

type Followed = Found | Left | 'broken'

function isFound(followed: Followed): followed is Found {
  return typeof followed === 'object' && 'node' in followed
}

/** Goes down a path from the root, through links as a system would: each name in turn. */
function follow(
  root: TreeFolder,
  path: string,
  targetOf: (link: TreeLink) => string,
  foldsCase: boolean,
): Followed {
  let names = path.normalize('NFC').split('/')
  const way: { readonly name: string; readonly node: TreeFile | TreeFolder }[] = []
  let links = 0
  let by = ''
  for (let name = names.shift(); name !== undefined; name = names.shift()) {
    const here = way.at(-1)?.node ?? root
    if (name === '' || name === '.') continue
    if (here.kind === 'file') return 'broken'
    if (name === '..') {
      if (!way.pop()) return { by }
      continue
    }
    const own = here.children.has(name) || !foldsCase ? name : sameButForCase(here, name)
    const child = here.children.get(own)
    if (!child) return 'broken'
    if (child.kind !== 'link') way.push({ name: own, node: child })
    else {
      const target = targetOf(child)
      if (++links > maxLinks || target === '') return 'broken'
      by = target
      // Where an absolute link leads depends on the computer, not on the revision.
      if (nodePath.posix.isAbsolute(target) || nodePath.win32.isAbsolute(target)) return { by }
      names = [...target.normalize('NFC').split('/'), ...names]
    }
  }
  const own = way.map(({ name }) => name).join('/')
  return { node: way.at(-1)?.node ?? root, path: own === '' ? '.' : own }
}

function sameButForCase({ children }: TreeFolder, name: string): string {
  const folded = name.toLowerCase()
  return [...children.keys()].find((one) => one.toLowerCase() === folded) ?? name
}

/** Of what lies outside nothing is known but its name; one without an ending is taken for a folder. */
function linkEntry(name: string, found: Followed): Entry {
  if (found === 'broken') return { name, kind: 'other', link: 'broken' }
  if (isFound(found)) return { name, kind: found.node.kind, link: { to: found.path } }
  const isFolder = nodePath.posix.extname(found.by) === ''
  return { name, kind: isFolder ? 'folder' : 'other', link: 'outside' }
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}
