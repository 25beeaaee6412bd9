/**
 * The library's second door: two versions compared by meaning, and the notices that follow.
 *
 *     const side = (name, workspace) => ({ name, workspace, paths: ['procedures'] })
 *     const { report, sources, ruleTitles } = await compare({
 *       before: side('main', openRevision({ cwd, env, spec: 'main' }).workspace),
 *       after: side('now', diskWorkspace({ cwd })),
 *     })
 *     changesFormats.markdown(report, { sources: sources.after, ruleTitles, color: false, width: 80 })
 */
export { type CompareOutcome, compare } from './workflow/compare.ts'
export type { CompareRequest, SideRequest } from './workflow/compare/side.ts'
export { draftNotices, type Notices, type NoticesRequest } from './workflow/compare/notices.ts'
export { changesFormats } from './format/changes.ts'
export type { ChangesContext } from './format/context.ts'
export type { ChangesFormatName } from './format/names.ts'
export type { Change, ChangeReport, ChangeSide, Grade, Impact } from './finding/change.ts'
