/**
 * Control characters and marks that turn the reading direction: they could disguise a terminal's text.
 * Halves of a character that stand alone are no text at all.
 */
const disguising = /(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Text of a user's file made fit to be shown: what would steer the terminal becomes a sign. */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(disguising, '\ufffd')
}

/** The same on one line. */
export function visibleLine(text: string): string {
  return visible(text)
    .replace(/[\n\t\u2028\u2029]+\s*/g, ' ')
    .trim()
}
