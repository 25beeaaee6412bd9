import { expect, test } from 'vitest'
import type { Problem } from '../../../src/finding/problem.ts'
import { ask, built, call, dossier, municipality, pack, shown } from './town.ts'

const context = `
kind: context
system: hoshi/tax
name: 税
owner: joho
involved: [{ organisation: users, relation: uses }, { organisation: firm, relation: maintains }]
`

const procedure = (id: string, inForce: string, more = ''): string => `
kind: procedure
system: hoshi/tax
id: ${id}
title: 手順
standard: { pack: hoshi, edition: '1' }
inForce: ${inForce}
roles: []
duties: []
${more}
`

function found(...texts: readonly string[]): readonly unknown[] {
  const { problems } = built(municipality, pack, context, ...texts)
  const place = ({ path, start }: Problem['location']): string => `${path}:${start.line}`
  return problems.map(({ code, message, location, related = [] }) => [
    code,
    message,
    place(location),
    ...related.map((one) => place(one.location)),
  ])
}

test('two editions of a procedure are not in force on one day', () => {
  const before = procedure('tax', '{ from: 2020-04-01, until: 2025-04-01 }')
  const after = procedure('tax', '{ from: 2025-04-01 }')
  const message = '実施手順「tax」の二つの版が、同じ日に効力を持っています。'
  const overlap = ['edition-overlap', message, 'file-4.yaml:7', 'file-3.yaml:7']
  expect(found(before, after)).toEqual([overlap])
  expect(found(procedure('tax', '{ from: 2020-04-01 }'), after)).toEqual([overlap])
  expect(found(procedure('tax', '{ from: 2020-04-01, until: 2025-03-31 }'), after)).toEqual([])
})

test('every organisation stands under one variant', () => {
  const variant = (id: string, covers: string, from = '2020-04-01'): string =>
    procedure(id, `{ from: ${from} }`, `variant: ${id}\ncovers: ${covers}`)
  expect(found(variant('a', '[koseki]'), variant('b', '[hoken]'))).toEqual([])
  const message = '「戸籍課」が、二つの実施手順の対象になっています。'
  const overlap = ['variant-overlap', message, 'file-4.yaml:11', 'file-3.yaml:11']
  expect(found(variant('a', '[koseki]'), variant('b', '[users]'))).toEqual([overlap])
  expect(found(variant('a', '[koseki]'), variant('b', '[users]', '2027-04-01'))).toEqual([
    [
      'variant-left-out',
      '「利用課」の「保険課」は、どの実施手順の対象にもなっていません。',
      'file-3.yaml:11',
      'file-0.yaml:21',
    ],
  ])
})

test('a variant that leaves its organisations open is for all of them', () => {
  const open = procedure('b', '{ from: 2020-04-01 }', 'variant: b')
  const some = procedure('a', '{ from: 2020-04-01 }', 'variant: a\ncovers: [koseki]')
  expect(found(some, open).map((one) => (one as readonly string[]).slice(0, 2))).toEqual([
    ['variant-overlap', '同じ組織が、二つの実施手順の対象になっています。'],
  ])
})

test('a report goes over so many edges, or never arrives', () => {
  const chain = `
chains:
  - id: c
    triggers: [nearMiss]
    firstReporter: koseki
    goal: joho
    edges: [{ from: users, to: somu }, { from: somu, to: joho }, { from: firm, to: joho }]`
  const place = dossier(pack, context, procedure('tax', '{ from: 2020-04-01 }', chain))
  const [tax] = ask(place.root, 'procedures') as readonly unknown[]
  const [only] = ask(tax, 'chains') as readonly unknown[]
  expect(shown(ask(only, 'goal'))).toBe('organisation:joho')
  const hops = (from: string, to: string): unknown =>
    call('hops', only, place.organisation(from), place.organisation(to))
  expect([hops('koseki', 'joho'), hops('firm', 'joho'), hops('joho', 'firm')]).toEqual([
    2,
    1,
    Infinity,
  ])
})
