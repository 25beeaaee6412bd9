import type { check } from '../workflow/check.ts'
import type { schemaText } from '../schema/schema-text.ts'

/** What the commands call; each part is loaded when a command first needs it. */
export interface Dependencies {
  readonly check: () => Promise<typeof check>
  readonly schemaText: () => Promise<typeof schemaText>
}

/** The program's own parts. */
export const ownParts: Dependencies = {
  check: async () => (await import('../workflow/check.ts')).check,
  schemaText: async () => (await import('../schema/schema-text.ts')).schemaText,
}
