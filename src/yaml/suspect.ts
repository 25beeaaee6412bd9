import type { Span } from '../source/source.ts'
import * as words from './wording.ts'

/** A line of a file that does not parse, and where in it the likely fault is. */
export interface Suspicion {
  readonly span: Span
  readonly said: words.Said
}

interface Suspect {
  readonly pattern: RegExp
  readonly say: (key: string, fault: string) => words.Said
}

/** Faults that a single line shows; the first group is the fault, a group `key` the name before it. */
const suspects: readonly Suspect[] = [
  { pattern: /^ *(\t+)/d, say: words.tab },
  { pattern: /^[ \t]*(?:- +)*([\u3000\u00a0\u200b\ufeff]+)/d, say: words.strangeBlank },
  {
    pattern: /^[ \t]*(?:- +)*(?<key>[A-Za-z_][\w-]*)[ \u3000\u00a0]*(：)/d,
    say: words.wideColon,
  },
  { pattern: /^[ \t]*(?:- +)*[\w-]+:?([\u3000\u00a0]+)/d, say: words.strangeBlank },
  {
    pattern: /^[ \t]*(?:- +)*(?<key>[A-Za-z_][\w-]*)(:)(?=[^\s:/])/d,
    say: words.missingSpace,
  },
  { pattern: /^[ \t]*(-)(?=[^\s-])/d, say: words.missingDashSpace },
  {
    pattern: /^[^"'|>#]*[^\s"'|>#][ \t]+(#+[^\s#].*)/d,
    say: (_, comment) => words.cutByHash(comment, undefined),
  },
]

/** The first suspicious thing on the line that holds an offset. */
export function suspicionAt(text: string, offset: number): Suspicion | undefined {
  const start = lineStartOf(text, offset)
  const line = text.slice(start, lineEndOf(text, offset))
  for (const { pattern, say } of suspects) {
    const match = pattern.exec(line)
    const groups = match?.indices?.slice(1).filter((range) => range !== undefined)
    const fault = groups?.at(-1)
    if (match && fault) {
      return {
        span: { start: start + fault[0], end: start + fault[1] },
        said: say(match.groups?.['key'] ?? '', line.slice(...fault)),
      }
    }
  }
  return undefined
}

/** Where the line that holds an offset begins. */
export function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

/** Where the line that holds an offset ends, before its line break. */
function lineEndOf(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset)
  const end = feed < 0 ? text.length : feed
  return end > 0 && end > offset && text[end - 1] === '\r' ? end - 1 : end
}

/** The written part of the line that holds an offset: without indentation and trailing blanks. */
export function lineSpanAt(text: string, offset: number): Span {
  const from = lineStartOf(text, offset)
  const line = text.slice(from, lineEndOf(text, Math.max(offset, from)))
  const start = from + (line.length - line.trimStart().length)
  return { start, end: Math.max(start, from + line.trimEnd().length) }
}
