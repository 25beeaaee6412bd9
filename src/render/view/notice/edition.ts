import { dossierOf } from '../../../model/dossier.ts'
import { dutiesOf } from '../../../model/procedure.ts'
import { announcesRevision, editionsOf } from '../../../model/notice.ts'
import type { WrittenPart } from '../../../model/part.ts'

/** A duty as it was and as it is from the day a notice announces; undefined where it is not there. */
export interface Announced {
  readonly before: WrittenPart | undefined
  readonly after: WrittenPart | undefined
  /** Whether both editions are at hand and the earlier does not have it. */
  readonly isNew: boolean
}

/** The duty a statement speaks of, in the editions its notice stands between. */
export function announcedDuty(notice: WrittenPart, statement: WrittenPart): Announced {
  const id = String(statement.data['duty'])
  const editions = announcedEditions(notice)
  const named = statement.part('duty')
  if (!editions) return { before: undefined, after: named, isNew: false }
  const find = (edition: WrittenPart): WrittenPart | undefined =>
    dutiesOf(edition).find(({ key }) => key === id)
  const before = find(editions.before)
  return { before, after: find(editions.after), isNew: before === undefined }
}

/** The procedure a notice is about: the later edition it announces, else the one in force. */
export function announcedProcedure(notice: WrittenPart): WrittenPart | undefined {
  const editions = announcedEditions(notice)
  if (editions) return editions.after
  const id = (notice.data['announces'] as { procedure?: string } | undefined)?.procedure
  return dossierOf(notice).editions.find(({ key }) => key === id)
}

/** Both editions; undefined where the notice announces none or one of them is not in the dossier. */
export function announcedEditions(notice: WrittenPart): ReturnType<typeof editionsOf<'written'>> {
  return announcesRevision(notice) ? editionsOf(notice) : undefined
}
