import type { PlacedDocument } from '../model/place.ts'
import type { Rename } from './align.ts'
import { compareElements } from './compare.ts'
import { childrenOf, type Element, hasId, holdsElements, rootOf } from './element.ts'
import type { Fact } from './fact.ts'
import { writtenId } from './rename.ts'

/**
 * Puts together what left one place and came to another: a duty that went into another procedure or
 * document is moved, not removed and added, and a procedure whose duties went into another is merged.
 */
export function joinMoves(facts: readonly Fact[], renames: readonly Rename[]): readonly Fact[] {
  const moves = renames.filter(({ kind, after }) => kind === 'moved' && !isInTree(after))
  if (moves.length === 0) return facts
  const joining = new Joining(facts, moves)
  return facts.flatMap((fact) => joining.join(fact))
}

/** Organisations move inside one tree, and are compared there. */
function isInTree({ shape }: Element): boolean {
  return shape.name === 'Organisation'
}

class Joining {
  readonly #left = new Places<Rename>()
  readonly #came = new Places<Rename>()
  /** What is gone from its place, in the ids of the later side. */
  readonly #gone = new Places<Element>()

  constructor(facts: readonly Fact[], moves: readonly Rename[]) {
    for (const move of moves) {
      this.#left.set(move.before, move)
      this.#came.set(move.after, move)
    }
    for (const { verb, before, field } of facts) {
      if (verb !== 'removed' || !before || field !== undefined) continue
      for (const part of [before, ...partsOf(before)]) this.#gone.set(part, part)
    }
  }

  join(fact: Fact): readonly Fact[] {
    if (fact.field !== undefined) return [fact]
    if (fact.verb === 'removed' && fact.before) return this.#leaving(fact, fact.before)
    if (fact.verb === 'added' && fact.after) return this.#coming(fact, fact.after)
    return [fact]
  }

  #leaving(fact: Fact, before: Element): readonly Fact[] {
    if (this.#left.get(before)) return []
    const parts = partsOf(before)
    const first = parts.map((part) => this.#left.get(part)).find((move) => move !== undefined)
    if (!first) return [fact]
    const after = rootOf(first.after)
    const rest = parts.filter((part) => !this.#left.get(part))
    return [
      { verb: 'merged', before, after },
      ...held(rest, partsOf(after), (before) => removed(before)),
    ]
  }

  #coming(fact: Fact, after: Element): readonly Fact[] {
    const own = this.#came.get(after)
    if (own) return this.#moved(own, after)
    const parts = partsOf(after)
    const moves = parts.flatMap((part) => {
      const move = this.#came.get(part)
      return move ? [{ part, move }] : []
    })
    const first = moves[0]
    if (!first) return [fact]
    const before = rootOf(this.#gone.get(first.move.before) ?? first.move.before)
    const rest = parts.filter((part) => !this.#came.get(part))
    return [
      { verb: 'split', before, after },
      ...moves.flatMap(({ part, move }) => this.#moved(move, part)),
      ...held(partsOf(before), rest, undefined, added),
    ]
  }

  #moved(move: Rename, after: Element): readonly Fact[] {
    const before = this.#gone.get(move.before) ?? move.before
    const facts: Fact[] = [{ verb: 'moved', before, after }]
    compareElements(before, after, facts)
    return facts
  }
}

const removed = (before: Element): Fact => ({ verb: 'removed', before, after: undefined })
const added = (after: Element): Fact => ({ verb: 'added', before: undefined, after })

/** The parts of two procedures that went together: those of one id are compared, the others told. */
function held(
  before: readonly Element[],
  after: readonly Element[],
  gone?: (part: Element) => Fact,
  come?: (part: Element) => Fact,
): readonly Fact[] {
  const facts: Fact[] = []
  const nameOf = ({ field, key }: Element): string => `${field}\0${writtenId(key)}`
  const left = new Map(before.map((part) => [nameOf(part), part]))
  const right = new Map(after.map((part) => [nameOf(part), part]))
  for (const [name, part] of gone ? left : right) {
    const [first, second] = [left.get(name), right.get(name)]
    if (first && second) compareElements(first, second, facts)
    else if (gone) facts.push(gone(part))
    else if (come) facts.push(come(part))
  }
  return facts
}

/** The elements with an id that stand in a document. */
function partsOf(document: Element): readonly Element[] {
  if (document.owner) return []
  return Object.entries(document.shape.fields)
    .filter(([, { type }]) => holdsElements(type))
    .flatMap(([field]) => childrenOf(document, field))
    .filter(hasId)
}

/** Values by the place of an element in its file, which telling it in other ids does not change. */
class Places<Value> {
  readonly #files = new Map<PlacedDocument, Map<string, Value>>()

  get({ document, path }: Element): Value | undefined {
    return this.#files.get(document)?.get(path.join('/'))
  }

  set({ document, path }: Element, value: Value): void {
    const file = this.#files.get(document) ?? new Map<string, Value>()
    file.set(path.join('/'), value)
    this.#files.set(document, file)
  }
}
