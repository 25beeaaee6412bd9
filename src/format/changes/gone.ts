import type { ChangeReport, GoneBecause, GoneFinding } from '../../finding/change.ts'
import type { Finding } from '../../finding/finding.ts'
import { findingInLine } from '../text/finding.ts'
import type { Page } from '../text/page.ts'

/** Why nobody says any more what was found, in the words after which findings are counted. */
export const goneLabels = {
  system: 'システムの一件書類がなくなったもの',
  excluded: '調べる対象から外されたもの',
  retired: 'システムが廃止されたもの',
  unknown: '判定できなくなったもの',
  subject: '指摘した対象がなくなったもの',
  circumstance: '指摘した事情がなくなり、求めが当てはまらなくなったもの',
  excepted: '例外措置が認められたもの',
} as const satisfies Record<GoneBecause, string>

/** What findings are called of which nothing says that their clause is kept. */
export const goneText = '解消を確かめられない問題'

/** The findings that are gone, those of systems under a changed standard among them, each once. */
export function goneBy({ findings, impact }: ChangeReport): readonly GoneFinding[] {
  const all = [...findings.gone, ...impact.flatMap(({ gone }) => gone)]
  const keyOf = ({ finding: { fingerprint, location } }: GoneFinding): string =>
    `${fingerprint}\0${location.path}`
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}

/** What is said of a finding that the change hides, for which a comparison fails. */
export const hiddenText = '判定の材料をなくして見えなくしたもの'

/** Findings that are gone under why they are. */
export function byReason(
  gone: readonly GoneFinding[],
): readonly { readonly label: string; readonly findings: readonly Finding[] }[] {
  return Object.entries(goneLabels).flatMap(([reason, label]) => {
    const own = gone.filter(({ because }) => because === reason)
    return own.length === 0 ? [] : [{ label, findings: own.map(({ finding }) => finding) }]
  })
}

/** A finding that is gone on one line, as `grep` and editors expect it. */
export function goneInLine(page: Page, { because, finding }: GoneFinding): string {
  return `${goneText}（${goneLabels[because]}） ${findingInLine(page, finding)}`
}
