import type { check } from '../workflow/check.ts'
import type { compare } from '../workflow/compare.ts'
import type { compareEditions } from '../workflow/compare-editions.ts'
import type { coverage } from '../workflow/coverage.ts'
import type { explain, ruleCatalogue } from '../workflow/explain.ts'
import type { missingLabel } from '../schema/missing-label.ts'
import type { schemaText } from '../schema/schema-text.ts'
import type { mutate } from '../workflow/mutate.ts'
import type { draftNotices } from '../workflow/notices.ts'
import type { publish } from '../workflow/publish.ts'
import type { isIn, outdatedIn } from '../workflow/publish-compare.ts'
import type { checkTemplates } from '../workflow/publish-templates.ts'
import type { testRules } from '../workflow/test-rules.ts'
import type { vocabularies } from '../workflow/vocabularies.ts'
import type { words } from '../workflow/words.ts'

/** What the commands call; each part is loaded when a command first needs it. */
export interface Dependencies {
  readonly check: () => Promise<typeof check>
  readonly compare: () => Promise<typeof compare>
  readonly compareEditions: () => Promise<typeof compareEditions>
  readonly draftNotices: () => Promise<typeof draftNotices>
  readonly publish: () => Promise<typeof publish>
  readonly isIn: () => Promise<typeof isIn>
  readonly outdatedIn: () => Promise<typeof outdatedIn>
  readonly checkTemplates: () => Promise<typeof checkTemplates>
  readonly coverage: () => Promise<typeof coverage>
  readonly mutate: () => Promise<typeof mutate>
  readonly testRules: () => Promise<typeof testRules>
  readonly explain: () => Promise<typeof explain>
  readonly ruleCatalogue: () => Promise<typeof ruleCatalogue>
  readonly schemaText: () => Promise<typeof schemaText>
  readonly missingLabel: () => Promise<typeof missingLabel>
  readonly vocabularies: () => Promise<typeof vocabularies>
  readonly words: () => Promise<typeof words>
}

/** The program's own parts. */
export const ownParts: Dependencies = {
  check: async () => (await import('../workflow/check.ts')).check,
  compare: async () => (await import('../workflow/compare.ts')).compare,
  compareEditions: async () => (await import('../workflow/compare-editions.ts')).compareEditions,
  draftNotices: async () => (await import('../workflow/notices.ts')).draftNotices,
  publish: async () => (await import('../workflow/publish.ts')).publish,
  isIn: async () => (await import('../workflow/publish-compare.ts')).isIn,
  outdatedIn: async () => (await import('../workflow/publish-compare.ts')).outdatedIn,
  checkTemplates: async () => (await import('../workflow/publish-templates.ts')).checkTemplates,
  coverage: async () => (await import('../workflow/coverage.ts')).coverage,
  mutate: async () => (await import('../workflow/mutate.ts')).mutate,
  testRules: async () => (await import('../workflow/test-rules.ts')).testRules,
  explain: async () => (await import('../workflow/explain.ts')).explain,
  ruleCatalogue: async () => (await import('../workflow/explain.ts')).ruleCatalogue,
  schemaText: async () => (await import('../schema/schema-text.ts')).schemaText,
  missingLabel: async () => (await import('../schema/missing-label.ts')).missingLabel,
  vocabularies: async () => (await import('../workflow/vocabularies.ts')).vocabularies,
  words: async () => (await import('../workflow/words.ts')).words,
}
