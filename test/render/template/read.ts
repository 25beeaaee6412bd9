import { checkTemplate, fillTemplate } from '../../../src/render/template/fill.ts'
import { openTemplates } from '../../../src/render/template/library.ts'
import { TemplateError } from '../../../src/render/template/problem.ts'
import type { ViewGroup } from '../../../src/render/view.ts'

/** What a template came to: HTML, or what is wrong with it, a line each. */
export interface Tried {
  readonly html: string
  readonly told: readonly string[]
}

/** Reads, checks and fills a template against a view, which is its own sample. */
export async function tryTemplate(
  text: string,
  view: ViewGroup,
  partials: Readonly<Record<string, string>> = {},
): Promise<Tried> {
  const source = (name: string, content: string) => ({ path: `${name}.hbs`, text: content })
  const library = await openTemplates(
    {
      documents: new Map([['page', source('page', text)]]),
      partials: new Map(
        Object.entries(partials).map(([name, content]) => [name, source(name, content)]),
      ),
    },
    undefined,
  )
  const parsed = library.document('page')
  if (!parsed) throw new Error('no page')
  const misspelt = checkTemplate(parsed.template, view, library.partials)
  const problems = [...parsed.problems, ...library.problemsOfPartials(), ...misspelt]
  const told = problems.map(({ location: { path, start }, message, fix }) => {
    return `${path}:${start.line}:${start.column} ${message} ${fix}`
  })
  try {
    const output = fillTemplate(parsed.template, view, library.partials)
    return { html: output.html, told }
  } catch (thrown) {
    if (!(thrown instanceof TemplateError)) throw thrown
    const { message, location } = thrown.problem
    const place = `${location.path}:${location.start.line}:${location.start.column}`
    return { html: '', told: told.length > 0 ? told : [`${place} ${message}`] }
  }
}
