import { ownValue } from '../finding/own-value.ts'
import { suggest } from '../japanese/suggest.ts'
import { type Kind, kinds } from './generated/file.ts'
import { shapes } from './generated/shape.ts'
import type { ObjectShape, Shape } from './shape.ts'

/** The shape of that name; a name that no schema defines is our own mistake. */
export function shapeNamed(name: string): Shape {
  const shape = ownValue(shapes, name)
  if (!shape) throw new Error(`no shape ${name}`)
  return shape
}

/** The shape of an object: its own, where a pack adds it, else the one its name has in the schemas. */
export function shapeOfObject({ name, shape }: ObjectShape): Shape {
  return shape ?? shapeNamed(name)
}

/** The shape of a whole file of this kind. */
export function rootShape(kind: string): Shape {
  return shapeNamed(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`)
}

/** Whether a value is the name of a kind of file. */
export function isKind(value: unknown): value is Kind {
  return kinds.some((kind) => kind === value)
}

/** The kind that was probably meant: by its Japanese name, or the nearest spelling. */
export function meantKind(written: string): Kind | undefined {
  const word = written.normalize('NFKC').trim()
  const near = suggest(word, kinds)
  return kinds.find((kind) => rootShape(kind).label === word || kind === near)
}

/** The names of the ledgers that a shape of records has beyond those of the schema. */
export function addedNames({ fields }: Shape): readonly string[] {
  const { fields: own } = rootShape('records')
  return Object.keys(fields).filter((name) => !Object.hasOwn(own, name))
}
