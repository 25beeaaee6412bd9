import { groupByAll } from '../finding/order.ts'
import { municipalityIdOf } from '../finding/system-id.ts'
import { type Element, rootElement, type ShapedDocument } from '../model/element.ts'
import { memberships, type Municipality, municipalityOf } from '../model/municipality.ts'
import { nounsIn, writtenReferents } from '../model/referent.ts'
import type { WrittenStandard } from '../model/standard.ts'
import { isMapping } from '../schema/variant.ts'
import { typeOf, walk } from '../schema/walk.ts'
import type { Location } from '../source/source.ts'
import { nameIn, type Names } from '../words/value.ts'

/**
 * The standard of a system on the day of comparison, or, for what stands in a pack, the one the pack is
 * (`pack:osaka-city`); undefined where there is none.
 */
export type StandardOf = (owner: string) => WrittenStandard | undefined

/** One side of a comparison, for looking things up: what ids stand for, who belongs to what. */
export class Side {
  /** The systems that have a file on this side. */
  readonly systems: ReadonlySet<string>
  /** The line of an ignore file that keeps a file which is there from being read on this side. */
  readonly passedOverAt: (path: string) => Location | undefined
  readonly #municipalities = new Map<string, Municipality>()
  /** The first day on which each system that says so is retired. */
  readonly #retired = new Map<string, string>()
  /** The documents of each system; most are never asked for. */
  readonly #documents: ReadonlyMap<string, readonly ShapedDocument[]>
  /** Systems' own things by `noun\0id`, the first of each; of those that were asked for. */
  readonly #things = new Map<string, ReadonlyMap<string, Element>>()
  #groups: ReadonlySet<string> | undefined
  readonly #standardOf: StandardOf

  constructor(
    documents: readonly ShapedDocument[],
    standardOf: StandardOf,
    passedOverAt: Side['passedOverAt'] = () => undefined,
  ) {
    this.#standardOf = standardOf
    this.passedOverAt = passedOverAt
    this.#documents = groupByAll(documents, ({ value: { system } }) => {
      return typeof system === 'string' ? [system] : []
    })
    this.systems = new Set(this.#documents.keys())
    for (const { kind, value, document } of documents) {
      const { system, retired } = value
      if (kind === 'municipality') {
        const municipality = municipalityOf(value, document)
        this.#municipalities.set(municipality.id, municipality)
      } else if (typeof system === 'string' && isMapping(retired)) {
        this.#retired.set(system, String(retired['on']))
      }
    }
  }

  /** The name of what a reference leads to, that of its activity for a duty without one; else its id. */
  nameOf(nouns: readonly string[], id: string, from: Element): string {
    const organisation = this.organisation(municipalityIn(from), id)
    if (organisation && nouns.some((noun) => noun === 'organisation' || noun === 'group')) {
      return nameIn(organisation.data) ?? id
    }
    const thing = nouns.map((noun) => this.thing(noun, id, from)).find((one) => one !== undefined)
    return (thing && this.nameIn(thing)) ?? id
  }

  /** The name that a thing carries, else what it does; undefined where neither is written. */
  nameIn(element: Element): string | undefined {
    const { activity } = element.data
    const own = nameIn(element.data)
    if (own !== undefined || typeof activity !== 'string') return own
    return this.wordName('activities', activity, element)
  }

  /** The names behind the ids that stand in an element. */
  namesIn(element: Element): Names {
    return {
      nameOf: (nouns, id) => this.nameOf(nouns, id, element),
      wordName: (vocabulary, id) => this.wordName(vocabulary, id, element),
    }
  }

  /** The Japanese name of a word of a vocabulary. */
  wordName(vocabulary: string, id: string, from: Element): string {
    return this.#standardOf(ownerOf(from))?.wordName(vocabulary, id) ?? id
  }

  /** Whether the facts of a system say that it is retired by a day. */
  isRetired(system: string, day: string): boolean {
    return (this.#retired.get(system) ?? '9999-12-31') <= day
  }

  /** Something a system's files refer to: what stands in the same procedure first. */
  thing(noun: string, id: string, from: Element): Element | undefined {
    const system = systemIn(from)
    if (system === '') return undefined
    const own = writtenReferents(noun, from.root).find(({ key }) => key === id)
    return own ?? this.#thingsOf(system).get([noun, id].join('\0'))
  }

  organisation(municipality: string, id: string): Element | undefined {
    return this.#municipalities.get(municipality)?.organisations.get(id)
  }

  /**
   * The organisations that an id stands for: itself, or the members of the group, and the group too
   * where not all of its members are listed.
   */
  members(municipality: string, id: string, day: string): readonly string[] {
    const group = this.organisation(municipality, id)
    const ids = memberships(group)
      .filter(({ until }) => typeof until !== 'string' || until >= day)
      .map(({ organisation }) => String(organisation))
    return ids.length === 0 || group?.data['known'] === 'sample' ? [...ids, id] : ids
  }

  /** Whether an organisation holds a role, itself or as the member of a group. */
  holds(organisation: string, role: Element, day: string): boolean {
    const held = role.writtenText('organisation')
    return (
      held !== undefined && this.members(municipalityIn(role), held, day).includes(organisation)
    )
  }

  /** Whether some procedure gives a group a role, holds for it, or has it in a contact chain. */
  isInUse(municipality: string, group: string): boolean {
    this.#groups ??= groupsIn([...this.#documents.values()].flat())
    return this.#groups.has(`${municipality}\0${group}`)
  }

  #thingsOf(system: string): ReadonlyMap<string, Element> {
    const known = this.#things.get(system)
    if (known) return known
    const things = new Map<string, Element>()
    const note = (noun: string, elements: readonly Element[]): void => {
      for (const one of elements) {
        const key = [noun, one.key].join('\0')
        if (!things.has(key)) things.set(key, one)
      }
    }
    for (const root of (this.#documents.get(system) ?? []).map(rootElement)) {
      for (const noun of nounsIn(root.type)) note(noun, writtenReferents(noun, root))
      if (root.type === 'Procedure') note('procedure', [root])
    }
    this.#things.set(system, things)
    return things
  }
}

/** The organisations and groups that procedures name, each with its municipality. */
function groupsIn(documents: readonly ShapedDocument[]): ReadonlySet<string> {
  const procedures = documents.map(rootElement).filter(({ type }) => type === 'Procedure')
  return new Set(
    procedures.flatMap((root) =>
      organisationsIn(root).map((id) => `${municipalityIn(root)}\0${id}`),
    ),
  )
}

/** The ids of all organisations and groups that an element and what is in it name. */
function organisationsIn({ data, shape }: Element): readonly string[] {
  const found: string[] = []
  walk(data, typeOf(shape), [], (value, type) => {
    const isNamed = type.kind === 'ref' && type.to.includes('organisation')
    if (isNamed && typeof value === 'string') found.push(value)
    return true
  })
  return found
}

/** The system of the file an element stands in; empty for files of a municipality or a standard. */
export function systemIn(element: Element): string {
  const { system } = element.root.data
  return typeof system === 'string' ? system : ''
}

/** Whose standard gives the words that an element is written in. */
function ownerOf(element: Element): string {
  const { shape, data, key } = element.root
  if (shape.kind === 'standard') return `pack:${key}`
  return shape.kind === 'rules' ? `pack:${String(data['pack'])}` : systemIn(element)
}

/** The municipality an element belongs to. */
export function municipalityIn(element: Element): string {
  const root = element.root
  return root.shape.name === 'Municipality' ? root.key : municipalityIdOf(systemIn(element))
}
