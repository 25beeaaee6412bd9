import type { DueReport } from '../finding/due.ts'
import type { TextContext } from './context.ts'
import { dueHtml } from './due/html.ts'
import { dueMarkdown } from './due/markdown.ts'
import { dueText } from './due/text.ts'
import type { DueFormatName } from './names.ts'

/** Writes what falls due; a calendar is made by a package that is loaded only for it. */
type DueFormat = (report: DueReport, context: TextContext) => string | Promise<string>

/** Every format of what falls due by the name that `--format` takes. */
export const dueFormats = {
  text: dueText,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  markdown: dueMarkdown,
  html: dueHtml,
  ics: async (report) => {
    const { dueCalendar } = await import('./due/calendar.ts')
    return dueCalendar(report)
  },
} as const satisfies Record<DueFormatName, DueFormat>
