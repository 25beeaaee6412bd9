import { suggest } from '../japanese/suggest.ts'
import { shapeNamed } from './check.ts'
import { type Kind, kinds } from './generated/file.ts'
import type { Shape } from './shape.ts'

/** The shape of a whole file of this kind. */
export function rootShape(kind: Kind): Shape {
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
