import type { Problem } from '../../finding/problem.ts'
import { suggest } from '../../japanese/suggest.ts'
import type { Location } from '../../source/source.ts'
import { templateProblem, type TemplateWords } from './problem.ts'
import type * as Syntax from './syntax.ts'
import type { PartialNode, TemplateNode, ValuePath } from './tree.ts'

/** The blocks a template may use. */
const blocks = ['if', 'unless', 'each', 'with'] as const

/** Turns the parser's tree into ours, and says what of Handlebars is not for documents. */
export class Lowering {
  readonly problems: Problem[] = []
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  program(program: Syntax.Program | undefined): readonly TemplateNode[] {
    return (program?.body ?? []).flatMap((statement) => this.#statement(statement) ?? [])
  }

  #statement(statement: Syntax.Statement): TemplateNode | null {
    switch (statement.type) {
      case 'ContentStatement':
        return this.#text(statement)
      case 'CommentStatement':
        return null
      case 'MustacheStatement':
        return this.#mustache(statement)
      case 'BlockStatement':
        return this.#block(statement)
      case 'PartialStatement':
        return this.#partial(statement)
      default:
        return this.#refuse(statement, unusable('{{#*…}}、{{#> …}}、{{* …}}'))
    }
  }

  /** Spaces beside a block alone on its line are taken away; the place is that of what is left. */
  #text(content: Syntax.Content): TemplateNode {
    const { original, value } = content
    const lead = original.slice(0, Math.max(original.indexOf(value), 0))
    const { start, end } = this.#at(content)
    return {
      type: 'text',
      text: value,
      at: { path: this.#path, start: moved(start, lead), end },
    }
  }

  #mustache(mustache: Syntax.Mustache): TemplateNode | null {
    if (!mustache.escaped) return this.#refuse(mustache, rawOutput)
    if (mustache.params.length > 0 || hasPairs(mustache.hash)) {
      return this.#refuse(mustache, noHelper(writtenPath(mustache.path)))
    }
    const path = this.#valuePath(mustache.path)
    return path && { type: 'value', path, at: this.#at(mustache) }
  }

  #block(block: Syntax.Block): TemplateNode | null {
    const name = writtenPath(block.path)
    const kind = blocks.find((one) => one === name)
    if (!kind) return this.#refuse(block, unknownBlock(name))
    const [subject, ...others] = block.params
    if (!subject || others.length > 0 || hasPairs(block.hash)) {
      return this.#refuse(block, blockSubject(kind))
    }
    const path = this.#valuePath(subject)
    const body = this.program(block.program)
    const otherwise = this.program(block.inverse)
    if (!path) return null
    const names = block.program?.blockParams ?? []
    if (kind === 'if') return { type: 'if', path, body, otherwise }
    if (kind === 'unless') return { type: 'if', path, body: otherwise, otherwise: body }
    return { type: kind, path, names, body, otherwise }
  }

  #partial(partial: Syntax.Partial): PartialNode | null {
    if (partial.name.type !== 'PathExpression') return this.#refuse(partial, unusable('{{> (…)}}'))
    const [context, ...others] = partial.params
    if (others.length > 0) return this.#refuse(partial, partialForm)
    const pairs = partial.hash?.pairs ?? []
    const additions = pairs.map((pair) => [pair.key, this.#addition(pair.value)] as const)
    const complete = additions.flatMap(([key, value]) =>
      value === null ? [] : [[key, value] as const],
    )
    const path = context ? this.#valuePath(context) : null
    return {
      type: 'partial',
      name: partial.name.original,
      context: path ?? undefined,
      additions: complete,
      at: this.#at(partial),
    }
  }

  #addition(value: Syntax.Expression): ValuePath | string | boolean | null {
    if (value.type === 'StringLiteral') return value.value
    if (value.type === 'BooleanLiteral') return value.value
    return this.#valuePath(value)
  }

  #valuePath(expression: Syntax.Expression): ValuePath | null {
    if (expression.type !== 'PathExpression') {
      return this.#refuse(expression, noExpression)
    }
    const { original, data, depth, parts } = expression
    const names = parts.filter((part) => typeof part === 'string')
    if (names.length < parts.length) return this.#refuse(expression, noExpression)
    const at = this.#at(expression)
    if (!data) {
      const scoped = /^(?:\.|this(?:[./]|$))/.test(original)
      return { written: original, from: 'here', up: depth, scoped, names, at }
    }
    const [first = '', ...rest] = names
    if (first === 'root') {
      return { written: original, from: 'root', up: 0, scoped: true, names: rest, at }
    }
    const counter = (['index', 'first', 'last'] as const).find((one) => one === first)
    if (counter && rest.length === 0) {
      return { written: original, from: counter, up: depth, scoped: true, names: [], at }
    }
    return this.#refuse(expression, unknownData(first))
  }

  #at(node: Syntax.Placed): Location {
    const { start, end } = node.loc
    return {
      path: this.#path,
      start: { line: start.line, column: start.column + 1 },
      end: { line: end.line, column: end.column + 1 },
    }
  }

  #refuse(node: Syntax.Placed, words: TemplateWords): null {
    this.problems.push(templateProblem(this.#at(node), words))
    return null
  }
}

function moved(start: Location['start'], over: string): Location['start'] {
  const lines = over.split('\n')
  const last = lines.at(-1) ?? ''
  return lines.length === 1
    ? { line: start.line, column: start.column + last.length }
    : { line: start.line + lines.length - 1, column: last.length + 1 }
}

function hasPairs(hash: Syntax.Hash | undefined): boolean {
  return (hash?.pairs.length ?? 0) > 0
}

function writtenPath(path: Syntax.Expression): string {
  return path.type === 'PathExpression' ? path.original : ''
}

const placesOnly = 'テンプレートは、出来上がった文字を置くだけのものです。計算や変換はできません。'

const rawOutput: TemplateWords = {
  code: 'raw-output',
  message: '{{{ }}} と {{& }} は使えません。',
  why: 'データに書かれた記号が HTML として働き、文書の形が崩れます。',
  fix: '{{ }} と書いてください。',
}

const noExpression: TemplateWords = {
  code: 'expression',
  message: 'ここには、値の名前だけを書けます。',
  why: placesOnly,
  fix: '{{名前}} の形で書いてください。',
}

const partialForm: TemplateWords = {
  code: 'partial-form',
  message: '{{> 部品}} に渡せるのは、名前一つと「名前=値」です。',
  why: '部品に何を渡すのか決まりません。',
  fix: '{{> 部品 値の名前}} か {{> 部品 名前="文字"}} の形で書いてください。',
}

function unusable(what: string): TemplateWords {
  return {
    code: 'unusable',
    message: `${what} は使えません。`,
    why: placesOnly,
    fix: '{{名前}}、{{#if}}、{{#unless}}、{{#each}}、{{#with}}、{{> 部品}} で書いてください。',
  }
}

function noHelper(name: string): TemplateWords {
  const meant = suggest(name, blocks)
  const advice = meant === undefined ? '' : `もしかして: {{#${meant} …}}。`
  return {
    code: 'unknown-helper',
    message: `「${name}」という働きはありません。`,
    why: placesOnly,
    fix: `${advice}名前に空白を入れず、{{名前}} の形で書いてください。`,
  }
}

function unknownBlock(name: string): TemplateWords {
  const meant = suggest(name, blocks)
  return {
    code: 'unknown-block',
    message: `{{#${name}}} という働きはありません。`,
    why: '使える働きは、if、unless、each、with です。',
    fix:
      meant === undefined
        ? `条件なら {{#if ${name}}}、繰り返しなら {{#each ${name}}} と書いてください。`
        : `もしかして: {{#${meant} …}}`,
  }
}

function blockSubject(kind: string): TemplateWords {
  return {
    code: 'block-subject',
    message: `{{#${kind}}} の後には、名前を一つだけ書きます。`,
    why: placesOnly,
    fix: `{{#${kind} 名前}}…{{/${kind}}} の形で書いてください。`,
  }
}

function unknownData(name: string): TemplateWords {
  const meant = suggest(name, ['root', 'index', 'first', 'last'])
  return {
    code: 'unknown-data',
    message: `「@${name}」はありません。`,
    why: '@ で始まる名前は、@index、@first、@last、@root だけです。',
    fix: meant === undefined ? '名前を確かめてください。' : `もしかして: @${meant}`,
  }
}
