import type { Part } from '../model/part.ts'
import { elementOf, type Result } from './evaluate.ts'
import type { FindingContext } from './to-finding.ts'

/** The exception that silences a result, by its id, and the last day it holds. */
export interface ExceptionInForce {
  readonly id: string
  readonly expires: string
}

/**
 * The exception in force for a result: it names the requirement (and the element, where it names one),
 * it holds on the day of judgement, and no mandatory clause stands behind the requirement.
 */
export function exceptionFor(
  result: Result,
  { dossier, standard }: FindingContext,
): ExceptionInForce | undefined {
  const { requirement } = result
  if (!dossier || requirement === null || standard.isMandatory(requirement)) return undefined
  const element = elementOf(result.bound)
  const found = dossier.editions
    .flatMap((procedure) => (procedure.written('exceptions') ? procedure.parts('exceptions') : []))
    .find((exception) => covers(exception, requirement, element, dossier.asOf))
  return found && { id: found.key, expires: found.writtenText('expires') ?? '' }
}

function covers(exception: Part, requirement: string, element: string, day: string): boolean {
  const named = exception.writtenText('element')
  return (
    exception.writtenText('requirement') === requirement &&
    (exception.writtenText('from') ?? '') <= day &&
    (exception.writtenText('expires') ?? '') >= day &&
    (named === undefined ||
      element.split('/').some((id) => id === named || id.endsWith(`:${named}`)))
  )
}
