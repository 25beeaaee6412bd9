import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { emWidth } from '../../../src/render/chart/lettering.ts'
import { glyphsOf } from '../../../src/render/chart/glyphs.ts'

const { resolve } = createRequire(import.meta.url)
const weights = ['400Regular/BIZUDGothic_400Regular', '700Bold/BIZUDGothic_700Bold'].map((name) =>
  readFileSync(resolve(`@expo-google-fonts/biz-udgothic/${name}.ttf`)),
)

test.each(weights.map((bytes, index) => [['regular', 'bold'][index], bytes] as const))(
  'the rule of widths is that of the %s font, for every character it has',
  (_, bytes) => {
    const advances = advancesOf(bytes)
    const wrong = [...advances].filter(([character, em]) => emWidth(character) !== em)
    expect(wrong).toEqual([])
    expect(advances.size).toBeGreaterThan(11_000)
  },
)

test('both weights have the same characters', () => {
  const [regular, bold] = weights.map((bytes) => [...advancesOf(bytes).keys()])
  expect(bold).toEqual(regular)
})

test('a text is as wide as its characters together', () => {
  expect(emWidth('総務課 IT係①ｱ×')).toBe(3 + 0.5 + 1 + 1 + 1 + 0.5 + 1)
})

/** The width of every character of a font in em, from its `hmtx` table. */
function advancesOf(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index
    tables.set(Buffer.from(bytes.subarray(at, at + 4)).toString('latin1'), view.getUint32(at + 8))
  }
  const at = (table: string, offset: number): number => (tables.get(table) ?? 0) + offset
  const em = view.getUint16(at('head', 18))
  const metrics = view.getUint16(at('hhea', 34))
  const has = glyphsOf(bytes)
  const advances = new Map<string, number>()
  const groups = at('cmap', view.getUint32(at('cmap', 4 + 8 * 3 + 4)))
  expect(view.getUint16(groups)).toBe(12)
  for (let group = 0; group < view.getUint32(groups + 12); group += 1) {
    const place = groups + 16 + 12 * group
    const [first, last] = [view.getUint32(place), view.getUint32(place + 4)]
    for (let code = first; code <= last; code += 1) {
      const glyph = view.getUint32(place + 8) + code - first
      const character = String.fromCodePoint(code)
      expect(has(character)).toBe(true)
      advances.set(character, view.getUint16(at('hmtx', 4 * Math.min(glyph, metrics - 1))) / em)
    }
  }
  return advances
}
