/** What is absent: the kind of file that would hold it and the path below it, e.g. `records`, `performed`. */
export interface Missing {
  readonly kind: string
  readonly path: string
}

/** Why a thing cannot be judged. */
export type UnknownReason = 'missing' | 'undecidable' | 'unreadable' | 'rough'

/**
 * A value nobody has written down. It is neither true nor false: reading it makes an assertion
 * unknown, never satisfied. Thrown by the model where a field is absent in an open world and turned
 * into a value by the evaluator; it is no error, so it carries no stack.
 */
export class Unknown {
  readonly missing: readonly Missing[]
  readonly reason: UnknownReason

  constructor(missing: readonly Missing[], reason: UnknownReason = 'missing') {
    this.missing = missing
    this.reason = reason
  }

  /** For whoever is shown one that nobody turned into a value. */
  toString(): string {
    const places = this.missing.slice(0, maxPlaces).map(({ kind, path }) => `${kind} の ${path}`)
    const more = this.missing.length > maxPlaces ? ' ほか' : ''
    return `書かれていないため分からない値（${places.join('、')}${more}）`
  }
}

/** The number of places that an unknown names when it is shown. */
const maxPlaces = 3

/**
 * The number of elements of a list that may go on: nobody knows it, but it is no less than this. A
 * comparison that any greater number leaves as it is can still be told.
 */
export class AtLeast extends Unknown {
  readonly least: number
  /** The same without the bound: what is reckoned from the number is no longer bound by it. */
  readonly unbound: Unknown

  constructor(least: number, unbound: Unknown) {
    super(unbound.missing, unbound.reason)
    this.least = least
    this.unbound = unbound
  }
}

/**
 * A day of which only a stretch of time is known that it lies in, both ends included. What comes out the
 * same for every day of it can still be told.
 */
export class SomeDay extends Unknown {
  readonly from: string
  readonly to: string

  constructor(missing: readonly Missing[], { from, to }: { from: string; to: string }) {
    super(missing, 'rough')
    this.from = from
    this.to = to
  }

  /** The same of which nothing is known: what is reckoned from the day does not lie where it lies. */
  get unbound(): Unknown {
    return new Unknown(this.missing, this.reason)
  }
}

/** What stands in the place of an element that could not be read, in all or in what it is known by, or that may not be there yet. */
export class Lost extends Unknown {
  readonly #rest: Readonly<Record<string, unknown>>
  readonly #torn: ReadonlySet<string> | undefined

  /** `rest` is what of it could be read, without the `torn` keys; without them it may say anything. */
  constructor(
    missing: readonly Missing[],
    rest: Readonly<Record<string, unknown>> = {},
    torn?: ReadonlySet<string>,
    reason: UnknownReason = 'unreadable',
  ) {
    super(missing, reason)
    this.#rest = rest
    this.#torn = torn
  }

  /** Whether it may be the element that has this value under a key. */
  mayHave(key: string, value: string): boolean {
    return this.#torn === undefined || this.#torn.has(key) || this.#rest[key] === value
  }
}

/** An unknown that says nothing of how much or when it is. */
export function unbound(unknown: Unknown): Unknown {
  return unknown instanceof AtLeast || unknown instanceof SomeDay ? unknown.unbound : unknown
}

/**
 * A list that may go on: where an `Unknown` stands among its elements, there may be more than are
 * known. Something may be found in such a list, but nothing is ever missing from it.
 */
export type OpenList<Item> = readonly (Item | Unknown)[]

/** The elements of a list that are known. */
export function knownOf<Item>(list: OpenList<Item>): readonly Item[] {
  const isOpen = list.some((item) => item instanceof Unknown)
  if (!isOpen) return list as readonly Item[]
  return list.filter((item): item is Item => !(item instanceof Unknown))
}

/** What is stated in a list, each value once. */
export function distinct<Item>(list: OpenList<Item | undefined>): OpenList<Item> {
  return [...new Set(list)].filter((item) => item !== undefined)
}

/** What keeps a list from being known whole; undefined where all of it is known. */
export function openEnd(list: OpenList<unknown>): Unknown | undefined {
  let end: Unknown | undefined
  for (const item of list) {
    if (item instanceof Unknown) end = end && end !== item ? joinUnknown(end, item) : item
  }
  return end
}

/** Joins what several unknown operands lack, each once. */
export function joinUnknown(first: Unknown, second: Unknown): Unknown {
  const missing = [...first.missing]
  for (const item of second.missing) {
    if (!missing.some((known) => known.kind === item.kind && known.path === item.path)) {
      missing.push(item)
    }
  }
  return new Unknown(missing, tellingReason([first, second]))
}

/** Why what several unknowns come to cannot be judged: what is not written at all before what is not clear. */
function tellingReason(unknowns: readonly Unknown[]): UnknownReason {
  const reasons = unknowns.map(({ reason }) => reason)
  const clear = reasons.find((reason) => reason !== 'undecidable' && reason !== 'rough')
  return clear ?? reasons.find((reason) => reason !== 'undecidable') ?? 'undecidable'
}

/** Collects what several operands lack and joins it once, at the end. */
export class Lacking {
  readonly #unknowns = new Set<Unknown>()

  add(unknown: Unknown): void {
    this.#unknowns.add(unbound(unknown))
  }

  /** Everything that is lacking, each thing once; `undefined` if nothing is. */
  join(): Unknown | undefined {
    const [first, ...others] = this.#unknowns
    if (!first || others.length === 0) return first
    if (others.length === 1 && others[0]) return joinUnknown(first, others[0])
    const missing = new Map<string, Unknown['missing'][number]>()
    for (const unknown of this.#unknowns) {
      for (const item of unknown.missing) {
        const key = `${item.kind}\0${item.path}`
        if (!missing.has(key)) missing.set(key, item)
      }
    }
    return new Unknown([...missing.values()], tellingReason([...this.#unknowns]))
  }
}
