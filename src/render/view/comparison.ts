import { wideSpace } from '../../japanese/width.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { startOf } from '../../model/edition.ts'
import type { WrittenPart } from '../../model/part.ts'
import { conventionsOf } from '../conventions.ts'
import { type BeforeAndAfter, finished, type View, type ViewMaker } from '../view.ts'
import { type ComparisonText, comparisonText } from './comparison/text.ts'
import { stemOf } from './procedure/subject.ts'
import { procedureText } from './procedure/text.ts'
import { type Style, styleOf } from './style.ts'

/** 新旧対照表: one for each procedure that reads differently now. */
export const comparisonViews: ViewMaker<BeforeAndAfter> = (both) =>
  revisionsIn(both).map(({ after, text, style }): View => {
    const title = `${text.procedure}${wideSpace}${text.title}`
    const stem = stemOf(after.dossier, after.procedure, 'comparison')
    return { title, stem, text: finished(text), fonts: style.conventions.fonts }
  })

/** A procedure that reads differently now: both editions, and how they compare. */
export interface RevisedProcedure {
  readonly before: Edition
  readonly after: Edition
  readonly text: ComparisonText
  readonly style: Style
}

/** Every procedure that reads differently now; the same edition on both sides is held against the one before it. */
export function revisionsIn({ before, after }: BeforeAndAfter): readonly RevisedProcedure[] {
  return after.flatMap((dossier) => {
    const style = styleOf(conventionsOf(dossier.municipality))
    const old = before
      .filter(({ id }) => id === dossier.id)
      .flatMap((one) => one.procedures.map((procedure) => ({ dossier: one, procedure })))
    return dossier.procedures.flatMap((procedure): readonly RevisedProcedure[] => {
      const now = { dossier, procedure }
      const was = old.find((one) => one.procedure.key === procedure.key)
      return changed(was, now, style) ?? changed(previous(now), now, style) ?? []
    })
  })
}

/** One edition in its dossier. */
export interface Edition {
  readonly dossier: WrittenDossier
  readonly procedure: WrittenPart
}

/** What differs between two editions; undefined where nothing does. */
function changed(
  before: Edition | undefined,
  after: Edition,
  style: Style,
): readonly RevisedProcedure[] | undefined {
  if (!before) return undefined
  // Both in the style of today: a new custom of writing is no revision.
  const text = comparisonText(
    procedureText({ ...before, style }),
    procedureText({ ...after, style }),
    style,
  )
  return text.isSame ? undefined : [{ before, after, text, style }]
}

/** The edition that this one replaced, if the dossier still has it. */
function previous({ dossier, procedure }: Edition): Edition | undefined {
  const from = startOf(procedure)
  const earlier = dossier.editions
    .filter((one) => one.key === procedure.key && startOf(one) < from)
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
    .at(-1)
  return earlier && { dossier, procedure: earlier }
}
