import type { Day } from '../calendar/day.ts'
import type { Path } from '../yaml/document.ts'
import type { FieldShape, Shape, ValueShape } from './shape.ts'

/** Where a document departs from its shape, before anything is put into words. */
export type Violation = Departure & Whereabouts

/** The place, and what stands around it. */
export interface Whereabouts {
  readonly path: Path
  /** `key`: the key itself is wrong. `mark`: the value, or the mapping that lacks something. */
  readonly part: 'key' | 'mark'
  /** The object in which it happened, or that lacks something. */
  readonly owner: Shape
  /** How many steps of the path lead to that object. */
  readonly ownerDepth: number
  readonly field: FieldShape | undefined
}

/** What is wrong; the code is the end of the finding's rule, `shape.<code>`. */
export type Departure =
  | { readonly code: 'unknown-key'; readonly key: string; readonly known: Fields }
  | { readonly code: 'missing-key'; readonly key: string; readonly alternatives: Fields }
  | { readonly code: 'rival-keys'; readonly key: string; readonly rivals: readonly string[] }
  | { readonly code: 'wrong-name'; readonly key: string; readonly names: string }
  | { readonly code: 'no-value'; readonly expected: ValueShape }
  | { readonly code: 'wrong-type'; readonly expected: ValueShape; readonly found: unknown }
  | { readonly code: 'unknown-word'; readonly expected: ValueShape; readonly found: string }
  | { readonly code: 'wrong-form'; readonly form: string; readonly found: string }
  | { readonly code: 'blank' }
  | { readonly code: 'too-long'; readonly most: number; readonly found: number }
  | { readonly code: 'too-many' | 'too-few'; readonly limit: number; readonly found: number }
  | { readonly code: 'out-of-range'; readonly expected: ValueShape; readonly found: number }
  | { readonly code: 'not-a-day' | 'no-such-day'; readonly found: string }
  | { readonly code: 'not-a-period'; readonly found: string }
  | { readonly code: 'not-begun'; readonly found: string; readonly by: Day; readonly from: Day }
  | {
      readonly code: 'more-than'
      readonly found: number
      readonly most: number
      readonly of: string
    }
  | { readonly code: 'more'; readonly found: number }

/** Fields by key. */
export type Fields = Readonly<Record<string, FieldShape>>

/** What a finding about the shape of a file says. */
export interface ShapeWords {
  readonly message: string
  readonly why: string
  readonly fix: string
  readonly expected: string | null
  readonly actual: string | null
}
