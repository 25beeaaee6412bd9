import { parseDay, partsOf } from '../../../calendar/day.ts'
import type { DayRange } from '../../../calendar/fiscal.ts'
import { groupBy } from '../../../finding/order.ts'
import type { WrittenDossier } from '../../../model/dossier.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { dayOf } from '../../../model/performance.ts'
import type { Style } from '../style.ts'

/** The entries of the records that a duty was done, up to the day of the dossier; what failed is not done. */
export function doneEntries(duty: WrittenPart, dossier: WrittenDossier): readonly WrittenPart[] {
  return dossier.records
    .flatMap((records) => records.writtenParts('performed'))
    .filter(({ data }) => data['duty'] === duty.key)
    .flatMap((series) => series.writtenParts('entries'))
    .filter((entry) => entry.data['outcome'] !== 'failed')
    .filter((entry) => dayOf(entry) !== '' && dayOf(entry) <= dossier.asOf)
}

/** What the records have of a duty in the months of a year: ８日, 実施 where no day is told, ３回 where it was done so often. */
export function doneByMonth(
  duty: WrittenPart,
  dossier: WrittenDossier,
  { from, to }: DayRange,
  style: Style,
): ReadonlyMap<string, string> {
  const inYear = doneEntries(duty, dossier).filter(
    (entry) => dayOf(entry) >= from && dayOf(entry) <= to,
  )
  const months = groupBy(inYear, (entry) => dayOf(entry).slice(0, 7))
  return new Map(
    [...months].map(([month, entries]) => [month, entriesText(entries, style)] as const),
  )
}

function entriesText([first, ...others]: readonly WrittenPart[], style: Style): string {
  if (!first) return ''
  if (others.length > 0) return `${style.number(others.length + 1)}回`
  if (first.data['outcome'] === 'partly') return '一部'
  const day = parseDay(first.writtenText('on') ?? '')
  return day === undefined ? '実施' : `${style.number(partsOf(day).day)}日`
}
