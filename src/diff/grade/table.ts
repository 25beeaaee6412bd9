import type { Grade } from '../../finding/change.ts'
import type { Kind } from '../../schema/generated/file.ts'

/** A grade and its reason, in a sentence that holds for every such change. */
export interface Verdict {
  readonly grade: Grade
  readonly reason: string
}

/** Something that is not graded, and why not. */
export interface Waiver {
  readonly waived: string
}

/** Which of two values asks more of those who follow it; undefined where that cannot be told. */
export type Scale =
  | 'shorter'
  | 'longer'
  | 'more'
  | 'fewer'
  | 'yes'
  | 'no'
  | 'later'
  | 'earlier'
  | { readonly order: readonly string[] }

/** How a change of a field is graded. */
export type FieldGrade =
  | { readonly as: 'elements' }
  | { readonly as: 'wording' }
  | { readonly as: 'heading' }
  | { readonly as: 'frequency' }
  | { readonly as: 'accepted' }
  | { readonly as: 'performers' }
  | { readonly as: 'copied' }
  | Waived
  | ValueGrade
  | SetGrade
  | ScaleGrade

/** A field that is not graded. */
export interface Waived extends Waiver {
  readonly as: 'waived'
}

/** A value that is one thing or another, neither more nor less. */
export interface ValueGrade {
  readonly as: 'value'
  readonly added: Verdict
  readonly removed: Verdict
  readonly changed: Verdict
}

/** A list of plain values, in no order. */
export interface SetGrade {
  readonly as: 'set'
  readonly gained: Verdict
  readonly lost: Verdict
  /** Some went and others came. */
  readonly changed: Verdict
}

/** A value that asks more or less. */
export interface ScaleGrade {
  readonly as: 'scale'
  readonly scale: Scale
  /** What holds where nothing is written; then stating it changes nothing. */
  readonly unwritten?: unknown
  readonly tightened: Verdict
  readonly relaxed: Verdict
  readonly undecidable: Verdict
  readonly added: Verdict
  readonly removed: Verdict
}

/** Fields that stand everywhere and are told apart from what they annotate. */
type Aside = 'id' | 'key' | 'basis' | 'source' | 'notes'
/** What says which file a document is. */
type Head<Type> = Type extends { readonly kind: Kind } ? 'kind' | 'system' : never

/** How changes of one type of element are graded: the compiler asks for every field of it. */
export interface ShapeGrades<Type = unknown> {
  readonly added: Verdict | Waiver
  readonly removed: Verdict | Waiver
  /** Whether those it concerns must be told. */
  readonly notice: boolean
  readonly fields: Readonly<Record<Exclude<keyof Type, Aside | Head<Type>>, FieldGrade>>
}

/** The grades of a type, held against its fields by the compiler. */
export function gradesOf<Type>(grades: ShapeGrades<Type>): ShapeGrades {
  return grades
}

/** A verdict. */
export function says(grade: Grade, reason: string): Verdict {
  return { grade, reason }
}

/** A field that holds elements, which are graded by their own type. */
export const elements: FieldGrade = { as: 'elements' }
/** A text, whose words may change without its meaning. */
export const wording: FieldGrade = { as: 'wording' }
/** A heading: what it stands over is told by the text and the fields below it. */
export const heading: FieldGrade = { as: 'heading' }

/** A value that is one thing or another. */
export function value(
  changed: Verdict,
  added: Verdict = changed,
  removed: Verdict = changed,
): FieldGrade {
  return { as: 'value', added, removed, changed }
}

/** A value of which no change touches anybody's duty. */
export function formal(reason: string): FieldGrade {
  return value(says('editorial', reason))
}

/** A fact about how things are. */
export function fact(reason: string): FieldGrade {
  return value(says('changed', reason))
}

/** A list of plain values: what it means to gain and to lose some. */
export function set(gained: Verdict, lost: Verdict, changed?: Verdict): FieldGrade {
  const isSame = gained.grade === lost.grade
  const both = isSame ? gained : says('changed', `${gained.reason}${lost.reason}`)
  return { as: 'set', gained, lost, changed: changed ?? both }
}

/** A list of plain facts. */
export function facts(reason: string): FieldGrade {
  return set(says('changed', reason), says('changed', reason))
}

/** A value that asks more one way and less the other: what each way means. */
export function scale(
  direction: Scale,
  more: string,
  less: string,
  stated: {
    readonly added?: Verdict
    readonly removed?: Verdict
    readonly unwritten?: unknown
  } = {},
): FieldGrade {
  return {
    as: 'scale',
    scale: direction,
    ...('unwritten' in stated ? { unwritten: stated.unwritten } : {}),
    // A yes that nobody wrote is a no.
    ...((direction === 'yes' || direction === 'no') && !stated.added ? { unwritten: false } : {}),
    tightened: says('tightened', more),
    relaxed: says('relaxed', less),
    undecidable: says('changed', 'どちらが厳しいかは、この二つからは決められない。'),
    added: stated.added ?? says('tightened', '定めがなかったものが定められる。'),
    removed: stated.removed ?? says('relaxed', '定めがなくなり、守るべきことが決まらなくなる。'),
  }
}

/** A time limit: the shorter asks more. */
export function deadline(what: string): FieldGrade {
  return scale('shorter', `${what}が短くなる。`, `${what}が長くなる。`, {
    added: says('tightened', `${what}が定められる。`),
    removed: says('relaxed', `${what}がなくなり、いつまでに終えるのかが決まらなくなる。`),
  })
}

/** Something that was decided not to grade. */
export function waive(reason: string): Waived {
  return { as: 'waived', waived: reason }
}
