import { parseDay } from '../calendar/day.ts'
import { parseWindowLabel } from '../calendar/window-label.ts'
import { parsePeriod } from '../calendar/period.ts'
import { parseRoughDay } from '../calendar/rough-day.ts'
import { suggest } from '../japanese/suggest.ts'
import { looksLikeDay } from './day-form.ts'
import { shapeOfObject } from './kind.ts'
import type { FieldShape, NumberShape, Shape, UnionShape, ValueShape } from './shape.ts'
import type { Departure, Fields, Violation } from './violation.ts'
import { isMapping, type Mapping, mappingVariant, objectsOf, variantFor } from './variant.ts'
import { replaceIn, typeOf, type Visit } from './walk.ts'

/**
 * Holds a file's mapping against the shape of its kind, and writes days and periods in their ISO
 * form into it. One walk, for a day that is understood is a day that is normalised.
 */
export function check(file: Mapping, shape: Shape): Violation[] {
  return checked(file, shape, 'kind')
}

/** Holds an element that stands outside any file of a kind, a row of a ledger, against its shape. */
export function checkElement(value: Mapping, shape: Shape): Violation[] {
  return checked(value, shape)
}

function checked(value: Mapping, shape: Shape, besides?: string): Violation[] {
  const checker = new Checker(shape)
  checker.object(value, shape, besides)
  checker.close()
  return checker.violations
}

/** So many violations of one file are told one by one; a file of rubbish must not exhaust us. */
const maxViolations = 1000

class Checker {
  readonly violations: Violation[] = []
  readonly #path: (string | number)[] = []
  #more = 0
  #owner: Shape
  #ownerDepth = 0
  #field: FieldShape | undefined

  constructor(owner: Shape) {
    this.#owner = owner
  }

  /** Tells how many violations were left out. */
  close(): void {
    if (this.#more === 0) return
    const found = this.#more
    const place = { path: [], part: 'mark', ownerDepth: 0, field: undefined } as const
    this.violations.push({ code: 'more', found, ...place, owner: this.#owner })
  }

  object(value: Mapping, shape: Shape, besides?: string): void {
    const [owner, ownerDepth, outer] = [this.#owner, this.#ownerDepth, this.#field]
    this.#owner = shape
    this.#ownerDepth = this.#path.length
    const { required, besideAnother } = demandsOf(shape)
    let meant: Set<string | undefined> | undefined
    this.#each(value, typeOf(shape), (inner, key, type, field) => {
      if (key === besides || (field?.none && inner === 'none')) return inner
      this.#field = field
      if (type) return this.#value(inner, type)
      meant ??= new Set()
      meant.add(this.#unknownKey(String(key), shape.fields, value))
      return inner
    })
    for (const [key, field] of besideAnother) this.#beside(value, key, field)
    this.#field = undefined
    for (const [key, field] of required) {
      if (Object.hasOwn(value, key) || meant?.has(key)) continue
      if (field.unless !== undefined && Object.hasOwn(value, field.unless)) continue
      this.#report({ code: 'missing-key', key, alternatives: { [key]: field } })
    }
    this.#owner = owner
    this.#ownerDepth = ownerDepth
    this.#field = outer
  }

  /** Returns the value as the program uses it: the same, or a day or period in ISO form. */
  #value(value: unknown, type: ValueShape): unknown {
    if (value === null || value === undefined) {
      if (type.kind !== 'any') this.#report({ code: 'no-value', expected: type })
      return value
    }
    switch (type.kind) {
      case 'any':
        return value
      case 'object':
        if (isMapping(value)) this.object(value, shapeOfObject(type))
        else this.#wrongType(value, type)
        return value
      case 'list':
        if (Array.isArray(value)) this.#list(value as unknown[], type)
        else this.#wrongType(value, type)
        return value
      case 'map':
        if (isMapping(value)) this.#map(value, type)
        else this.#wrongType(value, type)
        return value
      case 'union':
        return this.#union(value, type)
      case 'number':
        if (typeof value === 'number') this.#number(value, type)
        else this.#wrongType(value, type)
        return value
      case 'bool':
        if (typeof value !== 'boolean') this.#wrongType(value, type)
        return value
      case 'yes':
        if (value !== true) this.#wrongType(value, type)
        return value
      case 'scalar':
        if (typeof value === 'object') this.#wrongType(value, type)
        return value
      default:
        if (typeof value === 'string') return this.#text(value, type)
        this.#wrongType(value, type)
        return value
    }
  }

  /** Holds a value against the one of another field beside it. */
  #beside(value: Mapping, key: string, field: FieldShape): void {
    const departure =
      field.begunBy !== undefined
        ? notBegun(value[key], value[field.begunBy])
        : moreThan(value[key], value[field.atMost ?? ''], field.atMost ?? '')
    if (!departure) return
    this.#path.push(key)
    this.#field = field
    this.#report(departure)
    this.#path.pop()
  }

  #text(value: string, type: ValueShape): string {
    switch (type.kind) {
      case 'day': {
        const day = parseDay(value)
        if (day !== undefined) return day
        const rough = type.rough ? parseRoughDay(value) : undefined
        if (rough !== undefined) return rough
        this.#report({ code: looksLikeDay(value) ? 'no-such-day' : 'not-a-day', found: value })
        return value
      }
      case 'period': {
        const period = parsePeriod(value, type.zero, type.office)
        if (period) return period.toString()
        this.#report({ code: 'not-a-period', found: value })
        return value
      }
      case 'word':
        if ('words' in type && !Object.hasOwn(type.words, value)) {
          this.#report({ code: 'unknown-word', expected: type, found: value })
        } else this.#length(value, 200)
        return value
      case 'ref':
        this.#length(value, 200)
        return value
      case 'text':
      case 'label':
        if (this.#length(value, type.longest, type.pattern !== undefined)) {
          if (type.pattern !== undefined && !pattern(type.pattern).test(value)) {
            this.#report({ code: 'wrong-form', form: type.form ?? '', found: value })
          }
        }
        return value
      default:
        return value
    }
  }

  #length(value: string, longest = Infinity, refusesBlank = true): boolean {
    if (refusesBlank && value.trim() === '') this.#report({ code: 'blank' })
    else if (value.length > longest) {
      this.#report({ code: 'too-long', most: longest, found: value.length })
    } else return true
    return false
  }

  #number(value: number, type: NumberShape): void {
    if (type.whole && !Number.isInteger(value)) this.#wrongType(value, type)
    else if (!(value >= type.least && value <= type.most)) {
      this.#report({ code: 'out-of-range', expected: type, found: value })
    }
  }

  #list(items: unknown[], type: Extract<ValueShape, { kind: 'list' }>): void {
    if (items.length > type.most) {
      this.#report({ code: 'too-many', limit: type.most, found: items.length })
      return
    }
    if (items.length < type.least) {
      this.#report({ code: 'too-few', limit: type.least, found: items.length })
    }
    this.#each(items, type, (item) => this.#value(item, type.of))
  }

  #map(value: Mapping, type: Extract<ValueShape, { kind: 'map' }>): void {
    const keys = Object.keys(value)
    if (keys.length > type.most) {
      this.#report({ code: 'too-many', limit: type.most, found: keys.length })
      return
    }
    this.#each(value, type, (inner, key) => {
      if (pattern(type.names).test(String(key))) return this.#value(inner, type.of)
      this.#report({ code: 'wrong-name', key: String(key), names: type.names }, 'key')
      return inner
    })
  }

  #union(value: unknown, type: UnionShape): unknown {
    if (!isMapping(value)) {
      const variant = variantFor(value, type.of)
      if (variant) return this.#value(value, variant)
      this.#wrongType(value, type)
      return value
    }
    const choice = mappingVariant(value, type)
    if (!choice) this.#wrongType(value, type)
    else if (choice.kind === 'one') this.object(value, choice.shape)
    else if (choice.kind === 'several') {
      this.#report({ code: 'rival-keys', key: choice.keys[1] ?? '', rivals: choice.keys })
    } else {
      const meant = objectsOf(type).find((shape) => hasMisspelt(value, shape, choice.alternatives))
      const [key] = Object.keys(choice.alternatives)
      if (meant) this.object(value, meant)
      else this.#report({ code: 'missing-key', key: key ?? '', alternatives: choice.alternatives })
    }
    return value
  }

  /** Reports the key and returns the one that was probably meant. */
  #unknownKey(key: string, known: Fields, value: Mapping): string | undefined {
    this.#report({ code: 'unknown-key', key, known }, 'key')
    // Where no more is told, what was meant is not told either.
    if (this.#more > 0) return undefined
    const meant = meantKey(key, known)
    return meant !== undefined && !Object.hasOwn(value, meant) ? meant : undefined
  }

  #wrongType(found: unknown, expected: ValueShape): void {
    this.#report({ code: 'wrong-type', expected, found })
  }

  #report(departure: Departure, part: 'key' | 'mark' = 'mark'): void {
    if (this.violations.length >= maxViolations) return void (this.#more += 1)
    const surroundings = { owner: this.#owner, ownerDepth: this.#ownerDepth, field: this.#field }
    this.violations.push({ ...departure, path: [...this.#path], part, ...surroundings })
  }

  /** Puts what `read` makes of all that stands directly in a value in its place. */
  #each(value: Mapping | unknown[], type: ValueShape, read: Visit<unknown>): void {
    replaceIn(value, type, (inner, step, innerType, field) => {
      this.#path.push(step)
      const outcome = read(inner, step, innerType, field)
      this.#path.pop()
      return outcome
    })
  }
}

/** A stretch of time that is named for what was done has begun on the day it was done. */
function notBegun(found: unknown, on: unknown): Departure | undefined {
  if (typeof found !== 'string' || typeof on !== 'string') return undefined
  const [named, by] = [parseWindowLabel(found), parseDay(on)]
  if (!named || !by || named.from <= by) return undefined
  return { code: 'not-begun', found, by, from: named.from }
}

/** What is counted among others is not more than they are. */
function moreThan(found: unknown, most: unknown, of: string): Departure | undefined {
  if (typeof found !== 'number' || typeof most !== 'number' || found <= most) return undefined
  return { code: 'more-than', found, most, of }
}

/** The known key that was probably meant: the one whose Japanese label was written, else the nearest. */
export function meantKey(key: string, known: Fields): string | undefined {
  const word = key.normalize('NFKC').trim()
  const labelled = Object.entries(known).find(([, field]) => field.label === word)
  return labelled?.[0] ?? suggest(word, Object.keys(known))
}

/** Whether a key of the mapping was probably meant for one that marks this shape. */
function hasMisspelt(value: Mapping, shape: Shape, marks: Fields): boolean {
  return Object.keys(value).some((key) => {
    const meant = meantKey(key, marks)
    return meant !== undefined && Object.hasOwn(shape.fields, meant)
  })
}

/** The fields of a shape that must be written, and those held against another beside them. */
interface Demands {
  readonly required: readonly (readonly [string, FieldShape])[]
  readonly besideAnother: readonly (readonly [string, FieldShape])[]
}

const demands = new Map<Shape, Demands>()

/** Worked out once, for every mapping of every file asks. */
function demandsOf(shape: Shape): Demands {
  const known = demands.get(shape)
  if (known) return known
  const entries = Object.entries(shape.fields)
  const required = entries.filter(([, field]) => field.required ?? field.unless)
  const besideAnother = entries.filter(([, field]) => field.begunBy ?? field.atMost)
  const fresh = { required, besideAnother }
  demands.set(shape, fresh)
  return fresh
}

const patterns = new Map<string, RegExp>()

function pattern(source: string): RegExp {
  let compiled = patterns.get(source)
  if (!compiled) patterns.set(source, (compiled = new RegExp(source, 'u')))
  return compiled
}
