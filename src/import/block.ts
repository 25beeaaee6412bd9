import { plainText } from '../japanese/sentence.ts'
import type { CarriedProcedure } from '../model/carried.ts'

/*
 * What every container comes to: paragraphs and tables in their order, in the words of the document.
 */

/** One paragraph, or the text of one line. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  /** The number that the program which shows the document puts before the text, as it is shown: 第5条, (1). */
  readonly number?: string
  /** How high a heading it is by its style, 1 the highest. */
  readonly heading?: number
  /** An entry of the table of contents. */
  readonly isContents?: true
  /** The bookmarks of ours that begin in it. */
  readonly marks?: readonly string[]
  /** What the pictures say that stand in it or just before it, to those who do not see them. */
  readonly pictures?: readonly string[]
}

/** A table by its rows; the lines of a cell are parted by line ends. */
export interface Table {
  readonly kind: 'table'
  readonly rows: readonly (readonly string[])[]
  /** The bookmarks of ours that begin in each row, where there are any. */
  readonly marks?: readonly (readonly string[])[]
}

/** What a document is made of. */
export type Block = Paragraph | Table

/** A document as it was read, whatever it was kept in. */
export interface Contents {
  readonly blocks: readonly Block[]
  /** What could not be read and a person should look at, in Japanese: pictures, deleted text. */
  readonly remarks: readonly string[]
  /** What a Word file that was made of a procedure carries of it. */
  readonly carried?: CarriedProcedure
}

/** A paragraph without a number or a style. */
export function paragraph(text: string): Paragraph {
  return { kind: 'paragraph', text }
}

/** Finds columns of a table by what stands in its head; -1 where none is called so. */
export function columnIn(head: readonly string[]): (pattern: RegExp) => number {
  return (pattern) => head.findIndex((cell) => pattern.test(plainText(cell)))
}
