import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { glyphsOf } from '../../../src/render/chart/glyphs.ts'
import { openFonts, undrawable } from '../../../src/render/chart/draw.ts'

const { resolve } = createRequire(import.meta.url)
const font = readFileSync(
  resolve('@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf'),
)
const sample = 'A連絡☎①㈱髙﨑№◎✉𠮷📞'

describe('what a font can draw', () => {
  test('is read from its table of all of Unicode', () => {
    expect(drawnBy(font)).toBe('A連絡☎①㈱髙﨑№◎')
  })

  test('is read from the table of the first plane where there is no other', () => {
    const bytes = Uint8Array.from(font)
    const view = new DataView(bytes.buffer)
    const cmap = tableAt(view, 'cmap')
    for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
      const at = cmap + view.getUint32(cmap + 8 + 8 * index)
      if (view.getUint16(at) === 12) view.setUint16(at, 99)
    }
    const [whole, first] = [glyphsOf(font), glyphsOf(bytes)]
    const plane = Array.from({ length: 0xd800 }, (_, code) => String.fromCodePoint(code))
    expect(plane.filter((character) => first(character) !== whole(character))).toEqual([])
  })

  test('is that of the first font of a collection', () => {
    const head = Buffer.alloc(16)
    head.write('ttcf')
    head.writeUInt32BE(1, 8)
    head.writeUInt32BE(16, 12)
    const moved = Buffer.from(font)
    for (let index = 0; index < moved.readUInt16BE(4); index += 1) {
      const at = 12 + 16 * index + 8
      moved.writeUInt32BE(moved.readUInt32BE(at) + 16, at)
    }
    expect(drawnBy(Buffer.concat([head, moved]))).toBe('A連絡☎①㈱髙﨑№◎')
  })
})

test('the fonts of pictures lack some characters, each told once', async () => {
  expect(undrawable([sample, '✉𠮷'], await openFonts())).toEqual(['✉', '𠮷', '📞'])
})

function drawnBy(bytes: Uint8Array): string {
  const has = glyphsOf(bytes)
  return Array.from(sample).filter(has).join('')
}

function tableAt(view: DataView, wanted: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)))
    if (tag === wanted) return view.getUint32(at + 8)
  }
  throw new Error(`no table ${wanted}`)
}
