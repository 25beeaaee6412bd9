import type { Span } from '../source/source.ts'

/** How a scalar is written: bare, 'single', "double", | literal, > folded. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded'

/** A scalar as written, for those who need places inside it. */
export interface Scalar {
  readonly style: ScalarStyle
  /** Its text: the value itself, or for a number or truth value what stands in the source. */
  readonly text: string
  readonly span: Span
  /** Whether `offsetAt` is exact: one line without escapes, or a literal block. */
  readonly isExact: boolean
  /** Where an offset of `text` stands in the source; the scalar's start where that is not exact. */
  offsetAt(offset: number): number
}

/** Describes the scalar that stands at a span of a source text. */
export function scalarAt(source: string, span: Span, value: unknown): Scalar {
  const style = styleOf(source.charAt(span.start))
  const text = typeof value === 'string' ? value : source.slice(span.start, span.end)
  if (style === 'literal') return literal(source, span, text)

  const quote = style === 'plain' || style === 'folded' ? 0 : 1
  const start = span.start + quote
  const isExact = style !== 'folded' && source.slice(start, span.end - quote) === text
  const offsetAt = (offset: number): number =>
    isExact ? start + Math.min(offset, text.length) : span.start
  return { style, text, span, isExact, offsetAt }
}

function styleOf(first: string): ScalarStyle {
  switch (first) {
    case "'":
      return 'single'
    case '"':
      return 'double'
    case '|':
      return 'literal'
    case '>':
      return 'folded'
    default:
      return 'plain'
  }
}

/** Line by line: every line of the text is a line of the source less the block's indentation. */
function literal(source: string, span: Span, text: string): Scalar {
  const lines: { inText: number; inSource: number }[] = []
  let inText = 0
  let lineStart = nextLine(source, span.start)
  let isExact = true
  const indent = indentOf(source, lineStart, text)
  for (const line of text.split('\n')) {
    const inSource = line === '' ? lineStart : lineStart + indent
    isExact &&= source.startsWith(line, inSource)
    lines.push({ inText, inSource })
    inText += line.length + 1
    lineStart = nextLine(source, lineStart)
  }
  const offsetAt = (offset: number): number => {
    const line = lines.findLast((known) => known.inText <= offset)
    if (!isExact || !line) return span.start
    return Math.min(line.inSource + offset - line.inText, source.length)
  }
  return { style: 'literal', text, span, isExact, offsetAt }
}

/** What the block strips: the blanks that its first written line has more than the text's. */
function indentOf(source: string, blockStart: number, text: string): number {
  let lineStart = blockStart
  for (const line of text.split('\n')) {
    if (line !== '') return Math.max(0, blanksAt(source, lineStart) - blanksAt(line, 0))
    lineStart = nextLine(source, lineStart)
  }
  return 0
}

function blanksAt(text: string, start: number): number {
  let at = start
  while (text.charCodeAt(at) === 0x20) at++
  return at - start
}

function nextLine(source: string, from: number): number {
  const feed = source.indexOf('\n', from)
  return feed < 0 ? source.length : feed + 1
}
