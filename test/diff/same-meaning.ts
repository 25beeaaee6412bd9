import { hasId } from '../../src/model/element.ts'
import { shapes } from '../../src/schema/generated/shape.ts'
import type { Shape } from '../../src/schema/shape.ts'
import { isMapping, type Mapping } from '../../src/schema/variant.ts'
import { copyOf, type Version } from './sides.ts'
import { spotsIn, writtenFields } from './spot.ts'

/** A version in which every text is worded otherwise; names that elements are known by stay. */
export function reworded(version: Version): Version {
  const draft = copyOf(version)
  for (const spot of [...draft.values()].flat().flatMap(spotsIn)) {
    for (const { name, field } of writtenFields(spot)) {
      const { type } = field
      const isWording = type.kind === 'text' && (type.pattern ?? '\\S') === '\\S'
      const value = spot.value[name]
      if (!isWording || typeof value !== 'string' || spot.shape.key.includes(name)) continue
      if (idTexts.has(name)) continue
      spot.value[name] = `${value}（言い換え）`
    }
  }
  return draft
}

/** Texts in which an id may stand. */
const idTexts: ReadonlySet<string> = new Set(['element', 'demand', 'reference', 'pack', 'edition'])

/** The same version: files under other names, and whatever has no order in another. */
export function shuffled(version: Version, seed: number): Version {
  const next = random(seed)
  const draft = copyOf(version)
  for (const spot of [...draft.values()].flat().flatMap(spotsIn)) {
    for (const { name } of writtenFields(spot)) {
      const value = spot.value[name]
      if (Array.isArray(value) && !isOrdered(spot.shape, name)) {
        spot.value[name] = shuffle(value, next)
      }
    }
  }
  const files = [...draft.values()].map((documents) => keysShuffled(documents, next) as Mapping[])
  return new Map(
    shuffle(files, next).map((documents, index) => [
      `${String.fromCodePoint(97 + Math.floor(next() * 26))}${index}.yaml`,
      shuffle(documents, next),
    ]),
  )
}

/** What is read in its order: numbered things, steps, and the course of an action. */
function isOrdered({ fields }: Shape, name: string): boolean {
  const type = fields[name]?.type
  if (type?.kind !== 'list' || type.of.kind !== 'object') return type?.kind !== 'list'
  const shape = shapes[type.of.name]
  const isCourse = type.of.name === 'Step' || type.of.name === 'ActionHistory'
  return isCourse || (shape !== undefined && hasId({ shape }))
}

function keysShuffled(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => keysShuffled(one, next))
  if (!isMapping(value)) return value
  const { kind, ...others } = value
  return Object.fromEntries([
    ...(kind === undefined ? [] : [['kind', kind] as const]),
    ...shuffle(Object.entries(others), next).map(
      ([key, inner]) => [key, keysShuffled(inner, next)] as const,
    ),
  ])
}

function shuffle<Item>(items: readonly Item[], next: () => number): Item[] {
  return items
    .map((item) => [next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}

/** The same numbers for every seed. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
