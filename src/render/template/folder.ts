import nodePath from 'node:path'
import { childPath } from '../../source/path.ts'
import type { ReadProblem } from '../../source/read-problem.ts'
import { readTextFolder } from '../../source/text-folder.ts'
import type { TemplateFolder } from './library.ts'

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
