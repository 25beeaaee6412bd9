import { type Day, parseDay } from '../calendar/day.ts'
import { yearPattern } from '../calendar/era.ts'
import { plainText } from '../japanese/sentence.ts'
import { columnIn } from './block.ts'
import { coreOf, type Sentence } from './statement.ts'
import type { Unit } from './unit.ts'

/** When a document was made, changed and put in force. */
export interface ReadHistory {
  readonly established: Day | undefined
  readonly inForce: { readonly from: Day; readonly place: string } | undefined
  /** Every day from which the document says that something is in force. */
  readonly begins: readonly Day[]
  readonly revisions: readonly {
    readonly on: Day
    readonly summary: string
    readonly place: string
  }[]
  readonly sources: readonly (Sentence | Unit)[]
}

const day = new RegExp(`${yearPattern}年?[.\\-/年](\\d{1,2})[.\\-/月](\\d{1,2})日?`, 'gu')

/** Reads 附則, the lines of 制定 and 改正, and the tables of revisions. */
export function historyIn(sentences: readonly Sentence[], units: readonly Unit[]): ReadHistory {
  const made: Day[] = []
  const begins: Day[] = []
  const begun: { readonly from: Day; readonly place: string; readonly text: string }[] = []
  const revisions: { on: Day; summary: string; place: string }[] = []
  const sources: (Sentence | Unit)[] = []
  for (const sentence of sentences) {
    const core = plainText(sentence.text)
    const [on] = daysIn(core)
    if (on === undefined) continue
    if (core.includes('施行')) begins.push(on)
    const { place } = sentence.unit
    if (/(?:から|より)施行(?:する|します)?/u.test(coreOf(sentence.text)))
      begun.push({ from: on, place, text: sentence.text.trim() })
    else if (sentence.unit.section === 'body') continue
    else if (/制定|策定|初版/u.test(core) && core.length < 40) made.push(on)
    else if (/改正|改定|改訂/u.test(core) && core.length < 60)
      revisions.push({ on, summary: sentence.text.trim(), place })
    else continue
    sources.push(sentence)
  }
  for (const unit of units) {
    const rows = revisionRows(unit)
    if (rows.length > 0) sources.push(unit)
    for (const row of rows) revisions.push(row)
  }
  const inOrder = [...begun].sort((a, b) => (a.from < b.from ? -1 : 1))
  const last = inOrder.at(-1)
  const later = inOrder
    .slice(1)
    .map(({ from, place, text }) => ({ on: from, summary: text, place }))
  const all = [...revisions, ...later].filter(
    ({ on }, at, list) => list.findIndex((one) => one.on === on) === at,
  )
  return {
    established: made[0] ?? (begun.length > 1 ? inOrder[0]?.from : undefined),
    inForce: last && { from: last.from, place: last.place },
    begins,
    revisions: all.sort((a, b) => (a.on < b.on ? -1 : 1)),
    sources,
  }
}

/** The days that a text names, in its order. */
export function daysIn(text: string): readonly Day[] {
  return [...text.matchAll(day)].flatMap(([, western, era, year, month, date]) => {
    const written =
      western === undefined
        ? `${era ?? ''}${year ?? ''}年${month ?? ''}月${date ?? ''}日`
        : `${western}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`
    return parseDay(written) ?? []
  })
}

function revisionRows({
  table,
  place,
}: Unit): readonly { on: Day; summary: string; place: string }[] {
  const [head = [], ...rows] = table?.rows ?? []
  const column = columnIn(head)
  const [on, summary] = [
    column(/(?:改訂|改正|改定|施行|制定)?(?:日|年月日|月日)$/u),
    column(/内容|概要|理由|事由|備考/u),
  ]
  if (on < 0 || summary < 0 || !/改訂|改正|改定|版/u.test(plainText(head.join('')))) return []
  return rows.flatMap((row) => {
    const [found] = daysIn(plainText(row[on] ?? ''))
    const text = (row[summary] ?? '').trim()
    return found === undefined || text === '' ? [] : [{ on: found, summary: text, place }]
  })
}
