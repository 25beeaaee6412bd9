import type { ReadProblem } from '../source/read-problem.ts'
import { type Location, writePlace } from '../source/source.ts'

/**
 * The run cannot go on because of how the tool was called or set up: a wrong option, no input, an
 * unusable setting, a broken pack. The message is Japanese and is all the user sees (exit code 2).
 */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** What to do instead. */
  readonly hint: string | undefined
  readonly location: Location | undefined

  constructor(
    message: string,
    more: { readonly hint?: string; readonly location?: Location } = {},
  ) {
    super(message)
    this.hint = more.hint
    this.location = more.location
  }
}

/** A file that the user named and that cannot be read, by its name. */
export function cannotRead({ path, message, why, fix }: ReadProblem): UsageError {
  const named = message.includes(path) ? message : `「${path}」を読めません。${message}`
  return new UsageError(named, { hint: `${why}${fix}` })
}

/**
 * Lines of a usage error that name the first of some mistakes with their places, what else is said of
 * each below it, and how many more there are.
 */
export function mistakeLines<
  Mistake extends { readonly location: Location; readonly message: string },
>(
  mistakes: readonly Mistake[],
  { limit = 20, below = () => [] }: Listing<Mistake> = {},
): readonly string[] {
  const lines = mistakes
    .slice(0, limit)
    .flatMap((one) => [`  ${writePlace(one.location)} ${one.message}`, ...below(one)])
  return mistakes.length > limit ? [...lines, `  ほか ${mistakes.length - limit} 件`] : lines
}

interface Listing<Mistake> {
  readonly limit?: number
  readonly below?: (mistake: Mistake) => readonly string[]
}
