/**
 * The names that `--format` takes, for each kind of report; the registries of the formats are held to
 * them by type. They stand apart so that the help loads no format.
 */

/** Formats of what a check found, in the order of the help. */
export const formatNames = [
  'text',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'markdown',
] as const
export type FormatName = (typeof formatNames)[number]

/** Formats of a comparison. */
export const changesFormatNames = [
  'text',
  'json',
  'markdown',
  'sarif',
  'github',
  'gitlab',
  'junit',
] as const
export type ChangesFormatName = (typeof changesFormatNames)[number]

/** Formats of coverage. */
export const coverageFormatNames = ['text', 'json', 'markdown', 'html'] as const
export type CoverageFormatName = (typeof coverageFormatNames)[number]

/** Formats of what falls due that are text; a workbook is none. */
export const dueFormatNames = ['text', 'json', 'markdown', 'html', 'ics'] as const
export type DueFormatName = (typeof dueFormatNames)[number]

/** Formats of the catalogue of rules. */
export const rulesFormatNames = ['text', 'json'] as const
export type RulesFormatName = (typeof rulesFormatNames)[number]

/** Formats of the deletion test. */
export const mutationFormatNames = ['text', 'json'] as const
export type MutationFormatName = (typeof mutationFormatNames)[number]

/** Formats of rule tests. */
export const ruleTestFormatNames = ['text', 'junit'] as const
export type RuleTestFormatName = (typeof ruleTestFormatNames)[number]
