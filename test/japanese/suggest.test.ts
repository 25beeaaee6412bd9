import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggest } from '../../src/japanese/suggest.ts'

const words = ['organisation', 'performers', 'role', 'roles', 'reportTo', '庶務担当', 'constructor']

test.each([
  ['organization', 'organisation'],
  ['organistaion', 'organisation'],
  ['perfromer', 'performers'],
  ['rol', 'role'],
  ['rolees', 'roles'],
  ['reportto', 'reportTo'],
  ['ｒｏｌｅ', 'role'],
  ['庶務担任', '庶務担当'],
  ['constructr', 'constructor'],
  ['x', undefined],
  ['frequency', undefined],
  ['', undefined],
  ['organisation'.repeat(10), undefined],
])('%j most likely means %j', (word, meant) => {
  expect(suggest(word, words)).toBe(meant)
})

test('the first of equally near candidates is suggested', () => {
  expect(suggest('bat', ['cat', 'rat', 'bad'])).toBe('cat')
})

test('one slip in a longer word is always mended', () => {
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.nat(), fc.constantFrom('', 'z'), (word, at, slip) => {
      const place = at % word.length
      const mistaken = word.slice(0, place) + slip + word.slice(place + 1)
      const meant = suggest(mistaken, [word, 'entirely-different'])
      expect(meant).toBe(word)
    }),
  )
})
