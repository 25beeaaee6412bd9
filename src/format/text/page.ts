import type { Severity } from '../../finding/finding.ts'
import { type AmbiguousWidth, padEnd } from '../../japanese/width.ts'
import { wrap } from '../../japanese/wrap.ts'
import type { FormatContext } from '../context.ts'

const narrowest = 40
const labelWidth = 8

/** The sheet the report is written on: its width, its colours, and how lines are filled. */
export interface Page {
  readonly width: number
  readonly ambiguous: AmbiguousWidth
  readonly paint: Paint
}

/** The page a context asks for. */
export function pageFor(context: FormatContext): Page {
  return {
    width: Math.max(narrowest, context.width),
    ambiguous: context.ambiguous ?? 2,
    paint: paintFor(context.color),
  }
}

/** A text after a head, its further lines set in below the first. The head is given as shown. */
export function hang(page: Page, head: string, headWidth: number, text: string): string[] {
  return wrap(text, page.width - headWidth, page.ambiguous).map(
    (line, index) => (index === 0 ? head : ' '.repeat(headWidth)) + line,
  )
}

/** A labelled text of a finding or of the summary. */
export function field(page: Page, label: string, text: string): string[] {
  const head = `  ${page.paint('muted', padEnd(label, labelWidth, page.ambiguous))}`
  return hang(page, head, labelWidth + 2, text)
}

/** Where the text of a field begins. */
export const fieldIndent = ' '.repeat(labelWidth + 2)

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
function paintFor(color: boolean): Paint {
  if (!color) return (_ink, text) => text
  return (ink, text) => `\u001b[${codes[ink][0]}m${text}\u001b[${codes[ink][1]}m`
}
