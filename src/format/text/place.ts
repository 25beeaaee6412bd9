import type { Location } from '../../source/source.ts'
import { visibleLine } from './visible.ts'

/** A place as terminals and editors follow it: path:line:column. */
export function placeText({ path, start }: Location): string {
  return `${visibleLine(path)}:${start.line}:${start.column}`
}
