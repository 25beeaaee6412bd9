// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.

import type { Actions } from './actions.ts'
import type { Context } from './context.ts'
import type { Municipality } from './municipality.ts'
import type { Notice } from './notice.ts'
import type { Procedure } from './procedure.ts'
import type { Records } from './records.ts'
import type { Rules } from './rules.ts'
import type { Standard } from './standard.ts'

/** What a file of each kind holds, days and periods normalised. */
export interface Files {
  municipality: Municipality
  context: Context
  procedure: Procedure
  records: Records
  notice: Notice
  actions: Actions
  standard: Standard
  rules: Rules
}

/** The kinds of file. */
export type Kind = keyof Files

/** The kinds of file, in the order in which a person meets them. */
export const kinds: readonly Kind[] = [
  'municipality',
  'context',
  'procedure',
  'records',
  'notice',
  'actions',
  'standard',
  'rules',
]
