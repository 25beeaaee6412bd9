import type { ChangeReport } from '../finding/change.ts'
import type { ChangesContext, Format } from './context.ts'
import type { ChangesFormatName } from './names.ts'
import { changesGithub } from './changes/github.ts'
import { changesGitlab } from './changes/gitlab.ts'
import { changesJunit } from './changes/junit.ts'
import { changesMarkdown } from './changes/markdown.ts'
import { changesSarif } from './changes/sarif.ts'
import { changesText } from './changes/text.ts'
import { fromRoot, movedChanges } from './from-root.ts'

/** Every format of a comparison by the name that `--format` takes. */
export const changesFormats = {
  text: changesText,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  markdown: changesMarkdown,
  sarif: fromRoot(changesSarif, movedChanges),
  github: fromRoot(changesGithub, movedChanges),
  gitlab: fromRoot(changesGitlab, movedChanges),
  junit: fromRoot(changesJunit, movedChanges),
} as const satisfies Record<ChangesFormatName, Format<ChangeReport, ChangesContext>>
