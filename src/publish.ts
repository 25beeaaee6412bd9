/**
 * The library's third door: official documents of the same files. What a format needs is loaded when it
 * is written.
 *
 *     const input = { workspace: diskWorkspace({ cwd }), paths: ['procedures'] }
 *     const made = await publish({ document: 'procedure', formats: ['docx'], input, draft: false, trace: false })
 */
export { type Publication, type PublishRequest, publish } from './workflow/publish.ts'
export { type FormatName, formatNames, publishable } from './workflow/publish/kind.ts'
export type { PublishedFile, Unavailable } from './workflow/publish/write.ts'
