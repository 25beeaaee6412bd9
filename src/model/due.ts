import type { Day } from '../calendar/day.ts'
import { Dossier, type WrittenDossier } from './dossier.ts'
import { duesOfDuties } from './due-duty.ts'
import { type AskedDue, orNone } from './due-item.ts'
import { duesOfNotices } from './due-notice.ts'
import { duesOfTerms } from './due-term.ts'
import { Part, type WrittenPart } from './part.ts'

/** The same with the parts as they are written, for whoever names them. */
export type Due = AskedDue<WrittenPart>

/** What falls due in a system up to a day, and what is overdue by its records; nothing of one that is retired. */
export function duesOf(written: WrittenDossier, until: Day): readonly Due[] {
  if (written.retirement) return []
  const dossier = Dossier.asked(written)
  const found = [
    ...duesOfDuties(dossier, until),
    ...(dossier.isFirst ? [...orNone(() => duesOfNotices(dossier)), ...duesOfTerms(dossier)] : []),
  ]
  return found
    .filter(({ due }) => due <= until)
    .map(({ about, after, role, organisation, ...rest }) => ({
      ...rest,
      about: asWritten(about, written),
      ...(after && { after: asWritten(after, written) }),
      role: role && asWritten(role, written),
      organisation: organisation && asWritten(organisation, written),
    }))
}

/** A part that was asked, as it is written. */
function asWritten(part: Part, dossier: WrittenDossier): WrittenPart {
  const { shape, legible: data, document, path, key, parent } = part
  return new Part<'written'>({
    shape,
    data,
    document,
    path,
    key,
    parent: parent && asWritten(parent, dossier),
    world: dossier.root.world,
  })
}
