import { notFirst, notLast } from '../../japanese/wrap.ts'
import { emWidth } from './lettering.ts'

let words: Intl.Segmenter | undefined
let characters: Intl.Segmenter | undefined

/** A text as it can be drawn: composed, on one line, without signs that show nothing or turn the writing round. */
export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Variation_Selector}\uFFFE\uFFFF]/gu, '')
    .trim()
}

/**
 * Breaks a text into lines of at most so many em: as few as can be, of about equal length, broken
 * between words and not inside brackets where that costs no line. A word longer than a line is broken.
 */
export function breakLines(text: string, lineWidth: number): readonly string[] {
  const whole = drawable(text)
  if (emWidth(whole) <= lineWidth) return [whole]
  const units = unitsOf(whole, lineWidth)
  const prices = breakPrices(units)
  // Blanks take room only inside a line.
  const widths = units.map((unit) => ({ all: emWidth(unit), seen: emWidth(unit.trimEnd()) }))
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let end = 1; end <= units.length; end += 1) {
    let cheapest = { cost: Infinity, from: end - 1 }
    let after = 0
    for (let start = end - 1; start >= 0; start -= 1) {
      const { all, seen } = widths[start] ?? { all: 0, seen: 0 }
      const width = after === 0 ? seen : all + after
      after = width
      if (width > lineWidth && start < end - 1) break
      const cost = (best[start]?.cost ?? 0) + (prices[start] ?? 0) + width * width
      if (cost < cheapest.cost) cheapest = { cost, from: start }
    }
    best.push(cheapest)
  }
  const lines: string[] = []
  for (let end = units.length; end > 0; end = best[end]?.from ?? 0) {
    lines.unshift(units.slice(best[end]?.from, end).join('').trim())
  }
  return lines.filter((line) => line !== '')
}

/** The words of a text, and the characters of those that no line holds. */
function unitsOf(text: string, lineWidth: number): readonly string[] {
  words ??= new Intl.Segmenter('ja', { granularity: 'word' })
  characters ??= new Intl.Segmenter('ja', { granularity: 'grapheme' })
  const units: string[] = []
  for (const { segment } of words.segment(text)) {
    if (emWidth(segment) <= lineWidth) units.push(segment)
    else
      for (const one of Array.from(characters.segment(segment), (one) => one.segment))
        units.push(one)
  }
  return units
}

const opening = /[([{「『【〔〈《（［｛]$/u
const closing = /^[)\]}」』】〕〉》）］｝]/u

/** What a line costs that begins at a unit: itself, a word torn from its mark, an open bracket. */
const price = { line: 10_000, torn: 1_000_000, open: 5_000 }

function breakPrices(units: readonly string[]): readonly number[] {
  let depth = 0
  return units.map((unit, index) => {
    const isTorn = index > 0 && (notFirst.test(unit) || notLast.test(units[index - 1] ?? ''))
    const isOpen = depth > 0
    if (opening.test(unit)) depth += 1
    else if (closing.test(unit)) depth = Math.max(0, depth - 1)
    return price.line + (isTorn ? price.torn : 0) + (isOpen ? price.open : 0)
  })
}
