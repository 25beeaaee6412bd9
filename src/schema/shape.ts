/**
 * What the schemas say, in the form the program uses: derived from `*.schema.json` by
 * `npm run generate` (see generated/shape.ts). The checker, the model and the rule language are
 * built from it.
 */
export interface Shape {
  /** The type's name, e.g. `Duty`; unique over all kinds of file. */
  readonly name: string
  /** The kind of file it stands in. */
  readonly kind: string
  /** The name of the part in fingerprints and changes, e.g. `duty`. */
  readonly noun: string
  /** The Japanese word a reader sees, e.g. 担当業務. */
  readonly label: string
  readonly about: string
  /** The fields that identify an element of a list when it has no `id`; empty where nothing does. */
  readonly key: readonly string[]
  /** The day field before which the element does not exist. */
  readonly dated?: string
  /** The day fields from which it is no longer in its ledger, beyond those that every ledger may have. */
  readonly gone?: readonly string[]
  readonly fields: Readonly<Record<string, FieldShape>>
}

/** One field of an object: what may stand there, and what an absence means. */
export interface FieldShape {
  readonly label: string
  readonly about: string
  readonly type: ValueShape
  readonly required?: true
  /** It must be written unless this other field is. */
  readonly unless?: string
  /** Absent means: not so. What a series covers, a text that was quoted, an entry that was written is known whole. */
  readonly closed?: true
  /** A list that may go on where a text was not copied whole; see `complete` of a procedure. */
  readonly open?: true
  /** `none` may stand in the place of the value: it is known that there is none. */
  readonly none?: true
  /** What every such element has: absent means that nobody has written yet which, in a procedure too. */
  readonly undecided?: true
  /** A day later than the day of judgement counts as absent. */
  readonly happened?: true
  /** A stretch of time that has begun by the day of this other field. */
  readonly begunBy?: string
  /** A number that is not more than this other field. */
  readonly atMost?: string
  /** A day that comes no earlier than this other one; where it does, that is told. */
  readonly notBefore?: string
  /** What a reader wants to know when this is to be written, e.g. どの機器が何台あるか. */
  readonly asks?: string
  /** What is written for the whole organisation holds for each of its systems. */
  readonly shared?: true
  /** What offices call it in their own ledgers, the likeliest first. */
  readonly near?: readonly string[]
  /** Tells an element without a name apart; or is left out where an element is told in a few words. */
  readonly print?: 'name' | false
}

/**
 * What may stand as a value. `yes` can only be true, `scalar` is a text, a number or a truth value,
 * `object` names a shape of the table.
 */
export type ValueShape =
  | TextShape
  | WordShape
  | NumberShape
  | ListShape
  | MapShape
  | ReferenceShape
  | UnionShape
  | { readonly kind: 'bool' | 'yes' | 'scalar' | 'any' }
  /** A day; `rough` where its month or year does where nobody knows the day. */
  | { readonly kind: 'day'; readonly rough?: true }
  /** A length of time; `zero` where it is a deadline that may end on the same day, `office` where it may be in days of work. */
  | { readonly kind: 'period'; readonly zero?: true; readonly office?: true }
  | ObjectShape

/** An object, by the name of its shape in the table, or with a shape of its own that a pack adds. */
export interface ObjectShape {
  readonly kind: 'object'
  readonly name: string
  readonly shape?: Shape
}

/** A text; a `label` is compared after NFKC normalisation. */
export interface TextShape {
  readonly kind: 'text' | 'label'
  readonly pattern?: string
  /** The pattern, in Japanese. */
  readonly form?: string
  readonly longest?: number
}

/** The id of something else. */
export interface ReferenceShape {
  readonly kind: 'ref'
  /** The nouns it may point to. */
  readonly to: readonly string[]
}

/** A word: of a vocabulary of the packs, or one of these, each with its Japanese label. */
export type WordShape =
  | { readonly kind: 'word'; readonly vocabulary: string }
  | { readonly kind: 'word'; readonly words: Readonly<Record<string, string>> }

/** A number within limits. */
export interface NumberShape {
  readonly kind: 'number'
  readonly whole?: true
  readonly least: number
  readonly most: number
}

/** A list of so many elements. */
export interface ListShape {
  readonly kind: 'list'
  readonly of: ValueShape
  readonly least: number
  readonly most: number
}

/** A mapping whose keys are free names of this pattern. */
export interface MapShape {
  readonly kind: 'map'
  readonly of: ValueShape
  readonly names: string
  readonly most: number
}

/** One of several; named where the schema names it, e.g. `Frequency`. */
export interface UnionShape {
  readonly kind: 'union'
  readonly name?: string
  readonly of: readonly ValueShape[]
}
