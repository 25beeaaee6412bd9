import { addPeriod, type Day, parseDay } from '../calendar/day.ts'
import { type Period, periodOf } from '../calendar/period.ts'
import { roughDays } from '../calendar/rough-day.ts'
import { type Finding, fingerprint } from '../finding/finding.ts'
import { dossierOf, type WrittenDossier } from '../model/dossier.ts'
import { dutiesOf } from '../model/procedure.ts'
import { procedureOf } from '../model/duty.ts'
import { isGranted, lastDayOf } from '../model/exception.ts'
import { isPart, type Part, type WrittenPart } from '../model/part.ts'
import { tornKeys } from '../schema/torn.ts'
import { unusedException as rule } from './built-in.ts'
import { elementOf, type Result } from './evaluate.ts'
import type { FindingContext } from './to-finding.ts'

/** The exception that silences a result, by its id, why it was granted, and the last day it holds. */
export interface ExceptionInForce {
  readonly id: string
  readonly reason: string
  readonly expires: string
  readonly part: WrittenPart
}

/** The exception in force for a result: it names the requirement and, where it names one, the element. */
export function exceptionFor(
  result: Result,
  { dossier, standard }: FindingContext,
): ExceptionInForce | undefined {
  if (!dossier || result.requirement === null) return undefined
  const { id } = result.rule.rule
  if (standard.tailoring.some((one) => one.rule === id && one.mandatory)) return undefined
  const inForce = exceptionsOn(dossier.asOf, dossier)
  return [...inForce, ...exceptionsThen(result, dossier)].find(({ part }) => concerns(part, result))
}

/** The exceptions in whose term all happened that an entry of the records tells, where a result is about one. */
function exceptionsThen({ bound }: Result, dossier: WrittenDossier): readonly ExceptionInForce[] {
  const entry = bound.filter(isPart).at(-1)
  if (entry?.root.type !== 'Records' || entry.shape.dated === undefined) return []
  const told = Object.values(entry.legible)
    .filter((value) => typeof value === 'string')
    .map((text) => roughDays(text) ?? { from: parseDay(text), to: parseDay(text) })
  const [first] = told.flatMap(({ from }) => from ?? []).sort()
  const last = told
    .flatMap(({ to }) => to ?? [])
    .sort()
    .at(-1)
  if (first === undefined || last === undefined || last > dossier.asOf) return []
  return exceptionsOn(last, dossier).filter(({ part }) => isGranted(part, first))
}

/**
 * The exceptions that hold on a day: of a procedure in force, inside their term, no longer than the
 * standard allows, and of no mandatory clause.
 */
function exceptionsOn(day: Day, dossier: WrittenDossier): readonly ExceptionInForce[] {
  return dossier.procedures
    .flatMap((procedure) => procedure.parts('exceptions'))
    .filter((exception) => isValid(exception, day, dossier))
    .map((part) => ({
      id: part.key,
      reason: part.writtenText('reason') ?? '',
      expires: lastDayOf(part, day) ?? '',
      part,
    }))
}

function isValid(exception: WrittenPart, day: Day, { standard }: WrittenDossier): boolean {
  const longest = standard.period('exceptionLongest')
  return (
    isGranted(exception, day) &&
    // Of what may say anything nobody knows that it was granted so.
    !tornKeys(exception.data) &&
    (longest === undefined || isWithin(exception, longest, day)) &&
    !standard.isMandatory(exception.writtenText('requirement') ?? '')
  )
}

/** Whether the term of an exception, or the time to its next review, is no longer than allowed. */
function isWithin(exception: WrittenPart, longest: Period, day: Day): boolean {
  // Of one that nobody dated only the time that is left can be told.
  const from = (exception.writtenText('from') ?? day) as Day
  const every = periodOf(exception.data['reviewEvery'])
  const ends = [exception.writtenText('expires'), every && addPeriod(from, every)]
  const [first] = ends.filter((end) => end !== undefined).sort()
  return first !== undefined && first <= addPeriod(from, longest)
}

/** Whether an exception speaks of what a result is about; it holds inside its own procedure only. */
function concerns(exception: WrittenPart, { requirement, bound }: Result): boolean {
  if (exception.writtenText('requirement') !== requirement) return false
  const own = procedureOf(exception)
  const others = bound.flatMap((item) =>
    isPart(item) && item.type === 'Procedure' ? [item.document] : [],
  )
  if (others.length > 0 && !others.includes(own.document)) return false
  const named = exception.writtenText('element')
  return (
    named === undefined ||
    bound.some((item) => elementOf([item]) === named || elementOf([item]).endsWith(`:${named}`)) ||
    bound.some(
      (item) => isPart(item) && (isOfWork(item, named, exception) || lacksOnly(item, named)),
    )
  )
}

/**
 * Whether something is of the work that an exception names: a duty of that kind of work, or what stands in a
 * list that the packs say the work deals with, be it named itself or by a duty.
 */
function isOfWork(item: Part, named: string, exception: WrittenPart): boolean {
  if (item.type === 'Duty') return item.writtenText('activity') === named
  const duty = dutiesOf(procedureOf(exception)).find(({ key }) => key === named)
  const work = duty ? duty.writtenText('activity') : named
  const word = dossierOf(exception).standard.word('activities', work)
  const lists: readonly unknown[] = [...(word?.recordedIn ?? []), ...(word?.handles ?? [])]
  return lists.includes(item.path[0])
}

/** Whether something lacks one control and no other. */
function lacksOnly(item: Part, control: string): boolean {
  const lacks = item.legible['lacks']
  return Array.isArray(lacks) && lacks.length > 0 && lacks.every((one) => one === control)
}

/** Findings for the exceptions in force that silence nothing, as far as that can be told. */
export function unusedExceptions(
  dossier: WrittenDossier,
  results: readonly Result[],
): readonly Finding[] {
  return exceptionsOn(dossier.asOf, dossier)
    .filter(({ part }) => !results.some((one) => isOpen(one) && concerns(part, one)))
    .map((exception) => findingFor(exception, dossier))
}

/**
 * What an exception could be for: a clause that is broken, one that could not be judged, or one that is kept
 * by what makes up for a lack, which the exception may have been granted with.
 */
function isOpen({ outcome, bound }: Result): boolean {
  return (
    outcome !== 'satisfied' || bound.some((one) => isPart(one) && one.isLegible('compensating'))
  )
}

function findingFor({ part }: ExceptionInForce, { id, standard }: WrittenDossier): Finding {
  const key = part.writtenText('requirement') ?? ''
  const named = part.writtenText('element')
  const subject = named === undefined ? '' : `（対象「${named}」）`
  const procedure = procedureOf(part).elementId
  return {
    fingerprint: fingerprint(rule.id, '', id, `${procedure}/${part.elementId}`),
    rule: rule.id,
    requirement: null,
    article: null,
    severity: rule.severity,
    label: standard.labels[rule.severity] ?? rule.severity,
    class: rule.class,
    system: id,
    message: `「${standard.wordName('requirements', key)}」の例外措置${subject}に当たる違反がありません。`,
    why: rule.rationale,
    fix: rule.fix,
    expected: '例外としなければならない違反',
    actual: '当たる違反がない',
    basis: part.basis,
    location: part.location(),
    related: [],
  }
}
