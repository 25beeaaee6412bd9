/** Where everything is known, ours must be the language the CEL package knows. */
import { Environment } from '@marcbachmann/cel-js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../src/expression/check.ts'
import { compile } from '../../src/expression/compile.ts'
import { functionTable } from '../../src/expression/functions.ts'
import { parse } from '../../src/expression/parse.ts'
import { Scope } from '../../src/expression/scope.ts'
import { list, number, text, type Type } from '../../src/expression/type.ts'

const functions = functionTable()
const scope = new Map<string, Type>([
  ['n', number],
  ['ns', list(number)],
  ['t', text],
])

interface Values {
  readonly n: number
  readonly ns: readonly number[]
  readonly t: string
}

function ours(expression: string, values: Values): unknown {
  const { expr, diagnostics } = parse(expression)
  expect(diagnostics).toEqual([])
  const checked = check(expr, scope, new Map(), functions)
  expect(checked.diagnostics).toEqual([])
  const program = compile(checked.expr, [...scope.keys()], new Map(), functions)
  return program(new Scope([values.n, values.ns, values.t]))
}

const engine = new Environment()
  .registerVariable('n', 'double')
  .registerVariable('ns', 'list<double>')
  .registerVariable('t', 'string')

function theirs(expression: string, values: Values): unknown {
  const value: unknown = engine.evaluate(expression, { ...values, ns: [...values.ns] })
  return typeof value === 'bigint' ? Number(value) : value
}

const figure = fc.integer({ min: -9, max: 9 })
const binary = (left: string, operator: string, right: string): string =>
  `(${left} ${operator} ${right})`

/** Expressions of numbers, texts, lists and conditions; the variable in reach is passed down. */
const { condition, amount, row } = fc.letrec<{
  amount: string
  word: string
  row: string
  condition: string
}>((tie) => ({
  amount: fc.oneof(
    { depthSize: 'small' },
    figure.map((value) => (value < 0 ? `(${value}.0)` : `${value}.5`)),
    fc.constant('n'),
    fc
      .tuple(tie('amount'), fc.constantFrom('+', '-', '*'), tie('amount'))
      .map(([a, operator, b]) => binary(a, operator, b)),
    tie('amount').map((a) => `(${a} / 4.0)`),
    tie('amount').map((a) => `(-${a})`),
    fc
      .tuple(tie('condition'), tie('amount'), tie('amount'))
      .map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  ),
  word: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('t', '""', '"区役所"', `"it's".contains('s') ? 'a' : "b"`, '"\\u56f3\\n"'),
    fc.tuple(tie('word'), tie('word')).map(([a, b]) => `((${a}) + (${b}))`),
  ),
  row: fc.oneof(
    { depthSize: 'small' },
    fc.constant('ns'),
    fc.array(tie('amount'), { minLength: 1, maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    tie('row').map((a) => `${a}.filter(x, x > n)`),
    tie('row').map((a) => `${a}.map(x, x * 2.0)`),
    fc.tuple(tie('row'), tie('row')).map(([a, b]) => binary(a, '+', b)),
  ),
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('true', 'false'),
    tie('condition').map((a) => `!${a}`),
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||', '==', '!='), tie('condition'))
      .map(([a, operator, b]) => binary(a, operator, b)),
    fc
      .tuple(tie('amount'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('amount'))
      .map(([a, operator, b]) => binary(a, operator, b)),
    fc.tuple(tie('word'), tie('word')).map(([a, b]) => `((${a}) == (${b}))`),
    fc.tuple(tie('word'), tie('word')).map(([a, b]) => `(${a}).contains(${b})`),
    fc.tuple(tie('word'), tie('word')).map(([a, b]) => `(${a}).startsWith(${b})`),
    fc.tuple(tie('amount'), tie('row')).map(([a, b]) => binary(a, 'in', b)),
    fc.tuple(tie('row'), tie('row')).map(([a, b]) => binary(a, '==', b)),
    fc
      .tuple(tie('row'), fc.constantFrom('all', 'exists', 'exists_one'))
      .map(([a, macro]) => `${a}.${macro}(x, x > n)`),
    fc
      .tuple(tie('row'), fc.constantFrom('ns', '[0.5, n, -n]', 'ns.map(x, x * n)'))
      .map(([a, b]) => `${a}.all(y, ${b}.exists(z, z >= y))`),
    fc.tuple(tie('row'), figure).map(([a, size]) => `(size(${a}) > ${size})`),
  ),
}))

const values = fc.record({
  n: figure,
  ns: fc.array(figure, { maxLength: 4 }),
  t: fc.constantFrom('', 'a', '区役所', 'b区役所'),
})

test.each([
  ['conditions', condition],
  ['amounts', amount],
  ['lists', row],
])('%s have the value the CEL package gives them', (_, expressions) => {
  fc.assert(
    fc.property(expressions, values, (expression, given) => {
      fc.pre(expression.length < 2000)
      expect(ours(expression, given)).toEqual(theirs(expression, given))
    }),
    { numRuns: 600 },
  )
})
