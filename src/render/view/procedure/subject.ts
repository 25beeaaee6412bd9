import type { Dossier } from '../../../model/dossier.ts'
import type { Part } from '../../../model/part.ts'
import type { Style } from '../style.ts'

/** What a procedure document is made from. */
export interface ProcedureSubject {
  readonly dossier: Dossier
  /** One edition of one variant. */
  readonly procedure: Part
  readonly style: Style
}
