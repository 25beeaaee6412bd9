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
