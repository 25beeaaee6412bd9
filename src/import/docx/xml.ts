import type { SaxesTagPlain } from 'saxes'

/** An element of XML with what stands in it. */
export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Xml | string)[]
}

/** XML that is not well-formed, or that declares entities of its own. */
export class BadXml extends Error {}

/** Deeper than people nest tables and text boxes, and not so deep that a walk runs out of stack. */
const deepest = 200

/** More than some 200 pages come to, and fewer than fill the memory. */
const maxElements = 500_000

/** XML with more elements than are read. */
export class TooMuchXml extends Error {}

/** XML that nests deeper than is read. */
export class TooDeepXml extends Error {}

/** How many elements the parts of a file have had together. */
export interface XmlCount {
  elements: number
}

/** Reads a part of a file. What it declares itself (DOCTYPE) is refused: documents of offices declare nothing. */
export async function readXml(text: string, count: XmlCount): Promise<Xml> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser()
  const top: { children: (Xml | string)[] } = { children: [] }
  const open: { children: (Xml | string)[] }[] = [top]
  parser.on('doctype', () => {
    throw new BadXml('doctype')
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    if (open.length > deepest) throw new TooDeepXml('deep')
    count.elements += 1
    if (count.elements > maxElements) throw new TooMuchXml('elements')
    const element = { name, attributes, children: [] as (Xml | string)[] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', (found) => {
    open.at(-1)?.children.push(found)
  })
  parser.on('error', (error) => {
    throw new BadXml(error.message)
  })
  parser.write(text).close()
  const root = top.children.find((one) => typeof one !== 'string')
  if (!root) throw new BadXml('empty')
  return root
}

/** The elements in an element. */
export function elementsOf({ children }: Xml): readonly Xml[] {
  return children.filter((one) => typeof one !== 'string')
}

/** The first of the elements of a name in an element. */
export function child(element: Xml | undefined, name: string): Xml | undefined {
  return element && elementsOf(element).find((one) => one.name === name)
}

/** All elements of a name in an element. */
export function childrenOf(element: Xml | undefined, name: string): readonly Xml[] {
  return element ? elementsOf(element).filter((one) => one.name === name) : []
}

/** The value that an element of Word states: `w:val`. */
export function valueOf(element: Xml | undefined): string | undefined {
  return element?.attributes['w:val']
}
