/** A file's styles with those that it lacked, and what its styles are called that are like ours. */
export interface MergedStyles {
  readonly xml: string
  /** Our id to the id in the file. */
  readonly ids: ReadonlyMap<string, string>
}

const styleBlock = /<w:style\b[^>]*>[^]*?<\/w:style>/g

/**
 * Adds our styles to those of a letterhead. One that it has by the same name wins: Word's own names are
 * the same in every language, ids are not.
 */
export function mergeStyles(theirs: string, ours: string): MergedStyles {
  const known = new Map<string, string>()
  const taken = new Set<string>()
  for (const block of theirs.match(styleBlock) ?? []) {
    known.set(nameOf(block), idOf(block))
    taken.add(idOf(block))
  }
  const ids = new Map<string, string>()
  const lacking: string[] = []
  for (const block of ours.match(styleBlock) ?? []) {
    const same = known.get(nameOf(block))
    if (same === undefined) lacking.push(block)
    ids.set(idOf(block), same ?? free(idOf(block), taken))
  }
  const added = lacking.map((block) => renamed(block, ids)).join('')
  return { xml: theirs.replace('</w:styles>', () => `${added}</w:styles>`), ids }
}

/** The same piece of XML with the styles it names called as the letterhead calls them. */
export function withStyleIds(xml: string, ids: ReadonlyMap<string, string>): string {
  return xml.replace(
    /(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)(")/g,
    (_, before: string, id: string, after: string) => {
      return before + (ids.get(id) ?? id) + after
    },
  )
}

function renamed(block: string, ids: ReadonlyMap<string, string>): string {
  return block
    .replace(/(w:styleId=")([^"]*)(")/, (_, before: string, id: string, after: string) => {
      return before + (ids.get(id) ?? id) + after
    })
    .replace(/<w:(basedOn|next|link) w:val="([^"]*)"\/>/g, (_, kind: string, id: string) => {
      const known = ids.get(id)
      return known === undefined ? '' : `<w:${kind} w:val="${known}"/>`
    })
    .replace(/ w:default="[^"]*"/, '')
}

function free(id: string, taken: Set<string>): string {
  let name = id
  while (taken.has(name)) name += 'x'
  taken.add(name)
  return name
}

function idOf(block: string): string {
  return /w:styleId="([^"]*)"/.exec(block)?.[1] ?? ''
}

function nameOf(block: string): string {
  return (/<w:name w:val="([^"]*)"/.exec(block)?.[1] ?? '').toLowerCase()
}
