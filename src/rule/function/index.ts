import { isLeaveAsked, isLeaveAskedFor, isPointAsked } from '../../model/asked.ts'
import { addPeriod, type Day } from '../../calendar/day.ts'
import type { Period } from '../../calendar/period.ts'
import { writePeriod } from '../../japanese/date.ts'
import type { Window } from '../../calendar/window.ts'
import type { FunctionDeclaration, Input } from '../../expression/type.ts'
import { Unknown } from '../../finding/unknown.ts'
import { earlierTwins } from '../../model/account.ts'
import { sharesUnit } from '../../model/audit.ts'
import { goneInClause } from '../../model/citation.ts'
import { chainCovers, chainReaches, hops } from '../../model/chain.ts'
import {
  canReach,
  erasuresOf,
  explanationsOf,
  lateDocuments,
  missingReports,
  owedReports,
  reportGaps,
  skippedReports,
  supervisionWithin,
} from '../../model/contract.ts'
import { isListed } from '../../model/count.ts'
import { unconfirmedEntries, unreportedEntries } from '../../model/deadline.ts'
import { controlsLacking } from '../../model/device.ts'
import { reportsTo } from '../../model/incident.ts'
import { turnsWithoutMeeting } from '../../model/body.ts'
import { dossierOf } from '../../model/dossier.ts'
import { isEngaged, unassignedTasks } from '../../model/engagement.ts'
import { unanswered } from '../../model/event.ts'
import { isFreed, isHeldBack, isLetOff } from '../../model/freed.ts'
import { doneAgainst, exceptionsFor } from '../../model/in-use.ts'
import { isAnyLacking } from '../../model/lack.ts'
import type { Vocabularies } from '../../model/language.ts'
import {
  astray,
  contradicting,
  isToldOnceRevised,
  notRelayed,
  sentWithoutReply,
  unaddressed,
  unreached,
  withoutReply,
} from '../../model/notice.ts'
import { within } from '../../model/organisation.ts'
import { isProtectedBy } from '../../model/trait.ts'
import type { Part } from '../../model/part.ts'
import { runsSince } from '../../model/performance.ts'
import { answersTerm, neglects } from '../../model/practice.ts'
import { entriesIn, entriesWithin } from '../../model/recent.ts'
import { isOnePerson, isPseudonym } from '../../japanese/name.ts'
import { recordedUntil, speaksAfter } from '../../model/record.ts'
import { annualHours, givenWhileVacant } from '../../model/role.ts'
import {
  calledForBy,
  provides,
  statesPoint,
  unstatedPointNames,
  unstatedPoints,
} from '../../model/topic.ts'
import { lessonAudience, toldIn, toldOf } from '../../model/told.ts'
import { dueWindows, missedWindows } from '../../model/turn.ts'
import { asksLess } from '../../model/upper.ts'
import { foundAgainst } from '../../model/self-check.ts'
import { asksOwnAudit } from '../../model/audit.ts'
import { askedEvery } from '../../model/proviso.ts'
import { saidReportTo } from '../../model/sentence.ts'
import { coversWord } from '../../model/word.ts'
import { leftOut, newDuties } from '../notice-change.ts'
import { declare, declaring } from './declare.ts'

const wordOf = (frequency: Part): string => frequency.writtenText('word') ?? ''
const everyOf = (frequency: Part): Period | undefined => frequency.writtenPeriod('every')

/** Certain comparison of cycles: undecidable ones are unknown, other frequencies are never often enough. */
function atLeastEvery(frequency: Part, limit: Period): boolean {
  if (wordOf(frequency) === 'always') return true
  const every = everyOf(frequency)
  if (!every) return false
  const decided = every.isAtMost(limit)
  if (decided === undefined) throw new Unknown([], 'undecidable')
  return decided
}

function timesPerYear(frequency: Part): number {
  const every = everyOf(frequency)
  if (every) return every.timesPerYear()
  throw frequency.missing('every')
}

/** Whether a day is stated, known, and certainly longer ago than a period. */
const overdueOn =
  (asOf: () => Day) =>
  (since: Day | undefined, limit: Period, on: Day = asOf()): boolean =>
    since !== undefined && addPeriod(since, limit) < on

/** A share of one as it is read: 80%, 62.5%. */
function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`
}

/** Whether a day lies on another one or after it, by no more than a period. */
function withinAfter(day: Day, since: Day, limit: Period): boolean {
  return since <= day && day <= addPeriod(since, limit)
}

/**
 * The functions of the rule language that know the domain. `asOf` is the day of judgement; constants
 * are held against the vocabularies, and what a word includes is looked up among `words`; of the rows of
 * `ledgers` that packs add the same is asked as of those of the others.
 */
export function domainFunctions(
  asOf: () => Day,
  vocabularies: Vocabularies = new Map(),
  words: Vocabularies = vocabularies,
  ledgers: readonly string[] = [],
): readonly FunctionDeclaration[] {
  const declare = declaring(vocabularies)
  return [
    ...ledgerFunctions,
    ...ledgerEnds([...kept, ...ledgers]),
    ...found.map((type) => declare(`recordedUntil(${type}): day`, ['context'], recordedUntil)),
    ...listedIn(['Medium', 'Account', 'Device', ...ledgers]),
    ...topicFunctions,
    declare('asOf(): day', [], asOf),
    declare('overdue(day?, period): bool', [], overdueOn(asOf)),
    declare('overdue(day?, period, day): bool', [], overdueOn(asOf)),
    declare('withinAfter(day, day, period): bool', [], withinAfter),
    declare('onePerson(text, text): bool', [], isOnePerson),
    declare('pseudonym(text): bool', [], isPseudonym),
    declare('percent(number): text', [], percent),
    declare('inWords(period): text', [], writePeriod),
    declare('Frequency.isPeriodic(): bool', [], (one: Part) => everyOf(one) !== undefined),
    declare('Frequency.isAsNeeded(): bool', [], (one: Part) => wordOf(one) === 'asNeeded'),
    declare('Frequency.isAlways(): bool', [], (one: Part) => wordOf(one) === 'always'),
    declare('Frequency.isUnstated(): bool', [], (one: Part) => wordOf(one) === 'unstated'),
    declare('Frequency.lacksInterval(): bool', [], (one: Part) => wordOf(one) === 'periodic'),
    declare(
      'Frequency.isEvent(): bool',
      [],
      (one: Part) => one.written('on') || one.written('occasion'),
    ),
    declare('Frequency.atLeastEvery(period): bool', [], atLeastEvery),
    declare('Frequency.asksLess(Frequency): bool', [], asksLess),
    declare('Frequency.timesPerYear(): number', [], timesPerYear),
    declare('due(Duty, Organisation): list<Window>', ['records'], dueWindows),
    declare('missed(Duty, Organisation): list<Window>', ['records'], missedWindows),
    declare('neglects(Duty, Organisation): bool', ['records'], neglects),
    declare('answersTerm(Practice, ContractTerm): bool', ['context'], answersTerm),
    declare('runs(Duty, day): number', ['records'], runsSince),
    declare(
      'unconfirmed(Duty, Organisation): list<PerformedEntry>',
      ['records'],
      unconfirmedEntries,
    ),
    declare(
      'unreported(Party, period): list<PerformedEntry>',
      ['records', 'actions'],
      unreportedEntries,
    ),
    declare(
      'unanswered(Party, period): list<Event>',
      ['records', 'procedure', 'context'],
      unanswered,
    ),
    declare('within(Organisation, Organisation): bool', [], within),
    declare('engaged(Dossier, Organisation, day): bool', ['context'], isEngaged),
    declare(
      'unassigned(Context, list<word<activities>>): list<word<activities>>',
      ['context'],
      unassignedTasks,
    ),
    declare('covers(Chain, Organisation): bool', ['procedure'], chainCovers),
    declare('reachable(Chain, Organisation, Organisation): bool', ['procedure'], chainReaches),
    declare('hops(Chain, Organisation, Organisation): number', ['procedure'], hops),
    declare('sharesUnit(Organisation, Organisation, text): bool', [], sharesUnit),
    declare(
      'audienceCovers(list<word<audiences>>, word<audiences>): bool',
      [],
      (given: readonly string[], wanted: string) =>
        coversWord(given, wanted, words.get('audiences') ?? new Map()),
    ),
    declare(
      'lacking(Network, list<word<controls>>): list<word<controls>>',
      ['context'],
      controlsLacking,
    ),
    declare(
      'unstatedPoints(Dossier, Topic): list<word<points>>',
      ['procedure'],
      (doc: Part, topic: Part) => unstatedPoints(dossierOf(doc), topic),
    ),
    declare(
      'unstatedPointNames(Dossier, Topic): list<text>',
      ['procedure'],
      (doc: Part, topic: Part) => unstatedPointNames(dossierOf(doc), topic),
    ),
    declare('canReach(Organisation, ContextLog): bool', ['context'], canReach),
    declare('reportGaps(Contract, Sla, period): list<Window>', ['records'], reportGaps),
    declare('owedReports(Contract, Sla, period): list<Window>', ['records'], owedReports),
    declare('skippedReports(Contract, Sla, period): list<Window>', ['records'], skippedReports),
    declare(
      'missingReports(Contract, ContractReport, period): list<Window>',
      ['records'],
      missingReports,
    ),
    declare(
      'lateDocuments(Contract, ContractReport): list<ReceivedEntry>',
      ['records'],
      lateDocuments,
    ),
    ...['Keeping', 'NetworkLink'].map((type) =>
      declare(`protectedBy(${type}, list<word<controls>>): bool`, ['context'], isProtectedBy),
    ),
    declare('protectedBy(Transfer, list<word<controls>>): bool', ['records'], isProtectedBy),
    declare('earlierTwins(Account): list<Account>', ['records'], earlierTwins),
    declare('notRelayed(Notice, Delivery): list<Organisation>', ['notice'], notRelayed),
    declare('unreached(Notice): list<Organisation>', ['notice'], unreached),
    declare('astray(Notice): list<Organisation>', ['notice'], astray),
    declare('unaddressed(Notice): list<word<audiences>>', ['notice'], unaddressed),
    declare('withoutReply(Notice): list<Organisation>', ['notice'], withoutReply),
    declare('sentWithoutReply(Notice): list<Organisation>', ['notice'], sentWithoutReply),
    declare('contradicting(Statement): list<Statement>', ['notice', 'procedure'], contradicting),
    declare(
      'lessonAudience(Incident, period): list<word<audiences>>',
      ['notice', 'records'],
      lessonAudience,
    ),
    declare('told(Procedure, day, period, period): bool', ['notice', 'records'], toldOf),
    declare('told(Dossier, day, period, period): bool', ['notice', 'records'], toldIn),
    declare('leftOut(Notice): list<Organisation>', ['notice', 'procedure'], leftOut),
    declare('newDuties(Notice, Organisation): list<Duty>', ['notice'], newDuties),
    declare('saidReportTo(Duty, list<Role>): list<Role>', ['procedure'], saidReportTo),
    declare('givenWhileVacant(Dossier, Officer): list<text>', ['records'], givenWhileVacant),
    declare(
      'foundAgainst(Dossier, SelfInspection, list<word<requirements>>): list<text>',
      ['records'],
      foundAgainst,
    ),
    declare(
      'reportsTo(Incident, list<word<reportReceivers>>): list<IncidentReport>',
      ['records'],
      reportsTo,
    ),
    declare(
      'goneInClause(Dossier, Clause): list<Organisation>',
      ['municipality', 'standard'],
      (doc: Part, clause: Part) => goneInClause(dossierOf(doc), clause),
    ),
    declare('pointAsked(Dossier, word<points>): bool', ['procedure', 'standard'], isPointAsked),
    declare('leaveAsked(Dossier, word<uses>): bool', ['standard'], isLeaveAsked),
    declare('leaveAsked(Dossier, Transfer): bool', ['records', 'standard'], isLeaveAskedFor),
    declare('doneAgainst(Dossier, Ruling): list<UseSeen>', ['context', 'records'], doneAgainst),
    declare(
      'exceptionsFor(Dossier, Subcontractor, word<uses>): list<Ruling>',
      ['procedure'],
      exceptionsFor,
    ),
    declare(
      'exceptionsFor(Dossier, Account, word<uses>): list<Ruling>',
      ['procedure'],
      exceptionsFor,
    ),
    ...[...letPass, ...ledgers].flatMap((type) => [
      declare(`freed(Dossier, ${type}): bool`, freeing, isFreed),
      declare(`freed(Dossier, ${type}, word<uses>): bool`, freeing, isFreed),
    ]),
    declare('heldBack(Dossier, Asset): bool', ['procedure'], isHeldBack),
    ...['Asset', 'Contract', 'Erasure', 'Device', 'Patch', 'Terminal', 'Store'].map((type) =>
      declare(`letOff(Dossier, ${type}, list<text>, list<text>): bool`, ['procedure'], isLetOff),
    ),
    declare('asksOwnAudit(Dossier, word<requirements>): bool', ['standard'], asksOwnAudit),
    declare('toldOnceRevised(Dossier, word<requirements>): bool', ['standard'], isToldOnceRevised),
    declare('askedEvery(Dossier, word<requirements>, period): period', ['standard'], askedEvery),
    declare('annualHours(Role): number', ['context'], annualHours),
  ]
}

const ofLedger =
  (name: string) =>
  (doc: Part, period: Period): unknown =>
    entriesWithin(dossierOf(doc), name, period)

/** What was done from a day on, for so long. */
const after =
  (name: string) =>
  (doc: Part, from: Day, period: Period): unknown =>
    entriesIn(dossierOf(doc), name, { from, to: addPeriod(from, period) })

/**
 * What a dossier's ledgers hold of a stretch of time. Each list ends in one unknown element where the
 * ledger does not speak for the whole of it.
 */
const ledgerFunctions: readonly FunctionDeclaration[] = [
  declare('trainingsWithin(Dossier, period): list<Training>', ['records'], ofLedger('trainings')),
  declare('trainingsAfter(Dossier, day, period): list<Training>', ['records'], after('trainings')),
  declare('auditsWithin(Dossier, period): list<Audit>', ['records'], ofLedger('audits')),
  declare('meetingsWithin(Dossier, period): list<Meeting>', ['records'], ofLedger('meetings')),
  declare('turnsWithoutMeeting(Body, period): list<Window>', ['records'], turnsWithoutMeeting),
  declare('lessonsWithin(Dossier, period): list<Lesson>', ['records'], ofLedger('lessons')),
  declare('visitsWithin(Dossier, period): list<Visit>', ['records'], ofLedger('visits')),
  declare(
    'inspectionsWithin(Dossier, period): list<PlaceInspection>',
    ['records'],
    ofLedger('inspections'),
  ),
  declare('auditsIn(Dossier, Window): list<Audit>', ['records'], (doc: Part, window: Window) =>
    entriesIn(dossierOf(doc), 'audits', window),
  ),
  declare(
    'supervisionWithin(Contract, period): list<SupervisionEntry>',
    ['records'],
    supervisionWithin,
  ),
  declare('explanationsOf(Contract): list<ExplanationEntry>', ['records'], explanationsOf),
  declare('erasuresOf(Contract): list<Erasure>', ['records'], erasuresOf),
]

/** The entries of ledgers of which something may be told only as long as their ledger speaks. */
const kept = [
  'Account',
  'AuditFinding',
  'Device',
  'Erasure',
  'Exchange',
  'Failure',
  'Inquiry',
  'Measurement',
  'Medium',
  'Patch',
  'SupervisionEntry',
  'Transfer',
]

/** What may be used in a way that is forbidden, and that an exception may let pass. */
const letPass = [
  'Account',
  'Credential',
  'Device',
  'DeviceGroup',
  'Exchange',
  'Keeping',
  'NetworkLink',
  'Service',
  'Subcontractor',
  'Transfer',
]

const freeing: readonly Input[] = ['procedure', 'standard']

/** What is told of the state of things, which may be another after the day on which it was found. */
const found = [
  'Asset',
  'Backup',
  'DeviceGroup',
  'Involvement',
  'Keeping',
  'NetworkLink',
  'Party',
  'PublicName',
  'RequiredDocument',
  'Responsibility',
  'Service',
]

/** How far the ledger of an entry speaks, and whether it does after a day, or after so long from it. */
const ledgerEnds = (types: readonly string[]): readonly FunctionDeclaration[] =>
  types.flatMap((type) => [
    declare(`recordedUntil(${type}): day`, ['records'], recordedUntil),
    declare(`speaksAfter(${type}, day): bool`, ['records'], speaksAfter),
    declare(
      `speaksAfter(${type}, day, period): bool`,
      ['records'],
      (entry: Part, day: Day, period: Period) => speaksAfter(entry, addPeriod(day, period)),
    ),
  ])

/** Whether one of the rows of a ledger goes by a label on a day. */
const listedIn = (types: readonly string[]): readonly FunctionDeclaration[] =>
  types.map((type) => declare(`listed(list<${type}>, text, day): bool`, ['records'], isListed))

/** Whether a dossier provides for a topic of the standard and states a point, and which of its devices call for it. */
const topicFunctions: readonly FunctionDeclaration[] = [
  declare('statesPoint(Procedure, text): bool', ['procedure'], statesPoint),
  declare(
    'isAnyLacking(Dossier, list<text>): bool',
    ['procedure'],
    (doc: Part, points: readonly string[]) => isAnyLacking(dossierOf(doc), points),
  ),
  declare('provides(Dossier, Topic): bool', ['procedure'], (doc: Part, topic: Part) =>
    provides(dossierOf(doc), topic),
  ),
  declare('calledForBy(Dossier, Topic): list<DeviceGroup>', [], (doc: Part, topic: Part) =>
    calledForBy(dossierOf(doc), topic),
  ),
]
