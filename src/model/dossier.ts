import type { Day } from '../calendar/day.ts'
import { possibleDays } from '../calendar/rough-day.ts'
import type { Input } from '../expression/type.ts'
import type { Retired } from '../finding/report.ts'
import { isWholeOrganisation } from '../finding/system-id.ts'
import { knownOf, Unknown } from '../finding/unknown.ts'
import type { Shape } from '../schema/shape.ts'
import { isInForce } from './edition.ts'
import { shapeOfDocument } from './element.ts'
import { lineAbove, type Municipality } from './municipality.ts'
import { Part, type World } from './part.ts'
import type { PlacedDocument } from './place.ts'
import { asking, asWritten, type Nothing, type Reading, type Way } from './reading.ts'
import { referents } from './referent.ts'
import { shapeOf } from './shape.ts'
import { Standard } from './standard.ts'

/** One document of a system's dossier, its shape already checked. */
export interface DossierDocument {
  readonly kind: (typeof dossierKinds)[number]
  readonly value: Readonly<Record<string, unknown>>
  readonly document: PlacedDocument
  readonly shape?: Shape | undefined
}

/** The kinds of document in a dossier. */
export const dossierKinds = ['context', 'procedure', 'records', 'notice', 'actions'] as const

/** How much of a system a standard judges where several do. */
export interface Share {
  /** The ids of the procedures that another standard judges. */
  readonly elsewhere: ReadonlySet<unknown>
  /** Whether this is the first of them: what the system has once is told here. */
  readonly isFirst: boolean
}

/** All of a system. */
export const whole: Share = { elsewhere: new Set(), isFirst: true }

/** What a dossier is made of. */
interface Making<R extends Reading> {
  readonly id: string
  readonly documents: readonly DossierDocument[]
  /** The kinds of document of which one is there and could not be read: it may say anything. */
  readonly unread?: ReadonlySet<string>
  readonly municipality: Municipality
  readonly standard: Standard<R>
  readonly asOf: Day
  readonly way: Way<R>
  /** How much of the system the standard judges; all of it where nothing is said. */
  readonly share?: Share
  /** Of procedures copied for some requirements only, the one it is read for. */
  readonly requirement?: string | null
}

/**
 * Everything policy-lint knows about one system, as it stood on the day of judgement: later entries,
 * editions and notices do not exist. A system whose procedures go by several standards has one for each.
 */
export class Dossier<R extends Reading = 'asked'> {
  readonly id: string
  readonly municipality: Municipality
  readonly standard: Standard<R>
  readonly asOf: Day
  readonly root: Part<R>
  readonly records: readonly Part<R>[]
  readonly notices: readonly Part<R>[]
  readonly actionFiles: readonly Part<R>[]
  /** All editions and variants of the system's procedures. */
  readonly allEditions: readonly Part<R>[]
  /** Those that the standard judges. */
  readonly editions: readonly Part<R>[]
  /** The dossier of the whole organisation, whose duties and provisions hold for every system. */
  organisationWide: Dossier<R> | undefined
  readonly #context: Part<R> | undefined
  readonly #documents: readonly DossierDocument[]
  readonly #unread: ReadonlySet<string>
  readonly #share: Share
  readonly #organisations = new Map<string, Part<R>>()
  readonly #way: Way<R>
  readonly #requirement: string | null
  readonly #readings = new Map<string, Dossier<R>>()
  #copiedFor: readonly string[] | undefined
  #municipalityPart: Part<R> | undefined
  /** The dossier as rules ask it, where it is asked by many: that of the whole organisation. */
  #asked: Dossier | undefined

  constructor(making: Making<R>) {
    const { id, documents, municipality, standard, asOf, way } = making
    const { share = whole, requirement = null, unread = new Set() } = making
    this.id = id
    this.#way = way
    this.#requirement = requirement
    this.#documents = documents
    this.#unread = unread
    this.#share = share
    this.municipality = municipality
    this.standard = standard
    this.asOf = asOf
    const root = documents.find((one) => one.kind === 'context') ?? documents[0]
    this.root = this.#part(
      shapeOf('Dossier'),
      {},
      root?.document ?? municipality.document,
      id,
      this.#world('context', false),
    )
    const all = documents.map((one) => this.#documentPart(one))
    const existing = all.filter((part) => !isLater(part, asOf))
    this.#context = existing.find((part) => part.type === 'Context')
    this.allEditions = all.filter((part) => part.type === 'Procedure')
    this.editions = this.allEditions.filter(({ data }) => !share.elsewhere.has(data['id']))
    this.records = existing.filter((part) => part.type === 'Records')
    this.notices = existing.filter((part) => part.type === 'Notice')
    this.actionFiles = existing.filter((part) => part.type === 'Actions')
  }

  /** Whether something is a dossier that is read in a way. */
  static isRead<R extends Reading>(owner: object, way: Way<R>): owner is Dossier<R> {
    return owner instanceof Dossier && owner.#way === way
  }

  /** The system's name; its id where no context tells it. */
  get name(): string {
    const name = this.#context?.data['name']
    return typeof name === 'string' ? name : this.id
  }

  /** What is written of its end, once it is retired: from then on it is not judged. */
  get retirement(): Retired | undefined {
    const retired = this.#context?.data['retired'] as Retired | undefined
    return retired && retired.on <= this.asOf ? retired : undefined
  }

  /** Whether this is the dossier of the whole organisation. */
  get level(): 'system' | 'organisation' {
    return isWholeOrganisation(this.id) ? 'organisation' : 'system'
  }

  /** This dossier and that of the whole organisation, whose facts and records hold for it too. */
  get withOrganisation(): readonly Dossier<R>[] {
    return this.organisationWide ? [this, this.organisationWide] : [this]
  }

  /** Whether what the system has once, its facts and records, is told here and not under another standard. */
  get isFirst(): boolean {
    return this.#share.isFirst
  }

  /**
   * The same dossier as rules ask it. Nothing is remembered but of what is asked for many systems: judged
   * and let go, memory does not grow with their number.
   */
  static asked(written: Dossier<'written'>): Dossier {
    const wide = written.organisationWide
    const standard = Standard.asked(written.standard)
    const dossier = new Dossier({ ...written.#making(), standard, way: asking })
    dossier.organisationWide = wide && (wide.#asked ??= Dossier.asked(wide))
    return dossier
  }

  /**
   * The dossier as it is read for one requirement: the lists of a procedure that was copied whole for it
   * do not go on. Requirements for which the same procedures are whole share one reading.
   */
  readFor(requirement: string | null): Dossier<R> {
    if (this.copiedFor.length === 0) return this
    const whole = this.#wholeFor(requirement)
    if (whole === this.#wholeFor(this.#requirement)) return this
    const known = this.#readings.get(whole)
    if (known) return known
    const reading = this.#copy(requirement, this.organisationWide?.readFor(requirement))
    this.#readings.set(whole, reading)
    return reading
  }

  /** The requirements for which alone a procedure was copied whole, those of the whole organisation too. */
  get copiedFor(): readonly string[] {
    return (this.#copiedFor ??= [
      ...this.#documents.flatMap(({ value: { complete } }) =>
        Array.isArray(complete) ? complete.map(String) : [],
      ),
      ...(this.organisationWide?.copiedFor ?? []),
    ])
  }

  /** The procedures that were copied whole for a requirement, those of the whole organisation too. */
  #wholeFor(requirement: string | null): string {
    const own = this.#documents.flatMap(({ kind, value }, index) =>
      kind === 'procedure' && isWhole(value, requirement) ? [String(index)] : [],
    )
    const wide = this.organisationWide
    return wide ? `${own.join()}/${wide.#wholeFor(requirement)}` : own.join()
  }

  #copy(requirement: string | null, wide: Dossier<R> | undefined): Dossier<R> {
    const copy = new Dossier({ ...this.#making(), requirement })
    copy.organisationWide = wide
    return copy
  }

  #making(): Making<R> {
    const { id, municipality, standard, asOf } = this
    const [documents, unread, share, way] = [this.#documents, this.#unread, this.#share, this.#way]
    return { id, documents, unread, municipality, standard, asOf, share, way }
  }

  /** The same facts and records seen from a standard that judges none of the procedures. */
  under(standard: Standard<R>): Dossier<R> {
    const elsewhere = new Set(this.allEditions.map(({ data }) => data['id']))
    return new Dossier({ ...this.#making(), standard, share: { elsewhere, isFirst: false } })
  }

  /** What is really so; unknown where no context file was written. */
  get context(): Part<R> | Nothing<R> {
    return this.#way.known(this.#context, () => new Unknown([{ kind: 'context', path: this.id }]))
  }

  /** Whether a context file was written. */
  get hasContext(): boolean {
    return this.#context !== undefined
  }

  /** The municipality's own file: its bodies, contact points, plans and officers. */
  get municipalityPart(): Part<R> {
    const { id, value, document } = this.municipality
    return (this.#municipalityPart ??= this.#part(
      shapeOf('Municipality'),
      value,
      document,
      id,
      this.#world('municipality', false),
    ))
  }

  /** The procedures in force on the day of judgement, one for each variant. */
  get procedures(): readonly Part<R>[] {
    const inForce = this.editions.filter((edition) => isInForce(edition, this.asOf))
    // All there are hold for others.
    const isForOthers = this.#share.elsewhere.size > 0 && this.editions.length === 0
    const isNone = isForOthers || this.#context?.data['procedure'] === 'none'
    const known = inForce.length > 0 || isNone ? inForce : undefined
    return this.#way.known(known, () => new Unknown([{ kind: 'procedure', path: this.id }])) ?? []
  }

  /** The edition of a procedure that was in force on a day. */
  editionOn(procedure: string, day: string): Part<R> | undefined {
    return this.allEditions.find((one) => one.data['id'] === procedure && isInForce(one, day))
  }

  /** What stands beside the documents of a kind where one of them could not be read. */
  unreadOf(kind: DossierDocument['kind']): readonly Unknown[] {
    return this.#unread.has(kind) ? [new Unknown([{ kind, path: this.id }], 'unreadable')] : []
  }

  /** An organisation or a group of the municipality. */
  organisation(id: string): Part<R> | undefined {
    const known = this.#organisations.get(id)
    if (known) return known
    const entry = this.municipality.organisations.get(id)
    if (!entry) return undefined
    const part = new Part<R>({
      shape: shapeOf('Organisation'),
      data: entry.data,
      document: this.municipality.document,
      path: entry.path,
      parent: undefined,
      key: id,
      world: this.#world('municipality', false),
    })
    this.#organisations.set(id, part)
    return part
  }

  /** A place of the context. */
  place(id: string): Part<R> | undefined {
    return find('place', id, this.#contexts())
  }

  /** The organisation above one in the tree. */
  parentOrganisation(id: string): Part<R> | undefined {
    const above = lineAbove(this.municipality.organisations.get(id))[1]
    return above && this.organisation(above.key)
  }

  #documentPart(one: DossierDocument): Part<R> {
    const isProcedure = one.kind === 'procedure'
    const isAsked = this.#way.reading === 'asked'
    const isOpen = isProcedure
      ? this.#unread.has('procedure') || !isWhole(one.value, this.#requirement)
      : one.kind === 'context' && one.value['complete'] === false
    const open = isAsked && isOpen
    const key = typeof one.value['id'] === 'string' ? one.value['id'] : this.id
    return this.#part(
      shapeOfDocument(one),
      one.value,
      one.document,
      key,
      this.#world(one.kind, isProcedure, open),
    )
  }

  #part(
    shape: Shape,
    data: Readonly<Record<string, unknown>>,
    document: PlacedDocument,
    key: string,
    world: World<R>,
  ): Part<R> {
    return new Part({
      shape,
      data,
      document,
      path: [],
      parent: undefined,
      key,
      world,
    })
  }

  #world(input: Input, closed: boolean, open = false): World<R> {
    return {
      way: this.#way,
      input,
      closed,
      open,
      asOf: this.asOf,
      owner: this,
      resolve: (target, id, from) => this.#resolve(target, id, from),
    }
  }

  #resolve(target: string, id: string, from: Part<R>): Part<R> | undefined {
    switch (target) {
      case 'organisation':
        return this.organisation(id)
      case 'procedure':
        return (
          this.editionOn(id, this.asOf) ?? this.allEditions.find((one) => one.data['id'] === id)
        )
      case 'body':
        return find(target, id, [this.municipalityPart])
      case 'place':
        return find(target, id, this.#contexts()) ?? this.organisationWide?.place(id)
      default:
        if (isLedger(target, this.standard)) {
          return find(
            target,
            id,
            this.withOrganisation.flatMap(({ records }) => records),
          )
        }
        return find(target, id, holdsDuties(target) ? this.#holders(from) : this.#contexts())
    }
  }

  /** Where to look for a duty or a role: the procedure it is named in, else those in force, else older ones. */
  #holders(from: Part<R>): readonly Part<R>[] {
    const top = topOf(from)
    if (top.type === 'Procedure') return [top]
    const inForce = this.allEditions.filter((one) => isInForce(one, this.asOf))
    return [...inForce, ...this.allEditions.filter((one) => !inForce.includes(one))]
  }

  /** Contracts, their SLA items and logs are facts: they stand in the context. */
  #contexts(): readonly Part<R>[] {
    return this.#context ? [this.#context] : []
  }
}

/** A dossier as it is written, for all who compare and print and never ask. */
export type WrittenDossier = Dossier<'written'>

/** The dossier of some documents, as it is written. */
export function writtenDossier(making: Omit<Making<'written'>, 'way'>): WrittenDossier {
  return new Dossier({ ...making, way: asWritten })
}

/** The dossier a part belongs to; parts of a standard belong to none. */
export function dossierOf<R extends Reading>(part: Part<R>): Dossier<R> {
  const { owner, way } = part.world
  if (!Dossier.isRead(owner, way)) throw new Error(`${part.type} belongs to no dossier`)
  return owner
}

/** Whether a procedure was copied whole, or whole for a requirement. */
export function isWhole(
  { complete }: Readonly<Record<string, unknown>>,
  requirement: string | null,
): boolean {
  if (Array.isArray(complete)) return requirement !== null && complete.includes(requirement)
  return complete !== false
}

/** Whether what is named is a row of a ledger that the packs add. */
function isLedger<R extends Reading>(target: string, { ledgers }: Standard<R>): boolean {
  return ledgers.some(({ id }) => id === target)
}

function holdsDuties(target: string): boolean {
  return target === 'duty' || target === 'role'
}

function find<R extends Reading>(
  target: string,
  id: string,
  holders: readonly Part<R>[],
): Part<R> | undefined {
  for (const holder of holders) {
    const found = referents(target, holder, written).find((part) => part.key === id)
    if (found) return found
  }
  return undefined
}

function written<R extends Reading>(part: Part<R>, name: string): readonly Part<R>[] {
  return part.written(name) ? knownOf(part.list(name)) : []
}

/** The file that a part stands in, as a part. */
export function topOf<R extends Reading>(part: Part<R>): Part<R> {
  return part.parent ? topOf(part.parent) : part
}

function isLater<R extends Reading>(part: Part<R>, day: string): boolean {
  const dated = part.shape.dated
  const value = dated === undefined ? undefined : part.data[dated]
  return typeof value === 'string' && possibleDays(value).from > day
}
