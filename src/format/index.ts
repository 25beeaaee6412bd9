import type { Format } from './context.ts'
import { fromRoot, movedReport } from './from-root.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'
import type { FormatName } from './names.ts'

/** Every format of a report by the name that `--format` takes. */
export const formats = {
  text,
  json,
  sarif: fromRoot(sarif, movedReport),
  github: fromRoot(github, movedReport),
  gitlab: fromRoot(gitlab, movedReport),
  junit: fromRoot(junit, movedReport),
  markdown,
} as const satisfies Record<FormatName, Format>
