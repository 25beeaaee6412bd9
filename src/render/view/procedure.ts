import { ownValue } from '../../finding/own-value.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { conventionsOf } from '../conventions.ts'
import { type Carried, type CarriedPlace, finished, type View, type ViewMaker } from '../view.ts'
import { chainsOf } from './chain.ts'
import { picturesOf } from './picture.ts'
import { type ProcedureSubject, stemOf } from './procedure/subject.ts'
import { procedureText, type ProcedureText } from './procedure/text.ts'
import { styleOf } from './style.ts'
import { markName } from '../../model/carried.ts'
import type { Data } from '../../model/element.ts'
import type { WrittenPart } from '../../model/part.ts'
import { sourceOf } from '../trace.ts'

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
export function withAlt(
  text: ProcedureText,
  pictures: NonNullable<View['pictures']>,
): ProcedureText {
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

/** The lists of a procedure whose elements are printed as articles. */
const articles = ['roles', 'duties', 'provisions', 'chains', 'exceptions', 'documents'] as const
/** Those whose elements are rows of a table. */
const rows = ['passwords', 'logs', 'revisions'] as const
/** Keys of the procedure itself that have an article of their own. */
const keys = ['covers', 'standard'] as const
/** What the elements of a document beside the procedure are printed as. */
const ofDocuments = ['duties', 'provisions'] as const

/** What a Word file of a procedure carries, with where each of it is printed. */
function carriedOf({ dossier, procedure }: ProcedureSubject): Carried {
  const places = [
    ...keys.filter((key) => procedure.written(key)).map((key) => placeOfKey(procedure, key)),
    ...articles.flatMap((list) => procedure.parts(list).map((part) => placeOf(part, list))),
    ...rows.flatMap((list) =>
      procedure.parts(list).map((part) => ({ ...placeOf(part, list), isRow: true })),
    ),
    ...procedure
      .parts('documents')
      .flatMap((document) =>
        ofDocuments.flatMap((list) =>
          document.parts(list).map((part) => placeOf(part, `documents/${document.key}/${list}`)),
        ),
      ),
  ]
  const marked: ReadonlySet<string> = new Set([...articles, ...rows, ...keys])
  return withoutNotes({
    system: dossier.id,
    head: without(procedure.data, marked),
    places: distinct(places),
  })
}

function placeOfKey(procedure: WrittenPart, key: string): CarriedPlace {
  const mark = markName('procedure', key)
  const value = { [key]: procedure.data[key] }
  return { mark, source: sourceOf(procedure, key), list: '', value }
}

function placeOf(part: WrittenPart, list: string): CarriedPlace {
  const value = list === 'documents' ? without(part.data, new Set(ofDocuments)) : part.data
  const mark = markName(part.shape.noun, part.key)
  return { mark, source: sourceOf(part), list, value }
}

/** What is carried leaves the office with the document: what somebody noted for the colleagues stays there. */
function withoutNotes(carried: Carried): Carried {
  const text = JSON.stringify(carried, (key, value: unknown) =>
    key === 'notes' ? undefined : value,
  )
  return JSON.parse(text) as Carried
}

function without(data: Data, keys: ReadonlySet<string>): Data {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !keys.has(key)))
}

/** No two marks of one name: elements of the procedure and of its documents may share an id. */
function distinct(places: readonly CarriedPlace[]): readonly CarriedPlace[] {
  const taken = new Set<string>()
  return places.map((place) => {
    let { mark } = place
    for (let count = 2; taken.has(mark); count += 1) mark = `${place.mark.slice(0, 37)}.${count}`
    taken.add(mark)
    return { ...place, mark }
  })
}
