import { type ChildProcess, execFile } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import nodePath from 'node:path'
import { leavingNothing, makeAside } from './write-together.ts'

/** A folder for the files of another program, which is gone afterwards. */
export interface Scratch {
  /** The native path of a name in it. */
  readonly pathOf: (name: string) => string
  readonly write: (name: string, content: string) => void
  /** The bytes of a file; undefined where there is none. */
  readonly read: (name: string) => Uint8Array | undefined
  /**
   * Runs another program to its end, or until patience ends: by its path, with its arguments one by one,
   * never through a shell. Whether it did its work is for the caller to see.
   */
  readonly run: (
    file: string,
    options: readonly string[],
    limits: { readonly patience: number },
  ) => Promise<void>
}

/** Gives work a folder of its own, and takes it away however the work ends. */
export async function withScratch<Result>(
  work: (scratch: Scratch) => Promise<Result>,
): Promise<Result> {
  const folder = makeAside(tmpdir())
  const running = new Set<ChildProcess>()
  const pathOf = (name: string): string => nodePath.join(folder, name)
  const scratch: Scratch = {
    pathOf,
    write: (name, content) => {
      writeFileSync(pathOf(name), content)
    },
    read: (name) => (existsSync(pathOf(name)) ? readFileSync(pathOf(name)) : undefined),
    run: (file, options, { patience }) =>
      new Promise((resolve) => {
        const settings = { timeout: patience, windowsHide: true }
        const child = execFile(file, [...options], settings, () => {
          running.delete(child)
          resolve()
        })
        running.add(child)
      }),
  }
  return leavingNothing(
    () => work(scratch),
    () => {
      for (const child of running) child.kill('SIGKILL')
      // A browser may hold its profile for a moment longer.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  )
}

/** The first of some files (native) that is there. */
export function firstThere(files: readonly string[]): string | undefined {
  return files.find((file) => existsSync(file))
}
