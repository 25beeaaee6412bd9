import type { Block } from '../../../src/render/document.ts'
import { makeSections } from '../../../src/render/make.ts'
import { openTemplates } from '../../../src/render/template/library.ts'
import type { ViewGroup } from '../../../src/render/view.ts'

/** What HTML in a template comes to: the blocks of its first article, or what is wrong, a line each. */
export async function tryHtml(
  text: string,
  view: ViewGroup = {},
): Promise<{ readonly blocks: readonly Block[]; readonly told: readonly string[] }> {
  const page = { path: 'page.hbs', text }
  const folder = { documents: new Map([['page', page]]), partials: new Map<string, typeof page>() }
  const library = await openTemplates(folder, undefined)
  const parsed = library.document('page')
  if (!parsed) throw new Error('no page')
  const made = await makeSections(view, parsed.template, library.partials, ['chain'])
  if (made.ok) return { blocks: made.sections[0]?.blocks ?? [], told: [] }
  const told = made.problems.map(({ location: { start }, message, fix }) => {
    return `${start.line}:${start.column} ${message} ${fix}`
  })
  return { blocks: [], told }
}

/** The same for what stands inside an article; columns are those of the text given. */
export async function tryBlocks(text: string, view: ViewGroup = {}) {
  return tryHtml(`<article>\n${text}</article>`, view)
}
