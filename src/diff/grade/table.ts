import { ownValue } from '../../finding/own-value.ts'
import type { Grade } from '../../finding/change.ts'
import type {
  FieldChange,
  FieldNote,
  Said,
  Scale,
  ScaleChange,
  SetChange,
  TypeChange,
  ValueChange,
} from '../../schema/change.ts'
import { changes } from '../../schema/generated/change.ts'
import type { Shape, ValueShape } from '../../schema/shape.ts'
import { holdsElements } from '../../schema/walk.ts'

/** A grade and its reason, in a sentence that holds for every such change. */
export interface Verdict {
  readonly grade: Grade
  readonly reason: string
}

/** How a change of a field is graded. */
export type FieldGrade =
  | { readonly as: 'elements' | 'wording' | 'heading' }
  | { readonly as: 'frequency' | 'accepted' | 'performers' | 'copied' }
  | ValueGrade
  | SetGrade
  | ScaleGrade

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

/** A verdict. */
export function says(grade: Grade, reason: string): Verdict {
  return { grade, reason }
}

/** What the schemas say of a type; undefined where they waive it, or where it tells what has happened. */
export function changeOf({ name }: Shape): TypeChange | undefined {
  return ownValue(changes, name)
}

/** Whether those a change concerns must be told of it. */
export function isForAll(shape: Shape, field: string | undefined): boolean {
  const own = ownValue(changes, shape.name)
  return own?.notice === true && noteOf(own.fields[field ?? '']).notice !== false
}

/** Whether a field asks anything of anybody, so that asking less of it leaves somebody stricter than needed. */
export function isAsked({ name }: Shape, field: string | undefined): boolean {
  return noteOf(ownValue(changes, name)?.fields[field ?? '']).asks !== false
}

/** What another order of the elements in a field comes to; undefined where their order tells nothing. */
export function reordered({ name }: Shape, field: string): Verdict | undefined {
  const said = noteOf(ownValue(changes, name)?.fields[field]).reordered
  return said && verdict(said)
}

/** How changes of a field are graded: as its schema says, or as follows from what stands there. */
export function fieldGrade({ name, fields }: Shape, field: string): FieldGrade {
  const type = ownValue(fields, field)?.type
  const said = ownValue(changes, name)?.fields[field]
  const found = type && ((said && asSaid(said, type)) ?? asFollows(type))
  if (!found) throw new Error(`no grade for ${name}.${field}`)
  return found
}

function asFollows(type: ValueShape): FieldGrade | undefined {
  if (holdsElements(type)) return { as: 'elements' }
  if (type.kind === 'text' || type.kind === 'label') return { as: 'wording' }
  if (type.kind === 'union' && type.name === 'Frequency') return { as: 'frequency' }
  const isOfRoles = type.kind === 'list' && type.of.kind === 'ref' && type.of.to.includes('role')
  return isOfRoles ? { as: 'performers' } : undefined
}

function asSaid(said: FieldChange, type: ValueShape): FieldGrade | undefined {
  if (isVerdict(said)) {
    const one = verdict(said)
    return type.kind === 'list'
      ? { as: 'set', gained: one, lost: one, changed: one }
      : { as: 'value', added: one, removed: one, changed: one }
  }
  if ('as' in said) return { as: said.as }
  if ('deadline' in said) return deadline(said.deadline)
  if ('stricter' in said) return scale(said)
  if ('gained' in said) return set(said)
  return 'changed' in said ? value(said) : undefined
}

function value({ changed, added = changed, removed = changed }: ValueChange): ValueGrade {
  return {
    as: 'value',
    added: verdict(added),
    removed: verdict(removed),
    changed: verdict(changed),
  }
}

function set({ gained, lost, changed }: SetChange): SetGrade {
  const both: Said = gained[0] === lost[0] ? gained : ['changed', `${gained[1]}${lost[1]}`]
  return {
    as: 'set',
    gained: verdict(gained),
    lost: verdict(lost),
    changed: verdict(changed ?? both),
  }
}

function scale(said: ScaleChange): ScaleGrade {
  const { stricter, tightened, relaxed, added, removed } = said
  // A yes that nobody wrote is a no.
  const isFalse = (stricter === 'yes' || stricter === 'no') && !added
  return {
    as: 'scale',
    scale: stricter,
    unwritten: isFalse ? false : said.unwritten,
    tightened: says('tightened', tightened),
    relaxed: says('relaxed', relaxed),
    undecidable: says('changed', 'どちらが厳しいかは、この二つからは決められない。'),
    added: verdict(added ?? ['tightened', '定めがなかったものが定められる。']),
    removed: verdict(removed ?? ['relaxed', '定めがなくなり、守るべきことが決まらなくなる。']),
  }
}

/** A time limit: the shorter asks more. */
function deadline(what: string): ScaleGrade {
  return scale({
    stricter: 'shorter',
    tightened: `${what}が短くなる。`,
    relaxed: `${what}が長くなる。`,
    added: ['tightened', `${what}が定められる。`],
    removed: ['relaxed', `${what}がなくなり、いつまでに終えるのかが決まらなくなる。`],
  })
}

/** A verdict as the schemas say it. */
export function verdict([grade, reason]: Said): Verdict {
  return { grade, reason }
}

function noteOf(said: FieldChange | undefined): FieldNote {
  return said === undefined || isVerdict(said) ? {} : said
}

function isVerdict(said: FieldChange): said is Said {
  return Array.isArray(said)
}
