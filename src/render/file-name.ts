import { Buffer } from 'node:buffer'
import { cleanText } from './text.ts'

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?:\.|$)/i
// eslint-disable-next-line no-control-regex -- no file name may hold them
const unsafe = /[\u0000-\u001F\u007F-\u009F/\\:*?"<>|]/g
/** In bytes: file systems hold names of 255, and an ending and a number are added. */
const longest = 200

/** A name that is a plain file's on every system and leads nowhere else, whatever the id holds. */
function safeName(name: string): string {
  const signs = cleanText(name.normalize('NFC')).replace(unsafe, '-')
  const plain = cut(signs, longest).replace(/^[.\s-]+|[.\s]+$/g, '')
  if (plain === '') return 'document'
  return reserved.test(plain) ? `_${plain}` : plain
}

/** The beginning of a text that takes so many bytes of UTF-8. */
function cut(text: string, bytes: number): string {
  const buffer = Buffer.from(text)
  if (buffer.length <= bytes) return text
  return buffer
    .subarray(0, bytes)
    .toString()
    .replace(/\uFFFD+$/, '')
}

/** Safe names, one for each, no two alike where capitals do not count; later ones are numbered. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const safe = safeName(name)
    let free = safe
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${safe}-${number}`
    taken.add(free.toLowerCase())
    return free
  })
}
