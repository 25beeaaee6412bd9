import { largest } from '../../../finding/order.ts'

/** A file's lists with ours behind them. */
export interface MergedLists {
  readonly xml: string
  /** What is added to the number of each of our lists. */
  readonly offset: number
}

const abstracts = /<w:abstractNum\b[^>]*>[^]*?<\/w:abstractNum>/g
const numbers = /<w:num\b[^>]*>[^]*?<\/w:num>/g

/** Adds our lists to those of a letterhead, under numbers it does not use. */
export function mergeLists(theirs: string, ours: string): MergedLists {
  const highest = (pattern: RegExp): number =>
    largest(Array.from(theirs.matchAll(pattern), ([, id]) => Number(id)))
  const abstractOffset = highest(/w:abstractNumId="(\d+)"/g) + 1
  const offset = highest(/<w:num [^>]*w:numId="(\d+)"/g) + 1
  const ownAbstracts = (ours.match(abstracts) ?? []).map((block) =>
    // Attributes of later versions of Word would need names the letterhead may not declare.
    shifted(block.replace(/ w1\d:\w+="[^"]*"/g, ''), 'w:abstractNumId', abstractOffset),
  )
  const ownNumbers = (ours.match(numbers) ?? []).map((block) =>
    shifted(block, 'w:numId', offset)
      .replace(
        /(<w:abstractNumId w:val=")(\d+)(")/,
        (_, before: string, id: string, after: string) => {
          return before + String(Number(id) + abstractOffset) + after
        },
      )
      .replace(/ w1\d:\w+="[^"]*"/g, ''),
  )
  // Word wants all definitions before the first list.
  const first = theirs.search(/<w:num[ >]/)
  const end = theirs.search(/<w:numIdMacAtCleanup|<\/w:numbering>/)
  const split = first < 0 ? end : first
  const xml = [
    theirs.slice(0, split),
    ...ownAbstracts,
    theirs.slice(split, end),
    ...ownNumbers,
    theirs.slice(end),
  ].join('')
  return { xml, offset }
}

/** The same piece of XML with its lists under their new numbers. */
export function withListNumbers(xml: string, offset: number): string {
  return xml.replace(
    /(<w:numId w:val=")(\d+)(")/g,
    (_, before: string, id: string, after: string) => {
      // Zero means no list.
      return before + (id === '0' ? id : String(Number(id) + offset)) + after
    },
  )
}

function shifted(block: string, attribute: string, offset: number): string {
  return block.replace(
    new RegExp(`( ${attribute}=")(\\d+)(")`),
    (_, before: string, id: string, after: string) => {
      return before + String(Number(id) + offset) + after
    },
  )
}
