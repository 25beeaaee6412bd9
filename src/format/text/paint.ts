import type { Severity } from '../../finding/finding.ts'

/** Ways of marking a piece of text in a terminal. */
export type Ink = 'strong' | 'muted' | 'red' | 'yellow' | 'blue' | 'green'

/** Marks a piece of text, or leaves it as it is. */
export type Paint = (ink: Ink, text: string) => string

const codes: Readonly<Record<Ink, readonly [number, number]>> = {
  strong: [1, 22],
  muted: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
}

/** The ink in which a severity is shown. */
export const inkOf: Readonly<Record<Severity, Ink>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
}

/** The paint for a terminal that shows colours, or for one that does not. */
export function paintFor(color: boolean): Paint {
  if (!color) return (_ink, text) => text
  return (ink, text) => `\u001b[${codes[ink][0]}m${text}\u001b[${codes[ink][1]}m`
}
