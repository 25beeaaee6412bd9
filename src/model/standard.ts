import type { Day } from '../calendar/day.ts'
import { isDeletedArticle } from '../japanese/article.ts'
import { parsePeriod, Period } from '../calendar/period.ts'
import { type OpenList, Unknown } from '../finding/unknown.ts'
import type { Shape } from '../schema/shape.ts'
import { mappingIn, mappingsIn } from '../schema/variant.ts'
import { type AddedLedger, addedLedgers, recordsWith, wordsWith } from './added-ledger.ts'
import {
  absentRequirements,
  listedWords,
  searched,
  type ListName,
  mergedList,
} from './catalogue.ts'
import type { ForcedEdition, PackDocument, Parameter, Tailoring, Word, Words } from './pack.ts'
import { Part, type World } from './part.ts'
import { asking, asWritten, type Reading, type Way } from './reading.ts'
import { shapeOf } from './shape.ts'
import { hasTraits, type Situation, stated } from './trait.ts'

/** What a standard is made of: its packs, base first, and how its edition is chosen. */
interface Making<R extends Reading> {
  readonly packs: readonly PackDocument[]
  readonly asOf: Day
  readonly edition?: string | undefined
  readonly forced?: readonly ForcedEdition[] | undefined
  readonly way: Way<R>
}

/**
 * The standard of one municipality on one day: its pack merged with those it extends, the edition in
 * force chosen. Requirements by key, the nearest pack wins.
 */
export class Standard<R extends Reading = 'asked'> implements Words {
  readonly id: string
  readonly name: string
  /** The packs it is made of, base first. */
  readonly packs: readonly PackDocument[]
  readonly edition: Part<R> | undefined
  readonly root: Part<R>
  readonly clauses: readonly Part<R>[]
  readonly requirements: ReadonlyMap<string, Part<R>>
  /** The role dictionary; the nearest pack names a canonical role. */
  readonly roles: readonly Part<R>[]
  /** The roles that the municipality's own packs name, without those of the base that all share. */
  readonly ownRoles: readonly Part<R>[]
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly vocabularies: ReadonlyMap<string, ReadonlyMap<string, Word>>
  /** The ledgers that the packs add to the records. */
  readonly ledgers: readonly AddedLedger[]
  readonly tailoring: readonly Tailoring[]
  readonly labels: Readonly<Record<string, string>>
  /** The requirements the rule set does not have. */
  readonly absent: ReadonlySet<string>
  readonly #making: Making<R>
  readonly #roots: readonly Part<R>[]
  readonly #lists = new Map<ListName, readonly Part<R>[]>()
  #recordsShape: Shape | undefined
  /** The standard as rules ask it. */
  #asked: Standard | undefined

  constructor(making: Making<R>) {
    const { packs, asOf, edition, forced = [] } = making
    const nearest = packs.at(-1)
    if (!nearest) throw new Error('a standard needs a pack')
    this.#making = making
    const roots = packs.map((pack) => this.#rootOf(pack))
    this.packs = packs
    this.id = nearest.id
    this.name = typeof nearest.value['name'] === 'string' ? nearest.value['name'] : nearest.id
    this.root = roots.at(-1) ?? this.#rootOf(nearest)
    this.#roots = roots
    const editions = roots.map((root) => editionIn(root, asOf, root === this.root, edition, forced))
    this.edition = editions.at(-1)
    const inForce = editions.filter((one) => one !== undefined)
    const off = new Set<string>()
    this.tailoring = packs.flatMap((pack) =>
      mappingsIn(pack.value['tailoring']),
    ) as unknown as Tailoring[]
    for (const one of this.tailoring) if (one.off && one.requirement) off.add(one.requirement)
    this.requirements = requirementsOf(roots, off)
    this.clauses = [...roots, ...inForce].flatMap((part) => part.writtenParts('clauses'))
    this.roles = rolesOf(roots)
    this.ownRoles = rolesOf(roots.length > 1 ? roots.slice(1) : roots)
    this.parameters = parametersOf(packs)
    this.ledgers = addedLedgers(packs.map(({ value }) => value))
    this.vocabularies = vocabulariesOf(packs, requirementsOf(roots, new Set()), this.ledgers)
    this.absent = absentRequirements(packs, inForce, this.clauses)
    this.labels = Object.assign({}, ...packs.map((pack) => pack.value['labels'] ?? {})) as Record<
      string,
      string
    >
  }

  /** The standard that a part of a pack belongs to. */
  static of<R extends Reading>(part: Part<R>): Standard<R> {
    const { owner, way } = part.world
    if (!Standard.#isRead(owner, way)) throw new Error(`${part.type} belongs to no standard`)
    return owner
  }

  static #isRead<R extends Reading>(owner: object, way: Way<R>): owner is Standard<R> {
    return owner instanceof Standard && owner.#making.way === way
  }

  /** The same standard as rules ask it. */
  static asked(written: Standard<'written'>): Standard {
    return (written.#asked ??= new Standard({ ...written.#making, way: asking }))
  }

  /** A parameter that is a length of time; undefined where the packs set none. */
  period(name: string): Period | undefined {
    const value = this.parameters.get(name)?.value
    return value instanceof Period ? value : undefined
  }

  /** The words that a parameter lists, in its order; none where the packs set none. */
  words(name: string): readonly string[] {
    const value = this.parameters.get(name)?.value
    return Array.isArray(value) ? value.map(String) : []
  }

  /** Whether a pack of the municipality's own sets a parameter, rather than leaving it to the base that all share. */
  setsOwn(name: string): boolean {
    return this.packs
      .slice(1)
      .some(({ value }) => Object.hasOwn(mappingIn(value['parameters']), name))
  }

  /** One of the lists merged over the packs: the nearest pack wins by id. */
  list(name: ListName): readonly Part<R>[] {
    const known = this.#lists.get(name) ?? mergedList(this.#roots, name)
    this.#lists.set(name, known)
    return known
  }

  /** The shape of the records that go by it. */
  get recordsShape(): Shape {
    return (this.#recordsShape ??= recordsWith(this.ledgers))
  }

  /** A requirement of the catalogue by its key. */
  requirement(key: string): Part<R> | undefined {
    return this.requirements.get(key)
  }

  /** The clauses for a requirement that hold for a system, by its connection; an unknown where that cannot be told. */
  clausesFor(key: string, system: Situation<R>): OpenList<Part<R>> {
    const own = this.clauses.filter((one) => one.data['requirement'] === key && !isDeleted(one))
    return this.holding(own, system)
  }

  /** Whether all its clauses are written; asked of an excerpt, it throws `Unknown`. */
  isWhole(): boolean {
    if (this.packs.every(({ value }) => value['complete'] !== false)) return true
    this.#making.way.known(undefined, () => this.root.missing('complete'))
    return false
  }

  /** Whether it asks for a requirement; unknown of an excerpt that has no clause for it. */
  isAsked(key: string): boolean {
    const own = this.clauses.filter(({ data }) => data['requirement'] === key)
    return own.some((clause) => !isDeleted(clause)) || this.isWhole()
  }

  /** The requirements of one level that a system must meet; an unknown where its condition cannot be told. */
  requirementsFor(level: 'system' | 'organisation', system: Situation<R>): OpenList<Part<R>> {
    const all = [...this.requirements.values()]
    return this.holding(
      all.filter(({ data }) => data['level'] === level),
      system,
    )
  }

  /** Those of some elements whose condition holds for a system; an unknown where that cannot be told. */
  holding(conditional: readonly Part<R>[], system: Situation<R>): OpenList<Part<R>> {
    return conditional.flatMap((part): OpenList<Part<R>> => {
      const isHolding = holds(part, system)
      if (isHolding instanceof Unknown) return [isHolding]
      return isHolding ? [part] : []
    })
  }

  /** Whether no exception silences a requirement: the requirement says so, or one of its clauses. */
  isMandatory(key: string): boolean {
    return (
      this.isMandatoryThroughout(key) ||
      this.clauses.some(
        (clause) => clause.data['requirement'] === key && clause.data['mandatory'] === true,
      )
    )
  }

  /** Whether all clauses of a requirement allow no exception. */
  isMandatoryThroughout(key: string): boolean {
    return (
      this.requirement(key)?.data['mandatory'] === true ||
      this.tailoring.some((one) => one.requirement === key && one.mandatory === true)
    )
  }

  /** What the packs say of a word that a file uses; undefined where none knows it or nothing is written. */
  word(vocabulary: string, id: string | undefined): Word | undefined {
    return id === undefined ? undefined : this.vocabularies.get(vocabulary)?.get(id)
  }

  /** The Japanese name of a word; the word itself where no vocabulary has it. */
  wordName(vocabulary: string, id: string): string {
    return this.word(vocabulary, id)?.name ?? id
  }

  #rootOf(pack: PackDocument): Part<R> {
    const world: World<R> = {
      way: this.#making.way,
      input: 'standard',
      closed: false,
      open: false,
      asOf: this.#making.asOf,
      resolve: () => undefined,
      owner: this,
    }
    return new Part({
      shape: shapeOf('Standard'),
      data: pack.value,
      document: pack.document,
      path: [],
      parent: undefined,
      key: pack.id,
      world,
    })
  }
}

/** A standard as it is written, for all who compare and print and never ask. */
export type WrittenStandard = Standard<'written'>

/** The standard of some packs, as it is written. */
export function writtenStandard(making: Omit<Making<'written'>, 'way'>): WrittenStandard {
  return new Standard({ ...making, way: asWritten })
}

/** The edition of one pack that is in force: the one forced, the one named for the nearest, else by day. */
function editionIn<R extends Reading>(
  root: Part<R>,
  asOf: Day,
  isNearest: boolean,
  named: string | undefined,
  forced: readonly ForcedEdition[],
): Part<R> | undefined {
  const one = forced.find(({ pack }) => pack === root.key)
  if (!one) return editionOn(root, asOf, isNearest ? named : undefined)
  const edition = editionOn(root, asOf, one.edition)
  if (!edition || one.knownAs === undefined) return edition
  return edition.with({ key: one.knownAs })
}

function editionOn<R extends Reading>(
  root: Part<R>,
  asOf: Day,
  named?: string,
): Part<R> | undefined {
  const editions = root.parts('editions')
  if (named !== undefined) return editions.find((edition) => edition.data['id'] === named)
  return editions.findLast((edition) => {
    const { from, until } = edition.data
    return String(from) <= asOf && !(typeof until === 'string' && until < asOf)
  })
}

function requirementsOf<R extends Reading>(
  roots: readonly Part<R>[],
  off: ReadonlySet<string>,
): Map<string, Part<R>> {
  const merged = new Map<string, Part<R>>()
  for (const root of roots) {
    if (!root.written('requirements')) continue
    for (const requirement of root.parts('requirements')) {
      if (!off.has(requirement.key)) merged.set(requirement.key, requirement)
    }
  }
  return merged
}

function rolesOf<R extends Reading>(roots: readonly Part<R>[]): readonly Part<R>[] {
  const roles = roots.flatMap((root) => root.writtenParts('roles'))
  return [...new Map(roles.map((role) => [role.writtenText('canonical'), role])).values()]
}

/** Whether nothing but its number is left of a clause. */
export function isDeleted<R extends Reading>(clause: Part<R>): boolean {
  return isDeletedArticle(clause.writtenText('text') ?? '')
}

function parametersOf(packs: readonly PackDocument[]): Map<string, Parameter> {
  const merged = new Map<string, Parameter>()
  for (const pack of packs) {
    for (const [name, written] of Object.entries(mappingIn(pack.value['parameters']))) {
      // Their shape is right; a pack that overrides a value may leave out the rest.
      const own = written as Partial<Parameter>
      const setBy = own.value === undefined ? {} : { setBy: pack.id, rationale: '' }
      const stated = { title: name, ...merged.get(name), ...setBy, ...own }
      const { type = 'text', value, title, words, vocabulary, rationale = '' } = stated
      merged.set(name, {
        type,
        value:
          type === 'period' && typeof value === 'string' ? parsePeriod(value, false, true) : value,
        title,
        setBy: stated.setBy ?? '',
        rationale,
        ...(words && { words }),
        ...(vocabulary && { vocabulary }),
      })
    }
  }
  return merged
}

function vocabulariesOf<R extends Reading>(
  packs: readonly PackDocument[],
  requirements: ReadonlyMap<string, Part<R>>,
  ledgers: readonly AddedLedger[],
): Map<string, ReadonlyMap<string, Word>> {
  const merged = new Map<string, ReadonlyMap<string, Word>>()
  for (const pack of packs) {
    for (const [name, words] of Object.entries(mappingIn(pack.value['vocabularies']))) {
      const vocabulary = new Map(merged.get(name))
      for (const word of mappingsIn(words)) {
        vocabulary.set(String(word['id']), word as unknown as Word)
      }
      merged.set(name, vocabulary)
    }
  }
  for (const [name, words] of listedWords(packs)) {
    merged.set(name, new Map([...(merged.get(name) ?? []), ...words]))
  }
  const keys = [...requirements].map(([key, part]) => {
    const word = { id: key, name: part.writtenText('title') ?? key }
    return [key, searched(word, part.data)] as const
  })
  merged.set('requirements', new Map(keys))
  for (const [name, words] of merged) merged.set(name, wordsWith(ledgers, name, words))
  return merged
}

/** Whether the condition of a clause or requirement holds: one of the connections, all of the traits. */
function holds<R extends Reading>(conditional: Part<R>, system: Situation<R>): boolean | Unknown {
  const when = mappingIn(conditional.data['when'])
  const connections = when['connection']
  if (Array.isArray(connections) && connections.length > 0) {
    const own = stated(system, 'connection')
    if (own instanceof Unknown) return own
    if (!connections.includes(own)) return false
  }
  const traits = when['traits']
  return !Array.isArray(traits) || hasTraits(system, traits.map(String))
}
