import { describe, expect, test } from 'vitest'
import { contactChartOf } from '../../../src/render/chart/from-chain.ts'
import { context, partOf, procedure, writtenOf } from '../../model/dossier.ts'
import { dossiersIn } from '../view/dossiers.ts'

type Data = Readonly<Record<string, unknown>>

function chartOf(chain: Data, facts: Data | 'none' = context()) {
  const written = { id: 'c', triggers: ['failure'], firstReporter: 'n1', edges: [], ...chain }
  const roles = [
    ...procedure.roles,
    { id: 'chief', canonical: 'chief', name: '統括管理者', post: '課長', organisation: 'it' },
  ]
  const document = { ...procedure, roles, chains: [written] }
  const dossier = writtenOf(facts === 'none' ? [document] : [facts, document])
  return contactChartOf(partOf(dossier.procedures[0]?.parts('chains') ?? [], 'c'))
}

const both = [{ band: 'day' }, { band: 'night' }]

describe('the chart of a chain', () => {
  test('has every organisation the chain names, with role, post and numbers', () => {
    const chart = chartOf({
      title: '緊急連絡網',
      goal: 'north',
      nodes: [
        { organisation: 'it', role: 'chief', phoneDay: '内線000', phoneNight: '000-000-0000' },
      ],
      edges: [
        { from: 'n1', to: 'it', means: '電話' },
        { from: 'it', to: 'vendor' },
      ],
    })
    expect(chart).toEqual({
      title: '緊急連絡網',
      firstReporter: 'n1',
      goal: 'north',
      nodes: [
        { id: 'n1', name: '北第一課', kind: 'internal', frame: 'n1', phones: [] },
        {
          id: 'it',
          name: '情報課',
          kind: 'internal',
          frame: 'it',
          role: '統括管理者',
          post: '課長',
          phones: [
            { band: 'day', number: '内線000' },
            { band: 'night', number: '000-000-0000' },
          ],
        },
        { id: 'vendor', name: '架空システム', kind: 'external', frame: 'vendor', phones: both },
        { id: 'north', name: '北局', kind: 'internal', frame: 'north', phones: [] },
      ],
      edges: [
        { from: 'n1', to: 'it', means: '電話' },
        { from: 'it', to: 'vendor' },
      ],
      frames: [
        { id: 'n1', name: '北第一課', parent: 'north' },
        { id: 'north', name: '北局' },
        { id: 'it', name: '情報課' },
        { id: 'vendor', name: '架空システム' },
      ],
      unlisted: [],
    })
  })

  test.each<[string, Data, readonly unknown[]]>([
    ['is missing by day and by night', {}, both],
    [
      'is missing only in the parts of the day of the chain',
      { bands: ['night'] },
      [{ band: 'night' }],
    ],
    [
      'is shown though the chain is of another part of the day',
      { bands: ['night'], nodes: [{ organisation: 'it', phoneDay: '内線000' }] },
      [{ band: 'day', number: '内線000' }, { band: 'night' }],
    ],
  ])('a number of somebody who is called %s', (_, more, phones) => {
    const chart = chartOf({ edges: [{ from: 'n1', to: 'it' }], ...more })
    expect(chart.nodes.find(({ id }) => id === 'it')?.phones).toEqual(phones)
  })

  test('a group is one box that says how many it stands for', () => {
    const facts = context({ facilities: { count: 300, group: 'clubs' } })
    const chart = chartOf(
      { firstReporter: 'users', edges: [{ from: 'users', to: 'clubs' }] },
      facts,
    )
    expect(chart.nodes.map(({ id, name, count, frame }) => ({ id, name, count, frame }))).toEqual([
      { id: 'users', name: '利用課', count: '2所属', frame: 'north' },
      { id: 'clubs', name: '児童クラブ', count: '300所属', frame: 'north' },
    ])
    const sample = chartOf({ firstReporter: 'clubs' })
    expect(sample.nodes.map(({ count }) => count)).toEqual(['1所属ほか'])
  })

  test('tells whom the context involves and the chain leaves out', () => {
    const facts = context({
      involved: [
        { organisation: 'n1', relation: 'uses' },
        { organisation: 's1', relation: 'relays' },
        { organisation: 'vendor', relation: 'operates' },
      ],
    })
    const chain = { edges: [{ from: 'n1', to: 'vendor' }] }
    const left = chartOf(chain, facts)
    expect(left.unlisted).toEqual([
      {
        id: 'it',
        name: '情報課',
        kind: 'internal',
        frame: 'it',
        role: '関わり方 所管',
        phones: [],
      },
      {
        id: 's1',
        name: '南第一課',
        kind: 'internal',
        frame: 's1',
        role: '関わり方 中継',
        phones: [],
      },
    ])
    expect(left.frames.map(({ id }) => id)).toEqual(['n1', 'north', 'vendor', 'it', 's1', 'south'])
  })

  test('calls nobody left out where the context is silent or the chain is not for all', () => {
    const involved = [{ organisation: 's1', relation: 'uses' }]
    expect(chartOf({}, context({ owner: 'n1' })).unlisted).toEqual([])
    expect(chartOf({}).unlisted).toEqual([])
    expect(chartOf({}, 'none').unlisted).toEqual([])
    expect(chartOf({ triggers: ['nearMiss'] }, context({ involved })).unlisted).toEqual([])
  })
})

test('the ward offices are missing in the chart the auditors saw, and stand in the mended one', async () => {
  const names = async (folder: string) => {
    const dossiers = await dossiersIn(folder)
    const hall = dossiers
      .filter(({ id }) => id === 'osaka-city/facility-reservation')
      .flatMap(({ editions }) => editions)
      .filter(({ key }) => key === 'reservation-halls')
      .flatMap((edition) => edition.parts('chains').map(contactChartOf))
    return hall.map(({ nodes, unlisted }) => ({
      nodes: nodes.map(({ name }) => name),
      unlisted: unlisted.map(({ name }) => name),
    }))
  }
  const others = [
    '区役所附設会館（直営会館）',
    '施設担当',
    '市民局',
    '予約システム運用事業者',
    'デジタル統括室',
  ]
  expect(await names('procedures/osaka-city')).toEqual([
    { nodes: ['区役所附設会館（指定管理者施設）', ...others], unlisted: ['区役所'] },
  ])
  expect(await names('examples/remedied/osaka-city')).toEqual([
    { nodes: ['区役所附設会館（指定管理者施設）', '区役所', ...others], unlisted: [] },
  ])
})
