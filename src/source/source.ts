import { Buffer } from 'node:buffer'

/** One file as read: its path as shown to the user (relative, `/` separators) and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** A stretch of a text: offsets in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One-based, columns in UTF-16 units, as editors print them. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where something stands, as it leaves the program. */
export interface Location {
  readonly path: string
  readonly start: Position
  readonly end: Position
}

/** A place as terminals and editors follow it: path:line:column. */
export function writePlace({ path, start }: Pick<Location, 'path' | 'start'>): string {
  return `${path}:${start.line}:${start.column}`
}

const lineStarts = new WeakMap<Source, readonly number[]>()

/** Turns a span into lines and columns; line starts are computed once per source, when first asked. */
export function locate(source: Source, span: Span): Location {
  const starts = startsOf(source)
  return {
    path: source.path,
    start: positionAt(starts, Math.min(span.start, source.text.length)),
    end: positionAt(starts, Math.min(Math.max(span.end, span.start), source.text.length)),
  }
}

/** A line of a source, one-based, without its end; undefined where it has no such line. */
export function lineOf(source: Source, line: number): string | undefined {
  const starts = startsOf(source)
  const start = starts[line - 1]
  return start === undefined ? undefined : withoutEnd(source.text.slice(start, starts[line]))
}

function withoutEnd(line: string): string {
  return line.replace(/\r?\n?$/, '')
}

function startsOf(source: Source): readonly number[] {
  const known = lineStarts.get(source)
  if (known) return known
  const starts = [0]
  for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) {
    starts.push(at + 1)
  }
  lineStarts.set(source, starts)
  return starts
}

function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}

/**
 * The same text in memory of its own. A text cut out of a file keeps the whole file in memory: what
 * outlives its file should not.
 */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
