import { addPeriod } from '../calendar/day.ts'
import { Period } from '../calendar/period.ts'
import { knownOf, type OpenList, Unknown } from '../finding/unknown.ts'
import { speaksOfAfter, wordsAfterTurn } from '../japanese/cycle.ts'
import { deedOf, gistOf } from '../japanese/gist.ts'
import { mayHaveProviso } from '../japanese/proviso.ts'
import { plainText } from '../japanese/sentence.ts'
import { asksOfSame, clausesAsking, gistOfDuty } from './below-clause.ts'
import { type Demand, saidBy } from './contradiction.ts'
import { dossierOf } from './dossier.ts'
import { attempt, isTold, performingRoles, procedureOf, requirementsServed } from './duty.ts'
import type { Data } from './element.ts'
import { Part } from './part.ts'
import {
  dutiesAbove,
  dutiesAll,
  dutiesInherited,
  isDutyOf,
  proceduresWithTerms,
} from './procedure.ts'

/*
 * The duties that records are held against, and by when: where the procedure leaves the turn or the term to the standard,
 * it is that of the clause.
 */

/**
 * The duties of a procedure with those of documents above of which a record is written, or how they are really done:
 * what is written of them is held against them though the procedure does not repeat them.
 */
export function dutiesHeld(procedure: Part): OpenList<Part> {
  return procedure.remember('~duties held', () => {
    const above = dutiesAbove(procedure).filter(isTold)
    return [...dutiesAll(procedure).map(held), ...above]
  }) as OpenList<Part>
}

/** A duty with the turn or the term of its clause where it gives none; only where something of how it is done is written. */
function held(duty: Part | Unknown): Part | Unknown {
  if (duty instanceof Unknown || !mayLean(duty) || !isTold(duty)) return duty
  const given = termOfClause(duty) ?? turnOfClause(duty)
  if (!given) return duty
  const { shape, legible, document, path, parent, key, world } = duty
  const data = { ...legible, ...given }
  return new Part({ shape, data, document, path, parent, key, world })
}

function mayLean(duty: Part): boolean {
  return duty.written('requirement') && (duty.writtenText('modality') ?? 'must') === 'must'
}

/** The interval that the clause of a duty sets, where the duty gives none. */
function turnOfClause(duty: Part): Data | undefined {
  if (!isOpenTurn(duty)) return undefined
  const clauses = clausesAsking(duty).filter(setsTurn)
  const [clause] = clauses
  if (!clause || clauses.length > 1 || !carriesOut(duty, clause)) return undefined
  const rivals = fellows(duty).filter(
    (other) => other.key !== duty.key && (isTurn(other) || carriesOut(other, clause)),
  )
  if (rivals.length > 0) return undefined
  const text = plainText(clause.writtenText('text') ?? '')
  const afterwards = wordsAfterTurn(text)
  if (afterwards === undefined && speaksOfAfter(text)) return undefined
  const isTimed = afterwards === undefined || duty.written('timing')
  const timing = isTimed ? {} : { timing: { text: afterwards } }
  const frequency = { every: clause.part('cadence')?.data['max'] }
  return { frequency, ...timing }
}

/** Whether a duty says neither how often nor upon what. */
function isOpenTurn(duty: Part): boolean {
  const frequency = duty.writtenPart('frequency')
  return !frequency || ['unstated', 'periodic'].includes(frequency.writtenText('word') ?? '')
}

const isTurn = (duty: Part): boolean => duty.writtenPart('frequency')?.written('every') === true

/** Whether a clause sets one interval for all: a proviso may set another for some. */
function setsTurn(clause: Part): boolean {
  const cadence = clause.writtenPart('cadence')
  const accept = cadence?.texts('accept') ?? []
  const others = accept.includes('event') || accept.includes('asNeeded')
  const isOne = !mayHaveProviso(clause.writtenText('text') ?? '')
  return isOne && cadence?.written('max') === true && accept.includes('periodic') && !others
}

/**
 * Whether a duty is how a clause is carried out: its kind of work is one of the requirement's and they have a word in common,
 * or the deed of the clause and one more word stand in its text. One whose subject is another office is of that office.
 */
function carriesOut(duty: Part, clause: Part): boolean {
  return isOfSubject(duty, clause) && (isWorkOf(duty, clause) || isDeedOf(duty, clause))
}

/** Whether whom a clause names for its duty, if anybody, performs a duty. */
function isOfSubject(duty: Part, clause: Part): boolean {
  const subject = clause.text('subject')
  return (
    subject === undefined ||
    performingRoles(duty).some((role) => role.writtenText('canonical') === subject)
  )
}

/** Whether what a sentence of a clause has done is what a duty has done, of the same thing. */
function isDeedOf(
  duty: Part,
  clause: Part,
  holds: (asked: Demand) => boolean = () => true,
): boolean {
  const own = new Set([
    deedOf(duty.writtenText('title') ?? ''),
    ...saidBy(duty).demands.map(({ deed }) => deed),
  ])
  return asksOfSame(duty, clause, (asked) => own.has(asked.deed) && holds(asked))
}

function isWorkOf(duty: Part, clause: Part): boolean {
  const { standard } = dossierOf(duty)
  const activity = duty.writtenText('activity') ?? ''
  const isOwn = standard
    .requirement(duty.text('requirement') ?? '')
    ?.writtenTexts('activities')
    .includes(activity)
  if (!isOwn || standard.word('activities', activity)?.unspecific === true) return false
  const said = new Set(gistOf(clause.writtenText('text') ?? '').split(' '))
  return gistOfDuty(duty).some((word) => word.length > 1 && said.has(word))
}

/** All duties of the same requirement in the texts of a procedure. */
function fellows(duty: Part): readonly Part[] {
  const procedure = procedureOf(duty)
  return [...knownOf(dutiesAll(procedure)), ...dutiesAbove(procedure)].filter(
    (other) => other.writtenText('requirement') === duty.text('requirement'),
  )
}

/** The time after its event that the clause of a duty sets, where the duty names the event and no time. */
function termOfClause(duty: Part): Data | undefined {
  const frequency = duty.writtenPart('frequency')
  const names = frequency?.written('on') === true || frequency?.written('occasion') === true
  if (!frequency || !names || frequency.written('within') || frequency.written('before'))
    return undefined
  if (isOfOtherwise(duty)) return undefined
  const clauses = clausesAsking(duty).filter((clause) => setsTerm(clause, duty))
  const [clause] = clauses
  if (!clause || clauses.length > 1) return undefined
  const [within] = saidBy(clause).demands.flatMap(({ deadline }) => deadline ?? [])
  if (!within) return undefined
  const rivals = fellows(duty).filter((other) => other.key !== duty.key && isDeedOf(other, clause))
  if (rivals.length > 0) return undefined
  return { frequency: { ...frequency.legible, within: within.toString() } }
}

/** Whether a duty is what is done where the usual cannot be, or its occasion has a time of its own. */
function isOfOtherwise(duty: Part): boolean {
  const occasion = duty.writtenPart('frequency')?.writtenText('occasion') ?? ''
  const said = [duty.writtenText('title'), duty.writtenText('text'), occasion].join('、')
  return /ない(?:とき|場合|間)/u.test(said) || occasion.includes('以内')
}

/** Whether a clause names one time, from the day of what a duty is done upon, for what the duty does. */
function setsTerm(clause: Part, duty: Part): boolean {
  const text = plainText(clause.writtenText('text') ?? '')
  const { demands } = saidBy(clause)
  if (demands.filter(hasDeadline).length !== 1 || mayHaveProviso(text)) return false
  if (!/(?:日|とき|時|後)から.{0,4}(?:日|月|時間)以内/u.test(text)) return false
  return isOfSubject(duty, clause) && isDeedOf(duty, clause, hasDeadline)
}

const hasDeadline = ({ deadline }: Demand): boolean => deadline !== undefined

/**
 * The longest time that the texts here allow for telling of an incident: of the duties upon one, of whom they report to, and of
 * the documents above; where none gives one, the only one that a clause names for it. Never shorter than a day:
 * what was noticed at night is told in the morning.
 */
export function longestReportTerm(incident: Part): Period | undefined {
  const { asOf } = incident.world
  const end = (term: Period): string => addPeriod(asOf, term)
  const duties = attempt(() => dutiesTelling(incident))
  const written = duties instanceof Unknown ? [] : duties.flatMap(termsOfReport)
  const terms = written.length > 0 ? written : termsOfClauses(incident)
  const [longest] = [...terms].sort((one, other) => end(other).localeCompare(end(one)))
  return longest && (longest.isZero || longest.minutes > 0) ? new Period(0, 1) : longest
}

/** The duties to tell of an incident in the procedures here and the documents above them. */
function dutiesTelling(incident: Part): readonly Part[] {
  return proceduresWithTerms(dossierOf(incident))
    .flatMap((one) => [...knownOf(dutiesInherited(one)), ...dutiesAbove(one)])
    .filter((duty) => isDutyOf(duty, 'reportActivities', 'incidentEvents'))
}

function termsOfReport(duty: Part): readonly Period[] {
  const within = duty.writtenPart('frequency')?.writtenPeriod('within')
  const told = duty.writtenParts('reportTo').flatMap((one) => one.writtenPeriod('within') ?? [])
  return [...(within ? [within] : []), ...told]
}

function termsOfClauses(incident: Part): readonly Period[] {
  const dossier = dossierOf(incident)
  const { standard } = dossier
  const served = standard
    .words('reportActivities')
    .flatMap((activity) => requirementsServed(standard, activity))
  const clauses = [...new Set(served)].flatMap((key) => knownOf(standard.clausesFor(key, dossier)))
  const terms = clauses.flatMap((clause) =>
    saidBy(clause).demands.flatMap(({ deed, deadline }) =>
      deadline && /報告|届出/u.test(deed ?? '') ? [deadline] : [],
    ),
  )
  return terms.length === 1 ? terms : []
}
