import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundled, sizeOf } from '../../src/finding/bundle.ts'
import type { Finding } from '../../src/finding/finding.ts'
import { compareFindings, gravestFirst } from '../../src/finding/order.ts'
import { findingOn } from '../format/report.ts'

const source = { path: 'a.yaml', text: '題\n業務\n' }
const other = { path: 'b.yaml', text: '題\n業務\n' }

const finding = fc
  .record({
    of: fc.constantFrom(source, other),
    words: fc.constantFrom('題', '業務'),
    rule: fc.constantFrom('media.counted', 'acc.open'),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    state: fc.constantFrom('new' as const, 'existing' as const),
    message: fc.constantFrom('一', '二', '三'),
  })
  .map(({ of, words, ...more }): Finding => findingOn(of, words, more))
const findings = fc.array(finding, { maxLength: 60 })

describe('findings told together', () => {
  test('are each told once, in one bundle or alone', () => {
    fc.assert(
      fc.property(findings, (all) => {
        const bundles = bundled(all)
        expect(bundles.reduce((sum, one) => sum + sizeOf(one), 0)).toBe(all.length)
        const shown = bundles.flatMap(({ first, named }) => [first, ...named])
        expect(shown.every((one) => all.includes(one))).toBe(true)
      }),
    )
  })

  test('are of one rule, file, severity and state', () => {
    fc.assert(
      fc.property(findings, (all) => {
        for (const { first, named } of bundled(all)) {
          const { rule, severity, state, location } = first
          for (const one of named) {
            expect({ ...one, rule, severity, state }).toEqual(one)
            expect(one.location.path).toBe(location.path)
          }
        }
      }),
    )
  })

  test('stay alone up to five, are all named up to thirteen, and counted beyond', () => {
    const shape = (count: number) =>
      bundled(Array.from({ length: count }, () => findingOn(source, '題', {}))).map(
        ({ named, more }) => [named.length, more],
      )
    expect(shape(5)).toEqual(Array.from({ length: 5 }, () => [0, 0]))
    expect(shape(6)).toEqual([[5, 0]])
    expect(shape(13)).toEqual([[12, 0]])
    expect(shape(14)).toEqual([[4, 9]])
  })
})

describe('the order of findings', () => {
  test('is one, whatever the order they come in', () => {
    fc.assert(
      fc.property(findings, (all) => {
        const forwards = [...all].sort(compareFindings)
        const backwards = all.toReversed().sort(compareFindings)
        for (const [at, one] of forwards.entries()) {
          expect(compareFindings(one, backwards[at] ?? one)).toBe(0)
        }
      }),
    )
  })

  test('puts the gravest first, and what was known before last', () => {
    const of = (severity: Finding['severity'], state: 'new' | 'existing') =>
      findingOn(source, '題', { severity, state })
    const [known, advice, error, warning] = [
      of('error', 'existing'),
      of('info', 'new'),
      of('error', 'new'),
      of('warning', 'new'),
    ]
    expect(gravestFirst([known, advice, error, warning])).toEqual([error, warning, advice, known])
  })
})
