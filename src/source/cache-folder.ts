import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import nodePath from 'node:path'
import { LARGEST_FILE } from './decode.ts'
import { digestOf } from './digest.ts'
import { isInside, real } from './disk.ts'
import { readPlain } from './read-bytes.ts'

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
  read(name: string): string | undefined {
    try {
      const bytes = readPlain(nodePath.join(this.#folder, name), LARGEST_FILE)
      const text = new TextDecoder().decode(bytes)
      const end = text.indexOf('\n')
      const content = text.slice(end + 1)
      return end > 0 && text.slice(0, end) === digestOf(content) ? content : undefined
    } catch {
      return undefined
    }
  }

  /** Writes files one by one, each aside and then in its place, and lets go of what is old. What cannot be written is not. */
  async write(files: Iterable<readonly [name: string, content: string]>): Promise<void> {
    const { writeTogether } = await import('./write-together.ts')
    try {
      for (const [name, content] of files) {
        writeTogether(this.#folder, [{ name, content: `${digestOf(content)}\n${content}` }])
      }
      prune(this.#base, this.#folder)
    } catch {
      // A full or closed disk costs the next run its time, no more.
    }
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
