import { municipalityIdOf } from '../finding/system-id.ts'
import { type Data, type Element, rootElement, type ShapedDocument } from '../model/element.ts'
import type { Shape, ValueShape } from '../schema/shape.ts'
import { isMapping } from '../schema/variant.ts'
import { replaceIn, shapeIn, typeOf, type Visit } from '../schema/walk.ts'
import type { Pair } from './match.ts'

/** An element that has another id, or stands elsewhere, on the other side. */
export interface Rename {
  readonly kind: 'renamed' | 'moved'
  readonly before: Element
  readonly after: Element
}

/** The end of an id that was given to something else: what had it before is told apart by this. */
const given = '~old'

/** The id an element had in its file. */
export function writtenId(key: string): string {
  return key.replaceAll(given, '')
}

/** The ids that are in use, and what has them. */
export type Taken = ReadonlyMap<string, Data>

/** The ids of some elements. */
export function takenBy(elements: readonly Element[]): Taken {
  return new Map(elements.map(({ key, data }) => [key, data]))
}

/** Which ids of the earlier side became which of the later, and where they hold. */
export class IdTable {
  readonly renames: Rename[] = []
  readonly #own = new Map<Data, string>()
  readonly #references = new Map<string, string>()
  readonly #below: IdTable | undefined

  /** A table that adds to what another knows. */
  constructor(below?: IdTable) {
    this.#below = below
  }

  /** Notes what became of elements; `taken` are those that the later side has in their place. */
  all(
    pairs: readonly Pair[],
    scope: string,
    taken: Taken = takenBy(pairs.flatMap(({ after }) => after ?? [])),
  ): void {
    for (const { before, after } of pairs) {
      if (!before) continue
      if (after) this.#pair(scope, before, after, taken)
      else if (taken.has(before.key)) this.#retire(scope, before)
    }
  }

  /** Notes that a system is called otherwise; the elements stand for it under its id. */
  system(before: Element, after: Element): void {
    this.renames.push({ kind: 'renamed', before, after })
    this.refer('system', '', before.key, after.key)
  }

  /** The id of a system from now on: its own other one, or its own in a municipality of another id. */
  systemId(system: string): string {
    const renamed = this.leadsTo(['system'], [''], system)
    if (renamed !== system) return renamed
    const [municipality = '', ...rest] = system.split('/')
    return [this.leadsTo(['municipality'], [''], municipality), ...rest].join('/')
  }

  /** Notes the id that an element of the earlier side has from now on. */
  name(before: Element, id: string): void {
    this.#own.set(before.data, id)
  }

  #pair(scope: string, before: Element, after: Element, taken: Taken): void {
    const [from, to] = [idOf(before), idOf(after)]
    if (from !== to) this.renames.push({ kind: 'renamed', before, after })
    if (mayMove(before) && this.#standsIn(before) !== standsIn(after)) {
      this.renames.push({ kind: 'moved', before, after })
      // Where it stood, something else has its id.
      if (taken.has(to) && taken.get(to) !== after.data) {
        this.#retire(scope, before)
        return
      }
    }
    if (from !== to) this.name(before, to)
    this.refer(nounOf(before.shape), scope, from, to)
  }

  /** The procedure and the document in it that something stands in, in the ids of the later side. */
  #standsIn(before: Element): string {
    return standsIn(before, ({ data, key }) => this.ownId(data, key))
  }

  /** Notes that an id was given to something else: what referred to it means what is gone. */
  #retire(scope: string, before: Element): void {
    const id = idOf(before)
    this.name(before, `${id}${given}`)
    this.refer(nounOf(before.shape), scope, id, `${id}${given}`)
  }

  /** Notes where an id of the earlier side leads on the later. */
  refer(noun: string, scope: string, from: string, to: string): void {
    this.#references.set([noun, scope, from].join('\0\0'), to)
    const [system = '', procedure, edition] = scope.split('\0')
    if (procedure === undefined || edition !== undefined) return
    const beside = [noun, besideOf(system), from].join('\0\0')
    const known = this.#references.get(beside)
    // An id that became two things in two procedures cannot be told apart from outside them.
    this.#references.set(beside, known === undefined || known === to ? to : from)
  }

  /** The id that an element of the earlier side has from now on. */
  ownId(data: Data, id: string): string {
    return this.#own.get(data) ?? this.#below?.ownId(data, id) ?? id
  }

  /** The id that a reference leads to from now on, the nearest scope first. */
  leadsTo(nouns: readonly string[], scopes: readonly string[], id: string): string {
    for (const noun of nouns) {
      for (const scope of scopes) {
        const found = this.#references.get([noun, scope, id].join('\0\0'))
        if (found !== undefined) return found
      }
    }
    return this.#below?.leadsTo(nouns, scopes, id) ?? id
  }
}

/** The procedure and the document in it that something stands in. */
function standsIn(
  { parentField, parent }: Element,
  idOf: (above: Element) => string = ({ key }) => key,
): string {
  return parent ? `${standsIn(parent, idOf)}/${idOf(parent)}/${parentField}` : ''
}

/** Where the ids of a procedure's roles and duties hold; those of an earlier edition by its first day. */
export function scopeOf(system: string, procedure: string, edition?: string): string {
  return [system, procedure, ...(edition === undefined ? [] : [edition])].join('\0')
}

/** Files beside a procedure name its roles and duties without saying whose they are. */
function besideOf(system: string): string {
  return scopeOf(system, '')
}

/** Duties and provisions may go from one procedure or document to another. */
function mayMove({ parentField }: Element): boolean {
  return parentField === 'duties' || parentField === 'provisions'
}

/** The id as written, else the key. */
function idOf({ data, key }: Element): string {
  const { id } = data
  return typeof id === 'string' ? id : key
}

/** The noun by which references name what a shape describes; rules for logs are never referred to. */
function nounOf({ name, noun }: Shape): string {
  if (name === 'ContextLog') return 'log'
  return name === 'Log' ? '' : noun
}

/**
 * A document with its ids and references told as the later side has them; an earlier edition of a
 * procedure has a scope of its own.
 */
export function renameIn(document: ShapedDocument, ids: IdTable, own?: string): ShapedDocument {
  const { shape, data, key } = rootElement(document)
  const { system, id } = document.value
  const municipality = municipalityIdOf(String(system ?? id))
  const told = (value: Data): ShapedDocument => (value === data ? document : { ...document, value })
  if (typeof system !== 'string')
    return told(new Renaming(ids, [municipality]).mapping(shape, data))
  const inside = document.kind === 'procedure' ? (own ?? scopeOf(system, key)) : besideOf(system)
  const value = new Renaming(ids, [inside, system, municipality]).mapping(shape, data)
  const later = ids.systemId(system)
  return told(later === system ? value : { ...value, system: later })
}

class Renaming {
  readonly #ids: IdTable
  readonly #scopes: readonly string[]

  constructor(ids: IdTable, scopes: readonly string[]) {
    this.#ids = ids
    this.#scopes = scopes
  }

  /** A mapping in the ids of the later side: a copy, or itself where it has them already. */
  mapping(shape: Shape, data: Data): Data {
    return this.#replaced({ ...data }, data, typeOf(shape), (value, name, type) => {
      if ((name === 'id' || name === 'key') && typeof value === 'string') {
        return this.#ids.ownId(data, value)
      }
      // An exception names the element it excuses, alone or behind its noun.
      if (shape.name === 'Exception' && name === 'element') return this.#element(String(value))
      return type ? this.#value(value, type) : value
    })
  }

  /** A copy with other things in it; what it was copied from where it has none. */
  #replaced<Value>(copy: Value, from: Value, type: ValueShape, change: Visit<unknown>): Value {
    let changes = 0
    replaceIn(copy, type, (inner, ...where) => {
      const now = change(inner, ...where)
      if (now !== inner) changes += 1
      return now
    })
    return changes > 0 ? copy : from
  }

  #value(value: unknown, type: ValueShape): unknown {
    if (type.kind === 'ref' && typeof value === 'string') {
      return this.#ids.leadsTo(type.to, this.#scopes, value)
    }
    if (isMapping(value)) {
      const shape = shapeIn(type, value)
      return shape ? this.mapping(shape, value) : value
    }
    if (!Array.isArray(value)) return value
    const list: readonly unknown[] = value
    return this.#replaced([...list], list, type, (item, _, of) =>
      of ? this.#value(item, of) : item,
    )
  }

  #element(written: string): string {
    const at = written.indexOf(':')
    const [noun, id] = at < 0 ? [undefined, written] : [written.slice(0, at), written.slice(at + 1)]
    const nouns = noun === undefined ? ['duty', 'role', 'log', 'contract'] : [noun]
    const found = this.#ids.leadsTo(nouns, this.#scopes, id)
    return noun === undefined ? found : `${noun}:${found}`
  }
}
