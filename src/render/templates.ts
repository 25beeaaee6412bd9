import nodePath from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Problem } from '../finding/problem.ts'
import { childPath } from '../source/path.ts'
import type { ReadProblem } from '../source/read-problem.ts'
import { readTextFolder } from '../source/text-folder.ts'
import type { DocumentKind } from './documents.ts'
import { makeSections } from './make.ts'
import { checkTemplate } from './template/fill.ts'
import type { TemplateFolder, TemplateLibrary } from './template/library.ts'

/** The templates that ship with the tool, wherever it runs from: its sources, the library, the program. */
export function shippedTemplates(): TemplateFolder {
  for (const place of ['../../templates', '../../../templates']) {
    const folder = fileURLToPath(new URL(place, import.meta.url))
    const { templates, problems } = readTemplates(folder, 'templates')
    if (problems.length === 0) return templates
  }
  throw new Error('the templates that ship with the tool are missing')
}

/** Reads the templates of a folder (native), and nothing outside it. */
export function readTemplates(
  folder: string,
  shown: string,
): { readonly templates: TemplateFolder; readonly problems: readonly ReadProblem[] } {
  const ending = '.hbs'
  const documents = readTextFolder(folder, { shown, ending })
  const partials = readTextFolder(nodePath.join(folder, 'partials'), {
    shown: childPath(shown, 'partials'),
    ending,
    within: folder,
  })
  // A folder of templates need not have parts.
  const ofPartials = partials.problems.filter(({ code }) => code !== 'not-found')
  return {
    templates: { documents: documents.texts, partials: partials.texts },
    problems: [...documents.problems, ...ofPartials],
  }
}

/**
 * All that is wrong with the template of a document and the parts it uses: how it is written, names that
 * the document does not have, and, where both are right, HTML outside the vocabulary.
 */
export async function templateProblems(
  kind: DocumentKind,
  library: TemplateLibrary,
): Promise<readonly Problem[]> {
  const parsed = library.document(kind.name)
  if (!parsed) return []
  const sample = await kind.sample()
  const { template, problems } = parsed
  const misspelt = checkTemplate(template, sample, library.partials)
  const written = [...problems, ...library.problemsOfPartials(), ...misspelt]
  if (written.length > 0) return written
  const asSaid = await makeSections(sample, template, library.partials)
  if (!asSaid.ok) return asSaid.problems
  // What the sample leaves out: both ways of every condition, less what follows from a count of cells.
  const ways = (['body', 'otherwise'] as const).map(async (branches) => {
    const made = await makeSections(sample, template, library.partials, undefined, branches)
    return made.ok ? [] : made.problems.filter(({ code }) => !ofThisSample.has(code))
  })
  const found = (await Promise.all(ways)).flat()
  return found.filter((problem, index) => found.findIndex((one) => isSame(one, problem)) === index)
}

const ofThisSample: ReadonlySet<string> = new Set(
  ['columns', 'span', 'empty-table', 'no-picture', 'no-article', 'unquoted-value'].map(
    (code) => `template-${code}`,
  ),
)

function isSame(one: Problem, other: Problem): boolean {
  const place = ({ location: { path, start }, message }: Problem): string =>
    [path, start.line, start.column, message].join('\0')
  return place(one) === place(other)
}
