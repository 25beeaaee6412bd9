import type { ParagraphChild } from 'docx'
import { digestOfTexts } from '../../model/carried.ts'
import type { Block, Cell, Document, Inline, Row } from '../document.ts'
import type { CarriedPlace } from '../view.ts'
import { plainText } from '../vocabulary/inline.ts'
import type { Docx } from './inline.ts'
import type { NumberPlan } from './numbering.ts'

/** The marks of a document: where each stands, and the digest of the text that it is for. */
export interface Marks {
  readonly places: ReadonlyMap<Block | Row, string>
  /** By the name of the mark. */
  readonly digests: ReadonlyMap<string, string>
}

/**
 * Finds where the elements of a document are printed: each mark stands at the first block of its element, and is
 * for the text down to the next mark or heading; where an element is one row, for that row.
 */
export function marksIn({ sections, carried }: Document, plan: NumberPlan): Marks {
  const bySource = (isRow: boolean): Map<string, CarriedPlace> =>
    new Map(
      (carried?.places ?? [])
        .filter((one) => (one.isRow ?? false) === isRow)
        .map((one) => [one.source, one]),
    )
  const marking = new Marking(plan, bySource(false), bySource(true))
  for (const { blocks } of sections) for (const block of blocks) marking.block(block)
  return marking.marks
}

class Marking {
  readonly #plan: NumberPlan
  readonly #ofBlocks: Map<string, CarriedPlace>
  readonly #ofRows: Map<string, CarriedPlace>
  readonly #places = new Map<Block | Row, string>()
  readonly #texts = new Map<string, string[]>()
  #open: string[] | undefined

  constructor(
    plan: NumberPlan,
    ofBlocks: Map<string, CarriedPlace>,
    ofRows: Map<string, CarriedPlace>,
  ) {
    this.#plan = plan
    this.#ofBlocks = ofBlocks
    this.#ofRows = ofRows
  }

  get marks(): Marks {
    const digests = [...this.#texts].map(([mark, texts]) => [mark, digestOfTexts(texts)] as const)
    return { places: this.#places, digests: new Map(digests) }
  }

  block(block: Block): void {
    if (block.type === 'heading') this.#open = undefined
    if (block.type === 'heading' || block.type === 'paragraph') {
      this.#open = this.#marked(block, this.#ofBlocks) ?? this.#open
      this.#open?.push(plainText(this.#plan.places.get(block)?.content ?? block.content))
    } else if (block.type === 'figure') this.#open?.push(plainText(block.caption))
    else if (block.type === 'table') {
      this.#open?.push(plainText(block.caption))
      for (const row of [...block.head, ...block.body]) {
        const into = this.#marked(row, this.#ofRows) ?? this.#open
        for (const text of row.cells.flatMap(textsOf)) into?.push(text)
      }
    }
  }

  /** The texts of a mark that begins here; the mark of an element is set once. */
  #marked(block: Block | Row, places: Map<string, CarriedPlace>): string[] | undefined {
    const place = places.get(block.source ?? '')
    if (!place) return undefined
    places.delete(place.source)
    this.#places.set(block, place.mark)
    const texts: string[] = []
    this.#texts.set(place.mark, texts)
    return texts
  }
}

function textsOf({ blocks }: Cell): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.type === 'list') return block.items.flatMap((item) => textsIn(item.blocks))
    return textsIn([block])
  })
}

function textsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => ('content' in block ? [textOf(block.content)] : []))
}

function textOf(content: readonly Inline[]): string {
  return plainText(content)
}

/** The bookmarks of a file are counted from here: a letterhead may have some of its own. */
const firstId = 9000

/** Writes the marks of a document as bookmarks. */
export class Bookmarks {
  readonly #docx: Docx
  readonly #marks: Marks
  #count = firstId

  constructor(docx: Docx, marks: Marks) {
    this.#docx = docx
    this.#marks = marks
  }

  /** The content of a paragraph, in the bookmark of what it is printed for. */
  around(block: Block | Row, children: readonly ParagraphChild[]): readonly ParagraphChild[] {
    const mark = this.#marks.places.get(block)
    if (mark === undefined) return children
    this.#count += 1
    const { BookmarkStart, BookmarkEnd } = this.#docx
    // The package's own bookmark counts through the whole process; its two ends may stand anywhere, whatever it types.
    /* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- they are what a paragraph takes */
    return [new BookmarkStart(mark, this.#count), ...children, new BookmarkEnd(this.#count)]
  }
}
