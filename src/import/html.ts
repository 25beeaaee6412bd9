import { type DefaultTreeAdapterMap, parse } from 'parse5'
import type { Block, Contents, Paragraph } from './block.ts'
import { markerOf } from './marker.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** What no reader of a page sees, or what leads to other pages. */
const passedOver = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'nav',
  'rt',
  'rp',
  'del',
  'select',
  'button',
  'svg',
])
const blockNames = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Deeper than pages nest, and not so deep that a walk runs out of stack. */
const deepest = 400

/** A page that nests deeper than is read. */
export class TooDeepPage extends Error {}

/** Reads a page as it is shown: paragraphs, headings, lists with their numbers, tables. */
export function readHtml(text: string): Contents {
  const page = new Page()
  page.walk(parse(text), 0)
  page.end()
  return {
    blocks: page.blocks,
    remarks:
      page.pictures > 0
        ? [`画像が${page.pictures}個あります。画像の中の文字は読み取っていません`]
        : [],
  }
}

class Page {
  blocks: Block[] = []
  pictures = 0
  #text = ''
  #heading: number | undefined
  #number: string | undefined

  walk(node: Node, depth: number): void {
    if (depth > deepest) throw new TooDeepPage()
    if (node.nodeName === '#text' && 'value' in node)
      this.#text += node.value.replaceAll(/\s+/gu, (blank) =>
        blank.includes('\u3000') ? '\u3000' : ' ',
      )
    if (!('childNodes' in node)) return
    if (!('tagName' in node)) {
      for (const one of node.childNodes) this.walk(one, depth + 1)
      return
    }
    const { tagName } = node
    if (passedOver.has(tagName) || attribute(node, 'hidden') !== undefined) return
    if (tagName === 'br') this.#break()
    else if (tagName === 'img') this.pictures += 1
    else if (tagName === 'table') this.#table(node, depth)
    else if (blockNames.has(tagName)) this.#block(node, depth)
    else for (const one of node.childNodes) this.walk(one, depth + 1)
  }

  /** Ends the paragraph that is being read. */
  end(): void {
    const text = this.#text.trim()
    const own: Paragraph = {
      kind: 'paragraph',
      text,
      ...(this.#number === undefined ? {} : { number: this.#number }),
      ...(this.#heading === undefined ? {} : { heading: this.#heading }),
    }
    this.#text = ''
    if (text === '') return
    this.#number = undefined
    this.blocks.push(own)
  }

  #block(element: Element, depth: number): void {
    this.end()
    const heading = /^h([1-6])$/u.exec(element.tagName)?.[1]
    if (heading !== undefined) this.#heading = Number(heading)
    if (element.tagName === 'li') this.#number = itemNumber(element)
    for (const one of element.childNodes) this.walk(one, depth + 1)
    this.end()
    if (heading !== undefined) this.#heading = undefined
    this.#number = undefined
  }

  /** A line break parts what has a number of its own. */
  #break(): void {
    const before = this.#text
    this.#text = ''
    if (before.trim() === '') return
    this.#text = before
    this.end()
    const last = this.blocks.at(-1)
    // What goes on in the next line without a number is put together again when that is read.
    if (last?.kind === 'paragraph' && !/[。」）)]$/u.test(last.text)) {
      this.blocks.pop()
      this.#text = last.text
      this.#number = last.number
    }
  }

  #table(table: Element, depth: number): void {
    this.end()
    const rows = rowsOf(table)
    const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
    const isFrame = widest <= 1 || rows.some((cells) => cells.some((cell) => holdsTable(cell)))
    if (isFrame) {
      for (const cells of rows) for (const cell of cells) this.#block(cell, depth + 1)
      return
    }
    this.blocks.push({ kind: 'table', rows: gridOf(rows, (cell) => this.#cell(cell, depth)) })
  }

  #cell(cell: Element, depth: number): string {
    const outside = this.blocks
    this.blocks = []
    this.#block(cell, depth + 1)
    const inside = this.blocks
    this.blocks = outside
    return inside
      .map((block) => (block.kind === 'paragraph' ? (block.number ?? '') + block.text : ''))
      .join('\n')
  }
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

function elementsIn(element: Element): readonly Element[] {
  return element.childNodes.filter((node): node is Element => 'tagName' in node)
}

function rowsOf(table: Element): readonly (readonly Element[])[] {
  const rows = elementsIn(table).flatMap((one) =>
    one.tagName === 'tr'
      ? [one]
      : ['tbody', 'thead', 'tfoot'].includes(one.tagName)
        ? elementsIn(one).filter(({ tagName }) => tagName === 'tr')
        : [],
  )
  return rows.map((row) =>
    elementsIn(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th'),
  )
}

function holdsTable(element: Element): boolean {
  return elementsIn(element).some((one) => one.tagName === 'table' || holdsTable(one))
}

/** The cells by row and column, each where it reaches over several. */
function gridOf(
  rows: readonly (readonly Element[])[],
  textOf: (cell: Element) => string,
): readonly (readonly string[])[] {
  const grid: string[][] = rows.map(() => [])
  for (const [at, cells] of rows.entries()) {
    let column = 0
    for (const cell of cells) {
      while (grid[at]?.[column] !== undefined) column += 1
      const text = textOf(cell)
      const wide = spanOf(cell, 'colspan')
      for (let down = 0; down < spanOf(cell, 'rowspan'); down += 1) {
        for (let across = 0; across < wide; across += 1) {
          const row = grid[at + down]
          if (row) row[column + across] = across === 0 ? text : ''
        }
      }
      column += wide
    }
  }
  return grid.map((row) => Array.from(row, (cell: string | undefined) => cell ?? ''))
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number(attribute(cell, name) ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, 100) : 1
}

/** The number that a browser shows before an item of a list; none before one that has its own. */
function itemNumber(item: Element): string | undefined {
  const list = item.parentNode
  if (!list || !('tagName' in list)) return undefined
  const first = textIn(item).trim()
  if (markerOf(first)) return undefined
  if (list.tagName !== 'ol') return '・'
  const items = elementsIn(list).filter(({ tagName }) => tagName === 'li')
  let count = Number(attribute(list, 'start') ?? 1) - 1
  for (const one of items) {
    count = Number(attribute(one, 'value') ?? count + 1)
    if (one === item) break
  }
  return `${count}.`
}

function textIn(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.slice(0, 3).map(textIn).join('') : ''
}
