import { addPeriod, type Day, parseDay } from '../calendar/day.ts'
import { Period } from '../calendar/period.ts'
import { roughDays } from '../calendar/rough-day.ts'
import { Lazy } from '../expression/scope.ts'
import { type Finding, fingerprint } from '../finding/finding.ts'
import { dossierOf, type WrittenDossier } from '../model/dossier.ts'
import { dutiesOf } from '../model/procedure.ts'
import { procedureOf } from '../model/duty.ts'
import { isFor, isGranted, isValidOn, lastDayOf } from '../model/exception.ts'
import { isPart, type Part, type WrittenPart } from '../model/part.ts'
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

/**
 * The exceptions in whose term was amiss what an entry of the records tells, where a result is about one: from
 * the first of its days, and as long after as the rule lets it wait, to the last.
 */
function exceptionsThen(result: Result, dossier: WrittenDossier): readonly ExceptionInForce[] {
  const entry = result.bound.filter(isPart).at(-1)
  if (!entry || !isRow(entry) || entry.shape.dated === undefined) return []
  const told = Object.values(entry.legible)
    .filter((value) => typeof value === 'string')
    .map((text) => roughDays(text) ?? { from: parseDay(text), to: parseDay(text) })
  const [first] = told.flatMap(({ from }) => from ?? []).sort()
  const last = told
    .flatMap(({ to }) => to ?? [])
    .sort()
    .at(-1)
  if (first === undefined || last === undefined || last > dossier.asOf) return []
  const limit = limitOf(result)
  const waited = limit ? addPeriod(first, limit) : first
  const amiss = waited < last ? waited : last
  return exceptionsOn(last, dossier).filter(({ part }) => isGranted(part, amiss))
}

/** How long a rule lets something wait, where it names that among its `let`s. */
function limitOf({ violations: [violation] }: Result): Period | undefined {
  const slot = violation?.rule.rule.layout.indexOf('limit') ?? -1
  const value = violation && slot >= 0 ? Lazy.read(violation.scope, slot) : undefined
  return value instanceof Period ? value : undefined
}

/**
 * The exceptions that hold on a day: of a procedure in force, inside their term, no longer than the
 * standard allows, and of no mandatory clause.
 */
function exceptionsOn(day: Day, dossier: WrittenDossier): readonly ExceptionInForce[] {
  return dossier.procedures
    .flatMap((procedure) => procedure.parts('exceptions'))
    .filter((exception) => isValidOn(exception, day))
    .map((part) => ({
      id: part.key,
      reason: part.writtenText('reason') ?? '',
      expires: lastDayOf(part, day) ?? '',
      part,
    }))
}

/** Whether an exception speaks of what a result is about. */
function concerns(exception: WrittenPart, result: Result): boolean {
  return (
    exception.writtenText('requirement') === result.requirement &&
    touches(exception, result.bound) &&
    isWhereGranted(exception, result.bound)
  )
}

/**
 * Whether what a rule looked at is where an exception was granted: everywhere, or for some offices. What is of
 * no office is of the one that owns the system; a text is of all who follow it.
 */
function isWhereGranted(exception: WrittenPart, bound: readonly unknown[]): boolean {
  if (!exception.written('organisations')) return true
  const last = bound.filter(isPart).at(-1) as WrittenPart | undefined
  if (!last) return false
  const office = officeOf(last)
  if (office) return isFor(exception, office)
  if (last.root.type === 'Procedure') return false
  const { context, hasContext } = dossierOf(exception)
  const owner = hasContext ? context?.writtenPart('owner') : undefined
  return owner === undefined || isFor(exception, owner)
}

/** The office that something is of: as it says itself, or what it stands in. */
function officeOf(part: WrittenPart): WrittenPart | undefined {
  for (let at: WrittenPart | undefined = part; at; at = at.parent) {
    const { fields } = at.shape
    const office = ['organisation', 'owner', 'section'].find((key) => key in fields)
    const found = office === undefined ? undefined : at.writtenPart(office)
    if (found && ['Organisation', 'Group'].includes(found.type)) return found
  }
  return undefined
}

/** Whether an exception is for one of the elements that a rule looked at; it holds inside its own procedure only. */
function touches(exception: WrittenPart, bound: readonly unknown[]): boolean {
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
  const lacks = lacksOf(item)
  return lacks.length > 0 && lacks.every((one) => one === control)
}

/** The controls that something is written to lack. */
function lacksOf(item: Part): readonly unknown[] {
  const lacks = item.legible['lacks']
  return Array.isArray(lacks) ? lacks : []
}

/** Findings for the exceptions in force that silence nothing, where all is in order that they are for. */
export function unusedExceptions(
  dossier: WrittenDossier,
  results: readonly Result[],
): readonly Finding[] {
  return exceptionsOn(dossier.asOf, dossier)
    .filter(({ part }) => {
      const looked = results.filter((one) => isAbout(part, one))
      return looked.length > 0 && !looked.some((one) => isOpen(one, part))
    })
    .map((exception) => findingFor(exception, dossier))
}

/** Whether a result tells if an exception is needed: of a duty that it names, under any requirement. */
function isAbout(exception: WrittenPart, result: Result): boolean {
  if (concerns(exception, result)) return true
  const ofDuty = exception.written('element') && result.bound.some(isDuty)
  return ofDuty && touches(exception, result.bound)
}

function isDuty(item: unknown): boolean {
  return isPart(item) && item.type === 'Duty'
}

/** Whether it is a row of a ledger. */
function isRow(item: unknown): boolean {
  return isPart(item) && item.root.type === 'Records'
}

/**
 * What an exception could be for: a clause that is broken, one that could not be judged, or one that is kept
 * by what makes up for a lack, which the exception may have been granted with: it is written with what is
 * lacking, or with the exception for a row of a ledger. A control that is lacking is
 * what an exception for it is for, whether or not a rule asks for the control.
 */
function isOpen({ requirement, outcome, bound }: Result, exception: WrittenPart): boolean {
  const named = exception.writtenText('element')
  const isOwn = exception.writtenText('requirement') === requirement
  return (
    (isOwn && outcome !== 'satisfied') ||
    (named !== undefined && exception.isLegible('compensating') && bound.some(isRow)) ||
    bound.some(
      (one) => isPart(one) && (one.isLegible('compensating') || lacksOf(one).includes(named)),
    )
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
    message: `「${standard.wordName('requirements', key)}」の例外措置${subject}に当たる違反が見つかりません。`,
    why: rule.rationale,
    fix: rule.fix,
    expected: '例外としなければならない違反',
    actual: '当たる違反が見つからない',
    basis: part.basis,
    location: part.location(),
    related: [],
  }
}
