import type { RuleCost } from '../../finding/report.ts'
import { padEnd } from '../../japanese/width.ts'

/** So many rules are listed: what is spent on the others is one line. */
const most = 20

/**
 * What the rules of a run cost, the dearest first, for the author of a pack. What several rules read is worked
 * out for the first of them, and stands with it.
 */
export function timingText(costs: ReadonlyMap<string, RuleCost>): string {
  const all = [...costs].sort(([, a], [, b]) => b.milliseconds - a.milliseconds)
  const total = sum(all.map(([, { milliseconds }]) => milliseconds))
  const rest = all.slice(most)
  const line = (name: string, { milliseconds, results }: RuleCost): string =>
    [
      padEnd(name, 40),
      milliseconds.toFixed(1).padStart(10),
      `${((milliseconds / (total || 1)) * 100).toFixed(1)}%`.padStart(8),
      String(results).padStart(10),
    ].join('')
  const others = {
    milliseconds: sum(rest.map(([, { milliseconds }]) => milliseconds)),
    results: sum(rest.map(([, { results }]) => results)),
  }
  return [
    '規則ごとの時間（ミリ秒、割合、判定した数。何本もの規則が使う下調べの時間は、初めに使った規則に入ります）',
    ...all.slice(0, most).map(([rule, cost]) => line(rule, cost)),
    ...(rest.length > 0 ? [line(`ほか${rest.length}本`, others)] : []),
    `合計 ${total.toFixed(1)}ミリ秒`,
    '',
  ].join('\n')
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
