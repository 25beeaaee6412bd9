import type {
  BrokenPlace,
  CellState,
  CoverageCell,
  ExceptedPlace,
  KeptPlace,
  NotApplicableBecause,
  OpenPlace,
} from '../../finding/coverage.ts'
import type { JudgesBy } from '../../finding/rule-card.ts'
import { Unknown } from '../../finding/unknown.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { WrittenPart } from '../../model/part.ts'
import { cannotJudgeOf } from '../../rule/evaluate.ts'
import { type Evaluated, isHalfSeen, type ExceptedResult } from '../../rule/judgement.ts'
import { requirementsJudged } from '../../rule/judged.ts'
import { keepersOf, labelOfKeeper } from '../../rule/kept.ts'
import type { LinkedRule } from '../../rule/link.ts'
import { toFinding } from '../../rule/to-finding.ts'
import { writePlace } from '../../source/source.ts'

/** Whether a requirement is one for this system, why not, or what is missing to tell. */
export type Applies = true | NotApplicableBecause | Unknown

/** The cell of one requirement on one system, from what the rules said of it. */
export function cellOf(
  requirement: WrittenPart,
  results: readonly ExceptedResult[],
  evaluated: Evaluated,
  applies: Applies,
): CoverageCell {
  const kept = unique(results.flatMap((one) => keptPlaces(one, evaluated)))
  const broken = results.flatMap((one) => brokenPlaces(one, evaluated))
  const excepted = results.flatMap((one) => exceptedPlaces(one, evaluated))
  const { standard, dossier } = evaluated.context
  const asks = (rule: LinkedRule): JudgesBy | undefined =>
    requirementsJudged(rule, standard).get(requirement.key)
  const hasRule = evaluated.adopted.map(asks).some((by) => by === 'named' || by === 'listed')
  const isUnsaid = results.length === 0 && applies === true
  const unasked = isUnsaid ? unaskedOf(evaluated, asks) : []
  const open = [...results, ...unasked].flatMap((one) => openPlaces(one, evaluated))
  const condition = isUnsaid && hasRule && dossier ? withoutProcedure(dossier) : applies
  const cannotJudge = condition instanceof Unknown ? [...open, openCondition(condition)] : open
  const told = stateOf([...results, ...unasked], condition, hasRule)
  const isKept = told === 'kept' || told === 'excepted'
  const lacksRest = isKept && isHalfSeen(requirement.key, evaluated.context)
  const state = lacksRest ? 'cannotJudge' : told
  return {
    system: evaluated.context.system,
    state,
    because: state === 'notApplicable' ? becauseOf(applies) : null,
    kept,
    broken,
    excepted,
    cannotJudge,
  }
}

/** broken > cannot judge > excepted > kept > not applicable; a clause without a rule is never kept. */
function stateOf(
  results: readonly ExceptedResult[],
  applies: Applies,
  hasRule: boolean,
): CellState {
  if (results.some(({ open }) => open.length > 0)) return 'broken'
  if (results.some(({ result }) => result.outcome === 'cannotJudge')) return 'cannotJudge'
  if (results.some(({ exception }) => exception !== undefined)) return 'excepted'
  if (results.length > 0) return 'kept'
  if (applies instanceof Unknown) return 'cannotJudge'
  return applies === true && !hasRule ? 'noRule' : 'notApplicable'
}

/**
 * The rules that would ask about a requirement, had there been something to ask it of: what that would
 * say of a clause is not known.
 */
function unaskedOf(
  { results }: Evaluated,
  asks: (rule: LinkedRule) => JudgesBy | undefined,
): readonly ExceptedResult[] {
  return results.filter(
    ({ result: { rule, outcome, bound } }) =>
      outcome === 'cannotJudge' && bound.length === 0 && asks(rule) !== undefined,
  )
}

/** Where there is no procedure at all, nobody can tell whether what it should lay down is kept. */
function withoutProcedure({ id, procedures }: WrittenDossier): Applies {
  return procedures.length > 0 || new Unknown([{ kind: 'procedure', path: id }])
}

function becauseOf(applies: Applies): NotApplicableBecause {
  return typeof applies === 'string' ? applies : 'nothing'
}

function keptPlaces({ result }: ExceptedResult, { context }: Evaluated): readonly KeptPlace[] {
  if (result.outcome !== 'satisfied') return []
  return keepersOf(result).map((keeper) => ({
    rule: result.rule.rule.id,
    label: labelOfKeeper(keeper, context.standard),
    location: keeper.part.location(keeper.field ?? undefined),
  }))
}

function unique(places: readonly KeptPlace[]): readonly KeptPlace[] {
  const key = ({ rule, location }: KeptPlace): string => `${rule} ${writePlace(location)}`
  return [...new Map(places.map((place) => [key(place), place])).values()]
}

function brokenPlaces({ open }: ExceptedResult, { context }: Evaluated): readonly BrokenPlace[] {
  return open.map((violation) => {
    const { rule, fingerprint, severity, label, message, location } = toFinding(violation, context)
    return { rule, fingerprint, severity, label, message, location }
  })
}

function exceptedPlaces(
  { result, exception }: ExceptedResult,
  { context }: Evaluated,
): readonly ExceptedPlace[] {
  if (!exception) return []
  return result.violations.map((violation) => ({
    rule: result.rule.rule.id,
    exception: exception.id,
    expires: exception.expires,
    location: toFinding(violation, context).location,
  }))
}

function openPlaces({ result }: ExceptedResult, { context }: Evaluated): readonly OpenPlace[] {
  if (result.outcome !== 'cannotJudge') return []
  const { rule, element, reason, missing } = cannotJudgeOf(result, context.system)
  return [{ rule, element, reason, missing }]
}

function openCondition({ reason, missing }: Unknown): OpenPlace {
  return { rule: '', element: '', reason, missing }
}
