/** Whether a font can draw a character. */
export type Glyphs = (character: string) => boolean

/**
 * Reads from a TrueType or OpenType font which characters it has glyphs for: its `cmap` table, the
 * subtable of all of Unicode (format 12) or of its first plane (format 4). Throws a RangeError where
 * the bytes are no such font.
 */
export function glyphsOf(bytes: Uint8Array): Glyphs {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const cmap = tableAt(view, 'cmap')
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const at = cmap + view.getUint32(cmap + 4 + 8 * index + 4)
    return { at, format: view.getUint16(at) }
  })
  const whole = subtables.find(({ format }) => format === 12)
  const first = subtables.find(({ format }) => format === 4)
  const codes = new Set(whole ? groups(view, whole.at) : first ? segments(view, first.at) : [])
  return (character) => codes.has(character.codePointAt(0) ?? 0)
}

/** Where a table begins; in a collection, that of its first font. */
function tableAt(view: DataView, wanted: string): number {
  const isCollection = tagAt(view, 0) === 'ttcf'
  const font = isCollection ? view.getUint32(12) : 0
  for (let index = 0; index < view.getUint16(font + 4); index += 1) {
    const record = font + 12 + 16 * index
    if (tagAt(view, record) === wanted) return view.getUint32(record + 8)
  }
  throw new RangeError(`no table ${wanted}`)
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)))
}

function* groups(view: DataView, at: number): Generator<number> {
  for (let group = at + 16; group < at + 16 + 12 * view.getUint32(at + 12); group += 12) {
    const last = Math.min(view.getUint32(group + 4), 0x10ffff)
    for (let code = view.getUint32(group); code <= last; code += 1) yield code
  }
}

function* segments(view: DataView, at: number): Generator<number> {
  const size = view.getUint16(at + 6)
  for (let index = 0; index < size; index += 2) {
    const end = at + 14 + index
    const start = end + size + 2
    const delta = start + size
    const offset = delta + size
    for (let code = view.getUint16(start); code <= view.getUint16(end); code += 1) {
      const step = view.getUint16(offset)
      // No offset: the glyph follows from the code. Else it stands in a list, counted from here.
      const glyph =
        step === 0
          ? (code + view.getUint16(delta)) & 0xffff
          : view.getUint16(offset + step + 2 * (code - view.getUint16(start)))
      if (glyph !== 0) yield code
    }
  }
}
