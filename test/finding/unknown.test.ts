import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AtLeast,
  distinct,
  joinUnknown,
  knownOf,
  Lost,
  openEnd,
  Unknown,
  unbound,
} from '../../src/finding/unknown.ts'

const missing = fc
  .record({
    kind: fc.constantFrom('records', 'context', 'procedure'),
    path: fc.constantFrom('performed', 'devices', 'duties'),
  })
  .map((one) => [one])
const unknown = missing.map((one) => new Unknown(one))
const openList = fc.array(fc.oneof(fc.integer(), unknown), { maxLength: 8 })

describe('a list that may go on', () => {
  test('is the known elements in their order, and what keeps it open', () => {
    fc.assert(
      fc.property(openList, (list) => {
        const known = list.filter((one) => typeof one === 'number')
        expect(knownOf(list)).toEqual(known)
        expect(openEnd(list) === undefined).toBe(known.length === list.length)
      }),
    )
  })

  test('is open for all that any of its unknown elements lacks', () => {
    fc.assert(
      fc.property(fc.array(unknown, { minLength: 1, maxLength: 6 }), (list) => {
        const lacking = new Set(
          list.flatMap((one) => one.missing.map((two) => JSON.stringify(two))),
        )
        const end = openEnd(list)
        expect(new Set(end?.missing.map((one) => JSON.stringify(one)))).toEqual(lacking)
        expect(end?.missing.length).toBe(lacking.size)
      }),
    )
  })

  test('states each value once', () => {
    const one = new Unknown([{ kind: 'records', path: 'performed' }])
    expect(distinct([1, one, undefined, 1, one, 2])).toEqual([1, one, 2])
  })
})

describe('two unknowns', () => {
  const places = [{ kind: 'records', path: 'media' }]

  test('lack together what either lacks, each once', () => {
    fc.assert(
      fc.property(unknown, unknown, (first, second) => {
        const both = new Set(
          [...first.missing, ...second.missing].map((one) => JSON.stringify(one)),
        )
        const joined = joinUnknown(first, second).missing.map((one) => JSON.stringify(one))
        expect([new Set(joined), joined.length]).toEqual([both, both.size])
      }),
    )
  })

  test('are undecidable only where both are', () => {
    const undecidable = new Unknown(places, 'undecidable')
    const lost = new Lost(places)
    expect(joinUnknown(undecidable, undecidable).reason).toBe('undecidable')
    expect(joinUnknown(undecidable, lost).reason).toBe('unreadable')
    expect(joinUnknown(lost, undecidable).reason).toBe('unreadable')
  })
})

test('a number that is no less than another says so until it is reckoned with', () => {
  const list = new Unknown([{ kind: 'procedure', path: 'duties' }])
  const least = new AtLeast(3, list)
  expect([least.least, least.missing, least.reason]).toEqual([3, list.missing, 'missing'])
  expect([unbound(least), unbound(list)]).toEqual([list, list])
})

test('one that is shown names its first places', () => {
  const places = ['a', 'b', 'c', 'd'].map((path) => ({ kind: 'records', path }))
  expect(String(new Unknown(places.slice(0, 3)))).toBe(
    '書かれていないため分からない値（records の a、records の b、records の c）',
  )
  expect(String(new Unknown(places))).toBe(
    '書かれていないため分からない値（records の a、records の b、records の c ほか）',
  )
})
