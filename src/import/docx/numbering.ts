import { itemNumber, writeKanjiNumber } from '../../japanese/numbering.ts'
import { child, childrenOf, valueOf, type Xml } from './xml.ts'

interface Level {
  readonly start: number
  readonly format: string
  /** 第%1条 */
  readonly text: string
  readonly isLegal: boolean
  /** The level that begins it anew, where that is not the one above it; 0 where none does. */
  readonly restart: number | undefined
}

interface Numbering {
  /** What counts together: lists of one definition go on where another of them ended. */
  readonly definition: string
  readonly levels: ReadonlyMap<number, Level>
  /** Where a list begins anew when it is first used, by level. */
  readonly starts: ReadonlyMap<number, number>
}

/** Counts the automatic numbers of a Word file as Word shows them. */
export class NumberCounter {
  readonly #lists = new Map<string, Numbering>()
  readonly #counts = new Map<string, Map<number, number>>()
  readonly #begun = new Set<string>()

  constructor(numbering: Xml | undefined) {
    const definitions = new Map(
      childrenOf(numbering, 'w:abstractNum').map((one) => [
        one.attributes['w:abstractNumId'] ?? '',
        one,
      ]),
    )
    for (const list of childrenOf(numbering, 'w:num')) {
      const id = valueOf(child(list, 'w:abstractNumId')) ?? ''
      const definition = linkedDefinition(definitions.get(id), definitions)
      const levels = new Map(
        childrenOf(definition, 'w:lvl').map((level) => [levelNumber(level), readLevel(level)]),
      )
      const starts = new Map<number, number>()
      for (const override of childrenOf(list, 'w:lvlOverride')) {
        const at = levelNumber(override)
        const start = valueOf(child(override, 'w:startOverride'))
        const own = child(override, 'w:lvl')
        if (own) levels.set(at, readLevel(own))
        if (start !== undefined) starts.set(at, Number(start))
      }
      this.#lists.set(list.attributes['w:numId'] ?? '', { definition: id, levels, starts })
    }
  }

  /** The next number of a list at a level, as it is shown; undefined where there is no such list. */
  next(id: string, at: number): string | undefined {
    const list = this.#lists.get(id)
    const level = list?.levels.get(at)
    if (!list || !level) return undefined
    const counts = this.#counts.get(list.definition) ?? new Map<number, number>()
    this.#counts.set(list.definition, counts)
    const start = list.starts.get(at)
    const isFirst = start !== undefined && !this.#begun.has(`${id} ${at}`)
    this.#begun.add(`${id} ${at}`)
    counts.set(at, isFirst ? start : (counts.get(at) ?? level.start - 1) + 1)
    for (const below of counts.keys()) {
      const restart = list.levels.get(below)?.restart
      if (below > at && (restart === undefined || (restart > 0 && at < restart)))
        counts.delete(below)
    }
    return level.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
      const above = Number(digit) - 1
      const own = list.levels.get(above)
      const count = counts.get(above) ?? own?.start ?? 1
      return own ? written(count, level.isLegal ? 'decimal' : own.format) : String(count)
    })
  }
}

/** A definition that only names a style has its levels where that style is defined. */
function linkedDefinition(
  definition: Xml | undefined,
  all: ReadonlyMap<string, Xml>,
): Xml | undefined {
  const style = valueOf(child(definition, 'w:numStyleLink'))
  if (style === undefined) return definition
  return [...all.values()].find((one) => valueOf(child(one, 'w:styleLink')) === style) ?? definition
}

function levelNumber(element: Xml): number {
  return Number(element.attributes['w:ilvl'] ?? 0)
}

function readLevel(level: Xml): Level {
  const restart = valueOf(child(level, 'w:lvlRestart'))
  const format = valueOf(child(level, 'w:numFmt')) ?? 'decimal'
  return {
    start: Number(valueOf(child(level, 'w:start')) ?? 1),
    format,
    // The sign of a bullet is a letter of a font of its own.
    text: format === 'bullet' ? '・' : (valueOf(child(level, 'w:lvlText')) ?? ''),
    isLegal: child(level, 'w:isLgl') !== undefined,
    restart: restart === undefined ? undefined : Number(restart),
  }
}

/** A number in one of Word's formats. */
function written(count: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(count).replaceAll(/\d/gu, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      )
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count >= 1 && count <= 20 ? String.fromCodePoint(0x2460 + count - 1) : String(count)
    case 'decimalEnclosedParen':
      return `(${count})`
    case 'japaneseCounting':
    case 'japaneseDigitalTenThousand':
    case 'japaneseLegal':
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'taiwaneseCounting':
      return writeKanjiNumber(count)
    case 'aiueo':
    case 'aiueoFullWidth':
      return itemNumber('katakana', 0, count, 'half')
    case 'iroha':
    case 'irohaFullWidth':
      return itemNumber('kanji', 1, count, 'half')
    case 'upperLetter':
      return letter(count, 'A')
    case 'lowerLetter':
      return letter(count, 'a')
    case 'upperRoman':
      return roman(count)
    case 'lowerRoman':
      return roman(count).toLowerCase()
    default:
      return String(count)
  }
}

function letter(count: number, first: string): string {
  return String.fromCharCode(first.charCodeAt(0) + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
}

function roman(count: number): string {
  const signs: readonly (readonly [number, string])[] = [
    ...([
      [100, 'C'],
      [90, 'XC'],
      [50, 'L'],
      [40, 'XL'],
      [10, 'X'],
    ] as const),
    ...([
      [9, 'IX'],
      [5, 'V'],
      [4, 'IV'],
      [1, 'I'],
    ] as const),
  ]
  let [rest, text] = [Math.min(count, 399), '']
  for (const [value, sign] of signs) {
    for (; rest >= value; rest -= value) text += sign
  }
  return text
}
