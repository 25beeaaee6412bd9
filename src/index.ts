/**
 * The library: what the command line stands on, for programs that judge dossiers themselves.
 *
 *     const { report, sources } = await check({ workspace: diskWorkspace({ cwd }), paths: ['procedures'] })
 *     formats.text(report, { sources, color: false, width: 80 })
 */
export { type CheckOutcome, check } from './workflow/check.ts'
export type { CheckRequest } from './workflow/judge/run.ts'
export { formats } from './format/index.ts'
export type { FormatName } from './format/names.ts'
export type { Format, FormatContext } from './format/context.ts'
export type { Article, Basis, Finding, FindingClass, Related, Severity } from './finding/finding.ts'
export type {
  CannotJudge,
  ClauseCounts,
  JudgedSystem,
  Report,
  ResultCounts,
  Waived,
} from './finding/report.ts'
export type { Missing, UnknownReason } from './finding/unknown.ts'
export { UsageError } from './finding/usage-error.ts'
export { missingLabel } from './schema/missing-label.ts'
export type { Location, Position, Source } from './source/source.ts'
export type { Workspace } from './source/workspace.ts'
export { type DiskOptions, diskWorkspace } from './source/disk.ts'
export { memoryWorkspace } from './source/memory.ts'
export { RevisionError, type RevisionErrorCode } from './source/git/error.ts'
export { openRevision, type Revision } from './source/git/revision.ts'
