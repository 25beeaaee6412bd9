import nodePath from 'node:path'
import type { FileTree } from '../discover.ts'
import { climbs, shownPath } from '../path.ts'
import { treeWorkspace, type Workspace } from '../workspace.ts'
import { blobsOf } from './blobs.ts'
import {
  ambiguousRevision,
  noCommit,
  type RevisionError,
  unknownPath,
  unknownRevision,
  wrongSpec,
} from './error.ts'
import { revisionTree, type RevisionView } from './file-tree.ts'
import { failureOf, type Git, gitIn, type GitPlace, type GitResult } from './process.ts'
import { emptyTree, readTree, type TreeFolder } from './tree.ts'

/** One state of a repository, to be read like the disk. */
export interface Revision {
  /** Its files; shown paths are relative to the working folder, as those of the disk are. */
  readonly workspace: Workspace
  /** The full id of the commit; null where the name leads to a tree that is no commit's. */
  readonly commit: string | null
  /** What the user wrote, with the beginning of the commit's id where it says more: `main (1a2b3c4d)`. */
  readonly name: string
  /** The shown path of what follows the colon in `main:procedures`: a folder or a file that is there. */
  readonly path: string | undefined
  /** Only where it was asked to be let pass: what was named is not there, and why that is so. */
  readonly absent?: RevisionError
}

/** Which revision, seen from where. */
interface RevisionRequest extends GitPlace {
  /** What the user wrote. */
  readonly spec: string
  /** Whether names that differ in case alone are the same; as on this computer's disks without it. */
  readonly foldsCase?: boolean
  /** Lets pass a path behind the colon that the revision does not have, and `HEAD` before the first commit. */
  readonly mayBeAbsent?: boolean
}

const diskFoldsCase = process.platform === 'win32' || process.platform === 'darwin'

/**
 * Opens a revision: `main`, `HEAD~1`, `v1.2`, a hash, `main:procedures` (from the root of the
 * repository), `main:./procedures` (from the working folder). Neither the work tree nor the index is
 * looked at: what is read are the blobs, before any conversion of line ends or encoding, so that a file
 * checked out with CRLF differs from its revision in the offsets of its places, never in its values. A
 * file under `working-tree-encoding` reads as UTF-8 here whatever it is on the disk, and of a file in
 * LFS there is only the pointer. Two runs of git, a third when the first file is read, one more for
 * every 64 MB. Throws a `RevisionError`, at once or in a read, where git cannot give what is asked.
 */
export function openRevision({
  spec,
  foldsCase,
  mayBeAbsent,
  ...place
}: RevisionRequest): Revision {
  const { revision, path } = parseSpec(spec)
  const { cwd } = place
  const git = gitIn(place, revision)
  const { id, isCommit, prefix } = resolveRevision(git, revision, cwd)
  const root = id === undefined ? emptyTree() : readTree(git, id, revision, cwd)
  const blobs = blobsOf(git, root, { revision, cwd })
  const view = { cwd, prefix, root, blobs, revision, foldsCase: foldsCase ?? diskFoldsCase }
  const tree = revisionTree(view)
  const led = path === undefined ? undefined : lead(path, view, tree)
  const absent = id === undefined ? noCommit() : led?.absent
  if (absent && !mayBeAbsent) throw absent
  return {
    workspace: treeWorkspace(tree),
    commit: isCommit ? (id ?? null) : null,
    name: id === undefined || id.startsWith(revision) ? spec : `${spec} (${id.slice(0, 8)})`,
    path: led?.shown,
    ...(absent ? { absent } : {}),
  }
}

/** Where the path behind a colon leads, and why nothing is there where nothing is. */
function lead(
  path: string,
  { prefix, root, revision }: RevisionView,
  tree: FileTree,
): { readonly shown: string; readonly absent?: RevisionError } {
  const rooted = rootedIn(prefix, path)
  const shown = shownPath(nodePath.posix, nodePath.posix.join('/', prefix), `/${rooted}`)
  const isOutside = climbs(rooted) > 0
  if (!isOutside && tree.kindOf(shown) !== undefined) return { shown }
  const absent = unknownPath(revision, path, nearIn(root, rooted))
  if (isOutside) throw absent
  return { shown, absent }
}

/** The path behind a colon, which counts from the root unless it begins with a dot, from the root. */
function rootedIn(prefix: string, path: string): string {
  const slashed = nodePath.sep === '\\' ? path.replaceAll('\\', '/') : path
  const isHere = /^\.{1,2}(\/|$)/.test(slashed)
  return nodePath.posix.join(isHere ? prefix : '.', `./${slashed.normalize('NFC')}`)
}

/** The first name of a path that is not there, and its neighbours. */
function nearIn(root: TreeFolder, path: string): { word: string; among: readonly string[] } {
  let folder = root
  for (const name of path.split('/')) {
    const child = folder.children.get(name)
    if (child?.kind !== 'folder') return { word: name, among: [...folder.children.keys()] }
    folder = child
  }
  return { word: path, among: [] }
}

/** What a user wrote to name a revision, taken apart. */
interface Spec {
  /** What git calls a revision: `main`, `HEAD~1`, `v1.2`, a hash. */
  readonly revision: string
  /** What follows the first colon: a path from the root of the repository, or from `./`. */
  readonly path: string | undefined
}

/** Longer names there are none, and systems refuse longer arguments. */
const longest = 1000

/**
 * Takes `revision:path` apart at the first colon outside of braces, for `main@{2024-04-01 9:00}` is
 * one name. What git would take for an option, a range or a place in the index is refused.
 */
function parseSpec(spec: string): Spec {
  const { revision, path } = split(spec)
  if (spec === '' || revision.length > longest || /\p{Cc}/u.test(revision)) {
    throw wrongSpec(spec.slice(0, 40).replaceAll(/\p{Cc}/gu, ' '), naming)
  }
  if (revision === '') throw wrongSpec(spec, `コロンの前に名前が要ります。${naming}`)
  if (revision.startsWith('-')) throw wrongSpec(spec, `- で始まる名前は使えません。${naming}`)
  if (/\.\.|^\^|\^[@!]|\^-\d*$/.test(revision.replaceAll(/\{[^}]*\}/g, ''))) {
    throw wrongSpec(spec, `範囲ではなく、一つを指定してください。${naming}`)
  }
  return { revision, path }
}

const naming =
  'ブランチ（main）、タグ（v1.2）、コミット（HEAD~1、1a2b3c4）の名前を書きます。フォルダーも決めるときは main:procedures のように書きます。'

function split(spec: string): Spec {
  let depth = 0
  for (let at = 0; at < spec.length; at += 1) {
    if (spec[at] === '{') depth += 1
    else if (spec[at] === '}') depth -= 1
    else if (spec[at] === ':' && depth <= 0) {
      return { revision: spec.slice(0, at), path: spec.slice(at + 1) }
    }
  }
  return { revision: spec, path: undefined }
}

/** What a revision leads to, and where the user stands. */
interface Resolved {
  /** The commit, or the tree where a tree itself was named; undefined for `HEAD` before the first commit. */
  readonly id: string | undefined
  readonly isCommit: boolean
  /** The working folder below the root of the repository, names in NFC; `.` for the root itself. */
  readonly prefix: string
}

/** Finds out in one run of git what a revision names and where in the repository it was asked. */
function resolveRevision(git: Git, revision: string, cwd: string): Resolved {
  const commit = ask(git, `${revision}^{commit}`)
  const found = commit.status === 0 ? commit : ask(git, `${revision}^{tree}`)
  const answer = answerOf(found)
  if (!answer) throw failureOf(found, cwd)
  if (/warning: refname .* is ambiguous/.test(commit.stderr)) {
    throw ambiguousRevision(revision, false)
  }
  if (/short object ID .* is ambiguous/i.test(commit.stderr))
    throw ambiguousRevision(revision, true)
  if (answer.id === undefined && (revision !== 'HEAD' || hasHead(git))) {
    throw unknown(git, revision, answer.isShallow)
  }
  return { id: answer.id, isCommit: found === commit, prefix: answer.prefix }
}

/** Whether anything was committed on the branch that the work tree is of. */
function hasHead(git: Git): boolean {
  return git(['rev-parse', '--verify', '--quiet', 'HEAD']).status === 0
}

function ask(git: Git, object: string): GitResult {
  return git(['rev-parse', '--is-shallow-repository', '--show-prefix', '--verify', object])
}

/** The lines of an answer; undefined where there is no repository to ask. */
function answerOf({ status, stdout }: GitResult) {
  const lines = stdout.toString('utf8').split('\n')
  if (lines.length < 3) return undefined
  const end = status === 0 ? -2 : -1
  // The name of a folder may hold a line end.
  const prefix = lines.slice(1, end).join('\n').replace(/\/$/, '').normalize('NFC')
  return {
    isShallow: lines[0] === 'true',
    prefix: prefix === '' ? '.' : prefix,
    id: status === 0 ? lines.at(-2) : undefined,
  }
}

/** How many names are read to find one that is near. */
const namesRead = 5000

function unknown(git: Git, revision: string, isShallow: boolean): Error {
  const isEmpty = !hasHead(git)
  const listed = git([
    'for-each-ref',
    `--count=${namesRead}`,
    '--format=%(refname:short)',
    'refs/heads',
    'refs/tags',
    'refs/remotes',
  ])
  const names = listed.stdout.toString('utf8').split('\n').filter(Boolean)
  if (isEmpty && names.length === 0) return noCommit()
  return unknownRevision(revision, { names, isShallow })
}
