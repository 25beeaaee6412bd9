import type { Buffer } from 'node:buffer'
import { LARGEST_FILE } from '../decode.ts'
import { IGNORE_FILE } from '../ignore-file.ts'
import { missingObjects } from './error.ts'
import { failureOf, type Git } from './process.ts'
import type { TreeFile, TreeFolder, TreeLink } from './tree.ts'

type Blob = TreeFile | TreeLink

/** The contents of blobs. */
export interface Blobs {
  read(blob: Blob): Uint8Array
}

interface BlobOptions {
  /** For messages. */
  readonly revision: string
  readonly cwd: string
  /** How many bytes are fetched and held at once. */
  readonly window?: number
}

/** So much is fetched and held at once; it is the dossiers of some thousand systems. */
const windowSize = 64 * 1024 * 1024

/**
 * Blobs as git stores them, without any filter. The first that is asked for brings the others with it:
 * what steers discovery (links, ignore files) and is kept, and the YAML and CSV files that follow it in
 * the order of paths, until the next window is asked for.
 */
export function blobsOf(
  git: Git,
  root: TreeFolder,
  { revision, cwd, window: maxBytes = windowSize }: BlobOptions,
): Blobs {
  const { steering, files } = worthReading(root)
  const kept = new Map<string, Uint8Array>()
  let window: ReadonlyMap<string, Uint8Array> = kept
  return {
    read: (blob) => {
      const known = window.get(blob.id) ?? kept.get(blob.id)
      if (known) return known
      if (blob.size !== undefined && blob.size > LARGEST_FILE) throw tooLarge(blob)
      const unread = steering.filter(({ id }) => !kept.has(id))
      const wanted = fitting([blob, ...unread, ...following(files, blob)], maxBytes)
      const fetched = fetch(git, wanted, revision, cwd)
      for (const { id } of unread) {
        const bytes = fetched.get(id)
        // A copy, for a part of a window keeps the whole window in memory.
        if (bytes) kept.set(id, Uint8Array.from(bytes))
      }
      window = fetched
      const bytes = fetched.get(blob.id)
      if (!bytes) throw missingObjects(revision, blob.path)
      return bytes
    },
  }
}

function worthReading(root: TreeFolder): { steering: readonly Blob[]; files: readonly Blob[] } {
  const steering: Blob[] = []
  const files: Blob[] = []
  const look = (folder: TreeFolder): void => {
    for (const [name, node] of folder.children) {
      if (node.kind === 'folder') look(node)
      else if (node.kind === 'link' || name === IGNORE_FILE) steering.push(node)
      else if (/\.(ya?ml|csv)$/i.test(name)) files.push(node)
    }
  }
  look(root)
  return { steering, files }
}

/** The files after one, and those before it after them. */
function following(files: readonly Blob[], blob: Blob): readonly Blob[] {
  const at = files.indexOf(blob)
  return [...files.slice(at + 1), ...files.slice(0, Math.max(at, 0))]
}

/** What is there and fits into a window; the first always does. */
function fitting([first, ...rest]: readonly [Blob, ...Blob[]], maxBytes: number): readonly Blob[] {
  let left = maxBytes - (first.size ?? 0)
  const chosen = [first]
  for (const blob of rest) {
    if (blob.size === undefined || blob.size > LARGEST_FILE) continue
    left -= blob.size
    if (left < 0) break
    chosen.push(blob)
  }
  return chosen
}

function fetch(
  git: Git,
  blobs: readonly Blob[],
  revision: string,
  cwd: string,
): ReadonlyMap<string, Uint8Array> {
  const ids = [...new Set(blobs.map(({ id }) => id))]
  const done = git(['cat-file', '--batch', '--buffer'], ids.join('\n') + '\n')
  if (done.status !== 0) {
    const isPartial = done.stderr.includes('promisor remote')
    throw isPartial ? missingObjects(revision, blobs[0]?.path) : failureOf(done, cwd)
  }
  return new Map(contentsOf(done.stdout))
}

/** `<id> blob <size>\n<content>\n` for each, or `<id> missing\n`. */
function* contentsOf(batch: Buffer): Generator<[string, Uint8Array]> {
  for (let start = 0; start < batch.length;) {
    const end = batch.indexOf('\n', start)
    const [id = '', type, size] = batch.toString('latin1', start, end).split(' ')
    start = end + 1
    if (type !== 'blob') continue
    const stop = start + Number(size)
    yield [id, batch.subarray(start, stop)]
    start = stop + 1
  }
}

function tooLarge({ path }: Blob): Error {
  return Object.assign(new Error(`too large: ${path}`), { code: 'EFBIG' })
}
