import type { check } from '../workflow/check.ts'
import type { coverage } from '../workflow/coverage.ts'
import type { missingLabel } from '../schema/missing-label.ts'
import type { schemaText } from '../schema/schema-text.ts'
import type { vocabularies } from '../workflow/vocabularies.ts'

/** What the commands call; each part is loaded when a command first needs it. */
export interface Dependencies {
  readonly check: () => Promise<typeof check>
  readonly coverage: () => Promise<typeof coverage>
  readonly schemaText: () => Promise<typeof schemaText>
  readonly missingLabel: () => Promise<typeof missingLabel>
  readonly vocabularies: () => Promise<typeof vocabularies>
}

/** The program's own parts. */
export const ownParts: Dependencies = {
  check: async () => (await import('../workflow/check.ts')).check,
  coverage: async () => (await import('../workflow/coverage.ts')).coverage,
  schemaText: async () => (await import('../schema/schema-text.ts')).schemaText,
  missingLabel: async () => (await import('../schema/missing-label.ts')).missingLabel,
  vocabularies: async () => (await import('../workflow/vocabularies.ts')).vocabularies,
}
