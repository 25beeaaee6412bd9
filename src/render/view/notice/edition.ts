import { Unknown } from '../../../finding/unknown.ts'
import { dossierOf, dutiesOf } from '../../../model/dossier.ts'
import { announcesRevision, editionsOf } from '../../../model/notice.ts'
import type { Part } from '../../../model/part.ts'
import { asWritten, partIf } from '../written.ts'

/** A duty as it was and as it is from the day a notice announces; undefined where it is not there. */
export interface Announced {
  readonly before: Part | undefined
  readonly after: Part | undefined
  /** Whether both editions are at hand and the earlier does not have it. */
  readonly isNew: boolean
}

/** The duty a statement speaks of, in the editions its notice stands between. */
export function announcedDuty(notice: Part, statement: Part): Announced {
  const id = String(statement.data['duty'])
  const editions = editionsIf(notice)
  const named = partIf(statement, 'duty')
  if (!editions) return { before: undefined, after: named && asWritten(named), isNew: false }
  const find = (edition: Part): Part | undefined =>
    dutiesOf(asWritten(edition)).find(({ key }) => key === id)
  const before = find(editions.before)
  return { before, after: find(editions.after), isNew: before === undefined }
}

/** The procedure a notice is about: the later edition it announces, else the one in force. */
export function announcedProcedure(notice: Part): Part | undefined {
  const editions = editionsIf(notice)
  if (editions) return editions.after
  const id = (notice.data['announces'] as { procedure?: string } | undefined)?.procedure
  return dossierOf(notice).editions.find(({ key }) => key === id)
}

/** Both editions; undefined where the notice announces none or one of them is not in the dossier. */
function editionsIf(notice: Part): { before: Part; after: Part } | undefined {
  if (!announcesRevision(notice)) return undefined
  try {
    return editionsOf(notice)
  } catch (thrown) {
    if (thrown instanceof Unknown) return undefined
    throw thrown
  }
}
