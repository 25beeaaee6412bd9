import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinedRows, RowKeeper } from '../../src/finding/kept-rows.ts'
import type { CannotJudge } from '../../src/finding/report.ts'

const word = fc.constantFrom('', 'a', 'duty:点検', 'party:sec-1', '\0', ' ')
const path = fc.oneof(
  fc.array(word, { maxLength: 4 }).map((words) => words.join('/')),
  fc.string(),
)
const missing = fc.array(fc.record({ kind: word, path }), { maxLength: 3 })
const row = fc.record({
  rule: fc.constantFrom('duty.cycle-kept', 'acc.open'),
  requirement: fc.option(fc.constantFrom('', 'ACC-1', 'ACC-2')),
  element: path,
  reason: fc.constantFrom('missing', 'undecidable', 'unreadable', 'rough'),
  missing,
})
const rowsOf = (system: string) =>
  fc
    .array(row, { maxLength: 20 })
    .map((rows): CannotJudge[] => rows.map((one) => ({ ...one, system })))

test('rows come back as they were, however often they are read', () => {
  fc.assert(
    fc.property(rowsOf('a/one'), rowsOf('a/two'), (first, second) => {
      const keeper = new RowKeeper()
      const all = joinedRows([keeper.kept('a/one', first), keeper.kept('a/two', second)])
      expect(all.length).toBe(first.length + second.length)
      expect([...all]).toEqual([...first, ...second])
      expect([...all]).toEqual([...first, ...second])
    }),
  )
})

test('more words than two bytes can number come back too', () => {
  const rows = Array.from({ length: 70_000 }, (_, index): CannotJudge => {
    const element = `account:u-${index}`
    const lacks = [{ kind: 'records', path: `accounts/${element}/reviewed` }]
    return { rule: 'r', requirement: null, system: 's', element, reason: 'missing', missing: lacks }
  })
  expect([...new RowKeeper().kept('s', rows)]).toEqual(rows)
})

test('rows that lack the same share it when they are read', () => {
  const lacks = [{ kind: 'records', path: 'performed' }]
  const one = { rule: 'r', requirement: 'A', system: 's', element: 'e', reason: 'missing' } as const
  const kept = new RowKeeper().kept('s', [
    { ...one, missing: lacks },
    { ...one, rule: 'q', missing: lacks },
  ])
  const [first, second] = [...kept]
  expect(first?.missing).toBe(second?.missing)
})
