import type { CheckedRule } from '../checked-rule.ts'
import type { ExampleResult } from '../example.ts'

/** One of the ways a rule can go, and whether its examples go it. */
export interface Branch {
  readonly title: string
  readonly isReached: boolean
  /** What to write where none does. */
  readonly fix: string
  /** The number of the assertion it belongs to; undefined for `where`. */
  readonly assert: number | undefined
}

/**
 * The ways a rule can go: every assertion violated by a bad example and holding in a good one, and
 * `where` leaving something out and letting something in.
 */
export function branchesOf(
  rule: CheckedRule,
  results: readonly ExampleResult[],
): readonly Branch[] {
  const of = (kind: ExampleResult['kind']) =>
    results.filter((one) => one.kind === kind).flatMap(({ trial }) => trial ?? [])
  const violated = new Set(of('bad').flatMap((trial) => trial.findings.map((one) => one.assert)))
  const held = new Set(
    of('good').flatMap((trial) =>
      trial.results.flatMap(({ holding }) => holding?.asserts.map(({ id }) => id) ?? []),
    ),
  )
  const asserts = rule.asserts.flatMap(({ id }, index): readonly Branch[] => {
    const name = id === '' ? '式' : `式「${id}」`
    return [
      {
        title: `${name}が成り立たない`,
        isReached: violated.has(id),
        fix: `${name}だけが破られる悪い例（bad）を書いてください。`,
        assert: index,
      },
      {
        title: `${name}が成り立つ`,
        isReached: held.has(id),
        fix: `${name}が成り立つよい例（good）を書いてください。`,
        assert: index,
      },
    ]
  })
  return rule.where ? [...asserts, ...whereBranches(results)] : asserts
}

function whereBranches(results: readonly ExampleResult[]): readonly Branch[] {
  const trials = results.flatMap(({ trial }) => trial ?? [])
  return [
    {
      title: 'where が当てはまらない',
      isReached: trials.some(({ leftOut }) => leftOut > 0),
      fix: '規則の対象にならないもの（where が偽）を含む例を書いてください。',
      assert: undefined,
    },
    {
      title: 'where が当てはまる',
      isReached: trials.some(({ results: all }) => all.length > 0),
      fix: '規則の対象になるもの（where が真）を含む例を書いてください。',
      assert: undefined,
    },
  ]
}
