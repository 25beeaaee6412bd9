import type { Period } from '../../calendar/period.ts'
import type { WrittenPart } from '../../model/part.ts'

/** A text where it is written; a document shows what is written, whatever the world of the file. */
export function textIf(part: WrittenPart, name: string): string | undefined {
  return part.written(name) ? part.text(name) : undefined
}

/** A number where it is written. */
export function numberIf(part: WrittenPart, name: string): number | undefined {
  return part.written(name) ? part.number(name) : undefined
}

/** A period where it is written. */
export function periodIf(part: WrittenPart, name: string): Period | undefined {
  const value = part.written(name) ? part.field(name) : undefined
  // The schema has said that the field is a period.
  return value === undefined ? undefined : (value as Period)
}

/** An element where it is written and leads somewhere. */
export function partIf(part: WrittenPart | undefined, name: string): WrittenPart | undefined {
  return part?.written(name) ? part.part(name) : undefined
}

/** The elements of a list; none where it is not written. */
export function partsIf(part: WrittenPart, name: string): readonly WrittenPart[] {
  return part.written(name) ? part.parts(name) : []
}

/** The words or texts of a list; none where it is not written. */
export function textsIf(part: WrittenPart, name: string): readonly string[] {
  return part.written(name) ? part.texts(name) : []
}

/** The place of a part or of one of its fields: `path:line:column`. */
export function sourceOf(part: WrittenPart, field?: string): string {
  const { path, start } = part.location(field)
  return `${path}:${start.line}:${start.column}`
}
