import { expect, test } from 'vitest'
import type { CheckedExpr } from '../../src/expression/checked.ts'
import type { TemplatePart } from '../../src/expression/template.ts'
import type { CheckedRule } from '../../src/rule/checked-rule.ts'
import { printer } from '../../src/rule/print.ts'
import { openShipped } from '../../src/rule/shipped.ts'
import { isMapping } from '../../src/schema/variant.ts'

/** What a text says of a limit: that it may be reached, or that it may not. */
const reached = /以内|以上|以下|超えない|少なくとも/
const passed = /未満|より(?:短い|長い|少ない|多い|前|後|先)/

/** Functions that count the limit itself in; denied, they do not. */
const inclusive: ReadonlySet<string> = new Set(['atLeastEvery', 'withinAfter'])

/** The comparisons that a rule demands, a denied one turned round: `reached` counts the limit in. */
function limitsOf({ asserts }: CheckedRule): ReadonlySet<'reached' | 'passed'> {
  const found = new Set<'reached' | 'passed'>()
  const visit = (value: unknown, isDenied: boolean): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, isDenied)
    if (!isMapping(value)) return
    const node = value as Partial<CheckedExpr>
    const denies = node.op === 'not'
    const note = (countsIn: boolean): void => {
      found.add(countsIn === isDenied ? 'passed' : 'reached')
    }
    if (node.op === '<=' || node.op === '>=') note(true)
    if ((node.op === '<' || node.op === '>') && !isCount(node)) note(false)
    if (node.op === 'call' && inclusive.has(node.name ?? '')) note(true)
    // What is overdue has passed the limit.
    if (node.op === 'call' && node.name === 'overdue') note(false)
    for (const one of Object.values(value)) visit(one, denies ? !isDenied : isDenied)
  }
  for (const { that } of asserts) visit(that, false)
  return found
}

/** `size(x) > 0` asks whether there is any, and sets no limit. */
function isCount(node: Partial<CheckedExpr>): boolean {
  return 'right' in node && node.right.op === 'literal' && node.right.value === 0
}

/** What of a text is the same in every finding. */
const literal = (parts: readonly TemplatePart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : '〔〕')).join('')

/** What a rule asks for, in its own words; a message also tells what is wrong, the other way round. */
function textsOf({ title, asserts }: CheckedRule): readonly string[] {
  const asked = asserts.flatMap(({ expected, fix }) => [expected, fix])
  return [title, ...asked.map((parts) => literal(parts ?? []))]
}

test('what titles, expectations and fixes say of limits agrees with the operators', async () => {
  const { packs } = await openShipped()
  const wrong = packs
    .flatMap(({ rules }) => rules)
    .flatMap((rule) => {
      const limits = limitsOf(rule)
      if (limits.size === 0) return []
      return textsOf(rule).filter(
        (text) =>
          (reached.test(text) && !limits.has('reached')) ||
          (passed.test(text) && !limits.has('passed')),
      )
    })
  expect(wrong).toEqual([])
})

test('a number is said as it was written where it is a limit, and no finer than a tenth where it is reckoned', () => {
  const print = printer({ wordName: (_, id) => id })
  const said = [3, 0.8, 0.85, 99.56, 43.456, Infinity].map((value) =>
    print(value, { kind: 'number' }),
  )
  expect(said).toEqual(['3', '0.8', '0.85', '99.56', '43.5', '際限なし'])
})
