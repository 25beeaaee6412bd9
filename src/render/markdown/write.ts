import { largest } from '../../finding/order.ts'
import type {
  Block,
  Cell,
  Document,
  Figure,
  Inline,
  Paragraph,
  Row,
  Table,
  WrittenFile,
} from '../document.ts'
import { paragraphLooks } from '../style.ts'
import { placesOf } from '../table-grid.ts'

/** Writes a document as Markdown for people and machines; its pictures as SVG files beside it. */
export function writeMarkdown(document: Document, stem: string): readonly WrittenFile[] {
  const writing = new Writing(stem)
  const blocks = document.sections.flatMap(({ blocks }) =>
    blocks.map((block) => writing.block(block)),
  )
  const all = [document.draft ? '（案）' : '', ...blocks]
  const text = `${all.filter((block) => block !== '').join('\n\n')}\n`
  const pictures = [...writing.pictures].flatMap(([picture, name]): readonly WrittenFile[] => {
    const svg = document.pictures[picture]?.svg
    return svg === undefined ? [] : [{ name, content: svg }]
  })
  return [{ name: `${stem}.md`, content: text }, ...pictures]
}

class Writing {
  /** The pictures that are shown, with their files. */
  readonly pictures = new Map<string, string>()
  readonly #stem: string

  constructor(stem: string) {
    this.#stem = stem
  }

  block(block: Block): string {
    switch (block.type) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${lineOf(block.content, ' ')}`
      case 'paragraph':
        return paragraphOf(block)
      case 'list':
        return block.items.map(({ blocks }) => `- ${this.#inner(blocks)}`).join('\n')
      case 'table':
        return this.#table(block)
      case 'figure':
        return this.#figure(block)
    }
  }

  #figure({ picture, alt, caption }: Figure): string {
    const name = `${this.#stem}.${picture}.svg`
    this.pictures.set(picture, name)
    const words = lineOf(caption, ' ')
    const image = `![${escapeMarkdown(alt)}](${encodeURI(name)})`
    return words === '' ? image : `${image}\n\n${words}`
  }

  /** Merged cells are repeated, so that every row can be read alone; the rows of the head become one. */
  #table({ caption, head, body }: Table): string {
    const heads = placesOf(head)
    const rows = placesOf(body)
    const columns = largest(
      [...heads, ...rows].map((row) => row.length),
      1,
    )
    const titles = Array.from({ length: columns }, (_, column) => {
      const words = heads.map((row) => this.#cell(row[column]?.cell))
      return [...new Set(words)].filter((word) => word !== '').join('／')
    })
    const lines = [
      titles,
      this.#rules(head, body, columns),
      ...rows.map((row) => row.map(({ cell }) => this.#cell(cell))),
    ]
    const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
    const words = lineOf(caption, ' ')
    return words === '' ? table : `${words}\n\n${table}`
  }

  #rules(head: readonly Row[], body: readonly Row[], columns: number): readonly string[] {
    const first = placesOf(body)[0] ?? placesOf(head)[0] ?? []
    return Array.from({ length: columns }, (_, column) => {
      const align = first[column]?.cell.align
      if (align === 'center') return ':---:'
      return align === 'right' ? '---:' : '---'
    })
  }

  #cell(cell: Cell | undefined): string {
    const words = cell ? this.#inner(cell.blocks) : ''
    // Lines left empty are room to write on paper.
    return /^(?:\s|<br>)*$/.test(words) ? '' : words
  }

  /** Blocks inside a cell or an item stand in one line. */
  #inner(blocks: readonly Block[]): string {
    return blocks
      .map((block) => {
        if (block.type === 'paragraph' || block.type === 'heading')
          return lineOf(block.content, '<br>')
        if (block.type !== 'list') return ''
        return block.items.map(({ blocks: inner }) => `・${this.#inner(inner)}`).join('<br>')
      })
      .join('<br>')
  }
}

function paragraphOf({ style, content }: Paragraph): string {
  const { left, first } = paragraphLooks[style]
  const line = lineOf(content, '\\\n')
  if (line === '') return ''
  // Full-width spaces are kept by Markdown, so the levels can be seen.
  return '\u3000'.repeat(Math.max(left + first, 0)) + line
}

/** One line as Markdown; marks are elements, for `**` does not work beside Japanese punctuation. */
function lineOf(content: readonly Inline[], lineBreak: string): string {
  return content
    .map((node) => {
      if (node.type === 'break') return lineBreak
      if (node.type === 'text') return escapeMarkdown(node.text)
      const inner = lineOf(node.content, lineBreak)
      switch (node.mark) {
        case 'u':
        case 'ins':
        case 'del':
        case 'strong':
          return `<${node.mark}>${inner}</${node.mark}>`
        case 'missing':
          return `<strong>${inner}</strong>`
        case 'num':
        case 'span':
          return inner
      }
    })
    .join('')
}

const special = /[\\`*_[\]<&|~]/g

/**
 * Escapes what Markdown would read as its own: marks anywhere, list and heading signs at the beginning,
 * and addresses, which forges make links of: where one leads is not what the document says.
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(special, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`))
    .replace(/^(\s*)([-+=>#])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/@(?=[a-z0-9])/gi, '@<!-- -->')
}
