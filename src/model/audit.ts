import { fiscalYear, fiscalYearOf } from '../calendar/fiscal.ts'
import type { Window } from '../calendar/window.ts'
import { knownOf, type OpenList, Unknown } from '../finding/unknown.ts'
import { actionsOf } from './action.ts'
import { dossierOf } from './dossier.ts'
import { dutiesAll } from './procedure.ts'
import { bureauOf, overlaps } from './organisation.ts'
import { saysOnlyAudited } from '../japanese/telling.ts'
import type { Part } from './part.ts'
import { currentEntries, newestBy } from './recent.ts'

/** The audit that was made last; undefined where the ledger knows none. */
export function latestAudit(root: Part): Part | undefined {
  return newestBy(currentEntries(dossierOf(root), 'audits'), () => '').get('')
}

/** The answer of the latest self-inspection; of one year, one that says who answered. */
export function latestSelfInspection(root: Part): Part | undefined {
  return newest(currentEntries(dossierOf(root), 'selfInspections'), (one) =>
    [one.number('fiscalYear') ?? 0, one.written('respondents') ? 1 : 0].join('/'),
  )
}

/** The duties an answer of a self-inspection is about: the one it names, else those of its requirement. */
export function dutiesOfAnswer(answer: Part): OpenList<Part> {
  if (answer.written('duty')) {
    const duty = answer.part('duty')
    return duty ? [duty] : []
  }
  if (!answer.written('requirement')) return []
  const key = answer.text('requirement')
  const duties = dossierOf(answer).procedures.flatMap(dutiesAll)
  return duties.filter((duty) => duty instanceof Unknown || duty.text('requirement') === key)
}

/**
 * The actions that answer a finding of an audit: those of its dossier that name it as their source. Where
 * no file of actions is handed in, nobody knows of any.
 */
export function actionsOn(finding: Part): OpenList<Part> {
  const dossiers = dossierOf(finding).withOrganisation
  if (dossiers.every(({ actionFiles }) => actionFiles.length === 0)) {
    return [new Unknown([{ kind: 'actions', path: 'actions' }])]
  }
  return dossiers
    .flatMap(actionsOf)
    .filter((one) => one instanceof Unknown || one.writtenText('source') === finding.key)
}

/**
 * Whether an audit of the body's own, or by a firm of its choice, is asked for: by its clauses, or where it has none
 * by what all share. Clauses that only have it audited are kept by its commissioners.
 */
export function asksOwnAudit(root: Part, requirement: string): boolean {
  const { standard } = dossierOf(root)
  const texts = knownOf(standard.clausesFor(requirement, dossierOf(root))).map(
    (clause) => clause.writtenText('text') ?? '',
  )
  return texts.length === 0 || texts.some((text) => !saysOnlyAudited(text))
}

/** The fiscal year that ended last before the day of judgement. */
export function lastClosedYears(root: Part): readonly Window[] {
  const year = fiscalYearOf(dossierOf(root).asOf) - 1
  const range = fiscalYear(year)
  return range ? [{ ...range, label: `${year}年度` }] : []
}

/**
 * Whether two organisations belong to one unit: at the level `section` one is the other or stands
 * below it, at `bureau` they also share the topmost organisation. Firms share none with anybody.
 */
export function sharesUnit(one: Part, other: Part, level: string): boolean {
  if (overlaps(one, other)) return true
  return level === 'bureau' && bureauOf(one).key === bureauOf(other).key
}

function newest(entries: readonly Part[], rank: (entry: Part) => string): Part | undefined {
  let found: Part | undefined
  for (const entry of entries) if (!found || rank(entry) >= rank(found)) found = entry
  return found
}

/**
 * Those to whom the result of an audit was told, as officers or as organisations. The list goes on where it says so,
 * and where it names none of the kind though it names others: nobody knows then whether they were told.
 */
export function toldOfAudit(audit: Part, kind: 'role' | 'organisation'): OpenList<Part> {
  const reports = audit.list('reportedTo')
  const told = reports.filter((report) => report instanceof Unknown || report.written(kind))
  const named = knownOf(told)
  const isNamed = kind === 'role' ? named.length > 0 : named.some((one) => isAuditee(one, audit))
  const known = audit.writtenText('reportedKnown')
  const isWhole = known === undefined ? reports.length === 0 || isNamed : known === 'all'
  if (isWhole) return told
  return [...named, new Unknown([{ kind: 'records', path: `audit:${audit.key}/reportedTo` }])]
}

/** Whether a report went to one of those who were audited. */
function isAuditee(report: Part, audit: Part): boolean {
  const office = report.part('organisation')
  return office !== undefined && audit.parts('auditees').some((one) => overlaps(one, office))
}
