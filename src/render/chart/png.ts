import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { FormatUnavailable } from '../unavailable.ts'
import { type Glyphs, glyphsOf } from './glyphs.ts'

/** Pixels of the PNG for one of the picture: 240 to the inch. */
const sharpness = 2.5

/** Stands for a character that no font at hand can draw, as printers have it. */
const geta = '〓'

const fontPackage = '@expo-google-fonts/biz-udgothic'
const weights = ['400Regular/BIZUDGothic_400Regular', '700Bold/BIZUDGothic_700Bold']

/** The fonts pictures are drawn with; never those of the machine, so that they are the same everywhere. */
export interface Fonts {
  readonly files: readonly string[]
  readonly has: Glyphs
  /** Whether BIZ UDGothic is there; without it no picture is made, but a chart can be drawn. */
  readonly isWhole: boolean
}

/** Opens the BIZ UDGothic fonts, an optional dependency. */
export async function openFonts(): Promise<Fonts> {
  const files = shippedFonts()
  // Both weights have the same characters.
  const [first] = files
  const has = first === undefined ? () => false : glyphsOf(await readFile(first))
  return { files, has, isWhole: first !== undefined }
}

/** The characters of texts that the fonts cannot draw, each once. */
export function undrawable(texts: readonly string[], { has, isWhole }: Fonts): readonly string[] {
  if (!isWhole) return []
  return [...new Set(texts.join(''))].filter((character) => !has(character))
}

/** Draws an SVG as PNG with these fonts only; no edge of it is see-through. */
export async function pngOf(svg: string, fonts: Fonts): Promise<Uint8Array> {
  if (!fonts.isWhole) throw missing('フォント', fontPackage)
  const { Resvg } = await import('@resvg/resvg-js').catch(() => {
    throw missing('部品', '@resvg/resvg-js')
  })
  // The markup itself is ASCII, which every font has.
  const drawn = Array.from(svg, (character) =>
    character === '\n' || fonts.has(character) ? character : geta,
  ).join('')
  const font = {
    loadSystemFonts: false,
    fontFiles: [...fonts.files],
    defaultFontFamily: 'BIZ UDGothic',
  }
  const fitTo = { mode: 'zoom', value: sharpness } as const
  return new Uint8Array(new Resvg(drawn, { font, fitTo, background: '#ffffff' }).render().asPng())
}

function shippedFonts(): readonly string[] {
  const { resolve } = createRequire(import.meta.url)
  try {
    return weights.map((weight) => resolve(`${fontPackage}/${weight}.ttf`))
  } catch {
    return []
  }
}

function missing(what: string, name: string): FormatUnavailable {
  return new FormatUnavailable(`図を画像にするための${what} ${name} が入っていません。`, {
    hint: `npm install ${name} で入れてください。`,
  })
}
