import { fileStemOf } from '../../../finding/system-id.ts'
import { wideSpace } from '../../../japanese/width.ts'
import type { WrittenDossier } from '../../../model/dossier.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { conventionsOf } from '../../conventions.ts'
import { finished, type Sheet, type ViewMaker } from '../../view.ts'
import { type Style, styleOf } from '../style.ts'

/** What a procedure document is made from. */
export interface ProcedureSubject {
  readonly dossier: WrittenDossier
  /** One edition of one variant. */
  readonly procedure: WrittenPart
  readonly style: Style
}

/** The file name of a document about one procedure; variants of one system are told apart by their id. */
export function stemOf(dossier: WrittenDossier, procedure: WrittenPart, document: string): string {
  const system = fileStemOf(dossier.id)
  return procedure.written('variant')
    ? `${system}-${procedure.key}-${document}`
    : `${system}-${document}`
}

/** The views of a document that is made once for each procedure in force, from its text. */
export function eachProcedure<Text extends { readonly title: string; readonly procedure: string }>(
  document: string,
  textOf: (subject: ProcedureSubject) => Text,
  sheetsOf: (text: Text, subject: ProcedureSubject) => readonly Sheet[],
): ViewMaker<WrittenDossier> {
  return (dossier) => {
    const style = styleOf(conventionsOf(dossier.municipality))
    return dossier.procedures.map((procedure) => {
      const subject = { dossier, procedure, style }
      const text = textOf(subject)
      return {
        title: `${text.procedure}${wideSpace}${text.title}`,
        stem: stemOf(dossier, procedure, document),
        text: finished(text),
        sheets: sheetsOf(text, subject),
        fonts: style.conventions.fonts,
      }
    })
  }
}
