import type { Element } from '../model/element.ts'

/** What happened to an element or to one of its fields, without opinion. */
export type Verb =
  'added' | 'removed' | 'renamed' | 'moved' | 'merged' | 'split' | 'changed' | 'reordered'

/** One difference of two sides. An element that was added or removed stands for all that is in it. */
export interface Fact {
  readonly verb: Verb
  readonly before: Element | undefined
  readonly after: Element | undefined
  /** The field that changed, or the list that was reordered; the element itself without one. */
  readonly field?: string
}

/** The element a fact is about, as the later side has it where it has it; of a merger what was merged. */
export function elementOf({ verb, before, after }: Fact): Element {
  const element = verb === 'merged' ? before : (after ?? before)
  if (!element) throw new Error('a fact without an element')
  return element
}

/** The value of a fact's field on one side. */
export function valueOf(element: Element | undefined, field: string | undefined): unknown {
  return field === undefined ? undefined : element?.data[field]
}
