import type { Finding } from '../finding/finding.ts'
import type { CannotJudge, ClauseCounts, Retired, Rows, Waived } from '../finding/report.ts'
import type { WrittenStandard } from '../model/standard.ts'
import { cannotJudgeOf, type Result, type Violation } from './evaluate.ts'
import { type ExceptionInForce, unusedExceptions } from './exception.ts'
import type { LinkedRule } from './link.ts'
import { type FindingContext, toFinding } from './to-finding.ts'
import { countUnconfirmed } from './unconfirmed.ts'

/** The outcome of all rules on one system, or on one standard. */
export interface Judgement {
  readonly system: string
  /** The Japanese name of what was judged. */
  readonly name: string
  readonly asOf: string
  /** Since when and why it is used no more; then it is not judged. */
  readonly retired: Retired | null
  readonly standard: WrittenStandard
  readonly findings: readonly Finding[]
  readonly waived: readonly Waived[]
  readonly cannotJudge: Rows<CannotJudge>
  readonly results: {
    readonly satisfied: number
    readonly violated: number
    readonly notApplicable: number
    readonly waived: number
    readonly cannotJudge: number
  }
  readonly clauses: ClauseCounts
  /** How many readings of its documents nobody has confirmed. */
  readonly unconfirmed: number
  /** The rules that looked at something. */
  readonly looked: ReadonlySet<string>
}

/** A result, and what of it an exception leaves. */
export interface ExceptedResult {
  readonly result: Result
  readonly open: readonly Violation[]
  /** The exception that silences its violations. */
  readonly exception: ExceptionInForce | undefined
}

/** What all rules said of one system, or of one standard, element by element. */
export interface Evaluated {
  readonly context: FindingContext
  readonly subject: Pick<Judgement, 'name' | 'asOf' | 'retired'>
  /** The rules that were run. */
  readonly adopted: readonly LinkedRule[]
  readonly results: readonly ExceptedResult[]
  /** Violations that a finding of another rule speaks for. */
  readonly yielded: readonly Result[]
  /** What rules ask nothing of, by the names they bound; only of a run that keeps them. */
  readonly passedOver: readonly { readonly rule: LinkedRule; readonly bound: readonly unknown[] }[]
  readonly notApplicable: number
}

/** What it all comes to: the findings, what is waived, and the counts. */
export function summarise({
  context,
  subject,
  adopted,
  results,
  notApplicable,
}: Evaluated): Judgement {
  const findings: Finding[] = []
  const waived: Waived[] = []
  const cells = new Cells()
  const counts = { satisfied: 0, violated: 0, notApplicable, waived: 0, cannotJudge: 0 }
  for (const { rule } of adopted) {
    if (rule.requirement && 'key' in rule.requirement) {
      cells.add(rule.requirement.key, 'notApplicable')
    }
    cells.add(rule.keeps, 'notApplicable')
  }
  for (const { result, open, exception } of results) {
    for (const one of open.map((violation) => toFinding(violation, context))) findings.push(one)
    if (exception) {
      for (const violation of result.violations) {
        const finding = toFinding(violation, context)
        const { fingerprint } = finding
        const { id, expires, reason } = exception
        waived.push({ fingerprint, exception: id, expires, reason, finding })
      }
    }
    const outcome = exception ? 'waived' : result.outcome
    counts[outcome] += 1
    for (const key of requirementsOf(result)) {
      const isOpen = outcome !== 'violated' && isHalfSeen(key, context)
      cells.add(key, isOpen ? 'cannotJudge' : outcome)
    }
  }
  if (context.dossier && !subject.retired) {
    const all = results.map(({ result }) => result)
    for (const one of unusedExceptions(context.dossier, all)) findings.push(one)
  }
  return {
    system: context.system,
    ...subject,
    standard: context.standard,
    findings,
    waived,
    cannotJudge: results
      .filter(({ result }) => result.outcome === 'cannotJudge')
      .map(({ result }) => cannotJudgeOf(result, context.system)),
    results: counts,
    clauses: cells.count(),
    unconfirmed: context.dossier ? countUnconfirmed(context.dossier) : 0,
    looked: new Set(results.map(({ result }) => result.rule.rule.id)),
  }
}

/**
 * Whether a clause of the whole organisation is looked at on a system while nobody handed in what the
 * organisation has: as far as it is seen it may be kept, no further.
 */
export function isHalfSeen(key: string | null, { dossier, standard }: FindingContext): boolean {
  if (key === null || dossier?.level !== 'system' || dossier.organisationWide) return false
  return standard.requirements.get(key)?.data['level'] === 'organisation'
}

/** The requirements that a result tells of: its own, and the one that its rule keeps as a whole. */
export function requirementsOf({
  rule: { rule },
  requirement,
}: Result): readonly (string | null)[] {
  const { keeps } = rule
  return keeps === null || keeps === requirement ? [requirement] : [requirement, keeps]
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
