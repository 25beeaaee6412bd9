/**
 * The catalogue of the base pack: every heading is asked where its condition holds, of no one else, and
 * is treated by a provision that states its points.
 */
import { expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import { mappingsIn } from '../../src/schema/variant.ts'
import { writtenStandard } from '../../src/model/standard.ts'
import { type Patch, patchSample } from '../../src/rule/example/patch.ts'
import { tryRule } from '../../src/rule/example/trial.ts'
import { languageOf } from '../../src/rule/language.ts'
import { linkRule } from '../../src/rule/link.ts'
import { packsBelow } from './packs.ts'

const today = '9999-12-31' as Day
const [base] = packsBelow('policies/base')
if (!base) throw new Error('no base pack')
const { chain, sample } = base
const packs = chain.map(({ document }) => document)
const standard = writtenStandard({ packs, asOf: today })

interface Heading {
  readonly key: string
  readonly requirement: string
  readonly level: unknown
  readonly traits: readonly string[]
  readonly connection: readonly string[]
  readonly states: readonly string[]
}

const requirements = headings([...standard.requirements.values()].map(({ data }) => data))
const topics = headings(standard.list('topics').map(({ data }) => data))
const everyTrait = [...(standard.vocabularies.get('traits')?.keys() ?? [])]

function headings(all: readonly Readonly<Record<string, unknown>>[]): readonly Heading[] {
  return all
    .filter(({ level }) => level !== 'standard')
    .map((data) => {
      const { traits = [], connection = [] } = (data['when'] ?? {}) as {
        readonly traits?: readonly string[]
        readonly connection?: readonly string[]
      }
      const key = String(data['key'] ?? data['id'])
      const requirement = String(data['requirement'] ?? data['key'])
      const states = (data['states'] ?? []) as readonly string[]
      return { key, requirement, level: data['level'], traits, connection, states }
    })
}

/** What a rule says of the sample under a patch: the requirements of its findings, each once. */
function told(id: string, patch: Patch): readonly string[] {
  const rule = chain.at(-1)?.rules.find((one) => one.id === id)
  const patched = patchSample(sample, patch)
  if (!rule || !patched.ok) throw new Error(`cannot try ${id}`)
  const clock = { day: today }
  const language = languageOf(standard, clock, new Map())
  const day = { asked: undefined, today }
  const { findings } = tryRule(
    linkRule(rule, language),
    { sample: patched.sample, packs, params: {}, day },
    clock,
  )
  const said = findings.map(({ finding: { requirement, expected } }) =>
    id === 'topic.provided'
      ? (topics.find(({ states }) => expected?.includes(nameOf(states[0])))?.key ?? '')
      : (requirement ?? ''),
  )
  return [...new Set(said)].sort()
}

function nameOf(point = ''): string {
  return standard.wordName('points', point)
}

/** Procedures that lay nothing down, in a body of these traits. */
function bare(traits: readonly string[], connection: string): Patch {
  const lists = ['provisions', 'duties', 'roles', 'chains', 'logs', 'passwords', 'documents']
  const procedures = ['/procedure', '/organisation:procedure']
  return {
    set: {
      ...Object.fromEntries(
        procedures.flatMap((one) => lists.map((list) => [`${one}/${list}`, []])),
      ),
      '/context/traits': traits,
      '/context/connection': connection,
      '/context/devices': [],
      '/organisation:context/traits': traits,
      '/organisation:context/connection': connection,
      '/organisation:context/devices': [],
    },
  }
}

/** The same with provisions that treat every heading and state its points. */
function treated(traits: readonly string[], connection: string): Patch {
  const provisions = (level: string): readonly object[] =>
    [...requirements, ...topics]
      .filter((one) => one.level === level)
      .map(({ key, requirement, states }) => ({
        id: key.toLowerCase(),
        requirement,
        text: '定める。',
        states,
        ...(key === requirement ? {} : { topic: key }),
      }))
  const { set } = bare(traits, connection)
  return {
    set: {
      ...set,
      '/procedure/provisions': provisions('system'),
      '/organisation:procedure/provisions': provisions('organisation'),
    },
  }
}

function asked(all: readonly Heading[], traits: readonly string[], connection: string): string[] {
  return all
    .filter((one) => one.traits.every((trait) => traits.includes(trait)))
    .filter((one) => one.connection.length === 0 || one.connection.includes(connection))
    .map(({ key }) => key)
    .sort()
}

/** Whether the topics asked of a body make up a requirement: then these are told, and not the whole. */
function isToldByTopics(key: string, traits: readonly string[], connection: string): boolean {
  const own = requirements.find((one) => one.key === key)?.states ?? []
  const others = topics.filter(({ requirement }) => requirement === key)
  return asked(others, traits, connection).some((id) => {
    const states = others.find((one) => one.key === id)?.states ?? []
    return own.length === 0 || states.some((point) => own.includes(point))
  })
}

test.each(['internet', 'lgwan', 'closed'])('every heading is asked where it applies: %s', (on) => {
  expect(told('topic.present', bare(everyTrait, on))).toEqual(
    asked(requirements, everyTrait, on).filter((key) => !isToldByTopics(key, everyTrait, on)),
  )
  expect(told('topic.provided', bare(everyTrait, on))).toEqual(asked(topics, everyTrait, on))
  expect(told('topic.present', bare([], on))).toEqual(asked(requirements, [], on))
  expect(told('topic.provided', bare([], on))).toEqual(asked(topics, [], on))
})

test.each(['topic.present', 'topic.states', 'topic.provided'])(
  'a heading is treated by a provision that states its points: %s',
  (rule) => {
    expect(told(rule, treated(everyTrait, 'internet'))).toEqual([])
    expect(told(rule, treated(everyTrait, 'closed'))).toEqual([])
  },
)

/** What is asked of a body beside what every body is asked. */
function more(traits: readonly string[]): readonly string[] {
  const ids = ['topic.present', 'topic.provided']
  return ids.flatMap((id) => {
    const everybody = told(id, bare([], 'closed'))
    return told(id, bare(traits, 'closed')).filter((one) => !everybody.includes(one))
  })
}

test.each([
  ['a village of twenty with a mail box and a site', ['mail', 'website'], 'MAI-1 WEB-2 mail.list'],
  [
    'a hospital',
    ['hospital', 'net.external', 'importance.high', 'data.personal'],
    'NET-2 PHY-5 emergency.continuity hospital.device hospital.downtime',
  ],
  [
    'a school board',
    ['school', 'terminal.mobile', 'cloud.open', 'data.personal'],
    'CLD-2 SCH-1 TRM-3',
  ],
  [
    'a water works',
    ['waterworks', 'net.own', 'equipment.offsite'],
    'NET-1 PHY-6 PHY-8 water.control water.manual',
  ],
])('%s is asked only what its traits call for', (_name, traits, expected) => {
  expect(more(traits).join(' ')).toBe(expected)
})

test('the words an officer writes lead to headings of the catalogue', () => {
  const known = packs.flatMap(({ value }) => mappingsIn(value['requirements']))
  const silent = known.filter(({ level, near }) => level !== 'standard' && !Array.isArray(near))
  expect(silent.map(({ key }) => key)).toEqual(['ACT-1'])
})
