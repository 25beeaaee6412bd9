import type { Block, Heading, Inline, Paragraph, ParagraphStyle } from '../document.ts'
import { plainText } from '../vocabulary/inline.ts'

/** A list of Word's own: how it counts, and from where. */
export interface WordList {
  /** Its name inside the file. */
  readonly reference: string
  readonly style: NumberedStyle
  readonly format: CountedNumber['format']
  readonly prefix: string
  /** What follows the counter, the gap before the text included. */
  readonly suffix: string
  readonly start: number
}

/** The place of a paragraph in a list, and its words without their number. */
export interface ListPlace {
  readonly reference: string
  /** Which of the lists that count alike. */
  readonly instance: number
  readonly content: readonly Inline[]
}

/** What the numbers of a document come to in Word. */
export interface NumberPlan {
  readonly lists: readonly WordList[]
  readonly places: ReadonlyMap<Block, ListPlace>
}

/** What can carry a number. */
export type NumberedStyle = 'h1' | 'h2' | 'h3' | ParagraphStyle

/** Numbers below one of these begin anew behind it. Articles (条) run on through all chapters. */
const depths: Readonly<Partial<Record<NumberedStyle, number>>> = {
  h1: 1,
  h2: 2,
  h3: 3,
  ko1: 1,
  ko: 2,
  go: 3,
  iroha: 4,
  iroha2: 5,
  num1: 4,
  num2: 5,
  num3: 6,
  num4: 7,
}
const ofArticles: ReadonlySet<NumberedStyle> = new Set(['ko1', 'ko', 'go', 'iroha', 'iroha2'])

interface OpenList {
  readonly list: WordList
  readonly instance: number
  readonly last: number
}

/**
 * Makes real lists of Word out of written numbers, so that each shows exactly what was written: every
 * list has a counter of its own that starts at its first number, and a number that does not follow the
 * one before begins a new list. What Word cannot count to stays text.
 */
export function planNumbers(blocks: readonly Block[]): NumberPlan {
  const lists = new Map<string, WordList>()
  const instances = new Map<string, number>()
  const places = new Map<Block, ListPlace>()
  const open = new Map<string, OpenList>()
  for (const block of blocks) {
    if (block.type !== 'heading' && block.type !== 'paragraph') continue
    const style = styleOf(block)
    closeBelow(style, open)
    const numbered = split(block.content)
    if (!numbered) continue
    const { written, gap, rest } = numbered
    const options = readings(written)
    const following = options.find(({ value, ...one }) => {
      const known = open.get(keyOf(style, one.format, one.prefix, one.suffix + gap))
      return known !== undefined && known.last + 1 === value
    })
    const counted = following ?? options.find(({ value }) => value === 1) ?? options[0]
    if (!counted) continue
    const { format, prefix, value } = counted
    const suffix = counted.suffix + gap
    const key = keyOf(style, format, prefix, suffix)
    const running = following && open.get(key)
    const alike = `${key}|${value}`
    // The package puts the name into a regular expression: letters and digits only.
    const reference = `list${lists.size + 1}`
    const list = running?.list ??
      lists.get(alike) ?? { reference, style, format, prefix, suffix, start: value }
    const instance = running?.instance ?? (instances.get(alike) ?? -1) + 1
    if (!running) {
      lists.set(alike, list)
      instances.set(alike, instance)
    }
    open.set(key, { list, instance, last: value })
    places.set(block, { reference: list.reference, instance, content: rest })
  }
  return { lists: [...lists.values()], places }
}

function keyOf(style: NumberedStyle, format: string, prefix: string, suffix: string): string {
  return [style, format, prefix, suffix].join('|')
}

function styleOf(block: Heading | Paragraph): NumberedStyle {
  return block.type === 'heading' ? (`h${block.level}` as const) : block.style
}

function closeBelow(style: NumberedStyle, open: Map<string, OpenList>): void {
  const depth = depths[style]
  if (depth === undefined) return
  for (const [key, { list }] of open) {
    const inner = depths[list.style] ?? 0
    const isSameKind = ofArticles.has(style) === ofArticles.has(list.style)
    if (isSameKind && inner > depth) open.delete(key)
  }
}

/** The number a line begins with, the gap behind it, and the rest. */
function split(
  content: readonly Inline[],
):
  { readonly written: string; readonly gap: string; readonly rest: readonly Inline[] } | undefined {
  const [first, ...others] = content
  if (first?.type !== 'marked' || first.mark !== 'num') return undefined
  const written = plainText(first.content)
  if (written === '' || written.includes('\n')) return undefined
  const [next, ...behind] = others
  if (next?.type !== 'text') return { written, gap: '', rest: others }
  const gap = /^[\u3000 ]*/.exec(next.text)?.[0] ?? ''
  const text = next.text.slice(gap.length)
  return { written, gap, rest: text === '' ? behind : [{ type: 'text', text }, ...behind] }
}

/** How Word counts a list: its `numFmt`. */
export type NumberFormat =
  | 'decimal'
  | 'decimalFullWidth'
  | 'aiueoFullWidth'
  | 'irohaFullWidth'
  | 'decimalEnclosedCircle'
  | 'lowerLetter'

/** A number as Word could count it: what stands around the counter, how it counts, how far it is. */
export interface CountedNumber {
  readonly prefix: string
  readonly suffix: string
  readonly format: NumberFormat
  readonly value: number
}

const aiueo =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const iroha =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const letters = 'abcdefghijklmnopqrstuvwxyz'

const signs: readonly (readonly [NumberFormat, string])[] = [
  ['aiueoFullWidth', aiueo],
  ['irohaFullWidth', iroha],
  ['decimalEnclosedCircle', circled],
  ['lowerLetter', letters],
]

/**
 * The ways Word could count to a number as written: 第１条, (2), ア, ①. None for a branch number
 * (第３条の２) or anything else whose counter is not one plain run; such a number stays text.
 */
function readings(written: string): readonly CountedNumber[] {
  // Word takes a per cent sign for a place of the counter.
  if (written.includes('%')) return []
  const digits = /^([^0-9０-９]*)(?:([1-9]\d{0,3})|([１-９][０-９]{0,3}))([^0-9０-９]*)$/.exec(
    written,
  )
  if (digits) {
    const [, prefix = '', half, full, suffix = ''] = digits
    const format = half === undefined ? 'decimalFullWidth' : 'decimal'
    return [{ prefix, suffix, format, value: Number(half ?? full?.normalize('NFKC')) }]
  }
  const marked = /^([(（]?)(.)([)）]?)$/u.exec(written)
  if (!marked) return []
  const [, prefix = '', sign = '', suffix = ''] = marked
  return signs.flatMap(([format, all]) => {
    const value = all.indexOf(sign) + 1
    return value === 0 ? [] : [{ prefix, suffix, format, value }]
  })
}
