import { expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import { writtenStandard } from '../../src/model/standard.ts'
import { patchSample } from '../../src/rule/example/patch.ts'
import { tryRule } from '../../src/rule/example/trial.ts'
import { languageOf } from '../../src/rule/language.ts'
import { linkRule } from '../../src/rule/link.ts'
import { packsBelow } from './packs.ts'

const today = '9999-12-31' as Day
const [base] = packsBelow('policies/base')
if (!base) throw new Error('no base pack')
const { chain, sample } = base
const packs = chain.map(({ document }) => document)

test('the documents of the whole organisation have a name of their own', () => {
  const names = sample.map(({ name }) => name)
  expect(names).toContain('context')
  expect(names).toContain('organisation:context')
  expect(names).toContain('procedure@before')
  expect(new Set(names).size).toBe(names.length)
})

test('a pointer changes the document it names and no other', () => {
  const patched = patchSample(sample, { set: { '/organisation:context/name': '全庁' } })
  if (!patched.ok) throw new Error(patched.fault.message)
  const changed = patched.sample.filter((one, index) => one.value !== sample[index]?.value)
  expect(changed.map(({ name }) => name)).toEqual(['organisation:context'])
  expect(patchSample(sample, { unset: ['/organisation:context/nothing'] })).toMatchObject({
    fault: { code: 'pointer' },
  })
})

test.each([
  ['topic.present', ['wakaba-city/intake', 'wakaba-city/organisation']],
  ['terminal.watched', ['wakaba-city/organisation']],
  ['body.has-met', ['wakaba-city/organisation']],
  ['standard.clause-concrete', ['wakaba-city/intake']],
])('%s is tried on the dossiers its scope judges', (id, systems) => {
  const rule = chain.at(-1)?.rules.find((one) => one.id === id)
  const patched = patchSample(sample, {
    set: {
      '/organisation:context/terminals/juki/seenFrom': [],
      '/organisation:procedure/provisions': [],
      '/organisation:records/meetings/0/entries': [],
      '/standard/clauses/passwords/gives': [],
    },
    unset: ['/procedure/provisions/work-rule', '/standard/clauses/passwords/givenIn'],
  })
  if (!rule || !patched.ok) throw new Error(`cannot try ${id}`)
  const clock = { day: today }
  const language = languageOf(writtenStandard({ packs, asOf: today }), clock, new Map())
  const day = { asked: undefined, today }
  const setting = { sample: patched.sample, packs, params: {}, day }
  const { findings } = tryRule(linkRule(rule, language), setting, clock)
  expect([...new Set(findings.map(({ finding }) => finding.system))].sort()).toEqual(systems)
})
