import type { WrittenPart } from '../model/part.ts'
import { writePlace } from '../source/source.ts'
import type { Block, Cell, Document, Inline } from './document.ts'
import { plainText } from './vocabulary/inline.ts'

/** One piece of a document and where its words come from. */
export interface TraceEntry {
  /** Counted from one through the document, in reading order. */
  readonly paragraph: number
  readonly text: string
  readonly source: { readonly path: string; readonly line: number; readonly column: number } | null
}

/** The map from the paragraphs of a document to places in YAML. */
export interface Trace {
  readonly format: 'policy-lint/trace.v1'
  readonly title: string
  readonly paragraphs: readonly TraceEntry[]
}

/** Lists every paragraph of a document with the place its words come from; its own, else that around it. */
export function traceOf({ title, sections }: Document): Trace {
  const paragraphs: TraceEntry[] = []
  const add = (content: readonly Inline[], source: string | undefined): void => {
    const place = placeIn(source ?? sourceWithin(content))
    paragraphs.push({ paragraph: paragraphs.length + 1, text: plainText(content), source: place })
  }
  const walk = (block: Block, around: string | undefined): void => {
    const source = block.source ?? around
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        add(block.content, source)
        return
      case 'list':
        for (const item of block.items) all(item.blocks, item.source ?? source)
        return
      case 'table':
        if (block.caption.length > 0) add(block.caption, source)
        for (const row of [...block.head, ...block.body]) {
          for (const cell of row.cells) walkCell(cell, row.source ?? source)
        }
        return
      case 'figure':
        if (block.caption.length > 0) add(block.caption, source)
    }
  }
  const walkCell = (cell: Cell, around: string | undefined): void => {
    all(cell.blocks, cell.source ?? around)
  }
  const all = (blocks: readonly Block[], around: string | undefined): void => {
    for (const block of blocks) walk(block, around)
  }
  for (const section of sections) all(section.blocks, section.source)
  return { format: 'policy-lint/trace.v1', title, paragraphs }
}

function sourceWithin(content: readonly Inline[]): string | undefined {
  for (const node of content) {
    if (node.type !== 'marked') continue
    const source = node.source ?? sourceWithin(node.content)
    if (source !== undefined) return source
  }
  return undefined
}

function placeIn(source: string | undefined): TraceEntry['source'] {
  const match = /^(.+):(\d+):(\d+)$/.exec(source ?? '')
  const [, path, line, column] = match ?? []
  return path === undefined ? null : { path, line: Number(line), column: Number(column) }
}

/** The place of a part or of one of its fields, as documents carry it: `path:line:column`. */
export function sourceOf(part: WrittenPart, field?: string): string {
  return writePlace(part.location(field))
}
