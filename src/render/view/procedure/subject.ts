import type { WrittenDossier } from '../../../model/dossier.ts'
import type { WrittenPart } from '../../../model/part.ts'
import type { Style } from '../style.ts'

/** What a procedure document is made from. */
export interface ProcedureSubject {
  readonly dossier: WrittenDossier
  /** One edition of one variant. */
  readonly procedure: WrittenPart
  readonly style: Style
}
