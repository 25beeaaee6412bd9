const section = /<w:sectPr\b[^>]*?(?:\/>|>[^]*?<\/w:sectPr>)/g

/**
 * The ends of sections of a text on a letterhead: each has the pages of the letterhead, turned as the
 * text wants. `model` is the end of the section that the text stands in.
 */
export function onLetterhead(
  body: string,
  last: 'portrait' | 'landscape',
  model: string,
): { readonly body: string; readonly end: string } {
  const first = body.search(section)
  const turnedBody = body.replace(section, (own, at: number) => {
    const orient = own.includes('w:orient="landscape"') ? 'landscape' : 'portrait'
    const turned = turn(model, orient)
    return at === first ? turned : withoutFirstPage(turned)
  })
  const end = turn(model, last)
  return { body: turnedBody, end: first < 0 ? end : withoutFirstPage(end) }
}

/** The end of the section around a place in the text of a file. */
export function sectionAround(
  xml: string,
  at: number,
): { readonly text: string; readonly at: number } {
  section.lastIndex = at
  const match = section.exec(xml)
  section.lastIndex = 0
  return { text: match?.[0] ?? '', at: match?.index ?? -1 }
}

/** Pages of the same size, upright or on their side. */
function turn(model: string, orient: 'portrait' | 'landscape'): string {
  return model.replace(/<w:pgSz\b[^>]*\/>/, (size) => {
    const sides = [...size.matchAll(/w:[wh]="(\d+)"/g)].map(([, side]) => Number(side))
    const [short = 11906, long = 16838] = sides.sort((a, b) => a - b)
    return orient === 'landscape'
      ? `<w:pgSz w:w="${long}" w:h="${short}" w:orient="landscape"/>`
      : `<w:pgSz w:w="${short}" w:h="${long}"/>`
  })
}

/** What is different on the first page is so once, not at each turn of the paper. */
function withoutFirstPage(model: string): string {
  return model.replace(/<w:titlePg\b[^>]*\/>/, '')
}
