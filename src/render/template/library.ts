import type { Problem } from '../../finding/problem.ts'
import { suggest } from '../../japanese/suggest.ts'
import { locate, type Location, type Source } from '../../source/source.ts'
import type { Partials } from './fill.ts'
import { templateProblem } from './problem.ts'
import { thrownText } from '../../finding/thrown.ts'
import { Lowering } from './lower.ts'
import { deepest, largestTemplate } from './limits.ts'
import type { Program } from './syntax.ts'
import type { Template } from './tree.ts'

/** The templates of one folder by name: documents beside each other, parts in `partials/`. */
export interface TemplateFolder {
  readonly documents: ReadonlyMap<string, Source>
  readonly partials: ReadonlyMap<string, Source>
}

/** The templates of a run: the user's over those that ship. Each is read once, when first asked for. */
export interface TemplateLibrary {
  readonly document: (name: string) => ParsedTemplate | undefined
  readonly partials: Partials
  /** Whether a document is made by the user's words, in its own template or in a part. */
  readonly isOwn: (name: string) => boolean
  /** What is wrong with how the parts read so far are written. */
  readonly problemsOfPartials: () => readonly Problem[]
  /** Templates of the user's folder that are those of no document. */
  readonly strays: (documents: readonly string[]) => readonly Problem[]
  /** The user's parts that nothing read so far has used, and what is wrong with how they are written. */
  readonly unused: () => readonly Problem[]
}

/** Lays the user's templates over those that ship. */
export async function openTemplates(
  shipped: TemplateFolder,
  own: TemplateFolder | undefined,
): Promise<TemplateLibrary> {
  const parse = await openParser()
  const parsed = new Map<Source, ParsedTemplate>()
  const read = (source: Source | undefined): ParsedTemplate | undefined => {
    if (!source) return undefined
    const known = parsed.get(source) ?? parse(source)
    parsed.set(source, known)
    return known
  }
  const partials = new Map([...shipped.partials, ...(own?.partials ?? [])])
  const ownPartials = new Set(own?.partials.values())
  return {
    document: (name) => read(own?.documents.get(name) ?? shipped.documents.get(name)),
    partials: {
      names: [...partials.keys()],
      find: (name) => read(partials.get(name))?.template,
    },
    isOwn: (name) => own?.documents.has(name) === true || ownPartials.size > 0,
    problemsOfPartials: () =>
      [...partials.values()].flatMap((source) => parsed.get(source)?.problems ?? []),
    strays: (documents) =>
      [...(own?.documents ?? [])].flatMap(([name, source]) =>
        documents.includes(name) ? [] : [stray(name, source, documents)],
      ),
    unused: () =>
      [...(own?.partials ?? [])].flatMap(([name, source]) => {
        if (parsed.has(source)) return []
        return [
          unusedPartial(name, source, [...shipped.partials.keys()]),
          ...parse(source).problems,
        ]
      }),
  }
}

function unusedPartial(name: string, { path }: Source, known: readonly string[]): Problem {
  const start = { line: 1, column: 1 }
  const meant = suggest(
    name,
    known.filter((one) => one !== name),
  )
  return templateProblem(
    { path, start, end: start },
    {
      code: 'unused',
      message: `部品「${name}」は、どの文書でも使われていません。`,
      why: '名前が違うと、直したつもりの部品が使われません。',
      fix:
        meant === undefined
          ? `使う所に {{> ${name}}} と書くか、ファイルを消してください。`
          : `もしかして: ${meant}.hbs`,
    },
  )
}

function stray(name: string, { path }: Source, documents: readonly string[]): Problem {
  const start = { line: 1, column: 1 }
  const meant = suggest(name, documents)
  return templateProblem(
    { path, start, end: start },
    {
      code: 'stray',
      message: `「${name}.hbs」は、どの文書のテンプレートでもありません。`,
      why: '名前が違うと、直したつもりのテンプレートが使われません。',
      fix:
        meant === undefined
          ? `文書の名前: ${documents.join('、')}。部品なら partials フォルダーに置いてください。`
          : `もしかして: ${meant}.hbs`,
    },
  )
}

/** A template, as far as it can be read, and what is wrong with how it is written. */
interface ParsedTemplate {
  readonly template: Template
  readonly problems: readonly Problem[]
}

/** Loads the parser of Handlebars. Nothing is compiled or run: all that is taken from it is its tree. */
async function openParser(): Promise<(source: Source) => ParsedTemplate> {
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
