import { fileURLToPath } from 'node:url'
import type { TemplateFolder } from './template/library.ts'
import { readTemplates } from './template/folder.ts'

/** The templates that ship with the tool, wherever it runs from: its sources, the library, the program. */
export function shippedTemplates(): TemplateFolder {
  for (const place of ['../../templates', '../../../templates']) {
    const folder = fileURLToPath(new URL(place, import.meta.url))
    const { templates, problems } = readTemplates(folder, 'templates')
    if (problems.length === 0) return templates
  }
  throw new Error('the templates that ship with the tool are missing')
}
