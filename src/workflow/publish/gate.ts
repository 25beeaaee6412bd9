import type { Finding } from '../../finding/finding.ts'
import { bearsOn, isWholeOrganisation } from '../../finding/system-id.ts'
import type { DocumentKind } from '../../render/documents.ts'
import { writePlace } from '../../source/source.ts'
import type { Subject } from './subject.ts'

/** What errors let be made of a subject. */
export interface Gate {
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
export function gate(kind: DocumentKind, subject: Subject, { draft }: { draft: boolean }): Gate {
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
