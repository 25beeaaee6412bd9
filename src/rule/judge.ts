import { type Finding } from '../finding/finding.ts'
import { type CannotJudge, type ClauseCounts, type Waived } from '../finding/report.ts'
import { type Dossier } from '../model/dossier.ts'
import { type Standard } from '../model/standard.ts'
import { cannotJudgeOf, evaluate, type Result } from './evaluate.ts'
import { exceptionFor } from './exception.ts'
import { type Clock } from './language.ts'
import { type LinkedRule } from './link.ts'
import { printer } from './print.ts'
import { type FindingContext, toFinding } from './to-finding.ts'
import { yielding } from './yield.ts'

/** The outcome of all rules on one system, or on one standard. */
export interface Judgement {
  readonly system: string
  /** The Japanese name of what was judged. */
  readonly name: string
  readonly asOf: string
  readonly findings: readonly Finding[]
  readonly waived: readonly Waived[]
  readonly cannotJudge: readonly CannotJudge[]
  readonly results: {
    readonly satisfied: number
    readonly violated: number
    readonly notApplicable: number
    readonly waived: number
    readonly cannotJudge: number
  }
  readonly clauses: ClauseCounts
  /** The rules that looked at something. */
  readonly looked: ReadonlySet<string>
}

/** Judges one system by the rules of its standard, as of its own day. */
export function judgeDossier(
  dossier: Dossier,
  rules: readonly LinkedRule[],
  clock: Clock,
): Judgement {
  clock.day = dossier.asOf
  const { standard } = dossier
  const roots = { doc: dossier.root, standard: standard.root, params: standard.parameters }
  const { level } = dossier
  const mine = rules.filter(
    ({ rule }) =>
      rule.scope === 'system' || (rule.scope === 'organisation' && rule.scope === level),
  )
  const context = { system: dossier.id, standard, dossier, print: printer(standard) }
  return judge(mine, roots, context, { name: dossier.name, asOf: dossier.asOf })
}

/** Judges a standard itself: its edition in force, its clauses, its parameters. */
export function judgeStandard(
  system: string,
  standard: Standard,
  rules: readonly LinkedRule[],
): Judgement {
  const roots = { standard: standard.root, params: standard.parameters }
  const mine = rules.filter(({ rule }) => rule.scope === 'standard')
  const context = { system, standard, dossier: undefined, print: printer(standard) }
  const asOf = standard.root.world.asOf
  return judge(mine, roots, context, { name: standard.name, asOf })
}

function judge(
  rules: readonly LinkedRule[],
  roots: Readonly<Record<string, unknown>>,
  context: FindingContext,
  subject: { readonly name: string; readonly asOf: string },
): Judgement {
  const adopted = rules.filter(({ rule }) => !rule.advice || isAdopted(rule.id, context.standard))
  const evaluations = adopted.map((rule) => evaluate(rule, roots))
  const all = evaluations.flatMap((one) => one.results)
  const results = yielding(all)
  const findings: Finding[] = []
  const waived: Waived[] = []
  const cells = new Cells()
  const skipped = evaluations.reduce((sum, one) => sum + one.notApplicable, 0)
  const notApplicable = skipped + all.length - results.length
  const counts = { satisfied: 0, violated: 0, notApplicable, waived: 0, cannotJudge: 0 }
  for (const { rule } of adopted) {
    if (rule.requirement && 'key' in rule.requirement) {
      cells.add(rule.requirement.key, 'notApplicable')
    }
  }
  for (const result of results) {
    const open = result.violations.filter((violation) => {
      const exception = exceptionFor(result, context)
      if (!exception) return true
      const { fingerprint } = toFinding(violation, context)
      waived.push({ fingerprint, exception: exception.id, expires: exception.expires })
      return false
    })
    findings.push(...open.map((violation) => toFinding(violation, context)))
    const outcome = result.outcome === 'violated' && open.length === 0 ? 'waived' : result.outcome
    counts[outcome] += 1
    cells.add(result.requirement, outcome)
  }
  return {
    system: context.system,
    ...subject,
    findings,
    waived,
    cannotJudge: results
      .filter((result) => result.outcome === 'cannotJudge')
      .map((result) => cannotJudgeOf(result, context.system)),
    results: counts,
    clauses: cells.count(),
    looked: new Set(results.map((result) => result.rule.rule.id)),
  }
}

/** Rules for auditors' opinions are a layer that a pack adopts rule by rule. */
function isAdopted(rule: string, standard: Standard): boolean {
  return standard.tailoring.some((one) => one.rule === rule && one.off !== true)
}

type CellOutcome = Result['outcome'] | 'waived' | 'notApplicable'

const worst: readonly CellOutcome[] = [
  'violated',
  'cannotJudge',
  'waived',
  'satisfied',
  'notApplicable',
]

/** One cell for each requirement: the worst of what was said of it. */
class Cells {
  readonly #cells = new Map<string, CellOutcome>()

  add(requirement: string | null, outcome: CellOutcome): void {
    if (requirement === null) return
    const known = this.#cells.get(requirement)
    if (known === undefined || worst.indexOf(outcome) < worst.indexOf(known)) {
      this.#cells.set(requirement, outcome)
    }
  }

  count(): ClauseCounts {
    const of = (outcome: CellOutcome): number =>
      [...this.#cells.values()].filter((one) => one === outcome).length
    return {
      kept: of('satisfied'),
      broken: of('violated'),
      cannotJudge: of('cannotJudge'),
      excepted: of('waived'),
      notApplicable: of('notApplicable'),
    }
  }
}
