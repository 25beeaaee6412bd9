import { type Expr, pathOf } from '../ast.ts'

/**
 * The paths that are stated wherever the condition turned out as told: `stated(x.f) && …` may read
 * `x.f` behind the `&&`. Where the condition is unknown, reading is unknown too, so that is safe.
 */
export function statedWhen(condition: Expr, outcome: boolean): ReadonlySet<string> {
  switch (condition.op) {
    case 'not':
      return statedWhen(condition.operand, !outcome)
    case 'and':
    case 'or':
      // Only a true `&&` and a false `||` tell how each side turned out.
      if ((condition.op === 'and') !== outcome) return none
      return union(statedWhen(condition.left, outcome), statedWhen(condition.right, outcome))
    case 'call': {
      const [operand] = condition.args
      if (!outcome || condition.receiver || !operand) return none
      if (condition.name !== 'stated' && condition.name !== 'refers') return none
      const path = pathOf(operand)
      return path === undefined ? none : new Set([path])
    }
    default:
      return none
  }
}

/** The paths below an element that are stated in every element of a list: those its filters ask for. */
export function statedInElements(list: Expr, variable: string): ReadonlySet<string> {
  if (list.op !== 'each' || list.macro !== 'filter') return none
  const prefix = `${list.variable}.`
  const own = [...statedWhen(list.body, true)]
    .filter((path) => path.startsWith(prefix))
    .map((path) => `${variable}.${path.slice(prefix.length)}`)
  return union(new Set(own), statedInElements(list.list, variable))
}

/** Both sets in one. */
export function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  if (b.size === 0) return a
  return a.size === 0 ? b : new Set([...a, ...b])
}

const none: ReadonlySet<string> = new Set()
