import { knownOf, openEnd, type OpenList } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import { isPart, type Part } from './part.ts'
import { bearing, dutiesInherited, provisionsInherited } from './procedure.ts'
import type { StatedIn } from './pack.ts'

/**
 * Whether a procedure or one of the whole organisation states a point that a requirement asks for: a
 * provision or a duty says that it does, or it stands where the vocabulary of points knows it to stand.
 * Unknown where the lists it could stand in go on.
 */
export function statesPoint(procedure: Part, point: string): boolean {
  const sentences = [...provisionsInherited(procedure), ...dutiesInherited(procedure)]
  if (knownOf(sentences).some((one) => one.texts('states').includes(point))) return true
  const places =
    dossierOf(procedure).standard.vocabularies.get('points')?.get(point)?.statedIn ?? []
  const lists = places.map((place) => ({ place, list: listed(procedure, place) }))
  if (lists.some(({ place, list }) => knownOf(list).some((one) => isStatedBy(one, place))))
    return true
  const end = openEnd([...sentences, ...lists.flatMap(({ list }) => list)])
  if (end) throw end
  return false
}

function listed(procedure: Part, { list }: StatedIn): OpenList<Part> {
  return list === 'duties'
    ? dutiesInherited(procedure)
    : bearing(procedure).flatMap((one) => one.list(list))
}

function isStatedBy(element: Part, { activity, step, field }: StatedIn): boolean {
  if (activity !== undefined && element.text('activity') !== activity) return false
  if (step !== undefined) return element.parts('steps').some((one) => one.text('does') === step)
  return field === undefined || isWritten(element, field.split('.'))
}

/** Whether something is written under a path of keys; in a list, of one of its elements. */
function isWritten(element: Part, [key = '', ...rest]: readonly string[]): boolean {
  if (!element.written(key)) return false
  const value = element.field(key)
  const inner = Array.isArray(value) ? element.parts(key) : isPart(value) ? [value] : []
  return rest.length === 0 || inner.some((one) => isWritten(one, rest))
}
