import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer'
import { disguisedEncoding, guessEncoding, textIn } from './encoding.ts'
import { notUtf8, tooLarge, type ReadProblem } from './read-problem.ts'
import type { Source } from './source.ts'

/** The largest file that is read. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** A file as text, or why there is none. */
export type ReadResult =
  | {
      readonly ok: true
      readonly source: Source
      /** How it was written, where that is not UTF-8. */
      readonly encoding?: 'Shift_JIS'
    }
  | { readonly ok: false; readonly problem: ReadProblem }

/** What is read beside UTF-8. */
export interface Encodings {
  /** Shift_JIS with the characters that Windows adds (CP932), in which spreadsheets save CSV files. */
  readonly shiftJis?: boolean
}

/**
 * Bytes to text: UTF-8 unless more is asked for, a byte order mark dropped, line ends kept as they are.
 * Two steps, validate then transcode, because that is several times faster than one tolerant decoding of
 * Japanese text, and because text in another encoding must be told, not mangled.
 */
export function decode(path: string, bytes: Uint8Array, { shiftJis }: Encodings = {}): ReadResult {
  if (bytes.length > LARGEST_FILE) {
    return { ok: false, problem: tooLarge(path, bytes.length, LARGEST_FILE) }
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!isUtf8(buffer)) {
    const encoding = guessEncoding(buffer)
    const text = shiftJis && encoding === 'Shift_JIS' ? textIn(buffer, 'shift_jis') : undefined
    if (text === undefined) return { ok: false, problem: notUtf8(path, encoding) }
    return { ok: true, source: { path, text }, encoding: 'Shift_JIS' }
  }
  const disguised = disguisedEncoding(buffer)
  if (disguised) return { ok: false, problem: notUtf8(path, disguised) }
  return { ok: true, source: { path, text: textOf(buffer) } }
}

function textOf(buffer: Buffer): string {
  if (buffer.length === 0) return ''
  if (isAscii(buffer)) return buffer.toString('latin1')
  const text = transcode(buffer, 'utf8', 'utf16le').toString('utf16le')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
