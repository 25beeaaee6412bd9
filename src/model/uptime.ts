import { daysBetween } from '../calendar/day.ts'
import { parseWindowLabel } from '../calendar/window-label.ts'
import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'
import { writtenLedger } from './record.ts'

/*
 * A share of time that a contractor reports, against the failures that the records have of the same period. Only where
 * the promise is one of time in percent, the only one of its contracts, and the report says which period it is for.
 */

/** How many hours the whole was down in the period of a reported share of time, as the failures have it; 0 where none tells. */
export function hoursDown(result: Part): number {
  return failuresOf(result).reduce((sum, one) => sum + (one.number('hours') ?? 0), 0)
}

/** The highest share of time, in percent, that the failures of its period leave of a reported one; undefined where none tells. */
export function shareLeft(result: Part): number | undefined {
  const [days, down] = [daysOf(result), hoursDown(result)]
  if (days === undefined || down === 0) return undefined
  return Number((100 * Math.max(0, 1 - down / (days * 24))).toFixed(2))
}

/** The failures of the period in which the whole, not some things that are named, was down for hours that somebody counted. */
export function failuresOf(result: Part): readonly Part[] {
  const period = periodOf(result)
  if (!period || !isShareOfTime(result)) return []
  return writtenLedger(dossierOf(result), 'failures')
    .flatMap((series) => series.parts('entries'))
    .filter((failure) => {
      const days = failure.writtenDays('occurredOn')
      return days !== undefined && period.from <= days.from && days.to <= period.to
    })
    .filter((failure) => failure.written('hours') && failure.writtenTexts('targets').length === 0)
}

function daysOf(result: Part): number | undefined {
  const period = periodOf(result)
  return period && daysBetween(period.from, period.to) + 1
}

function periodOf(result: Part): ReturnType<typeof parseWindowLabel> {
  return parseWindowLabel(result.parent?.writtenText('period') ?? '')
}

/** Whether it is the one promise of the system's contracts that is a share of time. */
function isShareOfTime(result: Part): boolean {
  const { context, standard } = dossierOf(result)
  const kinds = standard.words('uptimeCategories')
  const shares = context
    .writtenParts('contracts')
    .flatMap((contract) => contract.writtenParts('sla'))
    .filter((sla) => kinds.includes(sla.writtenText('category') ?? ''))
  const [only, ...others] = shares
  return (
    only !== undefined &&
    others.length === 0 &&
    only.writtenText('unit') === 'percent' &&
    only.key === result.writtenPart('sla')?.key
  )
}
