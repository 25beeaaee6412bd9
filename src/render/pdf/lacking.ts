import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { glyphsOf } from '../chart/glyphs.ts'
import type { Document } from '../document.ts'
import { traceOf } from '../trace.ts'

/** The fonts that a PDF is set with; each steps in for what the other lacks. */
const fonts = [
  '@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
]

/** What shows nothing needs no glyph. */
const unseen = /[\p{Cc}\p{Cf}\p{Z}]/u

/** The characters of a document that the fonts of its PDF cannot show, each once; none where no such font is there. */
export async function lackingInPdf(document: Document): Promise<readonly string[]> {
  const { resolve } = createRequire(import.meta.url)
  const text = traceOf(document).paragraphs.map((one) => one.text)
  const characters = [...new Set([document.title, ...text].join(''))]
  const seen = characters.filter((character) => !unseen.test(character))
  try {
    const glyphs = await Promise.all(
      fonts.map(async (font) => glyphsOf(await readFile(resolve(font)))),
    )
    return seen.filter((character) => !glyphs.some((has) => has(character)))
  } catch {
    // Without the fonts a browser prints the PDF, with those of the machine.
    return []
  }
}
