import type { Buffer } from 'node:buffer'
import { missingObjects } from './error.ts'
import { failureOf, type Git } from './process.ts'

/** A file of a revision: its blob. */
export interface TreeFile {
  readonly kind: 'file'
  readonly id: string
  readonly path: string
  /** In bytes; undefined where a partial clone lacks the blob. */
  readonly size: number | undefined
}

/** A symbolic link; its blob says where it leads. */
export interface TreeLink extends Omit<TreeFile, 'kind'> {
  readonly kind: 'link'
}

/** A folder; a submodule is an empty one, for what it holds is not in this repository. */
export interface TreeFolder {
  readonly kind: 'folder'
  readonly children: Map<string, TreeNode>
}

/** What stands under a name in a revision. */
export type TreeNode = TreeFile | TreeLink | TreeFolder

/** Everything that a commit or tree holds, asked for in one run of git. */
export function readTree(git: Git, id: string, revision: string, cwd: string): TreeFolder {
  const listed = git(['ls-tree', '-r', '-l', '-z', '--full-tree', id])
  if (listed.status !== 0) {
    const isMissing = /promisor remote|not a tree object|could not read|unable to read/i
    throw isMissing.test(listed.stderr)
      ? missingObjects(revision, undefined)
      : failureOf(listed, cwd)
  }
  const root = emptyTree()
  for (const line of entriesOf(listed.stdout)) place(root, line)
  return root
}

/** What there is before the first commit. */
export function emptyTree(): TreeFolder {
  return { kind: 'folder', children: new Map() }
}

function* entriesOf(listed: Buffer): Generator<string> {
  for (let start = 0; start < listed.length;) {
    const end = listed.indexOf(0, start)
    if (end < 0) return
    yield listed.toString('utf8', start, end)
    start = end + 1
  }
}

/** `<mode> <type> <id> <size padded>\t<path>`, the path as bytes, names in NFC as on a disk. */
function place(root: TreeFolder, line: string): void {
  const tab = line.indexOf('\t')
  const [mode = '', , id = '', size = ''] = line.slice(0, tab).split(/ +/)
  const path = line.slice(tab + 1).normalize('NFC')
  const names = path.split('/')
  // No system could check such a name out, and git refuses to; made by hand, it would lead astray.
  if (names.some((name) => name === '' || name === '.' || name === '..')) return
  const name = names.pop() ?? ''
  const folder = names.reduce(folderIn, root)
  const bytes = /^\d+$/.test(size) ? Number(size) : undefined
  if (mode === '160000') folderIn(folder, name)
  else {
    const kind = mode === '120000' ? 'link' : 'file'
    folder.children.set(name, { kind, id, path, size: bytes })
  }
}

function folderIn(folder: TreeFolder, name: string): TreeFolder {
  const known = folder.children.get(name)
  if (known?.kind === 'folder') return known
  const fresh = emptyTree()
  folder.children.set(name, fresh)
  return fresh
}
