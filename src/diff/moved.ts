import type { PlacedDocument } from '../model/place.ts'
import type { Alignment } from './align.ts'
import { compareElements } from './compare.ts'
import { holdsElements } from '../schema/walk.ts'
import { type Element, hasId } from '../model/element.ts'
import { elementOf, type Fact } from './fact.ts'
import type { Rename } from './rename.ts'

/**
 * Puts together what left one place and came to another: a duty that went into another procedure or
 * document is moved, not removed and added, and a procedure whose duties went into another is merged.
 */
export function joinMoves(facts: readonly Fact[], alignment: Alignment): readonly Fact[] {
  const moves = alignment.renames.filter(({ kind }) => kind === 'moved')
  if (moves.length === 0) return facts
  const joining = new Joining(facts, moves, alignment)
  return facts.flatMap((fact) => joining.join(fact))
}

/** Two procedures between which something moved; the earlier one in the ids of the later. */
interface Between {
  readonly before: Element
  readonly after: Element
}

class Joining {
  readonly #left = new Places<Rename>()
  readonly #came = new Places<Rename>()
  /** The procedures that stand on one side only. */
  readonly #gone = new Set<PlacedDocument>()
  readonly #new = new Set<PlacedDocument>()
  readonly #alignment: Alignment
  readonly #told = new Map<PlacedDocument, Map<PlacedDocument, Element>>()

  constructor(facts: readonly Fact[], moves: readonly Rename[], alignment: Alignment) {
    this.#alignment = alignment
    for (const move of moves) {
      this.#left.set(move.before, move)
      this.#came.set(move.after, move)
    }
    for (const { verb, before, after, field } of facts) {
      if (field !== undefined) continue
      if (verb === 'added' && after && !after.parent) this.#new.add(after.document)
      if (verb === 'removed' && before && !before.parent) this.#gone.add(before.document)
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
    const between = before.parent ? undefined : this.#heirOf(before)
    if (!between) return [fact]
    const { alone, common } = this.#held(between, removed)
    // Where the heir is new, it tells what became of the parts that both have.
    const origin = this.#new.has(between.after.document) && this.#originOf(between.after)
    const isTold = origin && origin.before.document === before.document
    return [
      { verb: 'merged', before, after: between.after },
      ...(isTold ? alone : [...alone, ...common.filter((one) => one.before)]),
    ]
  }

  #coming(fact: Fact, after: Element): readonly Fact[] {
    const own = this.#came.get(after)
    if (own) return this.#moved(own)
    const moved = dutiesOf(after).flatMap((part) => {
      const move = this.#came.get(part)
      return move ? this.#moved(move) : []
    })
    const between = after.parent ? undefined : this.#originOf(after)
    if (!between) return [fact, ...moved]
    const { alone, common } = this.#held(between, added)
    const { before } = between
    const heir = this.#gone.has(before.document) && this.#heirOf(before)
    const isWhole = heir && heir.after.document === after.document
    return [
      { verb: 'split', before, after },
      ...moved,
      ...alone,
      ...(isWhole ? common : common.filter((one) => one.after)),
    ]
  }

  /** Where the first of the duties of something that is gone went. */
  #heirOf(before: Element): Between | undefined {
    const [first] = dutiesOf(before).flatMap((part) => this.#left.get(part) ?? [])
    return first && this.#between(first)
  }

  /** Where the first of the duties of something new came from. */
  #originOf(after: Element): Between | undefined {
    const [first] = dutiesOf(after).flatMap((part) => this.#came.get(part) ?? [])
    return first && this.#between(first)
  }

  #between(move: Rename): Between {
    const [first, after] = [move.before.root, move.after.root]
    const known = this.#told.get(first.document) ?? new Map<PlacedDocument, Element>()
    const before = known.get(after.document) ?? this.#alignment.tellAs(first, after)
    this.#told.set(first.document, known.set(after.document, before))
    return { before, after }
  }

  /** The parts of a procedure that is gone, or new, held against those of the one it went into, or came out of. */
  #held(between: Between, tell: typeof removed | typeof added): Held {
    const isGone = tell === removed
    const [own, other] = isGone ? [between.before, between.after] : [between.after, between.before]
    const others = new Map(partsOf(other).map((part) => [nameOf(part), part]))
    const moves = isGone ? this.#left : this.#came
    const alone: Fact[] = []
    const common: Fact[] = []
    for (const part of partsOf(own)) {
      if (moves.get(part)) continue
      const same = others.get(nameOf(part))
      if (!same) alone.push(tell(part))
      else if (isGone) compareElements(part, same, common)
      else compareElements(same, part, common)
    }
    return { alone, common: common.filter(isOfOnePart) }
  }

  #moved(move: Rename): readonly Fact[] {
    const { before: procedure } = this.#between(move)
    const before = dutiesOf(procedure).find(
      ({ path }) => path.join('/') === move.before.path.join('/'),
    )
    if (!before) throw new Error('a duty that moved from nowhere')
    const facts: Fact[] = [{ verb: 'moved', before, after: move.after }]
    compareElements(before, move.after, facts)
    return facts
  }
}

const removed = (before: Element): Fact => ({ verb: 'removed', before, after: undefined })
const added = (after: Element): Fact => ({ verb: 'added', before: undefined, after })

/** An id, and what it is the id of; in a document of a procedure the document's too. */
function nameOf({ parentField, key, parent }: Element): string {
  return [parent?.parent ? parent.key : '', parentField, key].join('\0')
}

interface Held {
  /** What only the first has. */
  readonly alone: readonly Fact[]
  /** How the parts that both have differ. */
  readonly common: readonly Fact[]
}

/** What stands in a procedure by an id of its own, in its documents too. */
function partsOf(procedure: Element): readonly Element[] {
  if (procedure.parent) return []
  const direct = Object.entries(procedure.shape.fields)
    .filter(([, { type }]) => holdsElements(type))
    .flatMap(([field]) => procedure.children(field))
    .filter(hasId)
  return [...direct, ...dutiesOf(procedure).filter(({ parent }) => parent?.parent)]
}

/** Whether a difference of a part does not lie in another part, as the duties in a document do. */
function isOfOnePart(fact: Fact): boolean {
  const { parentField, parent } = elementOf(fact)
  return !(isDuties(parentField) && parent?.parent) && !(parent && isDuties(fact.field ?? ''))
}

const isDuties = (field: string): boolean => field === 'duties' || field === 'provisions'

/** What may move out of a procedure or document, or into it. */
function dutiesOf(element: Element): readonly Element[] {
  const { name } = element.shape
  if (name !== 'Procedure' && name !== 'AppliedDocument') return []
  return [...element.within('duties'), ...element.within('provisions')]
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
