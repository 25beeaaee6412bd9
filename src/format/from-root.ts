import type { Change, ChangeReport, ChangeSide } from '../finding/change.ts'
import type { Finding } from '../finding/finding.ts'
import type { LeanReport } from '../finding/report.ts'
import type { CaseFault, RuleCase, RuleTestReport } from '../finding/rule-test.ts'
import { fromAbove } from '../source/path.ts'
import type { Location } from '../source/source.ts'

/** Where the program ran, for formats whose readers count paths from the root of the git work tree. */
export interface InWorkTree {
  /** The working folder below that root; undefined outside of a work tree, where paths stay as they are. */
  readonly belowRoot?: string
}

/** The same format, its paths from the root of the work tree. */
export function fromRoot<Read, Context extends InWorkTree>(
  format: (report: Read, context: Context) => string,
  moved: (report: Read, place: Move) => Read,
): (report: Read, context: Context) => string {
  return (report, context) => {
    const { belowRoot = '.' } = context
    if (belowRoot === '.') return format(report, context)
    const place = (at: Location): Location => ({ ...at, path: fromAbove(at.path, belowRoot) })
    return format(moved(report, place), context)
  }
}

type Move = (location: Location) => Location

/** Anything that stands somewhere. */
function placed<Item extends { readonly location: Location }>(item: Item, place: Move): Item {
  return { ...item, location: place(item.location) }
}

function movedFinding(finding: Finding, place: Move): Finding {
  return placed({ ...finding, related: finding.related.map((one) => placed(one, place)) }, place)
}

/** A report with all its places moved. */
export function movedReport(report: LeanReport, place: Move): LeanReport {
  return {
    ...report,
    findings: report.findings.map((finding) => movedFinding(finding, place)),
    waived: report.waived.map(({ finding, ...waived }) =>
      finding ? { ...waived, finding: movedFinding(finding, place) } : waived,
    ),
  }
}

/** A comparison with all its places moved, those of the earlier side too. */
export function movedChanges(report: ChangeReport, place: Move): ChangeReport {
  const side = (one: ChangeSide | null): ChangeSide | null => one && placed(one, place)
  const change = (one: Change): Change => ({
    ...one,
    before: side(one.before),
    after: side(one.after),
  })
  const found = ({ introduced, resolved, gone }: ChangeReport['findings']) => ({
    introduced: introduced.map((finding) => movedFinding(finding, place)),
    resolved: resolved.map((finding) => movedFinding(finding, place)),
    gone: gone.map((one) => ({ ...one, finding: movedFinding(one.finding, place) })),
  })
  return {
    ...report,
    changes: report.changes.map(change),
    findings: found(report.findings),
    impact: report.impact.map((impact) => ({
      ...impact,
      ...found(impact),
      stricter: impact.stricter.map((one) => placed(one, place)),
      reviews: impact.reviews.map((one) => placed(one, place)),
    })),
  }
}

/** The outcome of rule tests with all its places moved. */
export function movedRuleTest({ packs, problems }: RuleTestReport, place: Move): RuleTestReport {
  const fault = (one: CaseFault): CaseFault => placed(one, place)
  const tried = (one: RuleCase): RuleCase => ({ ...one, fault: one.fault && fault(one.fault) })
  return {
    packs: packs.map((pack) => ({
      ...pack,
      rules: pack.rules.map((rule) => ({ ...rule, cases: rule.cases.map(tried) })),
    })),
    problems: problems.map(fault),
  }
}
