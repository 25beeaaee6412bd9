import { lstatSync } from 'node:fs'
import nodePath from 'node:path'
import { neitherPathNorRevision, RevisionError, type RevisionErrorCode } from './error.ts'
import type { GitPlace } from './process.ts'
import { openRevision, type Revision } from './revision.ts'

/** One side of a comparison as an argument names it. */
export type Side = (
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'revision'; readonly revision: Revision }
) & {
  /** Only where it was asked to be let pass: nothing is there, and why that is so. */
  readonly absent?: RevisionError
}

/**
 * Whether an argument is a path of the disk and no revision: it is there (a path wins over a revision
 * of the same name), or it is written as only paths are.
 */
export function namesPath(argument: string, cwd: string): boolean {
  const isWritten = argument === '-' || /^\.{1,2}([/\\]|$)/.test(argument)
  return isWritten || nodePath.isAbsolute(argument) || isThere(nodePath.resolve(cwd, argument))
}

/** What to open, seen from where. */
export interface SideRequest extends GitPlace {
  readonly argument: string
  /** Lets pass what is not there, for the other side may tell that it once was or will be. */
  readonly mayBeAbsent?: boolean
}

/** Opens what an argument names. Throws a `RevisionError` where it is neither, or nothing is there. */
export function openSide({ argument, ...request }: SideRequest): Side {
  if (namesPath(argument, request.cwd)) return { kind: 'path', path: argument }
  try {
    const revision = openRevision({ ...request, spec: argument })
    const { absent } = revision
    return { kind: 'revision', revision, ...(absent ? { absent } : {}) }
  } catch (thrown) {
    if (!(thrown instanceof RevisionError) || !isNothing.has(thrown.code)) throw thrown
    const absent = neitherPathNorRevision(argument, thrown)
    if (!request.mayBeAbsent) throw absent
    return { kind: 'path', path: argument, absent }
  }
}

/** After these it may as well be a path that was misspelt. */
const isNothing: ReadonlySet<RevisionErrorCode> = new Set([
  'no-git',
  'no-repository',
  'no-commit',
  'wrong-spec',
  'unknown-revision',
])

/** A link that leads nowhere is there, too. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}
