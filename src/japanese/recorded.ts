import { normalise } from './width.ts'

/** Whether a text has something written down in a book or a list: 使用簿をつけて, 台帳に記入し, 使った者を記録する. */
export function saysRecord(text: string): boolean {
  return /(?:簿|台帳|一覧|記録票|日誌)[をにへ][^、。]{0,8}(?:つけ|付け|記|残)|を記録(?:し|する|の上)|記録を(?:残|つけ|付け|取|と)/u.test(
    normalise(text),
  )
}
