import type { Problem } from '../../finding/problem.ts'
import { suggest } from '../../japanese/suggest.ts'
import type { Source } from '../../source/source.ts'
import type { Partials } from './fill.ts'
import { openParser, type ParsedTemplate } from './parse.ts'
import { templateProblem } from './problem.ts'

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
