import { addDays, type Day } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import { type Window, windows } from '../calendar/window.ts'
import { compareText } from '../finding/order.ts'
import { Unknown } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import { listedKind } from './kind.ts'
import { membersOf, standsOn } from './organisation.ts'
import type { Part } from './part.ts'
import { entriesIn } from './recent.ts'
import { coverOf, ledger } from './record.ts'

/** The kind of a body, as the standard describes it. */
export function kindOfBody(body: Part): Part {
  return listedKind(body, 'bodyKinds')
}

/**
 * The functions that take part in a body: those written, and those of its members. Unknown, besides,
 * where neither the body nor a member says so.
 */
export function functionsOfBody(body: Part): readonly (string | Unknown)[] {
  const written = body.writtenTexts('functions')
  const members = body.parts('members').flatMap(membersOf)
  const found = members.flatMap((one) => one.writtenTexts('functions'))
  const silent = members.find((one) => !one.written('functions'))
  const known = [...new Set([...written, ...found])]
  if (!silent || body.written('functions')) return known
  const path = `${silent.elementId}/functions`
  return [...known, new Unknown([{ kind: 'municipality', path }])]
}

/**
 * The organisations of the municipality of which it is known whether they fall under the standard;
 * unknown where that is said of none.
 */
export function organisationsInQuestion(root: Part): readonly Part[] {
  const dossier = dossierOf(root)
  const known = [...dossier.municipality.organisations]
    .filter(([, { data }]) => data['inScope'] !== undefined && standsOn(data, dossier.asOf))
    .flatMap(([id]) => dossier.organisation(id) ?? [])
  if (known.length > 0) return known
  throw new Unknown([{ kind: 'municipality', path: 'organisations/inScope' }])
}

/**
 * The whole turns, counted by the fiscal year, of which one ledger tells and in which a body did not meet;
 * none where it has met in the last two: what was lacking has been mended since.
 */
export function turnsWithoutMeeting(body: Part, every: Period): readonly Window[] {
  const dossier = dossierOf(body)
  const covers = dossier.withOrganisation.flatMap((one) => ledger(one, 'meetings').map(coverOf))
  const yesterday = addDays(dossier.asOf, -1)
  const turns = covers.flatMap(({ from, to }) => {
    const since = (body.written('since') ? body.text('since') : undefined) ?? from
    return windows(every, 'fiscalYear', since as Day, from, to < yesterday ? to : yesterday)
  })
  const isWithout = (window: Window): boolean =>
    entriesIn(dossier, 'meetings', window).every(
      (meeting) => !(meeting instanceof Unknown) && meeting.part('body')?.key !== body.key,
    )
  const inOrder = turns.sort((a, b) => compareText(a.from, b.from))
  const without = inOrder.filter(isWithout)
  const lastTwo = inOrder.slice(-2)
  return lastTwo.length === 2 && !lastTwo.some((one) => without.includes(one)) ? [] : without
}
