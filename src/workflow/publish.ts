import type { Finding } from '../finding/finding.ts'
import { gate } from './publish/gate.ts'
import { requirePost } from './open/concerned.ts'
import { documentKind } from './publish/kind.ts'
import { makeDocuments } from './publish/make.ts'
import { readSubject, type SubjectRequest } from './publish/subject.ts'
import { openLibrary, requireRight, type TemplatesRequest } from './publish/templates.ts'
import { requireSome, viewsOf, withoutEmpty } from './publish/view.ts'
import {
  lackingInPdfs,
  notesOn,
  type PublishedFile,
  type Unavailable,
  writeDocuments,
  type WriteRequest,
} from './publish/write.ts'

/** Which documents to make of what. */
export interface PublishRequest extends SubjectRequest, TemplatesRequest, WriteRequest {
  /** The name of the kind of document. */
  readonly document: string
  /** Whether dossiers with errors are rendered too, marked 案. */
  readonly draft: boolean
}

/** The files of the documents, or the errors that stand in the way of all of them. */
export type Publication =
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'made'
      readonly files: readonly PublishedFile[]
      /** What the dossiers had against them: those of `refused` systems were not rendered, drafts were all the same. */
      readonly findings: readonly Finding[]
      /** The systems whose documents were not made, by id. */
      readonly refused: readonly string[]
      /** Why documents that would say nothing yet were not made, in Japanese. */
      readonly empty: readonly string[]
      /** What a person who prints the documents should know, in Japanese. */
      readonly notes: readonly string[]
      /** Formats and pictures that cannot be made on this machine, with what to do. */
      readonly unavailable: readonly Unavailable[]
    }

/**
 * Select, read and build the dossiers; leave out what errors make untrue; make views of finished text, place
 * them in templates, write the documents. Throws a `UsageError` where the run cannot be done, a broken template included.
 */
export async function publish(request: PublishRequest): Promise<Publication> {
  const kind = documentKind(request.document, request.formats)
  const read = await readSubject(kind, request)
  const { subject, errors, refused } = gate(kind, read, request)
  if (request.post !== undefined) requirePost(request.post, subject.dossiers)
  const views = await viewsOf(kind, subject, request.post)
  if (views.length === 0 && errors.length > 0 && !request.draft)
    return { kind: 'refused', findings: errors }
  requireSome(kind, views, errors)
  const library = await openLibrary(request)
  await requireRight(kind, library)
  const { whole, empty } = request.draft ? { whole: views, empty: [] } : withoutEmpty(views)
  const documents = await makeDocuments(kind, whole, library, request)
  const { files, unavailable } = await writeDocuments(kind, documents, request)
  const { notes: found, undrawn } = notesOn(documents)
  const notes = [...found, ...(await lackingInPdfs(documents, files))]
  const lacking = [...unavailable, ...undrawn]
  return { kind: 'made', files, findings: errors, refused, empty, notes, unavailable: lacking }
}
