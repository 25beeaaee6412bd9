import { Dossier, type WrittenDossier } from '../model/dossier.ts'
import { isPart } from '../model/part.ts'
import { Standard, type WrittenStandard } from '../model/standard.ts'
import { ownText } from '../source/source.ts'
import type { RuleScope } from './checked-rule.ts'
import { elementOf, evaluate, type Evaluation, type Keep, type Result } from './evaluate.ts'
import { exceptionFor } from './exception.ts'
import type { Clock } from './language.ts'
import type { LinkedRule } from './link.ts'
import { type Evaluated, type ExceptedResult, type Judgement, summarise } from './judgement.ts'
import { printer } from './print.ts'
import type { FindingContext } from './to-finding.ts'

/** Judges one system by the rules of its standard, as of its own day. */
export function judgeDossier(
  dossier: WrittenDossier,
  rules: readonly LinkedRule[],
  clock: Clock,
): Judgement {
  return summarise(evaluateDossier(dossier, rules, clock))
}

/** Judges a standard itself: its edition in force, its clauses, its parameters. */
export function judgeStandard(
  system: string,
  standard: WrittenStandard,
  rules: readonly LinkedRule[],
): Judgement {
  return summarise(evaluateStandard(system, standard, rules))
}

/** Runs the rules of its standard over one system, as of its own day. */
export function evaluateDossier(
  dossier: WrittenDossier,
  rules: readonly LinkedRule[],
  clock: Clock,
  keep: Keep = {},
): Evaluated {
  clock.day = dossier.asOf
  const { standard } = dossier
  const { retirement } = dossier
  const mine = rules.filter(({ rule }) => !retirement && appliesTo(rule.scope, dossier.level))
  const context = { system: dossier.id, standard, dossier, print: printer(standard) }
  const asked = Dossier.asked(dossier)
  const run = (rule: LinkedRule): Evaluation =>
    timed(keep, rule, () => evaluateReadings(rule, asked, keep))
  const retired = retirement ? { on: retirement.on, reason: ownText(retirement.reason) } : null
  const subject = { name: ownText(dossier.name), asOf: dossier.asOf, retired }
  return evaluateAll(mine, run, context, subject)
}

/**
 * Runs a rule over a dossier as its requirement reads it. Where the requirement is that of each element,
 * every reading is run, and of each the results that are its own count.
 */
export function evaluateReadings(linked: LinkedRule, dossier: Dossier, keep: Keep): Evaluation {
  const { standard } = dossier
  const evaluateOne = (reading: Dossier): Evaluation =>
    evaluate(
      linked,
      { doc: reading.root, standard: standard.root, params: standard.parameters },
      keep,
    )
  const { requirement } = linked.rule
  if (!requirement) return evaluateOne(dossier.readFor(null))
  if ('key' in requirement) return evaluateOne(dossier.readFor(requirement.key))
  const keys = [null, ...dossier.copiedFor]
  const readings = [...new Set(keys.map((key) => dossier.readFor(key)))]
  const evaluations = readings.map((reading) => {
    const { results, ...counts } = evaluateOne(reading)
    const own = results.filter((result) => dossier.readFor(result.requirement) === reading)
    return { ...counts, results: own }
  })
  const results = evaluations.flatMap((one) => one.results)
  return { notApplicable: 0, leftOut: 0, passedOver: [], ...evaluations[0], results }
}

/** Runs the rules about standards over one. */
export function evaluateStandard(
  system: string,
  standard: WrittenStandard,
  rules: readonly LinkedRule[],
  keep: Keep = {},
): Evaluated {
  const { root } = Standard.asked(standard)
  const roots = { standard: root, params: standard.parameters }
  const mine = rules.filter(({ rule }) => rule.scope === 'standard')
  const context = { system, standard, dossier: undefined, print: printer(standard) }
  const asOf = standard.root.world.asOf
  const run = (rule: LinkedRule): Evaluation => timed(keep, rule, () => evaluate(rule, roots, keep))
  return evaluateAll(mine, run, context, { name: standard.name, asOf, retired: null })
}

/** Runs a rule and adds what it cost to the costs that are kept, if any are. */
function timed({ costs }: Keep, { rule: { id } }: LinkedRule, run: () => Evaluation): Evaluation {
  if (!costs) return run()
  const begun = performance.now()
  const evaluation = run()
  const { milliseconds, results } = costs.get(id) ?? { milliseconds: 0, results: 0 }
  costs.set(id, {
    milliseconds: milliseconds + performance.now() - begun,
    results: results + evaluation.results.length,
  })
  return evaluation
}

function evaluateAll(
  rules: readonly LinkedRule[],
  run: (rule: LinkedRule) => Evaluation,
  context: FindingContext,
  subject: Evaluated['subject'],
): Evaluated {
  const adopted = rules.filter((rule) => isInUse(rule, context.standard))
  const evaluations = adopted.map((rule) => ({ rule, ...run(rule) }))
  const all = evaluations.flatMap((one) => one.results)
  const asked = all.filter((result) => !isAbsent(result, context))
  const results = withoutYielded(asked)
  const told = new Set(results)
  const skipped = evaluations.reduce((sum, one) => sum + one.notApplicable, 0)
  return {
    context,
    subject,
    adopted,
    results: results.map((result) => excepted(result, context)),
    yielded: asked.filter((result) => !told.has(result)),
    passedOver: evaluations.flatMap(({ rule, passedOver }) =>
      passedOver.map((bound) => ({ rule, bound })),
    ),
    notApplicable: skipped + all.length - results.length,
  }
}

function excepted(result: Result, context: FindingContext): ExceptedResult {
  const exception = result.outcome === 'violated' ? exceptionFor(result, context) : undefined
  return { result, exception, open: exception ? [] : result.violations }
}

/** Whether rules of a scope judge dossiers of a level. */
export function appliesTo(scope: RuleScope, level: 'system' | 'organisation'): boolean {
  return scope === 'any' || scope === 'system' || scope === level
}

/**
 * What a rule set does not have asks nothing of its systems; that it is absent is told of the standard.
 * Where a requirement is not asked of a system, for it has no such thing, nothing is missing either.
 */
function isAbsent(
  { requirement, outcome, bound }: Result,
  { dossier, standard }: FindingContext,
): boolean {
  if (!dossier || requirement === null) return false
  if (standard.absent.has(requirement)) return outcome !== 'violated' || !isOfText(bound)
  const asked = standard.requirement(requirement)
  return (
    outcome === 'cannotJudge' &&
    asked !== undefined &&
    standard.holding([asked], dossier).length === 0
  )
}

/** Whether a result is about what somebody wrote for it: a duty, a provision, what a text was found to lack, a model. */
function isOfText(bound: Result['bound']): boolean {
  return bound.some((one) => isPart(one) && ofTexts.has(one.type))
}

const ofTexts: ReadonlySet<string> = new Set(['Duty', 'Provision', 'Lack', 'Followed'])

/** Whether a standard judges by a rule: those for auditors' opinions are a layer that a pack adopts one by one. */
export function isInUse(
  { rule: { id, advice } }: LinkedRule,
  { tailoring }: WrittenStandard,
): boolean {
  return !advice || tailoring.some((one) => one.rule === id && one.adopt === true)
}

const idOf = (item: unknown): string => elementOf([item])

/**
 * One fact, one finding: a rule is silent on an element where a rule it yields to has a finding on the
 * same element or on one that this element is part of.
 */
function withoutYielded(results: readonly Result[]): readonly Result[] {
  const violated = new Map<string, ReadonlySet<string>[]>()
  for (const { rule, bound, outcome } of results) {
    if (outcome !== 'violated') continue
    const ids = violated.get(rule.rule.id) ?? []
    ids.push(new Set(bound.map(idOf)))
    violated.set(rule.rule.id, ids)
  }
  return results.filter((result) => result.outcome !== 'violated' || !yields(result, violated))
}

function yields(result: Result, violated: ReadonlyMap<string, readonly ReadonlySet<string>[]>) {
  const own = new Set(result.bound.map(idOf))
  return result.rule.rule.yieldsTo.some((id) =>
    violated.get(id)?.some((other) => [...other].every((part) => own.has(part))),
  )
}
