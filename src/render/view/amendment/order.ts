import type { ArticleText } from '../article.ts'
import type { Clause } from './article.ts'

/** An article in its place: the how many-th it is, and the chapter and section it stands in. */
export interface Placed {
  readonly id: string
  readonly place: number
  /** 第２章第１節 */
  readonly container: string
  readonly article: ArticleText
}

/** An article as it was and is; what has no other side was taken away or added. */
export interface Moved {
  readonly before: Placed | undefined
  readonly after: Placed | undefined
  readonly clauses: readonly Clause[]
}

/** One thing that an amendment does, in the order in which it has to be done. */
export type Step =
  | {
      readonly kind: 'amend'
      readonly at: number
      readonly to: number
      readonly clauses: readonly Clause[]
    }
  | {
      readonly kind: 'rewrite'
      readonly at: number
      readonly to: number
      readonly article: ArticleText
    }
  | { readonly kind: 'remove'; readonly at: readonly number[] }
  | { readonly kind: 'shift'; readonly from: number; readonly until: number; readonly by: number }
  | {
      readonly kind: 'add'
      /** The article beside which it comes in, by its number at that time. */
      readonly beside: number
      readonly isAfter: boolean
      /** Said where it begins or ends a chapter or section. */
      readonly container: string
      readonly articles: readonly Placed[]
    }

/**
 * The articles of both editions as steps that can be done one after another: no number is given while another
 * article has it. Undefined where they were put into another order or chapter.
 */
export function stepsOf(
  before: readonly Placed[],
  after: readonly Placed[],
  clausesOf: (before: Placed, after: Placed) => readonly Clause[] | undefined,
): readonly Step[] | undefined {
  const merged = mergedOf(before, after, clausesOf)
  const steps = merged && new Stepping(before, after).all(groupsOf(merged))
  return steps && shifts(steps)
}

/** Both editions in one order; undefined where that is not possible. */
function mergedOf(
  before: readonly Placed[],
  after: readonly Placed[],
  clausesOf: (before: Placed, after: Placed) => readonly Clause[] | undefined,
): readonly Moved[] | undefined {
  const old = new Map(before.map((one) => [one.id, one]))
  const kept = after.flatMap((now): readonly Kept[] => {
    const was = old.get(now.id)
    return was ? [{ before: was, after: now, clauses: clausesOf(was, now) ?? [anew] }] : []
  })
  const places = kept.map((one) => one.before.place)
  const isOrdered = places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))
  if (!isOrdered || kept.some((one) => one.before.container !== one.after.container))
    return undefined
  const merged: Moved[] = []
  let [row, column] = [0, 0]
  const fill = (rows: number, columns: number): void => {
    for (const one of gap(before.slice(row, rows), after.slice(column, columns))) merged.push(one)
    ;[row, column] = [rows + 1, columns + 1]
  }
  for (const one of kept) {
    fill(one.before.place - 1, one.after.place - 1)
    merged.push(one)
  }
  fill(before.length, after.length)
  return merged
}

/** An article that both editions have. */
interface Kept extends Moved {
  readonly before: Placed
  readonly after: Placed
}

/** What went and what came between two articles: one in the place of another is the same written anew. */
function gap(gone: readonly Placed[], added: readonly Placed[]): readonly Moved[] {
  const count = Math.max(gone.length, added.length)
  return Array.from({ length: count }, (_, at) => [gone[at], added[at]] as const).flatMap(
    ([before, after]): readonly Moved[] =>
      before && after && before.container !== after.container
        ? [
            { before, after: undefined, clauses: [] },
            { before: undefined, after, clauses: [] },
          ]
        : [{ before, after, clauses: before && after ? [anew] : [] }],
  )
}

/** Stands for an article that is written anew. */
const anew: Clause = { kind: 'replace', at: '', lines: [] }

/** Articles that move the same way go together: up from the first, down from the last. */
function groupsOf(merged: readonly Moved[]): readonly (readonly Moved[])[] {
  const groups: { sign: number; items: Moved[] }[] = []
  let waiting: Moved[] = []
  for (const one of merged) {
    const current = groups.at(-1)
    waiting.push(one)
    // What goes makes room for those before it that move down, else for those behind it that move up.
    const sign = one.before && one.after ? Math.sign(one.after.place - one.before.place) : undefined
    if (sign === undefined && (one.after || !current || current.sign <= 0)) continue
    if (sign === undefined || current?.sign === sign)
      for (const held of waiting) current?.items.push(held)
    else groups.push({ sign, items: waiting })
    waiting = []
  }
  if (waiting.length > 0) groups.push({ sign: 0, items: waiting })
  return groups.map(({ sign, items }) => (sign > 0 ? downwards(items) : items))
}

/** From the last to the first, when what goes has made room. */
function downwards(items: readonly Moved[]): readonly Moved[] {
  const isGone = (one: Moved): boolean => one.after === undefined
  return [...items.filter(isGone), ...items.filter((one) => !isGone(one)).reverse()]
}

/** Does the steps on the numbers as they are at each time. */
class Stepping {
  readonly #after: readonly Placed[]
  /** Which article has a number now: as it was until its step is done. */
  readonly #held: Map<number, Placed>

  constructor(before: readonly Placed[], after: readonly Placed[]) {
    this.#after = after
    this.#held = new Map(before.map((one) => [one.place, one]))
  }

  /** All steps; undefined where a number is not free when it is needed, or the end is not the later edition. */
  all(groups: readonly (readonly Moved[])[]): readonly Step[] | undefined {
    const partners = new Map(
      groups.flat().flatMap(({ before, after }) => (before && after ? [[after, before]] : [])),
    )
    const steps: Step[] = []
    for (const one of groups.flat()) {
      const step = this.#step(one, partners)
      if (!step) return undefined
      const joint = this.#joint(steps.at(-1), step)
      if (joint) steps[steps.length - 1] = joint
      else if (step.kind !== 'amend' || step.at !== step.to || step.clauses.length > 0)
        steps.push(step)
    }
    const isDone =
      this.#held.size === this.#after.length &&
      this.#after.every((one) => this.#held.get(one.place) === one)
    return isDone ? steps : undefined
  }

  #step(
    { before, after, clauses }: Moved,
    partners: ReadonlyMap<Placed, Placed>,
  ): Step | undefined {
    if (before) this.#held.delete(before.place)
    if (!after) return before && { kind: 'remove', at: [before.place] }
    if (this.#held.has(after.place)) return undefined
    const added = before ? undefined : this.#added(after, partners)
    this.#held.set(after.place, after)
    if (!before) return added
    const places = { at: before.place, to: after.place }
    return clauses.includes(anew)
      ? { kind: 'rewrite', ...places, article: after.article }
      : { kind: 'amend', ...places, clauses }
  }

  #added(own: Placed, partners: ReadonlyMap<Placed, Placed>): Step | undefined {
    const held = new Map([...this.#held].map(([number, one]) => [one, number]))
    const numberOf = (one: Placed): number | undefined => {
      const partner = partners.get(one)
      return held.get(one) ?? (partner && held.get(partner))
    }
    const isBeside = (one: Placed): boolean =>
      one.container === own.container && numberOf(one) !== undefined
    const at = this.#after.indexOf(own)
    const previous = this.#after.slice(0, at).filter(isBeside).at(-1)
    const next = this.#after.slice(at + 1).find(isBeside)
    const anchor = previous ?? next
    if (!anchor) return undefined
    return {
      kind: 'add',
      beside: numberOf(anchor) ?? 0,
      isAfter: anchor === previous,
      container: previous && next ? '' : own.container,
      articles: [own],
    }
  }

  /** Two steps that are said as one: what is taken away together, or comes in side by side. */
  #joint(last: Step | undefined, step: Step): Step | undefined {
    if (last?.kind === 'remove' && step.kind === 'remove')
      return { kind: 'remove', at: [...last.at, ...step.at].sort((a, b) => a - b) }
    if (last?.kind !== 'add' || step.kind !== 'add') return undefined
    const [first, end, own] = [last.articles[0], last.articles.at(-1), step.articles[0]]
    if (!first || !end || end.container !== own?.container) return undefined
    if (own.place === end.place + 1 && step.isAfter && step.beside === end.place)
      return { ...last, container: step.container, articles: [...last.articles, own] }
    const isAhead = own.place === first.place - 1 && step.beside === last.beside
    return isAhead && step.isAfter && last.isAfter
      ? { ...last, articles: [own, ...last.articles] }
      : undefined
  }
}

/** Three or more that only move by the same are said to move together. */
function shifts(steps: readonly Step[]): readonly Step[] {
  const result: Step[] = []
  let run: Extract<Step, { kind: 'amend' }>[] = []
  const end = (): void => {
    const numbers = run.map(({ at }) => at).sort((a, b) => a - b)
    const [first, last] = [run[0], numbers.at(-1) ?? 0]
    if (first && run.length > 2)
      result.push({ kind: 'shift', from: numbers[0] ?? 0, until: last, by: first.to - first.at })
    else for (const one of run) result.push(one)
    run = []
  }
  for (const step of steps) {
    const last = run.at(-1)
    const isMove = step.kind === 'amend' && step.clauses.length === 0
    const goesOn =
      isMove && last && step.to - step.at === last.to - last.at && Math.abs(step.at - last.at) === 1
    if (!goesOn) end()
    if (isMove) run.push(step)
    else result.push(step)
  }
  end()
  return result
}
