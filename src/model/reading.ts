import type { Unknown } from '../finding/unknown.ts'

/**
 * How a part is read. Rules ask it: what nobody wrote down is unknown to them, and asking for it throws
 * `Unknown`. All others read what is written: what is not written is not there, and nothing is thrown.
 */
export type Reading = 'asked' | 'written'

/** What asking for something that nobody wrote comes to. */
export type Nothing<R extends Reading> = { readonly asked: never; readonly written: undefined }[R]

/** A way of reading, and what it makes of what nobody wrote. */
export interface Way<R extends Reading> {
  readonly reading: R
  /** A value where it is there; else what comes of asking for it. */
  readonly known: <Value>(value: Value | undefined, unknown: () => Unknown) => Value | Nothing<R>
}

/** The way in which rules read, and nobody else. */
export const asking: Way<'asked'> = {
  reading: 'asked',
  known: (value, unknown) => {
    if (value === undefined) throw unknown()
    return value
  },
}

/** The way in which what is written is compared and printed. */
export const asWritten: Way<'written'> = { reading: 'written', known: (value) => value }
