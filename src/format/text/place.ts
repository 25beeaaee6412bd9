import { type Location, writePlace } from '../../source/source.ts'
import { visibleLine } from './visible.ts'

/** The last line of a place; the line behind a last line break is not meant. */
export function lastLine({ start, end }: Location): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line
}

/** A place as terminals and editors follow it: path:line:column. */
export function placeText({ path, start }: Location): string {
  return writePlace({ path: visibleLine(path), start })
}
