import { addPeriod, type Day } from '../calendar/day.ts'
import { Period } from '../calendar/period.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import { procedureOf } from '../model/duty.ts'
import { isGranted } from '../model/exception.ts'
import { isPart, type WrittenPart } from '../model/part.ts'
import { tornKeys } from '../schema/torn.ts'
import type { WrittenStandard } from '../model/standard.ts'
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
  return exceptionsInForce(dossier).find(({ part }) => concerns(part, result))
}

/**
 * The exceptions that hold on the day of judgement: of a procedure in force, inside their term, no
 * longer than the standard allows, and of no mandatory clause.
 */
export function exceptionsInForce(dossier: WrittenDossier): readonly ExceptionInForce[] {
  return dossier.procedures
    .flatMap((procedure) => procedure.parts('exceptions'))
    .filter((exception) => isValid(exception, dossier))
    .map((part) => ({
      id: part.key,
      reason: part.writtenText('reason') ?? '',
      expires: part.writtenText('expires') ?? '',
      part,
    }))
}

function isValid(exception: WrittenPart, { standard, asOf }: WrittenDossier): boolean {
  const from = exception.writtenText('from') ?? ''
  const expires = exception.writtenText('expires') ?? ''
  const longest = longestTerm(standard)
  return (
    isGranted(exception, asOf) &&
    // Of what may say anything nobody knows that it was granted so.
    !tornKeys(exception.data) &&
    (longest === undefined || expires <= addPeriod(from as Day, longest)) &&
    !standard.isMandatory(exception.writtenText('requirement') ?? '')
  )
}

function longestTerm(standard: WrittenStandard): Period | undefined {
  const value = standard.parameters.get('exceptionLongest')?.value
  return value instanceof Period ? value : undefined
}

/** Whether an exception speaks of what a result is about; it holds inside its own procedure only. */
export function concerns(exception: WrittenPart, { requirement, bound }: Result): boolean {
  if (exception.writtenText('requirement') !== requirement) return false
  const own = procedureOf(exception)
  const others = bound.flatMap((item) =>
    isPart(item) && item.type === 'Procedure' ? [item.document] : [],
  )
  if (others.length > 0 && !others.includes(own.document)) return false
  const named = exception.writtenText('element')
  return (
    named === undefined ||
    bound.some((item) => elementOf([item]) === named || elementOf([item]).endsWith(`:${named}`))
  )
}
