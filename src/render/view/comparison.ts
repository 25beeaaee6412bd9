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

/**
 * 新旧対照表: one for each procedure that reads differently now. Where both states hold the same
 * edition, it is compared with the one before it.
 */
export const comparisonViews: ViewMaker<BeforeAndAfter> = ({ before, after }) => {
  return after.flatMap((dossier) => {
    const style = styleOf(conventionsOf(dossier.municipality))
    const old = before
      .filter(({ id }) => id === dossier.id)
      .flatMap((one) => one.procedures.map((procedure) => ({ dossier: one, procedure })))
    return dossier.procedures.flatMap((procedure): readonly View[] => {
      const now = { dossier, procedure }
      const was = old.find((one) => one.procedure.key === procedure.key)
      const text = (was ? changed(was, now, style) : undefined) ?? previous(now, style)
      if (!text) return []
      const title = `${text.procedure}${wideSpace}${text.title}`
      const stem = stemOf(dossier, procedure, 'comparison')
      return [{ title, stem, text: finished(text), fonts: style.conventions.fonts }]
    })
  })
}

/** One edition in its dossier. */
interface Edition {
  readonly dossier: WrittenDossier
  readonly procedure: WrittenPart
}

/** What differs between two editions; undefined where nothing does. */
function changed(before: Edition, after: Edition, style: Style): ComparisonText | undefined {
  // Both in the style of today: a new custom of writing is no revision.
  const text = comparisonText(
    procedureText({ ...before, style }),
    procedureText({ ...after, style }),
    style,
  )
  return text.isSame ? undefined : text
}

/** The comparison with the edition that this one replaced, if the dossier still has it. */
function previous({ dossier, procedure }: Edition, style: Style): ComparisonText | undefined {
  const from = startOf(procedure)
  const earlier = dossier.editions
    .filter((one) => one.key === procedure.key && startOf(one) < from)
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
    .at(-1)
  return earlier && changed({ dossier, procedure: earlier }, { dossier, procedure }, style)
}
