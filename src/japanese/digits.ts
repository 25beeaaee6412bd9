/** How wide the digits of numbers are: a municipality's custom, one for a whole document. */
export type DigitWidth = 'half' | 'full' | 'oneDigitFull'

const fullWidthDigit = /[０-９]/g
const halfWidthDigit = /\d/g
const number = /\d+(?:,\d{3})*(?:\.\d+)?/g
const nameBefore = /[-A-Za-z./:_@#+~]$/
const nameAfter = /^(?:[A-Za-z_@]|[-./:~][A-Za-z0-9])/

/** A number in the width of the custom. */
export function writeNumber(value: number, width: DigitWidth): string {
  return inWidth(String(value), width)
}

/**
 * A sentence with its numbers in the width of the custom. Digits that are part of something else
 * (`ISO27001`, `000-000-0000`, `2024-04-01`, `17:30`, `(1)`) stay as they are written.
 */
export function writeNumbers(text: string, width: DigitWidth): string {
  // One character for one, so that places in both texts are the same.
  const narrow = text.replace(fullWidthDigit, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
  )
  let written = ''
  let at = 0
  for (const { 0: digits, index } of narrow.matchAll(number)) {
    const end = index + digits.length
    const isNumber = standsAlone(narrow.slice(Math.max(0, index - 1), index), narrow.slice(end))
    written += text.slice(at, index) + (isNumber ? inWidth(digits, width) : text.slice(index, end))
    at = end
  }
  return written + text.slice(at)
}

function standsAlone(before: string, after: string): boolean {
  if (before === '(' && after.startsWith(')')) return false
  return !nameBefore.test(before) && !nameAfter.test(after)
}

function inWidth(digits: string, width: DigitWidth): string {
  const isWide = width === 'full' || (width === 'oneDigitFull' && digits.length === 1)
  if (!isWide) return digits
  return digits.replaceAll(',', '，').replaceAll('.', '．').replace(halfWidthDigit, fullWidth)
}

function fullWidth(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0)
}
