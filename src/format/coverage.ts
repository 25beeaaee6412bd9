import type { Coverage } from '../finding/coverage.ts'
import type { CoverageContext, Format } from './context.ts'
import { coverageHtml } from './coverage/html.ts'
import { coverageMarkdown } from './coverage/markdown.ts'
import { coverageText } from './coverage/text.ts'
import type { CoverageFormatName } from './names.ts'

/** Every format of coverage by the name that `--format` takes. */
export const coverageFormats = {
  text: coverageText,
  json: (coverage) => `${JSON.stringify(coverage, null, 2)}\n`,
  markdown: coverageMarkdown,
  html: coverageHtml,
} as const satisfies Record<CoverageFormatName, Format<Coverage, CoverageContext>>
