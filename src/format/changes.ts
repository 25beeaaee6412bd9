import type { ChangeReport } from '../finding/change.ts'
import type { FormatContext } from './context.ts'
import { changesGithub } from './changes/github.ts'
import { changesGitlab } from './changes/gitlab.ts'
import { changesJunit } from './changes/junit.ts'
import { changesMarkdown } from './changes/markdown.ts'
import { changesSarif } from './changes/sarif.ts'
import { changesText } from './changes/text.ts'
import { fromRoot, movedChanges } from './from-root.ts'

/** What a format of changes may know beside them; the sources are those of the later side. */
export type ChangesContext = Pick<
  FormatContext,
  'sources' | 'color' | 'width' | 'ambiguous' | 'quiet' | 'ruleTitles' | 'belowRoot'
>

/** Turns a comparison into text that ends with a line break. Pure: the same report, the same bytes. */
export type ChangesFormat = (report: ChangeReport, context: ChangesContext) => string

/** Every format of a comparison by the name that `--format` takes. */
export const changesFormats = {
  text: changesText,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  markdown: changesMarkdown,
  sarif: fromRoot(changesSarif, movedChanges),
  github: fromRoot(changesGithub, movedChanges),
  gitlab: fromRoot(changesGitlab, movedChanges),
  junit: fromRoot(changesJunit, movedChanges),
} as const satisfies Record<string, ChangesFormat>

/** A name that `--format` takes. */
export type ChangesFormatName = keyof typeof changesFormats
