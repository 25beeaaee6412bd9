import { Buffer } from 'node:buffer'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import nodePath from 'node:path'
import { LARGEST_FILE } from './decode.ts'
import { digestOf } from './digest.ts'
import { isInside, real } from './disk.ts'
import { readPlain, readStretch } from './read-bytes.ts'

/** The only folder that is written, and the only one that is cleared, in whatever place is named. */
const own = 'judged.v1'
/** What has not been written for so long goes. */
const longest = 30 * 24 * 60 * 60 * 1000
/** So much is kept in all, the newest first. */
const most = 256 * 1024 * 1024

/** A folder of files that may be lost at any time: one that is broken is as good as none. */
export class CacheFolder {
  readonly #base: string
  readonly #folder: string

  /** `name` is what everything in it holds for; another name knows nothing of it. */
  constructor(base: string, name: string) {
    this.#base = nodePath.join(base, own)
    this.#folder = nodePath.join(this.#base, name)
  }

  /** What a file holds; undefined where it is not there, or not as it was written. */
  read(name: string): KeptFile | undefined {
    const path = nodePath.join(this.#folder, name)
    const lead = stretchOf(path, 0, leadLength)?.toString('latin1') ?? ''
    const length = Number.parseInt(lead.slice(digestLength), 16)
    const bytes = length <= LARGEST_FILE && stretchOf(path, leadLength, length)
    if (!bytes || leadOf(bytes) !== lead) return undefined
    const { head, parts } = JSON.parse(bytes.toString()) as WrittenHead
    const starts: number[] = []
    let at = leadLength + length
    for (const [size] of parts) {
      starts.push(at)
      at += size
    }
    const part = (index: number): Uint8Array | undefined => {
      const [size, digest] = parts[index] ?? [0, '']
      const own = stretchOf(path, starts[index] ?? 0, size)
      return own && digestOf(own) === digest ? own : undefined
    }
    return { head, part }
  }

  /** Writes files one by one, each aside and then in its place, and lets go of what is old. What cannot be written is not. */
  async write(files: Iterable<readonly [name: string, content: NewKept]>): Promise<void> {
    const { writeTogether } = await import('./write-together.ts')
    try {
      for (const [name, { head, parts }] of files) {
        const sizes = parts.map((part) => [part.byteLength, digestOf(part)] as const)
        const written: WrittenHead = { head, parts: sizes }
        const bytes = Buffer.from(JSON.stringify(written))
        const content = Buffer.concat([Buffer.from(leadOf(bytes), 'latin1'), bytes, ...parts])
        writeTogether(this.#folder, [{ name, content }])
      }
      prune(this.#base, this.#folder)
    } catch {
      // A full or closed disk costs the next run its time, no more.
    }
  }
}

/** A file that is kept, of which the parts are read one by one. */
export interface KeptFile {
  /** JSON. */
  readonly head: unknown
  /** A part of it by its place; undefined where it is not as it was written, or another run has written anew. */
  readonly part: (index: number) => Uint8Array | undefined
}

/** What is to be kept in a file. */
export interface NewKept {
  /** JSON. */
  readonly head: unknown
  readonly parts: readonly Uint8Array[]
}

/** How a file begins behind its lead: each part follows, of this size and this digest. */
interface WrittenHead {
  readonly head: unknown
  readonly parts: readonly (readonly [size: number, digest: string])[]
}

const digestLength = 64
const leadLength = digestLength + 8

/** What a file begins with: the digest of its head, and how long that is. */
function leadOf(head: Uint8Array): string {
  return digestOf(head) + head.byteLength.toString(16).padStart(leadLength - digestLength, '0')
}

function stretchOf(path: string, from: number, length: number): Buffer | undefined {
  try {
    return readStretch(path, from, length)
  } catch {
    return undefined
  }
}

/** Lets go of what nobody has written for long before what is written now, and of the oldest where all is too much. */
function prune(base: string, current: string): void {
  const now = statSync(current).mtimeMs
  const folders = readdirSync(base)
    .map((name) => nodePath.join(base, name))
    .map((folder) => ({ folder, at: statSync(folder).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  let size = 0
  for (const { folder, at } of folders) {
    size += sizeOf(folder)
    const isOld = now - at > longest || size > most
    if (isOld && folder !== current) rmSync(folder, { recursive: true, force: true })
  }
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, { name }) => sum + statSync(nodePath.join(folder, name)).size, 0)
}

/** Removes what this program keeps in a place, and nothing else. Whether there was anything. */
export function clearCache(base: string): boolean {
  const folder = nodePath.join(base, own)
  const isThere = existsSync(folder)
  rmSync(folder, { recursive: true, force: true })
  return isThere
}

/** Whether a folder, be it there yet or not, stands below another, wherever links lead. */
export function standsBelow(folder: string, root: string): boolean {
  return isInside(realSoFar(nodePath.resolve(folder)), realSoFar(nodePath.resolve(root)))
}

/** The real path of what is there of it, with the rest of its names. */
function realSoFar(path: string): string {
  for (let at = path; ; at = nodePath.dirname(at)) {
    try {
      return nodePath.join(real(at), nodePath.relative(at, path))
    } catch (thrown) {
      if (at === nodePath.dirname(at)) throw thrown
    }
  }
}

/** The digest of the files of a program by their names; undefined where one of them is not there. */
export function digestOfFiles(folder: string, names: readonly string[]): string | undefined {
  try {
    return digestOf(...names.map((name) => readPlain(nodePath.join(folder, name), LARGEST_FILE)))
  } catch {
    return undefined
  }
}
