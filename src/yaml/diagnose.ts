import type { Span } from '../source/source.ts'
import { lineSpanAt, lineStartOf, suspicionAt, type Suspicion } from './suspect.ts'
import * as words from './wording.ts'

/** What a parser said and where; `code` is empty when js-yaml said it. */
export interface Fault {
  readonly code: string
  readonly message: string
  readonly start: number
  readonly end: number
  /** Where js-yaml gave up, on the first fault: nearer to the mistake where a value runs over lines. */
  readonly stumble?: number | undefined
  /** Where the quoted value that the fault stands in was opened. */
  readonly opened?: number | undefined
}

/**
 * What a person did wrong, told from what the parser stumbled over. Parsers often stumble a line
 * late, so the lines of the fault are looked at first: a tab, a full-width colon or a missing space
 * there explains nearly everything.
 */
export function diagnose(text: string, fault: Fault): Suspicion {
  return explicit(text, fault) ?? suspicious(text, fault) ?? byCode(text, fault)
}

/** Faults whose place and meaning the parser knows for certain. */
function explicit(text: string, fault: Fault): Suspicion | undefined {
  const { code, message, start } = fault
  const alias = /^unidentified alias "(.*)"$/s.exec(message)
  if (alias) {
    const name = alias[1] ?? ''
    return { span: lastBefore(text, `*${name}`, start), said: words.unknownAlias(name) }
  }
  if (code === 'TAG_RESOLVE_FAILED') {
    return { span: spanOf(fault), said: words.tag(text.slice(start, fault.end)) }
  }
  if (/\btag\b/.test(message)) return tagBefore(text, start)
  if (code === 'BAD_DQ_ESCAPE') {
    return { span: spanOf(fault, 2), said: words.badEscape(text.slice(start, start + 2)) }
  }
  if (code === 'BAD_SCALAR_START') {
    return { span: spanOf(fault), said: words.reserved(text.charAt(start)) }
  }
  if (code === 'DUPLICATE_KEY') {
    const key = /^[^\s:,}]+/.exec(text.slice(start, start + 200))?.[0] ?? ''
    return { span: { start, end: start + key.length }, said: words.duplicateKey(key) }
  }
  if (message.includes('directive'))
    return { span: lineSpanAt(text, Math.max(0, text.search(/^%/m))), said: words.directive() }
  return undefined
}

/** A suspicious line among those of the fault: the one before it, its own, and the one it ends on. */
function suspicious(text: string, fault: Fault): Suspicion | undefined {
  const own = suspicionAt(text, fault.start)
  if (own) return own
  const last = fault.end > fault.start ? suspicionAt(text, fault.end - 1) : undefined
  if (last) return last
  const before = lineStartOf(text, fault.start) - 1
  return before > 0 ? suspicionAt(text, before) : undefined
}

function byCode(text: string, fault: Fault): Suspicion {
  const { code, message, start, end } = fault
  const at = (said: words.Said): Suspicion => ({ span: spanOf(fault), said })
  const line = (said: words.Said, offset = start): Suspicion => ({
    span: lineSpanAt(text, Math.min(offset, text.length)),
    said,
  })
  if (/closing ['"]quote|quoted scalar/.test(message)) return openQuote(text, fault)
  if (/[Fl]low (sequence|map)|flow collection/i.test(message)) return openBracket(text, fault)
  switch (code) {
    case 'TAB_AS_INDENT':
      return at(words.tab())
    case 'BLOCK_AS_IMPLICIT_KEY':
      return runsOver(text, fault)
    case 'MULTILINE_IMPLICIT_KEY':
      return isAtLineStart(text, start) ? line(words.missingColon()) : line(words.badIndent(), end)
    case 'BAD_INDENT':
      return line(words.badIndent(), end)
    case 'BAD_ALIAS':
      return at(words.reserved(text.charAt(start)))
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, fault)
    case 'MISSING_CHAR':
      return message.includes('Implicit map keys')
        ? line(words.missingColon())
        : line(words.syntax())
    default:
      return byReason(text, fault, line)
  }
}

/** A value on whose line, or on a later line that it runs over, another key turns up. */
function runsOver(text: string, { message, start, stumble }: Fault): Suspicion {
  const colon = colonInLine(text, start)
  if (colon) return colon
  if (message.includes('block sequence')) {
    return { span: lineSpanAt(text, start), said: words.badIndent() }
  }
  const span = lineSpanAt(text, stumble ?? nextLineOf(text, start))
  return { span, said: span.start > start ? words.badIndent() : words.syntax() }
}

/** Where only js-yaml has spoken. */
function byReason(
  text: string,
  { message, start }: Fault,
  line: (said: words.Said, offset?: number) => Suspicion,
): Suspicion {
  if (message.includes('tab characters')) return line(words.tab())
  if (message.includes('indentation'))
    return colonInLine(text, start - 1) ?? line(words.badIndent())
  if (message.includes('colon is missed') || message.includes('multiline key')) {
    return line(words.missingColon(), Math.max(0, lineStartOf(text, start) - 1))
  }
  if (message.includes('escape') || message.includes('hexadecimal')) {
    return line(words.badEscape('\\'))
  }
  if (message.includes('explicit mapping pair')) return line(words.keyIsNoText(undefined))
  return line(words.syntax())
}

function unexpected(text: string, fault: Fault): Suspicion {
  const { message, start } = fault
  const at = (said: words.Said): Suspicion => ({ span: spanOf(fault), said })
  if (message.includes('block-seq-ind')) {
    return at({ ...words.badIndent(), ...listOnKeyLine })
  }
  if (/header|Not a YAML token/.test(message)) return at(words.blockHeader())
  if (/flow-|Unexpected ,/.test(message)) return at(words.closingBracket())
  const before = text.slice(lineStartOf(text, start), start).trimEnd().at(-1) ?? ''
  if (before === '"' || before === "'") return at(words.afterQuote())
  if (before === ']' || before === '}') return at(words.afterBracket(before === ']' ? '[' : '{'))
  return { span: lineSpanAt(text, start), said: words.badIndent() }
}

const listOnKeyLine = {
  message: '「項目名:」と同じ行に「- 」があります',
  why: '一覧は「項目名:」の次の行から書きます。',
  fix: '「- 」から後を次の行に移し、字下げしてください。文章なら全体を " " で囲んでください。',
}

function openQuote(text: string, fault: Fault): Suspicion {
  const at = fault.opened ?? quoteInLine(text, fault.start)
  const start = Math.max(0, Math.min(at, text.length - 1))
  const quote = text.charAt(start)
  const said = words.openQuote(quote === "'" ? "'" : '"')
  return { span: { start, end: lineSpanAt(text, start).end }, said }
}

/** The first quote that opens a value on a line. */
function quoteInLine(text: string, offset: number): number {
  const start = lineStartOf(text, offset)
  const quote = /(?:^|[\s[{,])["']/.exec(text.slice(start, offset))
  return quote ? start + quote.index + quote[0].length - 1 : offset
}

function openBracket(text: string, fault: Fault): Suspicion {
  const before = text.slice(0, fault.start)
  const at = Math.max(before.lastIndexOf('['), before.lastIndexOf('{'))
  const start = Math.max(0, at)
  return { span: { start, end: start + 1 }, said: words.openBracket(text.charAt(start)) }
}

/** A second `: ` on the line, behind an offset that stands in the value of the first. */
function colonInLine(text: string, offset: number): Suspicion | undefined {
  const { end } = lineSpanAt(text, offset)
  const rest = text.slice(offset, end)
  const colon = /:(?=\s|$)/.exec(rest)
  if (!colon || isAtLineStart(text, offset)) return undefined
  const start = offset + colon.index
  return { span: { start, end: start + 1 }, said: words.colonInValue() }
}

function isAtLineStart(text: string, offset: number): boolean {
  return /^[\s-]*$/.test(text.slice(lineStartOf(text, offset), offset))
}

function nextLineOf(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset)
  return feed < 0 ? offset : feed + 1
}

function tagBefore(text: string, offset: number): Suspicion | undefined {
  const tags = [...text.slice(0, offset + 1).matchAll(/(?:^|[\s[{,])(![^\s,[\]{}]*)/g)]
  const tag = tags.at(-1)
  const written = tag?.[1]
  if (!tag || written === undefined) return undefined
  const start = tag.index + tag[0].length - written.length
  return { span: { start, end: start + written.length }, said: words.tag(written) }
}

function lastBefore(text: string, written: string, offset: number): Span {
  const start = Math.max(0, text.lastIndexOf(written, offset))
  return { start, end: Math.min(text.length, start + written.length) }
}

function spanOf({ start, end }: Fault, width = 1): Span {
  return { start, end: Math.max(end, start + width) }
}
