import type { Period } from '../../calendar/period.ts'
import { Part } from '../../model/part.ts'

/**
 * The same part where absence reads as not stated: a document shows what is written, even of a file
 * that does not claim to be whole.
 */
export function asWritten(part: Part): Part {
  if (part.world.closed) return part
  const { shape, data, document, path, key, world } = part
  const parent = part.parent && asWritten(part.parent)
  return new Part({ shape, data, document, path, parent, key, world: { ...world, closed: true } })
}

/** A text where it is written; a document shows what is written, whatever the world of the file. */
export function textIf(part: Part, name: string): string | undefined {
  return part.written(name) ? part.text(name) : undefined
}

/** A number where it is written. */
export function numberIf(part: Part, name: string): number | undefined {
  return part.written(name) ? part.number(name) : undefined
}

/** A period where it is written. */
export function periodIf(part: Part, name: string): Period | undefined {
  const value = part.written(name) ? part.field(name) : undefined
  // The schema has said that the field is a period.
  return value === undefined ? undefined : (value as Period)
}

/** An element where it is written and leads somewhere. */
export function partIf(part: Part | undefined, name: string): Part | undefined {
  return part?.written(name) ? part.part(name) : undefined
}

/** The elements of a list; none where it is not written. */
export function partsIf(part: Part, name: string): readonly Part[] {
  return part.written(name) ? part.parts(name) : []
}

/** The words or texts of a list; none where it is not written. */
export function textsIf(part: Part, name: string): readonly string[] {
  return part.written(name) ? part.texts(name) : []
}

/** The place of a part or of one of its fields: `path:line:column`. */
export function sourceOf(part: Part, field?: string): string {
  const { path, start } = part.location(field)
  return `${path}:${start.line}:${start.column}`
}
