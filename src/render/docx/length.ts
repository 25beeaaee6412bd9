import { bodySize } from '../style.ts'

/** Millimetres as twips, the whole twentieths of a point that Word measures in. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

/** Points as twips. */
export function pointTwips(points: number): number {
  return Math.round(points * 20)
}

/** Characters of text of a size as twips. */
export function characterTwips(characters: number, size = bodySize): number {
  return pointTwips(characters * size)
}

/** Whole twips in the shares given, together exactly `total`. */
export function distribute(total: number, shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((all, share) => all + share, 0)
  let used = 0
  let passed = 0
  return shares.map((share) => {
    passed += share
    const width = Math.round((total * passed) / sum) - used
    used += width
    return width
  })
}
