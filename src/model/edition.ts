import type { Element } from './element.ts'
import type { WrittenPart } from './part.ts'

/** The first day of an edition of a procedure. */
export function startOf(procedure: Element): string {
  return spanOf(procedure).from ?? ''
}

/** The last day of an edition of a procedure; undefined where none is written. */
export function endOf(procedure: Element): string | undefined {
  return spanOf(procedure).until
}

/** Whether an edition of a procedure is in force on a day. */
export function isInForce(procedure: Element, day: string): boolean {
  return startOf(procedure) <= day && !isOver(procedure, day)
}

/** The newest edition of every procedure: what its readers go by, now or from its day on. */
export function newestOf<E extends Element>(editions: readonly E[]): readonly E[] {
  const newest = new Map<string, E>()
  for (const edition of editions) {
    const known = newest.get(edition.key)
    if (!known || startOf(known) < startOf(edition)) newest.set(edition.key, edition)
  }
  return [...newest.values()]
}

/** The newest edition of every procedure that is in force on the day of judgement, or will be. */
export function standingOf({
  editions,
  asOf,
}: {
  readonly editions: readonly WrittenPart[]
  readonly asOf: string
}): readonly WrittenPart[] {
  return newestOf(editions).filter((one) => !isOver(one, asOf))
}

function isOver(procedure: Element, day: string): boolean {
  const end = endOf(procedure)
  return end !== undefined && end < day
}

function spanOf({ data }: Element): { readonly from?: string; readonly until?: string } {
  return (data['inForce'] as { from?: string; until?: string } | undefined) ?? {}
}
