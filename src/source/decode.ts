import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer'
import { notUtf8, type ReadProblem, tooLarge } from './read-problem.ts'
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

const SAMPLE = 64 * 1024

/**
 * Names the encoding of bytes that do not read as UTF-8 text, or undefined where nothing tells it.
 * A guess: whoever reads text by it says so.
 */
function guessEncoding(bytes: Uint8Array): string | undefined {
  return markedUtf16(bytes) ?? unmarkedUtf16(bytes) ?? jis(bytes) ?? japanese(bytes)
}

/** UTF-16 and JIS text may pass as valid UTF-8 by accident; what gives it away are zero bytes and escapes. */
function disguisedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return unmarkedUtf16(bytes)
  return bytes.includes(0x1b) ? jis(bytes) : undefined
}

/** UTF-16 by its byte order mark. */
function markedUtf16(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 ? 'UTF-32LE' : 'UTF-16LE'
  }
  if (first === 0xfe && second === 0xff) return 'UTF-16BE'
  return undefined
}

/** UTF-16 without a mark: every ASCII character (colon, space, newline) leaves a zero byte on one side. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const end = Math.min(bytes.length, SAMPLE)
  const zeros = [0, 0]
  for (let at = 0; at < end; at++) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  if ((even + odd) * 20 < end) return undefined
  if (odd > even * 9) return 'UTF-16LE'
  if (even > odd * 9) return 'UTF-16BE'
  return undefined
}

/** The older Japanese encodings; where two fit, the one that gives more kana and kanji. */
function japanese(bytes: Uint8Array): string | undefined {
  const shiftJis = likeness(bytes, 'shift_jis')
  const eucJp = likeness(bytes, 'euc-jp')
  if (shiftJis <= 0 && eucJp <= 0) return undefined
  return shiftJis >= eucJp ? 'Shift_JIS' : 'EUC-JP'
}

/** JIS by its escape into kanji. */
function jis(bytes: Uint8Array): string | undefined {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    const set = bytes[at + 1] === 0x24 ? bytes[at + 2] : undefined
    if (set === 0x42 || set === 0x40) return 'ISO-2022-JP（JIS）'
  }
  return undefined
}

/** Full-width Japanese characters less half-width katakana, which the wrong reading is full of. */
function likeness(bytes: Uint8Array, encoding: string): number {
  const text = textIn(bytes, encoding)
  if (text === undefined) return 0
  const full = text.match(/[\u3000-\u30ff\u4e00-\u9fff]/gu)?.length ?? 0
  const half = text.match(/[\uff61-\uff9f]/gu)?.length ?? 0
  return full - 2 * half
}

/** Bytes as text in an encoding; undefined where they cannot be. */
function textIn(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
