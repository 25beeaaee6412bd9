import { ownValue } from '../finding/own-value.ts'
import type { Stricter } from '../finding/change.ts'
import { joinList } from '../japanese/list.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import { dutiesOf, provisionsOf } from '../model/procedure.ts'
import { standingOf } from '../model/edition.ts'
import type { WrittenPart } from '../model/part.ts'
import type { GradedChange } from './change.ts'
import { elementOf } from './fact.ts'
import { isAsked } from './grade/table.ts'
import { looserFrequency } from './looser.ts'
import type { Printer } from './print.ts'
import { requirementTitle } from './review.ts'
import {
  clausesHolding,
  demandsChanged,
  newTo,
  type StandardChange,
  type StandardSides,
} from './standard-change.ts'

/** Elements that are named before the rest is counted. */
const listed = 5

/** One way to ask less: to leave an element out, or to put something weaker into one of its fields. */
export interface Weakening {
  readonly part: WrittenPart
  readonly field?: { readonly name: string; readonly value: unknown }
}

/** What looking for stricter elements asks of the run. */
export interface Weighing {
  readonly sides: StandardSides
  readonly changes: readonly StandardChange[]
  readonly print: Printer
  readonly levelsOf: (procedure: WrittenPart, requirement: string) => readonly WrittenPart[]
  /** Whether a rule of the later standard would miss what a weakening takes away. */
  readonly isDemanded: (weakening: Weakening, requirement: string) => boolean
}

/**
 * What the procedures of a system ask beyond what the later standard needs, where a clause was relaxed
 * or went: said only where it is certain and no rule wants it; what cannot be told is said to be so.
 */
export function stricterThan(dossier: WrittenDossier, weighing: Weighing): readonly Stricter[] {
  const { sides, changes } = weighing
  return standingOf(dossier).flatMap((procedure) => {
    const open = newTo(procedure, changes, sides.after)
    const relaxed = [...demandsChanged(dossier, sides, open)].filter(([, all]) =>
      all.some(asksLess),
    )
    return relaxed.flatMap(([requirement]) => {
      const [before, after] = [sides.before, sides.after].map((side) =>
        clausesHolding(side, requirement, dossier),
      )
      return new Scales(weighing, requirement, before, after).procedure(procedure)
    })
  })
}

function asksLess({ grade, fact }: GradedChange): boolean {
  return grade === 'removed' || (grade === 'relaxed' && isAsked(elementOf(fact).shape, fact.field))
}

/** What a look at one element found; undefined where nothing can be told from what is written. */
type Found = readonly Stricter[] | undefined

/** How strong a clause, or what a procedure says, is; what only may be done asks for nothing. */
const strengths: Readonly<Record<string, number>> = {
  must: 2,
  mustNot: 2,
  endeavour: 1,
  should: 1,
  may: 0,
  advice: 0,
}

class Scales {
  readonly #run: Weighing
  readonly #requirement: string
  readonly #before: readonly WrittenPart[] | undefined
  readonly #after: readonly WrittenPart[] | undefined

  constructor(
    run: Weighing,
    requirement: string,
    before: readonly WrittenPart[] | undefined,
    after: readonly WrittenPart[] | undefined,
  ) {
    this.#run = run
    this.#requirement = requirement
    this.#before = before
    this.#after = after
  }

  procedure(procedure: WrittenPart): readonly Stricter[] {
    if (this.#before?.length === 0) return []
    const isOwn = ({ data }: WrittenPart): boolean => data['requirement'] === this.#requirement
    const levels = this.#run.levelsOf(procedure, this.#requirement)
    const found = [
      ...dutiesOf(procedure)
        .filter(isOwn)
        .map((part) => ({ part, told: this.#duty(part) })),
      ...provisionsOf(procedure)
        .filter(isOwn)
        .map((part) => ({ part, told: this.#provision(part) })),
      ...levels.map((part) => ({ part, told: this.#level(part) })),
    ]
    const open = found.flatMap(({ part, told }) => (told === undefined ? [part] : []))
    return [...found.flatMap(({ told }) => told ?? []), ...this.#undecided(open)]
  }

  #duty(duty: WrittenPart): Found {
    const [before, after] = [this.#before, this.#after]
    if (!before || !after) return undefined
    if (after.length === 0) return this.#gone(duty)
    const { modality } = duty.data
    const strength = ownValue(strengths, typeof modality === 'string' ? modality : 'must') ?? 0
    const told = [
      ...this.#cadence(duty, before, after),
      ...this.#force(duty, strength, before, after),
    ]
    return told.length === 0 && this.#isFewer(before, after) ? undefined : told
  }

  /** How strong a sentence is, and how often it wants something done, is not told apart. */
  #provision(provision: WrittenPart): Found {
    return this.#after?.length === 0 ? this.#gone(provision) : undefined
  }

  /** A level is to be kept by everybody, whenever. */
  #level(level: WrittenPart): Found {
    const [before, after] = [this.#before, this.#after]
    if (!before || !after) return undefined
    if (after.length === 0) return this.#gone(level)
    const told = this.#force(level, strengths['must'] ?? 0, before, after)
    return told.length === 0 && this.#isFewer(before, after) ? undefined : told
  }

  #gone(part: WrittenPart): readonly Stricter[] {
    if (this.#run.isDemanded({ part }, this.#requirement)) return []
    const isLeft = this.#run.sides.after.clauses.some(
      ({ data }) => data['requirement'] === this.#requirement,
    )
    const where = isLeft ? 'このシステムには当てはまらなくなります' : 'なくなります'
    return [
      this.#say(part, true, `は、求めより厳しい定めになります。${this.#name()}の条文が${where}。`),
    ]
  }

  #cadence(
    duty: WrittenPart,
    before: readonly WrittenPart[],
    after: readonly WrittenPart[],
  ): readonly Stricter[] {
    const looser = looserFrequency(duty.data['frequency'], before, after)
    if (!looser) return []
    const often = this.#run.print.field(duty, 'frequency') ?? ''
    const own = `は${often}行う定めですが、新しい対策基準は${looser.allows}。`
    if (!looser.certain) {
      const why = '月の日数はまちまちなので、どちらの間隔が短いかは決められません。'
      return [this.#say(duty, false, `${own}${why}`)]
    }
    const field = { name: 'frequency', value: looser.frequency }
    if (this.#run.isDemanded({ part: duty, field }, this.#requirement)) return []
    return [this.#say(duty, true, own)]
  }

  #force(
    part: WrittenPart,
    strength: number,
    before: readonly WrittenPart[],
    after: readonly WrittenPart[],
  ): readonly Stricter[] {
    const [was, is] = [strongest(before), strongest(after)]
    if (!was || !is || strengthOf(is) >= strengthOf(was) || strength <= strengthOf(is)) return []
    const now = this.#run.print.field(is, 'force') ?? ''
    const more = `は必ず守る定めですが、${this.#name()}の条文は「${now}」にとどまることになります。`
    const less = `は、「${now}」にとどまることになる${this.#name()}の条文より強い定めです。`
    return [this.#say(part, true, strength === strengths['must'] ? more : less)]
  }

  /** Whether a clause that held for the system no longer does, and others are left. */
  #isFewer(before: readonly WrittenPart[], after: readonly WrittenPart[]): boolean {
    const left = new Set(after.map(({ key }) => key))
    return before.some(({ key }) => !left.has(key))
  }

  /** What cannot be told of some elements, said once. */
  #undecided(parts: readonly WrittenPart[]): readonly Stricter[] {
    const [first] = parts
    if (!first) return []
    const titles = joinList(
      parts.map((part) => this.#run.print.title(part)),
      listed,
    )
    const isKnown = this.#before !== undefined && this.#after !== undefined
    const why = isKnown
      ? `${this.#name()}の条文の一部が緩められています。条文と読み比べてください。`
      : `緩められた${this.#name()}の条文がこのシステムに当てはまるかどうかが、実態（context）からは分かりません。`
    const message = `${titles}が求めより厳しくなるかどうかは、決められません。${why}`
    return [{ message, location: first.location(), certain: false }]
  }

  #say(part: WrittenPart, certain: boolean, predicate: string): Stricter {
    const message = `${this.#run.print.title(part)}${predicate}`
    return { message, location: part.location(), certain }
  }

  #name(): string {
    return `「${requirementTitle(this.#requirement, this.#run.sides)}」（${this.#requirement}）`
  }
}

function strengthOf({ data }: WrittenPart): number {
  return ownValue(strengths, String(data['force'])) ?? 0
}

function strongest(clauses: readonly WrittenPart[]): WrittenPart | undefined {
  return clauses.reduce<WrittenPart | undefined>(
    (best, clause) => (best && strengthOf(best) >= strengthOf(clause) ? best : clause),
    undefined,
  )
}
