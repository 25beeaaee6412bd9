import { wideSpace } from '../../japanese/width.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { conventionsOf } from '../conventions.ts'
import { finished, type Sheet, type View, type ViewMaker } from '../view.ts'
import type { FormText } from './procedure/form.ts'
import { stemOf } from './procedure/subject.ts'
import { procedureText } from './procedure/text.ts'
import { styleOf } from './style.ts'

/** 様式集 as finished text: every form of a procedure, blank. */
export interface FormBookText {
  readonly municipality: string
  readonly title: string
  readonly procedure: string
  readonly variant: string
  readonly forms: readonly FormText[]
}

/** 様式集: one for each procedure in force that has forms. */
export const formBookViews: ViewMaker<WrittenDossier> = (dossier) => {
  const style = styleOf(conventionsOf(dossier.municipality))
  return dossier.procedures.flatMap((procedure): readonly View[] => {
    const { municipality, title, variant, forms } = procedureText({ dossier, procedure, style })
    if (forms.length === 0) return []
    const text: FormBookText = { municipality, title: '様式集', procedure: title, variant, forms }
    return [
      {
        title: `${title}${wideSpace}${text.title}`,
        stem: stemOf(dossier, procedure, 'forms'),
        text: finished(text),
        sheets: forms.map(sheetOf),
        fonts: style.conventions.fonts,
      },
    ]
  })
}

/** A sheet for each form. */
function sheetOf({ number, related, name, fields }: FormText): Sheet {
  return {
    name: number,
    landscape: false,
    columns: [{ width: 28 }, { width: 60 }],
    lead: [[`${number}${related}`], [{ text: name, bold: true }]],
    head: [['項目', '記入欄']],
    rows: fields.map(({ label, value }) => [label, value]),
  }
}
