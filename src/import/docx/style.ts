import { child, childrenOf, valueOf, type Xml } from './xml.ts'

/** What of the style of a paragraph matters: how high a heading it is, in which list it counts, whether it is of 目次. */
export interface ParagraphStyle {
  readonly heading?: number
  readonly list?: string
  readonly level?: number
  readonly isContents?: true
}

/** The paragraph styles of a Word file by id, each with what it has from the one it is based on. */
export class Styles {
  readonly #styles: ReadonlyMap<string, Xml>
  readonly #known = new Map<string, ParagraphStyle>()

  constructor(styles: Xml | undefined) {
    this.#styles = new Map(
      childrenOf(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]),
    )
  }

  /** The style of a paragraph by its own properties and those of its style. */
  of(properties: Xml | undefined): ParagraphStyle {
    const id = valueOf(child(properties, 'w:pStyle'))
    return { ...(id === undefined ? {} : this.#named(id, new Set())), ...ownOf(properties) }
  }

  #named(id: string, seen: Set<string>): ParagraphStyle {
    const known = this.#known.get(id)
    const style = this.#styles.get(id)
    if (known || !style || seen.has(id)) return known ?? {}
    seen.add(id)
    const based = valueOf(child(style, 'w:basedOn'))
    const name = (valueOf(child(style, 'w:name')) ?? '').toLowerCase()
    const read: ParagraphStyle = {
      ...(based === undefined ? {} : this.#named(based, seen)),
      ...(/^(?:heading|見出し) ?[1-9]$/u.test(name) ? { heading: Number(name.slice(-1)) } : {}),
      ...(/^(?:title|表題)$/u.test(name) ? { heading: 1 } : {}),
      ...ownOf(child(style, 'w:pPr')),
      ...(/^(?:toc|目次)/u.test(name) ? { isContents: true } : {}),
    }
    this.#known.set(id, read)
    return read
  }
}

function ownOf(properties: Xml | undefined): ParagraphStyle {
  const outline = valueOf(child(properties, 'w:outlineLvl'))
  const numbers = child(properties, 'w:numPr')
  const list = valueOf(child(numbers, 'w:numId'))
  const level = valueOf(child(numbers, 'w:ilvl'))
  return {
    ...(outline !== undefined && Number(outline) < 9 ? { heading: Number(outline) + 1 } : {}),
    ...(list === undefined ? {} : { list }),
    ...(level === undefined ? {} : { level: Number(level) }),
  }
}
