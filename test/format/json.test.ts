import { expect, test } from 'vitest'
import { formats } from '../../src/format/index.ts'
import { json } from '../../src/format/json.ts'
import { contextOf, findingOn, reportOf } from './report.ts'

const source = { path: 'procedures/aoba-city/library/procedure.yaml', text: 'title: 実施手順\n' }

test('a report leaves as it is, keys in the order of the contract', async () => {
  const finding = findingOn(source, '実施手順', { expected: 'あり', actual: 'なし' })
  const shuffled = Object.fromEntries(Object.entries(finding).reverse())
  const context = contextOf([source])
  const written = formats.json(reportOf([finding]), context)
  expect(json(reportOf([{ ...shuffled, ...finding }]), context)).toBe(written)
  expect(JSON.parse(written)).toEqual(reportOf([finding]))
  await expect(written).toMatchFileSnapshot('fixtures/report.json')
})

test('a field that the contract does not name yet is kept', () => {
  const report = { ...reportOf([]), later: 1 }
  expect(JSON.parse(json(report, contextOf([])))).toEqual(report)
})
