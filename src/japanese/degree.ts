import { normalise } from './width.ts'

/** What has a degree, and from where to where: 脅威の度合いがレベル2以上のとき. */
interface Degree {
  readonly what: string
  readonly least: number
  readonly most: number
}

/** Whether two texts speak of the same thing by degrees of which some are common: レベル3 and レベル2以上. */
export function haveOneDegree(one: string, other: string): boolean {
  const [first, second] = [one, other].map(degreeIn)
  if (!first || first.what !== second?.what) return false
  return first.least <= second.most && second.least <= first.most
}

/** The degree in a text that has one number and no more. */
function degreeIn(text: string): Degree | undefined {
  const plain = normalise(text)
  const numbers = plain.match(/\d+(?:\.\d+)?/g) ?? []
  const found = numbers.length === 1 ? degree.exec(plain) : null
  if (!found) return undefined
  const [whole, number = '', unit = '', bound = ''] = found
  const [least, most] = rangeOf(Number(number), bound)
  return { what: plain.replace(whole, `#${unit}`).replaceAll('の', ''), least, most }
}

function rangeOf(value: number, bound: string): readonly [least: number, most: number] {
  switch (bound) {
    case '':
      return [value, value]
    case '以上':
      return [value, Infinity]
    case '以下':
      return [-Infinity, value]
    case '未満':
      return [-Infinity, value - tiny]
    default:
      return [value + tiny, Infinity]
  }
}

/** A number with its unit and what makes a range of it. */
const degree = /(\d+(?:\.\d+)?)([^\d以未超を、]{0,3})(以上|以下|未満|を?超え(?:る|た)?)?/

/** Less than any degree is finer. */
const tiny = 1e-9
