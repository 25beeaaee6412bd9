import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, LARGEST_FILE } from '../../src/source/decode.ts'

/** 「個人情報」「かな」 in the older encodings, as a Windows or UNIX machine of old would save them. */
const shiftJis = [0x8c, 0xc2, 0x90, 0x6c, 0x8f, 0xee, 0x95, 0xf1, 0x82, 0xa9, 0x82, 0xc8]
const eucJp = [0xb8, 0xc4, 0xbf, 0xcd, 0xbe, 0xf0, 0xca, 0xf3, 0xa4, 0xab, 0xa4, 0xca]
const jis = [0x1b, 0x24, 0x42, 0x38, 0x44, 0x3f, 0x4d, 0x1b, 0x28, 0x42]
const ascii = [...new TextEncoder().encode('name: ')]
const text = 'kind: context\nname: 個人情報\n'

function utf16(given: string, isBig: boolean): number[] {
  return [...Buffer.from(given, 'utf16le')].map(
    (_byte, at, bytes) => bytes[isBig ? at ^ 1 : at] ?? 0,
  )
}

function messageOf(bytes: Iterable<number>): string {
  const result = decode('a.yaml', Uint8Array.from(bytes))
  return result.ok ? 'ok' : result.problem.message
}

describe('bytes that are not UTF-8 are named', () => {
  test.each<[string, number[], string]>([
    ['Shift_JIS', [...ascii, ...shiftJis], '文字コードがShift_JISです'],
    ['EUC-JP', [...ascii, ...eucJp], '文字コードがEUC-JPです'],
    ['JIS', [...ascii, ...jis], '文字コードがISO-2022-JP（JIS）です'],
    ['UTF-16LE with mark', [0xff, 0xfe, ...utf16(text, false)], '文字コードがUTF-16LEです'],
    ['UTF-16BE with mark', [0xfe, 0xff, ...utf16(text, true)], '文字コードがUTF-16BEです'],
    ['UTF-16LE', utf16(text, false), '文字コードがUTF-16LEです'],
    ['UTF-16BE', utf16(text, true), '文字コードがUTF-16BEです'],
    ['UTF-16LE, ASCII only', utf16('kind: x\n', false), '文字コードがUTF-16LEです'],
    ['nothing known', [0xc3, 0x28, 0xff, 0xff, 0x81], 'UTF-8ではありません'],
  ])('%s', (_name, bytes, message) => {
    expect(messageOf(bytes)).toBe(message)
  })

  test('a zero byte in UTF-8 is left to the parser', () => {
    expect(messageOf(new TextEncoder().encode(`${text}a: \0\n`))).toBe('ok')
  })
})

describe('UTF-8', () => {
  test('is read as it is, less the byte order mark', () => {
    const result = decode('a.yaml', new TextEncoder().encode(`\ufeff${text}\r\n𠮷`))
    expect(result).toEqual({ ok: true, source: { path: 'a.yaml', text: `${text}\r\n𠮷` } })
  })

  test('a part of a larger buffer is read alone', () => {
    const bytes = new TextEncoder().encode('xxあいxx').subarray(2, 8)
    expect(decode('a', bytes)).toMatchObject({ source: { text: 'あい' } })
  })

  test('any text comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        fc.pre(!given.startsWith('\ufeff') && !given.includes('\0') && !given.includes('\u001b'))
        expect(decode('a', new TextEncoder().encode(given))).toMatchObject({
          ok: true,
          source: { text: given },
        })
      }),
    )
  })

  test('10 MB is read, more than the limit is not', () => {
    expect(messageOf(new Uint8Array(10 * 1024 * 1024).fill(0x61))).toBe('ok')
    expect(messageOf(new Uint8Array(LARGEST_FILE + 1))).toBe('ファイルが大きすぎます（20MB）')
  })
})

test('any bytes whatever give a text or a problem', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const result = decode('a', bytes)
      expect(result.ok ? 'text' : result.problem.code).toMatch(/^(text|not-utf8)$/)
    }),
  )
})
