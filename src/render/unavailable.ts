import { UsageError } from '../finding/usage-error.ts'

/** A format cannot be written or read on this machine: a package or a program that it needs is not installed. */
export class FormatUnavailable extends UsageError {}

/**
 * Loads a package that only some documents need. Where it was left out (`npm install --omit=optional`), says
 * in Japanese which one a format lacks.
 */
export async function optional<Module>(
  format: string,
  name: string,
  load: () => Promise<Module>,
  deed: '作る' | '読む' = '作る',
): Promise<Module> {
  try {
    return await load()
  } catch (cause) {
    if (!isMissing(cause)) throw cause
    throw new FormatUnavailable(`${format} を${deed}ための部品「${name}」が入っていません。`, {
      hint: installHint,
    })
  }
}

/** How to install what was left out: together, for a package alone might come in a version that is not ours. */
export const installHint =
  'policy-lint を、--omit=optional を付けずに入れ直してください（npm install policy-lint）。'

/** Node's words for a module that is not there, or that has no build for this machine. */
function isMissing(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  const code = 'code' in cause ? cause.code : undefined
  return (
    code === 'ERR_MODULE_NOT_FOUND' ||
    code === 'MODULE_NOT_FOUND' ||
    code === 'ERR_DLOPEN_FAILED' ||
    /native binding|Cannot find native/i.test(cause.message)
  )
}
