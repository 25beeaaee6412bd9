import {
  type CarriedElement,
  type CarriedProcedure,
  digestOfTexts,
  namedBy,
} from '../model/carried.ts'
import type { Block, Contents } from './block.ts'

/** The stretch of a document that one element was printed as, by its bookmark. */
export interface Region {
  readonly mark: string
  /** What the file carries of the element; undefined where it carries nothing of it. */
  readonly carried: CarriedElement | undefined
  /** Whether the text is the one that was printed: then what is carried of the element holds. */
  readonly isSame: boolean
  readonly blocks: readonly Block[]
  /** Whether it is one row of a table. */
  readonly isRow: boolean
}

interface Growing {
  readonly mark: string
  readonly texts: string[]
  readonly blocks: Block[]
  readonly isRow: boolean
}

/** The marked stretches of a document, in its order: each down to the next mark or heading. */
export function regionsIn({ blocks, carried }: Contents): readonly Region[] {
  const regions: Growing[] = []
  let open: Growing | undefined
  const begin = (marks: readonly string[] = [], isRow = false): Growing | undefined => {
    const [mark] = marks.filter((name) => !regions.some((one) => one.mark === name))
    if (mark === undefined) return undefined
    const region = { mark, texts: [], blocks: [], isRow }
    regions.push(region)
    return region
  }
  for (const block of blocks) {
    if (block.kind === 'table') {
      open?.blocks.push(block)
      for (const [at, row] of block.rows.entries()) {
        const own = begin(block.marks?.[at], true)
        own?.blocks.push(block)
        for (const text of row) (own ?? open)?.texts.push(text)
      }
    } else {
      if (block.heading !== undefined) open = undefined
      open = begin(block.marks) ?? open
      open?.blocks.push(block)
      open?.texts.push(block.text)
    }
  }
  return regions.map((region) => withCarried(region, carried))
}

function withCarried(
  { mark, texts, blocks, isRow }: Growing,
  carried: CarriedProcedure | undefined,
): Region {
  const own = carried?.elements.find((one) => one.mark === mark)
  return { mark, carried: own, isSame: own?.digest === digestOfTexts(texts), blocks, isRow }
}

/** The list that the element of a region stands in, and its id. */
export function placeOf({ mark, carried }: Region): {
  readonly list: string
  /** Undefined where such elements have none. */
  readonly id: string | undefined
} {
  if (!carried) {
    const { noun, key } = namedBy(mark)
    return { list: lists.get(noun) ?? '', id: key }
  }
  const { list, value } = carried
  return { list, id: typeof value['id'] === 'string' ? value['id'] : undefined }
}

const lists: ReadonlyMap<string, string> = new Map([
  ['role', 'roles'],
  ['duty', 'duties'],
  ['provision', 'provisions'],
  ['chain', 'chains'],
  ['password', 'passwords'],
  ['log', 'logs'],
])
