import { type Day, parseDay } from '../calendar/day.ts'
import type { DayRange } from '../calendar/fiscal.ts'
import { type Period, periodOf } from '../calendar/period.ts'
import { possibleDays, roughDays } from '../calendar/rough-day.ts'
import type { Input } from '../expression/type.ts'
import type { Basis } from '../finding/finding.ts'
import { knownOf, Lost, type OpenList, SomeDay, unbound, Unknown } from '../finding/unknown.ts'
import { shapeOfObject } from '../schema/kind.ts'
import { numberedKey } from '../schema/element-path.ts'
import type { FieldShape, Shape, ValueShape } from '../schema/shape.ts'
import { tornKeys } from '../schema/torn.ts'
import { isMapping } from '../schema/variant.ts'
import type { Path } from '../yaml/document.ts'
import { type Data, Element, keyOf, type Written } from './element.ts'
import { asking, type Reading, type Way } from './reading.ts'
import { shapeOf } from './shape.ts'

/** What all parts of one file share: how absence reads, the day of judgement, where ids lead. */
export interface World<R extends Reading = 'asked'> {
  readonly way: Way<R>
  readonly input: Input
  /** A procedure is a closed world: what is not written is not so. */
  readonly closed: boolean
  /** Whether the lists of a text that was not copied whole may go on. */
  readonly open: boolean
  readonly asOf: Day
  /** The dossier or the standard that the part belongs to; both know their own parts. */
  readonly owner: object
  /** The part an id refers to; undefined where the loader has already reported it as dangling. */
  readonly resolve: (target: string, id: string, from: Part<R>) => Part<R> | undefined
}

/** A part as it is written: reading it throws nothing. */
export type WrittenPart = Part<'written'>

/**
 * One element of the model, written in a file or derived from one that is. It knows its place, and it
 * reads its fields three ways: a value, `undefined` for "not stated", or, where it is asked, an `Unknown`
 * thrown where nobody wrote it down. Values are computed once.
 */
export class Part<R extends Reading = 'asked'> extends Element {
  declare readonly parent: Part<R> | undefined
  /** What is written; asked for what could not be read, it throws `Unknown`. */
  override readonly data: Data
  /** What of it could be read, for whoever shows it and concludes nothing. */
  readonly legible: Data
  readonly world: World<R>
  #values: Map<string, unknown> | undefined

  constructor(init: Written & Pick<Part<R>, 'parent' | 'world'>) {
    super(init)
    this.world = init.world
    this.legible = init.data
    this.data = this.#guarded(init.data)
  }

  /** The same part as something else, or under another key. */
  override with({ shape = this.shape, key = this.key }: Partial<Written>): Part<R> {
    const { legible: data, document, path, parent, world } = this
    return new Part({ shape, data, document, path, parent, key, world })
  }

  /** Whether something that could be read is written under a key; nothing is asked by it. */
  isLegible(name: string): boolean {
    return this.legible[name] !== undefined
  }

  /** Reads a written field. Asked for what is absent in an open world, it throws `Unknown`. */
  field(name: string): unknown {
    return this.remember(name, readField)
  }

  /** Computes a value once; an `Unknown` is remembered and thrown again. */
  remember(name: string, compute: (part: Part<R>, name: string) => unknown): unknown {
    const values = (this.#values ??= new Map<string, unknown>())
    const known = values.get(name)
    if (known !== undefined) {
      if (known instanceof Unknown) throw known
      return known === notStated ? undefined : known
    }
    try {
      const value = compute(this, name)
      values.set(name, value === undefined ? notStated : value)
      return value
    } catch (thrown) {
      if (!(thrown instanceof Unknown)) throw thrown
      // Only a field that is written is the day that it tells roughly; what is computed of it is not.
      const unknown = compute === readField ? thrown : unbound(thrown)
      values.set(name, unknown)
      throw unknown
    }
  }

  /** Reads a field anew. */
  read(name: string): unknown {
    const shape = this.shape.fields[name]
    // Records read with the ledgers of one pack lack those of another.
    if (!shape && this.shape.kind === 'records') throw this.missing(name)
    if (!shape) throw new Error(`${this.type} has no field ${name}`)
    return this.#read(name, shape)
  }

  /** A text, word, day or label; undefined where not stated. Asked for a day told roughly, it throws `Unknown`. */
  text(name: string): string | undefined {
    const value = this.field(name)
    return typeof value === 'string' ? value : undefined
  }

  /** The days that a day may be: one where it is told exactly; undefined where not stated. */
  days(name: string): DayRange | undefined {
    const day = this.tellingDay(name)
    if (day instanceof SomeDay) return { from: day.from as Day, to: day.to as Day }
    return day === undefined ? undefined : possibleDays(day)
  }

  /** The same of a day that need not be written: undefined where it is not, whatever the world. */
  writtenDays(name: string): DayRange | undefined {
    return this.written(name) ? this.days(name) : undefined
  }

  /** A day for whoever asks for it in turn: told roughly, it is not thrown but is a value. */
  tellingDay(name: string): string | SomeDay | undefined {
    try {
      return this.text(name)
    } catch (thrown) {
      if (thrown instanceof SomeDay) return thrown
      throw thrown
    }
  }

  /** A number; undefined where not stated. */
  number(name: string): number | undefined {
    const value = this.field(name)
    return typeof value === 'number' ? value : undefined
  }

  /** One element, written or referred to; undefined where not stated. */
  part(name: string): Part<R> | undefined {
    const value = this.field(name)
    return this.#isPart(value) ? value : undefined
  }

  /**
   * The known elements of a list, written or referred to; empty where not stated. Asked for them where one
   * could not be read, it throws `Unknown`, for what is reckoned from the others may not be so.
   */
  parts(name: string): readonly Part<R>[] {
    const list = this.list(name)
    const lost = list.find((item) => item instanceof Lost)
    if (lost) this.world.way.known(undefined, () => lost)
    return knownOf(list)
  }

  /** An element, written or referred to, that need not be written: undefined where it is not, whatever the world. */
  writtenPart(name: string): Part<R> | undefined {
    return this.written(name) ? this.part(name) : undefined
  }

  /** A length of time that need not be written: undefined where it is not, whatever the world. */
  writtenPeriod(name: string): Period | undefined {
    return this.written(name) ? (this.field(name) as Period) : undefined
  }

  /** The same of a list that need not be written: none where it is not, whatever the world. */
  writtenParts(name: string): readonly Part<R>[] {
    return this.written(name) ? this.parts(name) : []
  }

  /** A list of elements, written or referred to, that may go on; empty where not stated. */
  list(name: string): OpenList<Part<R>> {
    const value = this.field(name)
    if (!Array.isArray(value)) return []
    const isItem = (item: unknown): item is Part<R> | Unknown =>
      item instanceof Unknown || this.#isPart(item)
    return value.every(isItem) ? value : value.filter(isItem)
  }

  /** A list of words or texts. */
  texts(name: string): readonly string[] {
    const value = this.field(name)
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  }

  /** How sure the fact is: its own word, else that of the part it stands in. */
  get basis(): Basis {
    const own = this.data['basis']
    if (own === 'reported' || own === 'inferred' || own === 'assumed') return own
    return this.parent?.basis ?? 'reported'
  }

  /** What a reader would look for when this field is absent. */
  missing(name: string): Unknown {
    return new Unknown([{ kind: this.world.input, path: `${this.#trail}${name}` }])
  }

  /** Of what could not be read in all, asked for what may say anything, the rest is known. */
  #guarded(data: Data): Data {
    const torn = this.world.way.reading === 'asked' ? tornKeys(data) : undefined
    if (!torn) return data
    const guarded = { ...data }
    for (const name of torn) {
      // How sure it is, is no fact: what can be read counts as it stands.
      if (name === 'basis' || name === 'unconfirmed') continue
      const get = (): never => {
        throw new Unknown(this.missing(name).missing, 'unreadable')
      }
      Object.defineProperty(guarded, name, { get })
    }
    return guarded
  }

  /** What stands in the place of an element of a list that cannot be told from the others; undefined where it can. */
  #lost(name: string, type: ValueShape, item: unknown): Lost | undefined {
    if (item === null) return new Lost(this.missing(name).missing)
    if (type.kind !== 'object' || !isMapping(item)) return undefined
    const torn = tornKeys(item)
    if (!torn) return undefined
    const { key, dated } = shapeOfObject(type)
    const knownBy = ['id', 'key', ...key, ...(dated === undefined ? [] : [dated])]
    if (!knownBy.some((one) => torn.has(one))) return undefined
    return new Lost(this.missing(name).missing, item, torn)
  }

  /** What stands in the place of something that is referred to and is not there: the loader tells of it. */
  #dangling(name: string, id: unknown): Unknown {
    const path = `${this.#trail}${this.elementId}/${name}/${String(id)}`
    return new Unknown([{ kind: this.world.input, path }], 'unreadable')
  }

  get #trail(): string {
    return this.parent ? `${this.parent.#trail}${this.elementId}/` : ''
  }

  /** The parts among the values of a part are read in its own way. */
  #isPart(value: unknown): value is Part<R> {
    return value instanceof Part && value.world.way === this.world.way
  }

  #read(name: string, shape: FieldShape): unknown {
    const value = this.data[name]
    const { type } = shape
    const end = shape.open && this.world.open ? [this.missing(name)] : []
    if (value === undefined || value === null) {
      const isClosed =
        this.world.closed && !shape.undecided && (type.kind === 'list' || end.length === 0)
      if (!(shape.required || isClosed || shape.closed)) {
        this.world.way.known(undefined, () => this.missing(name))
      }
      return type.kind === 'list' ? end : undefined
    }
    if (shape.none && value === 'none') return type.kind === 'list' ? end : undefined
    const days = type.kind === 'day' && typeof value === 'string' ? roughDays(value) : undefined
    if (days) return this.#roughDay(name, days, shape)
    if (shape.happened && typeof value === 'string' && value > this.world.asOf) return undefined
    if (type.kind !== 'list') {
      const single = this.#convert(value, type, [...this.path, name], '')
      if (type.kind !== 'ref') return single
      return this.world.way.known(single, () => this.#dangling(name, value))
    }
    return Array.isArray(value) ? [...this.#readList(name, type.of, value), ...end] : end
  }

  /** A day that is told roughly: asked, it is one of some days; of what happens by a day to come nobody knows it has. */
  #roughDay(name: string, days: DayRange, { happened }: FieldShape): unknown {
    const { asOf, way } = this.world
    if (happened && days.from > asOf) return undefined
    if (way.reading === 'written') return this.data[name]
    const { missing } = this.missing(name)
    const isPast = !happened || days.to <= asOf
    const to = isPast ? days.to : asOf
    throw isPast || isTold(days, this)
      ? new SomeDay(missing, { ...days, to })
      : new Unknown(missing, 'rough')
  }

  #readList(name: string, type: ValueShape, items: readonly unknown[]): readonly unknown[] {
    const seen = new Map<string, number>()
    const list: unknown[] = []
    const isAsked = this.world.way.reading === 'asked'
    let goesOn = false
    items.forEach((item, index) => {
      // A finding of form tells why it could not be read.
      const lost = this.#lost(name, type, item)
      if (lost && isAsked && (item !== null || !goesOn)) list.push(lost)
      goesOn ||= item === null
      if (lost || item === undefined) return
      const value = this.#convert(item, type, [...this.path, name, index], String(index), seen)
      const isPart = this.#isPart(value)
      if (isPart && isAsked && isPerhapsLater(value)) list.push(perhapsLater(value))
      else if (value !== undefined && !(isPart && isLater(value))) list.push(value)
      if (value !== undefined || type.kind !== 'ref' || !isAsked) return
      list.push(this.#dangling(name, item))
    })
    return list
  }

  #convert(
    value: unknown,
    type: ValueShape,
    path: Path,
    index: string,
    seen?: Map<string, number>,
  ): unknown {
    switch (type.kind) {
      case 'object':
        return this.#child(shapeOfObject(type), value, path, index, seen)
      case 'union':
        // A named union is one type of the model, e.g. a frequency written as a word or as a mapping.
        return type.name === undefined
          ? value
          : this.#child(shapeOf(type.name), value, path, index, seen)
      case 'ref':
        return this.world.resolve(type.to[0] ?? '', String(value), this)
      case 'period':
        return periodOf(value)
      default:
        return value
    }
  }

  #child(
    shape: Shape,
    value: unknown,
    path: Path,
    index: string,
    seen?: Map<string, number>,
  ): Part<R> {
    const data = asData(value)
    const other = this.document.elsewhere?.(path)
    const own = keyOf(shape, data) ?? index
    return new Part({
      shape,
      data,
      document: other?.document ?? this.document,
      path: other?.path ?? path,
      parent: this,
      key: seen ? numberedKey(own, seen) : own,
      world: this.world,
    })
  }
}

/** Whether a value is a part as rules ask it. */
export function isPart(value: unknown): value is Part {
  return value instanceof Part && value.world.way === asking
}

/** What is remembered of a field that is known to be not stated. */
const notStated = Symbol('not stated')

const readField = <R extends Reading>(part: Part<R>, name: string): unknown => part.read(name)

/** A part that stands in no file: a party, a window, a change. It points to the written part it comes from. */
export class DerivedPart<R extends Reading = 'asked'> extends Part<R> {
  constructor(shape: Shape, anchor: Part<R>, key: string, values: Data) {
    super({
      shape,
      data: values,
      document: anchor.document,
      path: anchor.path,
      parent: anchor,
      key,
      world: anchor.world,
    })
  }

  override field(name: string): unknown {
    const value = this.data[name]
    if (!(value instanceof Unknown)) return value
    this.world.way.known(undefined, () => value)
    return undefined
  }
}

function asData(value: unknown): Data {
  // The schema has already said that this is a mapping, or one word standing for it.
  return isMapping(value) ? value : { word: value }
}

function isLater<R extends Reading>(part: Part<R>): boolean {
  const dated = part.shape.dated
  if (dated === undefined) return false
  const day = part.data[dated]
  return typeof day === 'string' && possibleDays(day).from > part.world.asOf
}

function perhapsLater<R extends Reading>(part: Part<R>): Lost {
  const dated = part.shape.dated ?? ''
  return new Lost(part.missing(dated).missing, part.data, new Set([dated]), 'rough')
}

/** Whether it is of a day told roughly, by which it may be later than the day of judgement or not. */
function isPerhapsLater<R extends Reading>(part: Part<R>): boolean {
  const day = part.shape.dated === undefined ? undefined : part.data[part.shape.dated]
  const days = typeof day === 'string' ? roughDays(day) : undefined
  if (days === undefined || days.from > part.world.asOf || part.world.asOf >= days.to) return false
  return !isTold(days, part)
}

/** What nobody writes down before it has happened. */
const tellsOfPast: ReadonlySet<string> = new Set(['Count', 'Event'])

/** Whether what is told of some days happened by the day of judgement: it stands in a record that is over by then. */
function isTold<R extends Reading>({ from }: DayRange, entry: Part<R>): boolean {
  if (tellsOfPast.has(entry.type)) return from <= entry.world.asOf
  const last = lastCovered(entry.parent)
  return last !== undefined && from <= last && last <= entry.world.asOf
}

/** The last day for which a series speaks; undefined of what is none, and where it is told roughly. */
function lastCovered<R extends Reading>(series: Part<R> | undefined): Day | undefined {
  const covers = series?.data['covers']
  const to = isMapping(covers) ? covers['to'] : undefined
  return typeof to === 'string' ? parseDay(to) : undefined
}
