import type { Span } from '../source/source.ts'
import { diagnose, type Diagnostic } from './diagnostic.ts'
import { wording } from './wording.ts'

/** What writers bring from elsewhere, and what it is called here. */
const instead = new Map([
  ['=', '=='],
  ['&', '&&'],
  ['|', '||'],
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['is', '=='],
  ['“', '"'],
  ['”', '"'],
])

const tokens = new Map([
  ['RPAREN', '閉じかっこ「)」'],
  ['RBRACKET', '閉じかっこ「]」'],
  ['RBRACE', '閉じかっこ「}」'],
  ['IDENTIFIER', '「.」の後の名前'],
  ['COLON', '「?」に対応する「:」'],
])

/** Turns a parse error of the CEL package into one of our diagnostics. */
export function explainSyntax(
  text: string,
  code: string,
  summary: string,
  range: Span,
): Diagnostic {
  const start = Math.min(range.start, text.length)
  const end = Math.min(Math.max(range.end, start), text.length)
  const span = { start, end }
  const written = text.slice(start, end)
  const refuse = (message: string): Diagnostic => diagnose('syntax', span, message)
  switch (code) {
    case 'limit_exceeded':
      return diagnose('too-complex', span, wording.tooComplex())
    case 'unterminated_string':
    case 'unterminated_triple_quoted_string':
      return refuse(wording.openString())
    case 'newline_in_string':
      return refuse(wording.lineBreakInString())
    case 'reserved_identifier':
      return refuse(wording.reserved(written))
    case 'invalid_macro_argument':
      return diagnose('outside-profile', span, wording.macroVariable(summary.split('(')[0] ?? ''))
    case 'unexpected_character':
    case 'unexpected_token':
    case 'expected_token':
      return refuse(explainToken(written, summary))
    default:
      if (code.includes('escape') || code.includes('unicode')) return refuse(wording.badEscape())
      if (/number|integer|exponent/.test(code)) {
        const digits = /[\w.+-]*$/.exec(text.slice(0, end).trimEnd())?.[0] ?? ''
        return refuse(wording.badNumber(digits))
      }
      return refuse(wording.unreadable())
  }
}

function explainToken(written: string, summary: string): string {
  const wanted = /^Expected (\w+)/.exec(summary)?.[1]
  const plain = written.normalize('NFKC')
  const known = instead.get(plain)
  if (known !== undefined) return wording.writeInstead(written, known)
  if (plain !== written && /^[\x20-\x7e]+$/.test(plain)) return wording.fullWidth(written, plain)
  const missing = wanted === undefined ? undefined : tokens.get(wanted)
  if (missing !== undefined) return wording.missing(missing)
  if (written === '') return wording.incomplete()
  return /^[\x20-\x7e]+$/.test(written) ? wording.surplus(written) : wording.strayCharacter(written)
}
