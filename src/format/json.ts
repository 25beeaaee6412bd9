import type { Format } from './context.ts'

/**
 * Keys of what is built in more than one place (findings, what cannot be judged, locations), in the
 * order of the contract `policy-lint/report.v1`. Other keys stay where they were built.
 */
const order = [
  ...['fingerprint', 'rule', 'requirement', 'article', 'severity', 'label', 'class', 'state'],
  ...['system', 'element', 'reason', 'missing', 'message', 'why', 'fix', 'expected', 'actual'],
  ...['basis', 'unconfirmed', 'location', 'kind', 'path', 'start', 'end', 'line', 'column'],
  'related',
]
const rank = new Map(order.map((key, index) => [key, index]))

/** The report as it is, for programs: keys always in the same order. */
export const json: Format = (report) => {
  const whole = { ...report, cannotJudge: [...report.cannotJudge] }
  return `${JSON.stringify(whole, inOrder, 2)}\n`
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rankOf(a) - rankOf(b)))
}

function rankOf(key: string): number {
  return rank.get(key) ?? order.length
}
