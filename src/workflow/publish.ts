import type { Finding } from '../finding/finding.ts'
import { requirePost } from './open/concerned.ts'
import { documentKind } from './publish/kind.ts'
import { makeDocuments } from './publish/make.ts'
import { readSubject, type Subject, type SubjectRequest } from './publish/subject.ts'
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
import { bearsOn, isWholeOrganisation } from '../finding/system-id.ts'
import type { DocumentKind } from '../render/documents.ts'
import { writePlace } from '../source/source.ts'

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

/** What errors let be made of a subject. */
interface Gate {
  /** What is left to make documents of. */
  readonly subject: Subject
  /** The errors that make a document untrue. */
  readonly errors: readonly Finding[]
  /** The systems that were left out for them, by id. */
  readonly refused: readonly string[]
}

/**
 * Leaves out the systems whose documents would be untrue as they are printed: those whose files have an
 * error of form, for nobody knows what else they say, and those with an error in what the kind prints.
 * What other files have against them keeps nothing from being made. A draft is made whatever stands there.
 */
function gate(kind: DocumentKind, subject: Subject, { draft }: { draft: boolean }): Gate {
  const told = kind.prints === 'notice' ? placesOfLetters(subject) : undefined
  const isTold = ({ location }: Finding): boolean => told?.has(writePlace(location)) ?? true
  const errors = subject.errors.filter(
    (error) => isUntrue(kind, error) && (error.class === 'F' || isTold(error)),
  )
  if (draft) return { subject, errors, refused: [] }
  const isOpen = ({ id }: { readonly id: string }): boolean =>
    !errors.some(({ system }) => bearsOn(system, id))
  const { dossiers, before } = subject
  const left = { ...subject, dossiers: dossiers.filter(isOpen), before: before.filter(isOpen) }
  const closed = dossiers.filter((dossier) => !isOpen(dossier)).map(({ id }) => id)
  const unread = errors.flatMap(({ system }) => system ?? [])
  const refused = [...closed, ...unread].filter((id) => !isWholeOrganisation(id))
  return { subject: left, errors, refused: [...new Set(refused)].sort() }
}

/** Where the letters of notices say something: whom they have not reached yet makes none of them untrue. */
function placesOfLetters({ dossiers }: Subject): ReadonlySet<string> {
  const statements = dossiers.flatMap(({ notices }) =>
    notices.flatMap((notice) => [
      notice.location('statements'),
      ...notice.children('statements').flatMap((one) => one.places()),
    ]),
  )
  return new Set(statements.map(writePlace))
}

function isUntrue({ prints }: DocumentKind, { class: of }: Finding): boolean {
  return of === 'F' || (prints === 'procedure' && of === 'P') || (prints === 'notice' && of === 'N')
}
