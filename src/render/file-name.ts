/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i
// eslint-disable-next-line no-control-regex -- no file name may hold them
const unsafe = /[\u0000-\u001F\u007F/\\:*?"<>|]/g
const longest = 120

/** A name that is a plain file's on every system and leads nowhere else, whatever the id holds. */
function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(unsafe, '-')
    .replace(/\p{Surrogate}/gu, '-')
    .slice(0, longest)
    .replace(/^[.\s-]+|[.\s]+$/g, '')
  if (plain === '') return 'document'
  return reserved.test(plain) ? `_${plain}` : plain
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
