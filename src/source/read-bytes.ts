import { readFileSync, statSync } from 'node:fs'
import { cannotOpen, notFound, type ReadProblem, tooLarge } from './read-problem.ts'

/** A whole file (native) as bytes, or why there are none. */
export function readBytes(
  file: string,
  { shown, limit }: { readonly shown: string; readonly limit: number },
): { readonly bytes: Uint8Array } | { readonly problem: ReadProblem } {
  try {
    const { size } = statSync(file)
    if (size > limit) return { problem: tooLarge(shown, size, limit) }
    return { bytes: readFileSync(file) }
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    return { problem: isMissing ? notFound(shown) : cannotOpen(shown, cause) }
  }
}
