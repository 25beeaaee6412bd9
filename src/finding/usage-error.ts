import type { Location } from '../source/source.ts'

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
