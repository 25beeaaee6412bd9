import type { Problem } from '../finding/problem.ts'
import type { Document, Section } from './document.ts'
import { cleanText } from './text.ts'
import { type Branches, fillTemplate, type Partials } from './template/fill.ts'
import { TemplateError, templateProblem } from './template/problem.ts'
import type { Template } from './template/tree.ts'
import type { View, ViewGroup } from './view.ts'
import { buildSections } from './vocabulary/build.ts'
import type { HtmlMistake } from './vocabulary/element.ts'
import { readHtml } from './vocabulary/read-html.ts'

/** How a document is made besides its view. */
export interface MakeOptions {
  readonly day: string
  readonly draft: boolean
}

/** A document, or all that is wrong with its template. */
export type Made =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Places a finished view in a template: one document for all writers. */
export async function makeDocument(
  view: View,
  template: Template,
  partials: Partials,
  options: MakeOptions,
): Promise<Made> {
  const made = await makeSections(view.text, template, partials, Object.keys(view.pictures ?? {}))
  if (!made.ok) return made
  return { ok: true, document: { ...workbookOf(view, options), sections: made.sections } }
}

/** A document that is nothing but a workbook. */
export function workbookOf(view: View, { day, draft }: MakeOptions): Document {
  const { pictures = {}, sheets = [], fonts, carried } = view
  // Every format says it where the program that opens the file shows what it is.
  const title = cleanText(view.title)
  const more = { ...(fonts && { fonts }), ...(carried && { carried }) }
  return { title, day, draft, sections: [], pictures, sheets, fields: fieldsOf(view), ...more }
}

function fieldsOf({ title, text }: View): Document['fields'] {
  const texts = Object.entries(text).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return { title, ...Object.fromEntries(texts) }
}

/** The sections a template makes of values, or what is wrong. Any picture may be shown without `pictures`. */
export async function makeSections(
  values: ViewGroup,
  template: Template,
  partials: Partials,
  pictures?: readonly string[],
  branches?: Branches,
): Promise<
  | { readonly ok: true; readonly sections: readonly Section[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }
> {
  try {
    const output = fillTemplate(template, values, partials, branches)
    const { nodes, mistakes } = await readHtml(output.html)
    const built = buildSections(nodes, pictures)
    const all = [...mistakes, ...built.mistakes].sort((a, b) => a.at - b.at)
    if (all.length === 0) return { ok: true, sections: built.sections }
    const start = {
      path: template.path,
      start: { line: 1, column: 1 },
      end: { line: 1, column: 1 },
    }
    const problems = all.map((mistake) =>
      templateProblem(output.placeOf(mistake.at) ?? start, wordsOf(mistake)),
    )
    return { ok: false, problems: withoutRepeats(problems) }
  } catch (thrown) {
    if (thrown instanceof TemplateError) return { ok: false, problems: [thrown.problem] }
    throw thrown
  }
}

function wordsOf({ code, message, fix }: HtmlMistake) {
  const why = '文書に使える形は決まっています。ほかの形は、Word や PDF で同じように作れません。'
  return { code, message, why, fix }
}

/** A mistake in an `{{#each}}` is told once, not for every entry. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map<string, Problem>()
  for (const problem of problems) {
    const { path, start } = problem.location
    const key = [path, start.line, start.column, problem.message].join('\0')
    if (!seen.has(key)) seen.set(key, problem)
  }
  return [...seen.values()]
}
