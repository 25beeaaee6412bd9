import type { Problem } from '../../finding/problem.ts'
import { thrownText } from '../../finding/thrown.ts'
import { type Location, locate, type Source } from '../../source/source.ts'
import { Lowering } from './lower.ts'
import { deepest, largestTemplate } from './limits.ts'
import { templateProblem } from './problem.ts'
import type { Program } from './syntax.ts'
import type { Template } from './tree.ts'

/** A template, as far as it can be read, and what is wrong with how it is written. */
export interface ParsedTemplate {
  readonly template: Template
  readonly problems: readonly Problem[]
}

/** Loads the parser of Handlebars. Nothing is compiled or run: all that is taken from it is its tree. */
export async function openParser(): Promise<(source: Source) => ParsedTemplate> {
  const { parse } = await import('@handlebars/parser')
  return (source) => parseTemplate(source, parse)
}

function parseTemplate(written: Source, parse: (text: string) => unknown): ParsedTemplate {
  const source = { path: written.path, text: written.text.replace(/\r\n?/g, '\n') }
  const unreadable = (problem: Problem): ParsedTemplate => ({
    template: { path: source.path, nodes: [] },
    problems: [problem],
  })
  const excess = tooMuch(source)
  if (excess) return unreadable(excess)
  let program: Program
  try {
    // The declarations of the package resolve to any; `Program` says what is read of its tree.
    program = parse(source.text) as Program
  } catch (cause) {
    return unreadable(syntaxProblem(source, cause))
  }
  const lowering = new Lowering(source.path)
  const nodes = lowering.program(program)
  return { template: { path: source.path, nodes }, problems: lowering.problems }
}

const blockMark = /\{\{~?\s*(?:([#^])(?!\s*~?\}\})|(else)\s+[^\s~}]|(\/))/g

/** Templates that would take the parser minutes. */
function tooMuch(source: Source): Problem | undefined {
  if (source.text.length > largestTemplate) {
    return templateProblem(locate(source, { start: 0, end: 0 }), {
      code: 'too-large',
      message: `テンプレートが大きすぎます（${source.text.length}字。${largestTemplate}字まで）。`,
      why: '大きすぎるテンプレートは、読むのに時間がかかり、処理が終わらなくなります。',
      fix: '文章は YAML に書き、テンプレートには置き場所だけを書いてください。',
    })
  }
  const open: number[] = []
  let depth = 0
  for (const match of source.text.matchAll(blockMark)) {
    if (match[1]) {
      open.push(1)
      depth += 1
    } else if (match[2]) {
      open.push((open.pop() ?? 0) + 1)
      depth += 1
    } else {
      depth -= open.pop() ?? 0
    }
    if (depth > deepest) {
      return templateProblem(locate(source, { start: match.index, end: match.index + 2 }), {
        code: 'too-deep',
        message: `テンプレートの {{#…}} の入れ子が深すぎます（${deepest}段まで）。`,
        why: '入れ子が深すぎるテンプレートは、処理が終わらなくなります。',
        fix: '{{/if}} や {{/each}} の閉じ忘れがないか、確かめてください。',
      })
    }
  }
  return undefined
}

/** What the parser says in English, with its place, in Japanese. */
function syntaxProblem(source: Source, cause: unknown): Problem {
  const message = thrownText(cause)
  const unmatched = /^(\S+) doesn't match (\S+) - (\d+):(\d+)/.exec(message)
  if (unmatched) {
    const [, opened = '', closed = '', line, column] = unmatched
    return templateProblem(pointAt(source.path, Number(line), Number(column) + 1), {
      code: 'unmatched-block',
      message: `{{#${opened}}} が {{/${closed}}} で閉じられています。`,
      why: 'どこまでが繰り返しや条件の範囲なのか決まりません。',
      fix: `{{/${opened}}} で閉じてください。間に閉じ忘れがないかも確かめてください。`,
    })
  }
  const at = placeOf(source, cause, message)
  if (message.includes("got 'EOF'")) {
    return templateProblem(at, {
      code: 'unclosed-block',
      message: '{{#…}} が閉じられないまま、テンプレートが終わっています。',
      why: 'どこまでが繰り返しや条件の範囲なのか決まりません。',
      fix: '{{/if}} や {{/each}} などで閉じてください。',
    })
  }
  return templateProblem(at, {
    code: 'syntax',
    message: 'このあたりの {{ }} の書き方が読めません。',
    why: '書き方が決まりどおりでないと、何を置くのか分かりません。',
    fix: '{{名前}}、{{#if 名前}}…{{/if}}、{{#each 名前}}…{{/each}} の形になっているか、記号が半角かを確かめてください。',
  })
}

/** The parser gives a line in its message and, less surely, the place of the last good piece. */
function placeOf(source: Source, cause: unknown, message: string): Location {
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? 1)
  const known = (cause as { hash?: { loc?: { last_line?: number; last_column?: number } } }).hash
  const { last_line: lastLine, last_column: lastColumn } = known?.loc ?? {}
  const isSure = typeof lastLine === 'number' && typeof lastColumn === 'number' && lastLine >= line
  return isSure ? pointAt(source.path, lastLine, lastColumn + 1) : pointAt(source.path, line, 1)
}

function pointAt(path: string, line: number, column: number): Location {
  const start = { line, column }
  return { path, start, end: start }
}
