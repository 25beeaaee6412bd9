import { UsageError } from '../finding/usage-error.ts'

/** The number that an option gives; undefined without it. */
export function countOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError(`${option} の「${text}」は件数として読めません`, {
    hint: '0以上の整数を書いてください',
  })
}
