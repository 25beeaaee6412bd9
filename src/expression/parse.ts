/**
 * The only door of the CEL package, and only of its parser: text → `Expr`, or what is wrong with it.
 * Loading the package takes time, so whoever runs stored packs loads this file only on demand.
 */
import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js'
import type { Span } from '../source/source.ts'
import { type Expr, type Macro, macros } from './ast.ts'
import { diagnose, type Diagnostic } from './diagnostic.ts'
import { explainSyntax } from './syntax-wording.ts'
import { wording } from './wording.ts'

const longestText = 4000
const deepestTree = 200
const deepestEach = 3
const engineLimits = {
  maxAstNodes: 2000,
  maxDepth: 100,
  maxListElements: 500,
  maxCallArguments: 16,
}

const engine = new Environment({
  unlistedVariablesAreDyn: true,
  // Only so that `.?` and `[?]` are refused in our words instead of as a syntax error.
  enableOptionalTypes: true,
  limits: engineLimits,
})

/** What was read, with `invalid` holes where it could not be, and what is wrong. */
export interface Parsed {
  readonly expr: Expr
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads an expression; never throws. */
export function parse(text: string): Parsed {
  const whole = { start: 0, end: text.length }
  const nothing: Expr = { op: 'invalid', ...whole }
  if (text.trim() === '') {
    return { expr: nothing, diagnostics: [diagnose('syntax', whole, wording.empty())] }
  }
  if (text.length > longestText) {
    const message = wording.tooLong(longestText)
    return { expr: nothing, diagnostics: [diagnose('too-complex', whole, message)] }
  }
  try {
    const reading = new Reading(text)
    const expr = reading.convert(engine.parse(text).ast, 0, 0)
    return { expr, diagnostics: reading.diagnostics }
  } catch (error) {
    // A RangeError is the stack: some nestings are read by recursion before they are counted.
    if (error instanceof RangeError) {
      return { expr: nothing, diagnostics: [diagnose('too-complex', whole, wording.tooComplex())] }
    }
    if (!(error instanceof ParseError)) throw error
    const { code, summary, range } = error
    return { expr: nothing, diagnostics: [explainSyntax(text, code, summary, range ?? whole)] }
  }
}

class Reading {
  readonly diagnostics: Diagnostic[] = []
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** `depth` is that of the tree, `lists` how many macros stand around the node. */
  convert(node: ASTNode, depth: number, lists: number): Expr {
    const span: Span = { start: node.start, end: node.end }
    if (depth > deepestTree) {
      if (this.diagnostics.some(({ code }) => code === 'too-complex')) {
        return { op: 'invalid', ...span }
      }
      return this.#refuse(span, wording.tooComplex(), 'too-complex')
    }
    const inner = (child: ASTNode): Expr => this.convert(child, depth + 1, lists)
    switch (node.op) {
      case 'value':
        return this.#literal(node.args, span)
      case 'id':
        return { op: 'name', name: node.args, ...span }
      case '.': {
        const [object, field] = node.args
        const at = { start: node.pos, end: node.end }
        return { op: 'field', object: inner(object), field, at, ...span }
      }
      case 'list':
        return { op: 'list', items: node.args.map(inner), ...span }
      case '!_':
        return { op: 'not', operand: inner(node.args), ...span }
      case '-_':
        return { op: 'negate', operand: inner(node.args), ...span }
      case '?:': {
        const [condition, then, otherwise] = node.args
        return {
          op: 'choose',
          condition: inner(condition),
          then: inner(then),
          otherwise: inner(otherwise),
          ...span,
        }
      }
      case '&&':
      case '||': {
        const [left, right] = node.args
        const op = node.op === '&&' ? 'and' : 'or'
        return { op, left: inner(left), right: inner(right), ...span }
      }
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
      case '+':
      case '-':
      case '*':
      case '/':
      case 'in': {
        const [left, right] = node.args
        return { op: node.op, left: inner(left), right: inner(right), ...span }
      }
      case 'call':
        return this.#call(node.args[0], node.args[1], span, inner)
      case 'rcall':
        return this.#method(node.args, span, depth, lists)
      case '.?':
        return this.#refuse(span, wording.noOptionalAccess())
      case '[]':
      case '[?]':
        return this.#refuse(span, wording.noIndex())
      case 'map':
        return this.#refuse(span, wording.noMap())
      case '%':
        return this.#refuse(span, wording.noOperator('%'))
      default:
        return this.#refuse(span, wording.unreadable())
    }
  }

  #literal(value: unknown, span: Span): Expr {
    switch (typeof value) {
      case 'boolean':
      case 'string':
        return { op: 'literal', value, ...span }
      case 'number':
      case 'bigint': {
        const plain = Number(value)
        if (typeof value === 'number' || Number.isSafeInteger(plain)) {
          return { op: 'literal', value: plain, ...span }
        }
        return this.#refuse(span, wording.badNumber(this.#textOf(span)), 'bad-literal')
      }
      default: {
        const message =
          value === null ? wording.noNull() : wording.noSuchLiteral(this.#textOf(span))
        return this.#refuse(span, message)
      }
    }
  }

  #call(name: string, args: readonly ASTNode[], span: Span, inner: (node: ASTNode) => Expr): Expr {
    if (name === 'has') return this.#refuse(span, wording.noHas())
    if (name === 'matches') return this.#refuse(span, wording.noRegex())
    const at = { start: span.start, end: span.start + name.length }
    return { op: 'call', name, at, receiver: undefined, args: args.map(inner), ...span }
  }

  #method(
    [name, receiver, args]: readonly [string, ASTNode, readonly ASTNode[]],
    span: Span,
    depth: number,
    lists: number,
  ): Expr {
    if (name === 'matches') return this.#refuse(span, wording.noRegex())
    const on = this.convert(receiver, depth + 1, lists)
    const at = this.#methodName(receiver.end, name)
    if (!isMacro(name)) {
      const values = args.map((arg) => this.convert(arg, depth + 1, lists))
      return { op: 'call', name, at, receiver: on, args: values, ...span }
    }
    const [variable, body] = args
    if (!variable || !body || args.length > 2) {
      return this.#refuse({ start: at.start, end: span.end }, wording.macroArguments(name))
    }
    if (variable.op !== 'id') return this.#refuse(variable, wording.macroVariable(name))
    if (lists >= deepestEach) {
      return this.#refuse(span, wording.tooDeepEach(deepestEach), 'too-complex')
    }
    return {
      op: 'each',
      macro: name,
      list: on,
      variable: variable.args,
      at: { start: variable.start, end: variable.end },
      body: this.convert(body, depth + 1, lists + 1),
      ...span,
    }
  }

  /** The package gives no place for a method's name: it stands behind `)`, blanks, comments and the dot. */
  #methodName(from: number, name: string): Span {
    const between = /(?:[\s).]|\/\/[^\n]*)*/y
    between.lastIndex = from
    const start = from + (between.exec(this.#text)?.[0].length ?? 0)
    return { start, end: start + name.length }
  }

  #refuse(
    { start, end }: Span,
    message: string,
    code: Diagnostic['code'] = 'outside-profile',
  ): Expr {
    this.diagnostics.push(diagnose(code, { start, end }, message))
    return { op: 'invalid', start, end }
  }

  #textOf({ start, end }: Span): string {
    return this.#text.slice(start, end)
  }
}

function isMacro(name: string): name is Macro {
  return macros.some((macro) => macro === name)
}
