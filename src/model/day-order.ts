import { possibleDays } from '../calendar/rough-day.ts'
import { knownOf } from '../finding/unknown.ts'
import { writeDayText } from '../japanese/date.ts'
import type { FieldShape, Shape } from '../schema/shape.ts'
import { dossierOf } from './dossier.ts'
import { DerivedPart, type Part } from './part.ts'
import { shapeIn, shapeOf } from './shape.ts'

/**
 * The days of the records that follow others of the same element, as the schemas say (`x-not-before`): all that
 * come before what they follow, and of each kind one that does not, for ledgers are long.
 */
export function daysInTurn(root: Part): readonly Part[] {
  const seen = new Set<string>()
  return dossierOf(root).records.flatMap((records) => daysIn(records, seen))
}

function daysIn(part: Part, seen: Set<string>): readonly Part[] {
  const fields = Object.entries(part.shape.fields)
  const own = fields.flatMap(([name, field]) => turnOf(part, name, { field, seen }))
  const inner = fields
    .filter(([name, { type }]) => holdsOrdered(shapeIn(type)) && part.written(name))
    .flatMap(([name]) => knownOf(part.list(name)))
  return [...own, ...inner.flatMap((one) => daysIn(one, seen))]
}

/** A day beside the one it follows; none where either is not written, or another of the kind stands for it. */
function turnOf(
  part: Part,
  name: string,
  { field, seen }: { readonly field: FieldShape; readonly seen: Set<string> },
): readonly Part[] {
  const { label, notBefore } = field
  if (notBefore === undefined) return []
  const [day, other] = [part.legible[name], part.legible[notBefore]]
  if (typeof day !== 'string' || day === 'none' || typeof other !== 'string') return []
  const [later, earlier] = [possibleDays(day), possibleDays(other)]
  const [inOrder, isTurned] = [later.from >= earlier.to, later.to < earlier.from]
  const kind = `${part.type}.${name}`
  // Of days told roughly it may not be known.
  if (!isTurned && (!inOrder || seen.has(kind))) return []
  if (inOrder) seen.add(kind)
  const values = {
    what: part.shape.label,
    later: `${label}（${writeDayText(day)}）`,
    earlier: `${part.shape.fields[notBefore]?.label ?? ''}（${writeDayText(other)}）`,
    inOrder,
  }
  return [new DerivedPart(shapeOf('DayInTurn'), part, `${part.elementId}/${name}`, values)]
}

/** Whether elements of a shape, or those in them, have days that follow others. */
function holdsOrdered(shape: Shape | undefined): boolean {
  if (!shape) return false
  const known = ordered.get(shape)
  if (known !== undefined) return known
  // A shape that holds itself is settled by its other fields.
  ordered.set(shape, false)
  const holds = Object.values(shape.fields).some(
    ({ notBefore, type }) => notBefore !== undefined || holdsOrdered(shapeIn(type)),
  )
  ordered.set(shape, holds)
  return holds
}

const ordered = new WeakMap<Shape, boolean>()
