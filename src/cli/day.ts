import { parseDay } from '../calendar/day.ts'
import { UsageError } from '../finding/usage-error.ts'

/** The day that `--as-of` names, ISO; undefined without it. */
export function dayOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const day = parseDay(text)
  if (day !== undefined) return day
  throw new UsageError(`--as-of の「${text}」は日付として読めません`, {
    hint: '2024-03-31 や 令和6年3月31日 のように、実際にある日付を書いてください',
  })
}
