import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { cannotOpen, notFound, type ReadProblem, tooLarge } from './read-problem.ts'

/** Why a file is not read, by a code, as the system's own refusals have one. */
function refusal(code: 'EISDIR' | 'ENOTPLAIN' | 'EFBIG'): Error {
  return Object.assign(new Error(code), { code })
}

/**
 * The bytes of a plain file (native), the one door through which files of users are read. A device or a
 * pipe is not opened: the one may never end, the other never begin. No more is read than is allowed,
 * for a file may grow, and some hold more than their size says.
 */
export function readPlain(path: string, limit: number): Uint8Array {
  return withPlain(path, (file) => readTo(file, limit))
}

/** So many bytes of a plain file (native) from one on; fewer where it ends before. */
export function readStretch(path: string, from: number, length: number): Buffer {
  return withPlain(path, (file) => {
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, fstatSync(file).size - from)))
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from))
  })
}

function withPlain<Bytes>(path: string, read: (file: number) => Bytes): Bytes {
  const stats = statSync(path)
  if (!stats.isFile()) throw refusal(stats.isDirectory() ? 'EISDIR' : 'ENOTPLAIN')
  const file = openSync(path, 'r')
  try {
    return read(file)
  } finally {
    closeSync(file)
  }
}

/** Where a file does not say how long it is, this much is read at first. */
const firstRead = 64 * 1024

function readTo(file: number, limit: number): Uint8Array {
  const { size } = fstatSync(file)
  if (size > limit) throw refusal('EFBIG')
  let bytes = Buffer.allocUnsafeSlow(Math.min(size === 0 ? firstRead : size + 1, limit + 1))
  let end = 0
  for (;;) {
    const read = readSync(file, bytes, end, bytes.length - end, null)
    if (read === 0) return bytes.subarray(0, end)
    end += read
    if (end > limit) throw refusal('EFBIG')
    if (end < bytes.length) continue
    const longer = Buffer.allocUnsafeSlow(Math.min(2 * bytes.length, limit + 1))
    longer.set(bytes)
    bytes = longer
  }
}

/** A whole file (native) as bytes, or why there are none. */
export function readBytes(
  file: string,
  { shown, limit }: { readonly shown: string; readonly limit: number },
): { readonly bytes: Uint8Array } | { readonly problem: ReadProblem } {
  try {
    const { size } = statSync(file)
    if (size > limit) return { problem: tooLarge(shown, size, limit) }
    return { bytes: readPlain(file, limit) }
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    return { problem: isMissing ? notFound(shown) : cannotOpen(shown, cause) }
  }
}
