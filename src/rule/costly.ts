import { ExpressionBudgetError, type Scope } from '../expression/scope.ts'
import { UsageError } from '../finding/usage-error.ts'
import { isPart } from '../model/part.ts'
import type { CheckedRule } from './checked-rule.ts'
import { locationOf } from './place.ts'

/** What a rule bound when it went too far. */
interface Reached {
  readonly scope: Scope
  readonly bound: readonly unknown[]
}

/** A rule that takes more than any rule needs ends the run as a mistake of the rule, with the element it had reached. */
export function withinLimits<Result>(
  { id, pack }: CheckedRule,
  { scope, bound }: Reached,
  work: () => Result,
): Result {
  try {
    return work()
  } catch (thrown) {
    if (!(thrown instanceof ExpressionBudgetError)) throw thrown
    const most = thrown.limit.toLocaleString('ja-JP')
    const [message, hint] = words[thrown.what](most)
    const location = bound.some(isPart) ? locationOf([], scope, bound) : undefined
    throw new UsageError(`パック「${pack}」の規則「${id}」${message}`, {
      hint,
      ...(location ? { location } : {}),
    })
  }
}

const words: Readonly<
  Record<ExpressionBudgetError['what'], (most: string) => readonly [string, string]>
> = {
  steps: (most) => [
    `は、ここを調べるのに${most}ステップを超えたので、止めました`,
    '一覧を調べる式（exists、filter など）を入れ子にしすぎていないか、規則を確かめてください。',
  ],
  elements: (most) => [
    `は、一つのシステムで${most}件を超えるものを調べようとしたので、止めました`,
    '規則の each に、互いに関わりのない一覧を並べていないか確かめてください。並べた一覧は、組み合わせの数だけ調べられます。',
  ],
  findings: (most) => [
    `が、一つのシステムで${most}件を超えるものを見つけたので、止めました`,
    'どこでも守れない条件になっていないか、規則を確かめてください。',
  ],
}
