import { holdsElements } from '../schema/walk.ts'
import { type Element, hasId } from '../model/element.ts'
import { matchElements, type Pair } from './match.ts'
import type { IdTable, Taken } from './rename.ts'

/** Notes what became of elements, and looks at what stands inside those on both sides. */
export function pairUp(pairs: readonly Pair[], scope: string, ids: IdTable, taken?: Taken): void {
  ids.all(pairs, scope, taken)
  for (const { before, after } of pairs) if (before && after) pairFields(before, after, scope, ids)
}

/** Fields whose elements are matched over several owners at once. */
const apart: ReadonlySet<string> = new Set([
  'organisations',
  'children',
  'duties',
  'provisions',
  'rules',
])

/** Pairs what stands in two elements that are one. */
export function pairFields(before: Element, after: Element, scope: string, ids: IdTable): void {
  for (const [field, { type }] of Object.entries(before.shape.fields)) {
    if (apart.has(field) || !holdsElements(type)) continue
    const [first, second] = [before.children(field), after.children(field)]
    const sample = first[0] ?? second[0]
    if (sample && hasId(sample)) pairUp(matchElements(first, second), scope, ids)
    else {
      for (const one of first) {
        const other = second.find(({ key }) => key === one.key)
        if (other) pairFields(one, other, scope, ids)
      }
    }
  }
}
