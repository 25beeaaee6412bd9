import type { Finding } from '../../src/finding/finding.ts'
import type { Report } from '../../src/finding/report.ts'
import type { FormatContext } from '../../src/format/context.ts'
import { locate, type Source } from '../../src/source/source.ts'

/** A finding on the place where some words stand in a source. */
export function findingOn(source: Source, words: string, more: Partial<Finding> = {}): Finding {
  const start = source.text.indexOf(words)
  if (start < 0) throw new Error(`not in ${source.path}: ${words}`)
  return {
    fingerprint: '0123456789abcdef',
    rule: 'account.review-result-received',
    requirement: 'ACC-2',
    article: null,
    severity: 'error',
    label: '指摘',
    class: 'P',
    system: 'aoba-city/library',
    message: 'IDの点検の結果を受け取る役割がありません',
    why: '',
    fix: null,
    expected: null,
    actual: null,
    basis: 'reported',
    location: locate(source, { start, end: start + words.length }),
    related: [],
    ...more,
  }
}

/** A report of one judged system, with the counts that follow from its findings. */
export function reportOf(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length
  return {
    format: 'policy-lint/report.v1',
    asOf: '2024-03-27',
    tool: { name: 'policy-lint', version: '0.1.0' },
    systems: [
      {
        system: 'aoba-city/library',
        name: '図書館予約システム',
        asOf: '2024-03-27',
        standard: { pack: 'aoba-city', name: '青葉市情報セキュリティ対策基準', edition: '2024' },
        clauses: {
          kept: 12,
          broken: findings.length,
          cannotJudge: 0,
          excepted: 0,
          notApplicable: 3,
        },
      },
    ],
    summary: {
      systems: 1,
      files: 3,
      findings: { error: count('error'), warning: count('warning'), info: count('info') },
      results: { satisfied: 20, violated: 2, notApplicable: 3, waived: 0, cannotJudge: 0 },
    },
    findings,
    cannotJudge: [],
    waived: [],
    idleRules: [],
    ...more,
  }
}

/** A context of eighty columns without colours. */
export function contextOf(
  sources: readonly Source[],
  more: Partial<FormatContext> = {},
): FormatContext {
  return {
    sources: new Map(sources.map((source) => [source.path, source])),
    color: false,
    width: 80,
    ...more,
  }
}
