import type { Stricter } from '../finding/change.ts'
import { type Dossier, dutiesOf, provisionsOf } from '../model/dossier.ts'
import type { Part } from '../model/part.ts'
import { elementFrom } from './element.ts'
import { looserFrequency } from './looser.ts'
import { standingOf } from './newest.ts'
import type { Printer } from './print.ts'
import { requirementTitle } from './review.ts'
import {
  clausesHolding,
  demandsChanged,
  type StandardChange,
  type StandardSides,
} from './standard-change.ts'

/** One way to ask less: to leave an element out, or to put something weaker into one of its fields. */
export interface Weakening {
  readonly part: Part
  readonly field?: { readonly name: string; readonly value: unknown }
}

/** What looking for stricter elements asks of the run. */
export interface Weighing {
  readonly sides: StandardSides
  readonly changes: readonly StandardChange[]
  readonly print: Printer
  readonly levelsOf: (procedure: Part, requirement: string) => readonly Part[]
  /** Whether a rule of the later standard would miss what a weakening takes away. */
  readonly isDemanded: (weakening: Weakening, requirement: string) => boolean
}

/**
 * What the procedures of a system ask beyond what the later standard needs, where a clause was relaxed
 * or went: said only where it is certain and no rule wants it; what cannot be told is said to be so.
 */
export function stricterThan(dossier: Dossier, weighing: Weighing): readonly Stricter[] {
  const { sides, changes } = weighing
  const relaxed = [...demandsChanged(dossier, sides, changes)]
    .filter(([, all]) => all.some(({ grade }) => grade === 'relaxed' || grade === 'removed'))
    .map(([requirement]) => requirement)
  return relaxed.flatMap((requirement) => {
    const [before, after] = [sides.before, sides.after].map((side) =>
      clausesHolding(side, requirement, dossier),
    )
    const weigh = new Scales(weighing, requirement, before, after)
    return standingOf(dossier).flatMap((procedure) => weigh.procedure(procedure))
  })
}

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
  readonly #before: readonly Part[] | undefined
  readonly #after: readonly Part[] | undefined

  constructor(
    run: Weighing,
    requirement: string,
    before: readonly Part[] | undefined,
    after: readonly Part[] | undefined,
  ) {
    this.#run = run
    this.#requirement = requirement
    this.#before = before
    this.#after = after
  }

  procedure(procedure: Part): readonly Stricter[] {
    const isOwn = ({ data }: Part): boolean => data['requirement'] === this.#requirement
    return [
      ...dutiesOf(procedure)
        .filter(isOwn)
        .flatMap((duty) => this.#duty(duty)),
      ...provisionsOf(procedure)
        .filter(isOwn)
        .flatMap((provision) => this.#provision(provision)),
      ...this.#run.levelsOf(procedure, this.#requirement).flatMap((level) => this.#level(level)),
    ]
  }

  #duty(duty: Part): readonly Stricter[] {
    const [before, after] = [this.#before, this.#after]
    if (!before || !after) return [this.#unclear(duty)]
    if (before.length === 0) return []
    if (after.length === 0) return this.#gone(duty)
    const { modality } = duty.data
    const strength = strengths[typeof modality === 'string' ? modality : 'must'] ?? 0
    const told = [
      ...this.#cadence(duty, before, after),
      ...this.#force(duty, strength, before, after),
    ]
    return told.length === 0 && this.#isFewer(before, after) ? [this.#undecided(duty)] : told
  }

  /** How strong a sentence is, and how often it wants something done, is not told apart. */
  #provision(provision: Part): readonly Stricter[] {
    const [before, after] = [this.#before, this.#after]
    if (!before || !after) return [this.#unclear(provision)]
    if (before.length === 0) return []
    return after.length === 0 ? this.#gone(provision) : [this.#undecided(provision)]
  }

  /** A level is to be kept by everybody, whenever. */
  #level(level: Part): readonly Stricter[] {
    const [before, after] = [this.#before, this.#after]
    if (!before || !after) return [this.#unclear(level)]
    if (before.length === 0) return []
    if (after.length === 0) return this.#gone(level)
    const told = this.#force(level, strengths['must'] ?? 0, before, after)
    return told.length === 0 && this.#isFewer(before, after) ? [this.#undecided(level)] : told
  }

  #gone(part: Part): readonly Stricter[] {
    if (this.#run.isDemanded({ part }, this.#requirement)) return []
    const isLeft = this.#run.sides.after.clauses.some(
      ({ data }) => data['requirement'] === this.#requirement,
    )
    const where = isLeft ? 'このシステムには当てはまらなくなります' : 'なくなります'
    return [
      this.#say(part, true, `は、求めより厳しい定めになります。${this.#name()}の条文が${where}。`),
    ]
  }

  #cadence(duty: Part, before: readonly Part[], after: readonly Part[]): readonly Stricter[] {
    const looser = looserFrequency(duty.data['frequency'], before, after)
    if (!looser) return []
    const often = this.#run.print.field(elementFrom(duty), 'frequency') ?? ''
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
    part: Part,
    strength: number,
    before: readonly Part[],
    after: readonly Part[],
  ): readonly Stricter[] {
    const [was, is] = [strongest(before), strongest(after)]
    if (!was || !is || strengthOf(is) >= strengthOf(was) || strength <= strengthOf(is)) return []
    const now = this.#run.print.field(elementFrom(is), 'force') ?? ''
    const more = `は必ず守る定めですが、${this.#name()}の条文は「${now}」にとどまることになります。`
    const less = `は、「${now}」にとどまることになる${this.#name()}の条文より強い定めです。`
    return [this.#say(part, true, strength === strengths['must'] ? more : less)]
  }

  /** Whether a clause that held for the system no longer does, and others are left. */
  #isFewer(before: readonly Part[], after: readonly Part[]): boolean {
    const left = new Set(after.map(({ key }) => key))
    return before.some(({ key }) => !left.has(key))
  }

  #undecided(part: Part): Stricter {
    const why = `${this.#name()}の条文の一部が緩められています。条文と読み比べてください。`
    return this.#say(part, false, `が求めより厳しくなるかどうかは、決められません。${why}`)
  }

  #unclear(part: Part): Stricter {
    const why = `緩められた${this.#name()}の条文がこのシステムに当てはまるかどうかが、実態（context）からは分かりません。`
    return this.#say(part, false, `が求めより厳しくなるかどうかは、決められません。${why}`)
  }

  #say(part: Part, certain: boolean, predicate: string): Stricter {
    const message = `${this.#run.print.title(elementFrom(part))}${predicate}`
    return { message, location: part.location(), certain }
  }

  #name(): string {
    return `「${requirementTitle(this.#requirement, this.#run.sides)}」（${this.#requirement}）`
  }
}

function strengthOf({ data }: Part): number {
  return strengths[String(data['force'])] ?? 0
}

function strongest(clauses: readonly Part[]): Part | undefined {
  return clauses.reduce<Part | undefined>(
    (best, clause) => (best && strengthOf(best) >= strengthOf(clause) ? best : clause),
    undefined,
  )
}
