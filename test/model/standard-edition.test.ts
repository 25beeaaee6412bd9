import { expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import type { ForcedEdition } from '../../src/model/pack.ts'
import { writtenStandard } from '../../src/model/standard.ts'
import { documentsOf } from './by-rule/town.ts'

const clause = (id: string, requirement: string): string =>
  `{ id: ${id}, requirement: ${requirement}, text: 定める。, quoted: 架空, subject: manager, force: must }`

const region = `
kind: standard
id: region
name: 県の基準
editions:
  - { id: old, from: 2020-04-01, until: 2023-03-31, absent: [LOG-2], clauses: [${clause('r-old', 'ACC-2')}] }
  - { id: new, from: 2023-04-01, clauses: [${clause('r-new', 'LOG-2')}] }
clauses: [${clause('r', 'ORG-2')}]
`

const town = `
kind: standard
id: town
name: 町の基準
extends: region
editions:
  - { id: '1', from: 2020-04-01, until: 2024-03-31, clauses: [${clause('t-1', 'PWD-1')}] }
  - { id: '2', from: 2024-04-01, clauses: [${clause('t-2', 'PWD-1')}] }
clauses: [${clause('t', 'AST-2')}]
`

const packs = documentsOf(region, town).map(({ value, document }) => ({
  id: String(value['id']),
  value,
  document,
}))

function inForce(day: string, named?: string, ...forced: readonly ForcedEdition[]): unknown {
  const making = { packs, asOf: day as Day, edition: named, forced }
  const { edition, clauses, absent } = writtenStandard(making)
  return {
    edition: [edition?.key, edition?.data['id']],
    clauses: clauses.map(({ key }) => key),
    absent: [...absent],
  }
}

test('the day decides the edition of a pack and of the pack it extends', () => {
  expect(inForce('2022-04-01')).toEqual({
    edition: ['1', '1'],
    clauses: ['r', 't', 'r-old', 't-1'],
    absent: ['LOG-2'],
  })
  expect(inForce('2024-04-01')).toEqual({
    edition: ['2', '2'],
    clauses: ['r', 't', 'r-new', 't-2'],
    absent: [],
  })
})

test('the municipality names an edition of its own pack only', () => {
  expect(inForce('2022-04-01', '2')).toEqual({
    edition: ['2', '2'],
    clauses: ['r', 't', 'r-old', 't-2'],
    absent: ['LOG-2'],
  })
})

test('an edition is forced whatever the day and the municipality say', () => {
  expect(inForce('2022-04-01', '1', { pack: 'town', edition: '2' })).toEqual({
    edition: ['2', '2'],
    clauses: ['r', 't', 'r-old', 't-2'],
    absent: ['LOG-2'],
  })
  expect(inForce('2022-04-01', '1', { pack: 'region', edition: 'new' })).toEqual({
    edition: ['1', '1'],
    clauses: ['r', 't', 'r-new', 't-1'],
    absent: [],
  })
})

test('a forced edition may go by the id of another, and says what it is all the same', () => {
  expect(inForce('2022-04-01', '2', { pack: 'town', edition: '1', knownAs: '2' })).toEqual({
    edition: ['2', '1'],
    clauses: ['r', 't', 'r-old', 't-1'],
    absent: ['LOG-2'],
  })
})
