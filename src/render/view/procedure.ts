import { ownValue } from '../../finding/own-value.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { conventionsOf } from '../conventions.ts'
import { finished, type View, type ViewMaker } from '../view.ts'
import { chainsOf } from './chain.ts'
import { picturesOf } from './picture.ts'
import { stemOf } from './procedure/subject.ts'
import { carriedOf } from './procedure/carried.ts'
import { procedureText, type ProcedureText } from './procedure/text.ts'
import { styleOf } from './style.ts'

/** 実施手順書: one document for each procedure in force, with the charts of its contact chains. */
export const procedureViews: ViewMaker<WrittenDossier> = async (dossier) => {
  const style = styleOf(conventionsOf(dossier.municipality))
  const views: View[] = []
  for (const procedure of dossier.procedures) {
    const subject = { dossier, procedure, style }
    const text = procedureText(subject)
    const pictures = await picturesOf(chainsOf(procedure, style))
    const shown = withAlt(text, pictures)
    const stem = stemOf(dossier, procedure, 'procedure')
    const { fonts } = style.conventions
    const carried = carriedOf(subject)
    views.push({ title: text.title, stem, text: finished(shown), pictures, fonts, carried })
  }
  return views
}

/** With what the pictures say to those who do not see them. */
function withAlt(text: ProcedureText, pictures: NonNullable<View['pictures']>): ProcedureText {
  const chapters = text.chapters.map((chapter) => ({
    ...chapter,
    sections: chapter.sections.map((section) => ({
      ...section,
      articles: section.articles.map((article) => ({
        ...article,
        figures: article.figures.map((one) => ({
          ...one,
          alt: ownValue(pictures, one.picture)?.alt ?? '',
        })),
      })),
    })),
  }))
  return { ...text, chapters }
}
