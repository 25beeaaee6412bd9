import type { Day } from '../calendar/day.ts'
import { possibleDays } from '../calendar/rough-day.ts'
import { knownOf } from '../finding/unknown.ts'
import { goneInChain } from './chain.ts'
import { dossierOf } from './dossier.ts'
import { namesOffice, organisationsOf, partiesOf, procedureOf } from './duty.ts'
import { goneIn, isThere, overlaps, unlistedMembers } from './organisation.ts'
import type { Part } from './part.ts'
import { owed } from './performance.ts'

/**
 * Whether an event is a party's to follow: it names no office, or one of those concerned. A role held in
 * each office follows what happened in its own; any other, what happened where the system is used. Where nobody
 * wrote who performs a duty, each that keeps a record of it follows its own, and the only one what is of no office.
 */
export function concerns(event: Part, party: Part): boolean {
  const where = event.writtenPart('organisation')
  const { duty, organisation } = owed(party)
  if (where && overlaps(where, organisation)) return true
  const isWhose = namesOffice(duty) && !(where === undefined && isForOne(event))
  if (!isWhose) return !where && knownOf(partiesOf(duty)).length === 1
  if (!where) return true
  const procedure = procedureOf(duty)
  // What became of an office that is no more is for those to follow who still name it.
  if (!isThere(where) && namesOf(procedure).has(where.key)) return true
  if (party.part('role')?.data['each'] === true) return false
  const dossier = dossierOf(duty)
  const isKnown = dossier.hasContext && dossier.context.written('involved')
  const involved = isKnown ? dossier.context.parts('involved') : []
  const users = [
    ...procedure.writtenParts('covers'),
    ...involved.flatMap((one) => one.part('organisation') ?? []),
  ]
  // Of users not all of whom are listed, the system's own ledger of events tells more.
  const isSample = users.some((one) => unlistedMembers(one) !== undefined)
  if (isSample && dossierOf(event) === dossier) return true
  return [...organisationsOf(duty), ...users].some((one) => overlaps(where, one))
}

/** The ids of the offices that are no more, and that a procedure names in a contact chain or a text. */
function namesOf(procedure: Part): ReadonlySet<string> {
  const dossier = dossierOf(procedure)
  const texts = ['duties', 'provisions'].flatMap((name) => procedure.writtenParts(name))
  const named = [
    ...procedure.writtenParts('chains').flatMap(goneInChain),
    ...texts.flatMap((one) => goneIn(one.writtenText('text') ?? '', dossier)),
  ]
  return new Set(named.map(({ key }) => key))
}

/** Whether an event is one office's to answer, though nobody may have written whose: what an audit found is. */
function isForOne(event: Part): boolean {
  return event.parent?.shape.fields['findings'] !== undefined
}

/** The day on which what an event asks for was done, as the row it stands in tells. */
export function closedOn(event: Part): Day | undefined {
  const told = event.data['closedOn']
  // Of a day told roughly the first: it accuses nobody of being late.
  const from = typeof told === 'string' ? possibleDays(told).from : undefined
  return from !== undefined && from <= event.world.asOf ? from : undefined
}
