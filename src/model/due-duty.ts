import { addPeriod, type Day, daysBetween } from '../calendar/day.ts'
import { fiscalYearOf } from '../calendar/fiscal.ts'
import { knownOf, Unknown } from '../finding/unknown.ts'
import { unconfirmedYet, unreportedYet } from './deadline.ts'
import type { Dossier } from './dossier.ts'
import { dutiesOf } from './procedure.ts'
import { type AskedDue, orNone } from './due-item.ts'
import { attempt, owingParties } from './duty.ts'
import { openEvents } from './event.ts'
import type { Part } from './part.ts'
import { dayOf, hasSeries } from './performance.ts'
import { cycleOf } from './timing.ts'
import { type Turn, turnsOf } from './turn.ts'

type Found = readonly AskedDue<Part>[]

/** What the duties of a system's procedures ask for: turns, answers to events, reports and confirmations. */
export function duesOfDuties(dossier: Dossier, until: Day): Found {
  const procedures = attempt(() => dossier.procedures)
  if (procedures instanceof Unknown) return []
  const duties = procedures.flatMap((one) => orNone(() => dutiesOf(one)))
  return duties.flatMap((duty) => {
    const parties = attempt(() => owingParties(duty))
    const found = parties instanceof Unknown ? [] : parties
    const known = knownOf(found).flatMap((party) => duesOfParty(party, dossier, until))
    // Of a duty that nobody known performs the turns are there all the same.
    const isOpen = knownOf(found).length < found.length || found.length === 0
    return isOpen ? [...known, ...orNone(() => turnsDue(duty, {}, until))] : known
  })
}

function duesOfParty(party: Part, dossier: Dossier, until: Day): Found {
  const duty = party.part('duty')
  if (!duty) return []
  const role = attempt(() => party.part('role'))
  const who = {
    role: role instanceof Unknown ? undefined : role,
    organisation: party.part('organisation'),
  }
  // What cannot be read of one makes nothing unknown of the others.
  return [
    () => turnsDue(duty, who, until),
    () => eventsDue(party, who, dossier),
    () => reportsDue(party, who, dossier),
    () => confirmationsDue(party),
  ].flatMap(orNone)
}

interface Who {
  readonly role?: Part | undefined
  readonly organisation?: Part | undefined
}

const isBinding = (duty: Part): boolean =>
  !duty.written('modality') || duty.text('modality') === 'must'

/** The turns to come, those that are overdue, and the last one of which no record tells. */
function turnsDue(duty: Part, who: Who, until: Day): Found {
  if (!isBinding(duty)) return []
  const { asOf } = duty.world
  const turns = orNone(() => turnsOf(duty, who.organisation, until))
  const last = turns.findLast(({ due }) => due < asOf)
  const wanted = turns.filter((one) => {
    if (one.state === 'unrecorded') return one === last
    return one.state === 'open' || one.state === 'missed'
  })
  return runsOf(wanted, shortCycle(duty)).map(([first, ...others]) => {
    const end = others.at(-1)
    return {
      kind: 'turn',
      state: first.state === 'missed' ? 'overdue' : first.state === 'open' ? 'open' : 'unrecorded',
      from: first.window.from,
      due: first.due,
      ...(end && {
        run: { turns: others.length + 1, days: shortCycle(duty) ?? 0, until: end.due },
      }),
      about: duty,
      turn: end ? `${fiscalYearOf(first.due)}年度` : first.window.label,
      ...who,
    }
  })
}

/** The days of a cycle of less than a month, whose turns nobody lists one by one. */
function shortCycle(duty: Part): number | undefined {
  const every = cycleOf(duty)
  if (!every) return undefined
  const { months, days, officeDays } = every.inWholeDays()
  if (officeDays > 0) return officeDays === 1 ? 1 : undefined
  return months === 0 && days < 28 ? days : undefined
}

type Run = readonly [Turn, ...Turn[]]

/** Turns that follow one another in one fiscal year and stand alike as one, where the cycle is short. */
function runsOf(turns: readonly Turn[], days: number | undefined): readonly Run[] {
  return turns.reduce<readonly Run[]>((runs, turn) => {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const goesOn =
      last?.state === turn.state &&
      fiscalYearOf(last.due) === fiscalYearOf(turn.due) &&
      daysBetween(last.due, turn.due) === days
    return run && goesOn ? [...runs.slice(0, -1), [...run, turn]] : [...runs, [turn]]
  }, [])
}

/** What is owed for events that the party has not answered, as far back as the pack looks. */
function eventsDue(party: Part, who: Who, dossier: Dossier): Found {
  const duty = party.part('duty')
  const frequency = duty?.part('frequency')
  const isOnEvent = frequency?.written('on') === true || frequency?.written('occasion') === true
  if (!duty || !isOnEvent || !isBinding(duty)) return []
  return orNone(() => openEvents(party, dossier.standard.period('promptly')))
    .filter(({ event }) => isRecent(dayOf(event), dossier))
    .map(({ event, due, state }) => ({
      kind: 'event',
      state: state === 'missed' ? 'overdue' : state,
      // What must be done before its event may be done at any time before it.
      ...(dayOf(event) <= due && { from: dayOf(event) }),
      due,
      about: duty,
      after: event,
      ...who,
    }))
}

function reportsDue(party: Part, who: Who, dossier: Dossier): Found {
  const duty = party.part('duty')
  if (!duty || !hasSeriesOf(party)) return []
  return orNone(() => unreportedYet(party, dossier.standard.period('promptly')))
    .filter(({ entry }) => isRecent(entry.text('on') as Day, dossier))
    .map(({ entry, due }) => afterwards('report', duty, entry, due, who))
}

/** What the role named for it has still to confirm. */
function confirmationsDue(party: Part): Found {
  const duty = party.part('duty')
  if (!duty?.written('confirm') || !hasSeriesOf(party)) return []
  if (duty.parts('reportTo').length === 0) return []
  const role = duty.part('confirm')?.part('by')
  const who = { role, organisation: role?.part('organisation') }
  return orNone(() => unconfirmedYet(party)).map(({ entry, due }) =>
    afterwards('confirmation', duty, entry, due, who),
  )
}

function afterwards(
  kind: 'report' | 'confirmation',
  about: Part,
  entry: Part,
  due: Day,
  who: Who,
): AskedDue<Part> {
  const state = due < entry.world.asOf ? 'overdue' : 'open'
  return { kind, state, from: entry.text('on') as Day, due, about, after: entry, ...who }
}

const hasSeriesOf = (party: Part): boolean => attempt(() => hasSeries(party)) === true

/** Whether the rules still look at a day so long ago. */
function isRecent(day: Day, dossier: Dossier): boolean {
  const back = dossier.standard.period('lookBack')
  return back === undefined || addPeriod(day, back) >= dossier.asOf
}
