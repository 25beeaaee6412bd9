import { largest } from '../../finding/order.ts'
import type { FigureText, Point, Tone } from './figure.ts'

/** The size of all text but names; the smallest in a picture. */
export const textSize = 12
/** The size of the names of organisations. */
export const nameSize = 13
/** From one line to the next. */
export const lineHeight = (size: number): number => Math.round(size * 1.3)

/** The room that lines of text take. */
export function sizeOf(lines: readonly string[]) {
  const width = largest(lines.map((line) => emWidth(line) * textSize))
  return { width, height: lines.length * lineHeight(textSize) }
}

/** Lines of text below each other from a place on; `centre` in the middle of the widest. */
export function textLines(
  lines: readonly string[],
  at: Point,
  tone: Tone,
  align: 'left' | 'centre' = 'left',
): readonly FigureText[] {
  const widest = sizeOf(lines).width
  return lines.map((text, index) => {
    const { width, height } = sizeOf([text])
    const x = align === 'left' ? at.x : at.x + (widest - width) / 2
    return { text, size: textSize, tone, x, y: at.y + index * height, width, height }
  })
}

/**
 * How wide the glyphs of BIZ UDGothic are: every one is exactly a half or a whole em, in both weights,
 * so no font has to be opened to measure a text. A test holds this against the font itself.
 */
export function emWidth(text: string): number {
  let width = 0
  for (const character of text) width += isHalf(character) ? 0.5 : 1
  return width
}

/** The signs that are wide though western, or narrow though not. */
const wide = new Set('§¨°±´¶×÷ǍǎǐǑǒǔǖǘǚǜ')
const narrow = new Set(
  '΄΅ςḾḿ\u1f70\u1f71\u1f72\u1f73–—‚„•‹›‼‾‿⁂⁄⁇⁈⁉⁴€ℏℓ™℧ℵ⅓⅔⅕↔↖↗↘↙⇄⇦⇧⇨⇩∅∉−∓∦≃≅≈≢≤≥≶≷⊄⊅⊊⊋⊕⊖⊗⋚⋛⌅⌆▱▶▷◀◁◉◊◐◑◒◓◦♠♡♢♣♤♥♦♧♩♫♬♮⤴⤵⧺⧻ﬁﬂ',
)

function isHalf(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x370) return !wide.has(character)
  return (code >= 0xff61 && code <= 0xff9f) || narrow.has(character)
}
