import { ownText } from '../source/source.ts'
import type { CannotJudge, Rows } from './report.ts'
import type { Missing } from './unknown.ts'

/**
 * What could not be judged in many systems: hundreds of rows of each, which have nearly all their words in
 * common. Every word is held once, a row is three numbers, and it is made whenever it is read.
 */
export class RowKeeper {
  readonly #heads = new Numbered<Head>()
  /** The parts of paths: `duty:backup` stands in the rows of many systems. */
  readonly #words = new Numbered<string>()

  /** What the numbers of all rows that were kept stand for; it grows with them. */
  get legend(): Legend {
    return { heads: this.#heads.all, words: this.#words.all }
  }

  /** The rows of one system, as this keeper holds them. */
  kept(system: string, rows: Iterable<CannotJudge>): KeptRows {
    const numbers: number[] = []
    const texts = new Texts(this.#words)
    for (const { rule, requirement, reason, element, missing } of rows) {
      const key = `${rule}\0${reason}\0${requirement ?? '\0'}`
      const head = this.#heads.numberOf(key, () => {
        return { rule, requirement: requirement === null ? null : ownText(requirement), reason }
      })
      numbers.push(head, texts.placeOf(element), texts.placeOfAll(missing))
    }
    const all = [...numbers, ...texts.numbers]
    const isSmall = all.every((one) => one < 2 ** 16)
    const own = isSmall ? Uint16Array.from(all) : Uint32Array.from(all)
    return new KeptRows(system, this.legend, numbers.length / 3, own)
  }
}

/** What the rows of many systems share. */
type Head = Pick<CannotJudge, 'rule' | 'requirement' | 'reason'>

/** Values by numbers that are given as they come. */
class Numbered<Value> {
  readonly all: Value[] = []
  readonly #known = new Map<string, number>()

  numberOf(key: string, make: (key: string) => Value): number {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const own = ownText(key)
    this.#known.set(own, this.all.length)
    return this.all.push(make(own)) - 1
  }
}

/** The texts of the rows of one system, each once, as the numbers of their words. */
class Texts {
  readonly numbers: number[] = []
  readonly #words: Numbered<string>
  readonly #places = new Map<string | CannotJudge['missing'], number>()

  constructor(words: Numbered<string>) {
    this.#words = words
  }

  placeOf(path: string): number {
    return this.#placeOf(path, () => {
      this.#add(path)
    })
  }

  placeOfAll(missing: CannotJudge['missing']): number {
    return this.#placeOf(missing, () => {
      this.numbers.push(missing.length)
      for (const { kind, path } of missing) {
        this.#add(kind)
        this.#add(path)
      }
    })
  }

  #placeOf(text: string | CannotJudge['missing'], add: () => void): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    const place = this.numbers.length
    this.#places.set(text, place)
    add()
    return place
  }

  #add(path: string): void {
    const words = path.split('/')
    this.numbers.push(words.length)
    for (const word of words) this.numbers.push(this.#words.numberOf(word, (own) => own))
  }
}

/** What the numbers of rows stand for. */
export interface Legend {
  readonly heads: readonly Head[]
  readonly words: readonly string[]
}

/** The rows of one system: three numbers of each row, and behind them those of the texts. */
export class KeptRows implements Rows<CannotJudge> {
  readonly length: number
  readonly numbers: Uint16Array | Uint32Array
  readonly #system: string
  readonly #legend: Legend

  constructor(system: string, legend: Legend, length: number, numbers: Uint16Array | Uint32Array) {
    this.length = length
    this.numbers = numbers
    this.#system = system
    this.#legend = legend
  }

  *[Symbol.iterator](): Iterator<CannotJudge> {
    const elements = new Map<number, string>()
    const lists = new Map<number, CannotJudge['missing']>()
    const cursor = new Cursor(this.numbers, this.#legend.words)
    const texts = this.length * 3
    for (let row = 0; row < texts; row += 3) {
      cursor.at = row
      const [head, elementAt, missingAt] = [cursor.next(), cursor.next(), cursor.next()]
      const known = this.#legend.heads[head]
      if (!known) throw new Error('a row that was never kept')
      const { rule, requirement, reason } = known
      cursor.at = texts + elementAt
      const element = elements.get(elementAt) ?? cursor.path()
      cursor.at = texts + missingAt
      const missing = lists.get(missingAt) ?? cursor.missing()
      elements.set(elementAt, element)
      lists.set(missingAt, missing)
      yield { rule, requirement, system: this.#system, element, reason, missing }
    }
  }
}

/** Reads numbers one after another. */
class Cursor {
  at = 0
  readonly #numbers: Uint16Array | Uint32Array
  readonly #words: readonly string[]

  constructor(numbers: Uint16Array | Uint32Array, words: readonly string[]) {
    this.#numbers = numbers
    this.#words = words
  }

  next(): number {
    const number = this.#numbers[this.at] ?? 0
    this.at += 1
    return number
  }

  path(): string {
    const words: string[] = []
    for (let left = this.next(); left > 0; left -= 1) words.push(this.#words[this.next()] ?? '')
    return words.join('/')
  }

  missing(): CannotJudge['missing'] {
    const missing: Missing[] = []
    for (let left = this.next(); left > 0; left -= 1) {
      missing.push({ kind: this.path(), path: this.path() })
    }
    return missing
  }
}

/** Rows after rows. */
export function joinedRows<Row>(all: readonly Rows<Row>[]): Rows<Row> {
  return {
    length: all.reduce((sum, { length }) => sum + length, 0),
    *[Symbol.iterator]() {
      for (const rows of all) yield* rows
    },
  }
}
