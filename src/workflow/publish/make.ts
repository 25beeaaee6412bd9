import type { Document } from '../../render/document.ts'
import type { DocumentKind } from '../../render/documents.ts'
import { distinctNames } from '../../render/file-name.ts'
import { makeDocument, workbookOf } from '../../render/make.ts'
import type { TemplateLibrary } from '../../render/template/library.ts'
import { asUsageError } from './templates.ts'
import type { DatedView } from './view.ts'

/** A document with the beginning of its files' names. */
export interface NamedDocument {
  readonly stem: string
  readonly document: Document
}

/** Places views in the template of their kind. */
export async function makeDocuments(
  kind: DocumentKind,
  views: readonly DatedView[],
  library: TemplateLibrary,
  { draft }: { readonly draft: boolean },
): Promise<readonly NamedDocument[]> {
  const stems = distinctNames(views.map(({ view }) => view.stem))
  const template = library.document(kind.name)?.template
  const documents: NamedDocument[] = []
  for (const [index, { view, day }] of views.entries()) {
    const stem = stems[index] ?? ''
    if (!template) {
      documents.push({ stem, document: workbookOf(view, { day, draft }) })
      continue
    }
    const made = await makeDocument(view, template, library.partials, { day, draft })
    if (!made.ok) throw asUsageError(made.problems)
    documents.push({ stem, document: made.document })
  }
  return documents
}
