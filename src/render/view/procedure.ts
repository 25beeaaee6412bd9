import { Unknown } from '../../finding/unknown.ts'
import type { Dossier } from '../../model/dossier.ts'
import type { Part } from '../../model/part.ts'
import { conventionsOf } from '../conventions.ts'
import type { ViewMaker } from '../documents.ts'
import type { View } from '../view.ts'
import { finished } from './finished.ts'
import { procedureText } from './procedure/text.ts'
import { styleOf } from './style.ts'

/** 実施手順書: one document for each procedure in force. */
export const procedureViews: ViewMaker<Dossier> = (dossier) =>
  proceduresOf(dossier).map((procedure): View => {
    const text = procedureText({
      dossier,
      procedure,
      style: styleOf(conventionsOf(dossier.municipality)),
    })
    return {
      title: text.title,
      stem: stemOf(dossier, procedure, 'procedure'),
      text: finished(text),
    }
  })

/** The procedures in force; none where the system has none, or none on that day. */
export function proceduresOf(dossier: Dossier): readonly Part[] {
  try {
    return dossier.procedures
  } catch (thrown) {
    if (thrown instanceof Unknown) return []
    throw thrown
  }
}

/** The file name of a document about one procedure; variants of one system are told apart by their id. */
export function stemOf(dossier: Dossier, procedure: Part, document: string): string {
  const system = dossier.id.replace('/', '-')
  return procedure.written('variant')
    ? `${system}-${procedure.key}-${document}`
    : `${system}-${document}`
}
