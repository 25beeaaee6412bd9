import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import nodePath from 'node:path'

/**
 * Writes a file so that it appears whole or not at all: into a neighbour first, which then takes the
 * name. What is no ordinary file (a terminal, a pipe) is written as it is.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const target = realPath(path)
  const stats = statSync(target, { throwIfNoEntry: false })
  if (stats && !stats.isFile()) {
    writeFileSync(target, content)
    return
  }
  const neighbour = nodePath.join(
    nodePath.dirname(target),
    `.${nodePath.basename(target)}.${process.pid}.tmp`,
  )
  try {
    writeFileSync(neighbour, content, stats ? { mode: stats.mode } : {})
    renameSync(neighbour, target)
  } catch (cause) {
    rmSync(neighbour, { force: true })
    throw cause
  }
}

/** Where a link leads, so that the link itself is not replaced; the path itself where nothing is yet. */
export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return nodePath.resolve(path)
  }
}
