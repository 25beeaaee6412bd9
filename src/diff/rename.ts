import type { ShapedDocument } from '../model/build.ts'
import type { Shape, ValueShape } from '../schema/shape.ts'
import { isMapping } from '../schema/variant.ts'
import type { Rename } from './align.ts'
import { type Data, type Element, rootElement, shapeIn } from './element.ts'
import type { Pair } from './match.ts'

/** The end of an id that was given to something else: what had it before is told apart by this. */
const given = '~old'

/** The id an element had in its file. */
export function writtenId(key: string): string {
  return key.replaceAll(given, '')
}

/** Which ids of the earlier side became which of the later, and where they hold. */
export class IdTable {
  readonly renames: Rename[] = []
  readonly #own = new Map<Data, string>()
  readonly #references = new Map<string, string>()

  /** Notes what became of elements; `taken` are the ids that the later side has in their place. */
  all(
    pairs: readonly Pair[],
    scope: string,
    taken: ReadonlySet<string> = new Set(pairs.flatMap(({ after }) => after?.key ?? [])),
  ): void {
    for (const { before, after } of pairs) {
      if (!before) continue
      if (after) this.#pair(scope, before, after)
      else if (taken.has(before.key)) this.#own.set(before.data, `${before.key}${given}`)
    }
  }

  /** Notes that a system is called otherwise; the elements stand for it under its id. */
  system(before: Element, after: Element): void {
    this.renames.push({ kind: 'renamed', before, after })
    this.refer('system', '', before.key, after.key)
  }

  #pair(scope: string, before: Element, after: Element): void {
    const [from, to] = [idOf(before), idOf(after)]
    if (from !== to) {
      this.renames.push({ kind: 'renamed', before, after })
      this.#own.set(before.data, to)
      this.refer(nounOf(before.shape), scope, from, to)
    }
    if (ownerKey(before) !== ownerKey(after)) this.renames.push({ kind: 'moved', before, after })
  }

  /** Notes that an id of the earlier side leads to another of the later. */
  refer(noun: string, scope: string, from: string, to: string): void {
    this.#references.set([noun, scope, from].join('\0\0'), to)
    // Files beside a procedure name its roles and duties without saying whose they are.
    const [system = '', procedure] = scope.split('\0')
    if (procedure === undefined) return
    const wider = [noun, system, from].join('\0\0')
    if (!this.#references.has(wider)) this.#references.set(wider, to)
  }

  /** The id that an element of the earlier side has from now on. */
  ownId(data: Data, id: string): string {
    return this.#own.get(data) ?? id
  }

  /** The id that a reference leads to from now on, the nearest scope first. */
  leadsTo(nouns: readonly string[], scopes: readonly string[], id: string): string {
    for (const noun of nouns) {
      for (const scope of scopes) {
        const found = this.#references.get([noun, scope, id].join('\0\0'))
        if (found !== undefined) return found
      }
    }
    return id
  }
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

/** In which element something stands: organisations may move in the tree, duties between documents. */
function ownerKey({ owner, field }: Element): string {
  const holder = owner?.owner ? owner.key : (owner?.shape.name ?? '')
  const procedure = owner && !owner.owner && owner.shape.name === 'Procedure' ? owner.key : ''
  return [
    field === 'children' || field === 'organisations' ? 'organisations' : field,
    holder,
    procedure,
  ].join('\0')
}

/** A document with its ids and references told as the later side has them. */
export function renameIn(document: ShapedDocument, ids: IdTable): ShapedDocument {
  const { shape, data, key } = rootElement(document)
  const { system, id } = document.value
  const municipality = String(system ?? id).split('/')[0] ?? ''
  const scopes = [
    ...(document.kind === 'procedure' ? [`${String(system)}\0${key}`] : []),
    ...(typeof system === 'string' ? [system] : []),
    municipality,
  ]
  const value = new Renaming(ids, scopes).mapping(shape, data)
  if (typeof system !== 'string') return { ...document, value }
  return { ...document, value: { ...value, system: ids.leadsTo(['system'], [''], system) } }
}

class Renaming {
  readonly #ids: IdTable
  readonly #scopes: readonly string[]

  constructor(ids: IdTable, scopes: readonly string[]) {
    this.#ids = ids
    this.#scopes = scopes
  }

  mapping(shape: Shape, data: Data): Data {
    const entries = Object.entries(data).map(([name, value]) => {
      const type = shape.fields[name]?.type
      if (!type) return [name, value]
      if (name === 'id' && typeof value === 'string') return [name, this.#ids.ownId(data, value)]
      // An exception names the element it excuses, alone or behind its noun.
      if (shape.name === 'Exception' && name === 'element')
        return [name, this.#element(String(value))]
      return [name, this.#value(type, value)]
    })
    return Object.fromEntries(entries) as Data
  }

  #value(type: ValueShape, value: unknown): unknown {
    if (type.kind === 'ref' && typeof value === 'string') {
      return this.#ids.leadsTo(type.to, this.#scopes, value)
    }
    if (type.kind === 'list' && Array.isArray(value)) {
      return value.map((item) => this.#value(type.of, item))
    }
    if (!isMapping(value)) return value
    const shape = shapeIn(type, value)
    return shape ? this.mapping(shape, value) : value
  }

  #element(written: string): string {
    const at = written.indexOf(':')
    const [noun, id] = at < 0 ? [undefined, written] : [written.slice(0, at), written.slice(at + 1)]
    const nouns = noun === undefined ? ['duty', 'role', 'log', 'contract'] : [noun]
    const found = this.#ids.leadsTo(nouns, this.#scopes, id)
    return noun === undefined ? found : `${noun}:${found}`
  }
}
