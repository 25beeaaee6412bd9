import type { Report } from '../finding/report.ts'

/** A report whose findings say whether they are new: those with a known fingerprint are not. */
export function withStates(report: Report, known: ReadonlySet<string>): Report {
  const findings = report.findings.map((finding) => {
    const state = known.has(finding.fingerprint) ? 'existing' : 'new'
    return { ...finding, state } as const
  })
  return { ...report, findings }
}
