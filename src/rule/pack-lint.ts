import type { Data } from '../model/element.ts'
import type { CheckedExpr } from '../expression/checked.ts'
import type { Problem } from '../finding/problem.ts'
import type { CheckedRule } from './checked-rule.ts'
import type { ReadPack, VerifiedPack } from './pack.ts'
import { packProblem } from './pack-problem.ts'

/**
 * What is not wrong in a pack but cannot be meant: parameters nobody reads, tailoring that contradicts
 * itself, rules that can never speak. `below` are the packs it stands on, base first.
 */
export function lintPack(
  pack: ReadPack,
  verified: VerifiedPack,
  below: readonly VerifiedPack[],
): readonly Problem[] {
  const rules = [...below, verified].flatMap((one) => one.rules)
  return [
    ...unusedParameters(pack, rules),
    ...contradictoryTailoring(pack),
    ...silentRules(pack, verified.rules, new Map(rules.map((rule) => [rule.id, rule]))),
  ]
}

function unusedParameters(pack: ReadPack, rules: readonly CheckedRule[]): readonly Problem[] {
  const unread = new Set(Object.keys((pack.standard.value as Data)['parameters'] ?? {}))
  // To go through all rules of all packs below takes longer than to check those of the pack.
  for (const rule of rules) {
    if (unread.size === 0) break
    for (const name of parametersIn(rule)) unread.delete(name)
  }
  return [...unread].map((name) =>
    packProblem(pack.standard, ['parameters', name], 'unused-parameter', {
      severity: 'warning',
      message: `パラメーター「${name}」は、どの規則からも使われていません。`,
      why: '使われない値は、変えても判定が変わらず、定めたつもりで守られません。',
      fix: '規則の式で params から使うか、パラメーターを消してください。',
    }),
  )
}

const known = new WeakMap<CheckedRule, ReadonlySet<string>>()

/** The parameters a checked rule reads anywhere in its expressions and messages; a rule that ships stands below many packs. */
function parametersIn(rule: CheckedRule): ReadonlySet<string> {
  const found = known.get(rule) ?? parametersBelow(rule)
  known.set(rule, found)
  return found
}

function parametersBelow(value: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { op, type, field } = node as Data
    if (op === 'field' && type === 'Params' && typeof field === 'string') found.add(field)
    Object.values(node).forEach(walk)
  }
  walk(value)
  return found
}

function contradictoryTailoring(pack: ReadPack): readonly Problem[] {
  const tailoring = ((pack.standard.value as Data)['tailoring'] ?? []) as readonly Data[]
  return tailoring.flatMap((one, index) => {
    const rule = typeof one['rule'] === 'string' ? one['rule'] : undefined
    const first = tailoring.findIndex((other) => other['rule'] === rule)
    const offToo = one['off'] === true && (one['severity'] ?? one['adopt']) !== undefined
    if (rule === undefined || (first === index && !offToo)) return []
    return [
      packProblem(pack.standard, ['tailoring', index], 'contradictory-tailoring', {
        severity: 'warning',
        message: `規則「${rule}」の調整が食い違っています。`,
        why: '二つの調整のうち、どちらの意図が正しいのか決まりません。',
        fix: '一つの規則の調整は一つにまとめてください。使わない規則には off だけを書きます。',
      }),
    ]
  })
}

function silentRules(
  pack: ReadPack,
  rules: readonly CheckedRule[],
  all: ReadonlyMap<string, CheckedRule>,
): readonly Problem[] {
  return rules.flatMap((rule) => {
    const mutual = rule.yieldsTo.find(
      (id) => id === rule.id || all.get(id)?.yieldsTo.includes(rule.id),
    )
    if (mutual !== undefined) {
      const message = `規則「${rule.id}」と「${mutual}」が互いに譲り合い、どちらも指摘しません。`
      return [ruleProblem(pack, rule.id, 'yieldsTo', 'mutual-yield', message)]
    }
    if (!rule.where || !isNeverTrue(rule.where)) return []
    const message = `規則「${rule.id}」の対象の条件（where）は、決して成り立ちません。`
    return [ruleProblem(pack, rule.id, 'where', 'unreachable-rule', message)]
  })
}

function ruleProblem(
  pack: ReadPack,
  id: string,
  field: string,
  code: string,
  message: string,
): Problem {
  for (const file of pack.rules) {
    const index = ((file.value as Data)['rules'] as readonly Data[]).findIndex(
      (rule) => rule['id'] === id,
    )
    if (index < 0) continue
    return packProblem(file, ['rules', index, field], code, {
      severity: 'warning',
      message,
      why: '何も言えない規則は、守られているという思い違いを生みます。',
      fix: `規則の ${field} を確かめてください。`,
    })
  }
  throw new Error(`no rule ${id}`)
}

/** Whether a condition is false whatever it looks at: a constant, or one thing that must equal two words. */
function isNeverTrue(condition: CheckedExpr): boolean {
  if (condition.op === 'literal') return condition.value === false
  const wanted = new Map<string, unknown>()
  return conjuncts(condition).some((part) => {
    if (part.op === 'literal') return part.value === false
    if (part.op !== '==' || part.right.op !== 'literal') return false
    const thing = JSON.stringify(part.left)
    const other = wanted.get(thing)
    wanted.set(thing, part.right.value)
    return other !== undefined && other !== part.right.value
  })
}

function conjuncts(expr: CheckedExpr): readonly CheckedExpr[] {
  return expr.op === 'and' ? [...conjuncts(expr.left), ...conjuncts(expr.right)] : [expr]
}
