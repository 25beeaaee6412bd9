import { addPeriod, type Day } from '../../calendar/day.ts'
import type { Period } from '../../calendar/period.ts'
import type { Window } from '../../calendar/window.ts'
import type { FunctionDeclaration } from '../../expression/type.ts'
import { explanationsOf, supervisionWithin } from '../../model/contract.ts'
import { dossierOf } from '../../model/dossier.ts'
import type { Part } from '../../model/part.ts'
import { entriesIn, entriesWithin } from '../../model/recent.ts'
import { declare } from './declare.ts'

const within =
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
export const ledgerFunctions: readonly FunctionDeclaration[] = [
  declare('trainingsWithin(Dossier, period): list<Training>', ['records'], within('trainings')),
  declare('trainingsAfter(Dossier, day, period): list<Training>', ['records'], after('trainings')),
  declare('auditsWithin(Dossier, period): list<Audit>', ['records'], within('audits')),
  declare('meetingsWithin(Dossier, period): list<Meeting>', ['records'], within('meetings')),
  declare('lessonsWithin(Dossier, period): list<Lesson>', ['records'], within('lessons')),
  declare('visitsWithin(Dossier, period): list<Visit>', ['records'], within('visits')),
  declare(
    'inspectionsWithin(Dossier, period): list<PlaceInspection>',
    ['records'],
    within('inspections'),
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
]
