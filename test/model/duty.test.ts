import { describe, expect, test } from 'vitest'
import { entrustedRoles, leavesOwner, organisationsOf, partiesOf } from '../../src/model/duty.ts'
import { neglects, practicesOf } from '../../src/model/practice.ts'
import { context, dossierOf, duty, dutyOf, organisation, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

function dossierWith(one: Data, more: Data = {}, asOf = '2025-10-01') {
  return dossierOf([context(more), { ...procedure, duties: [duty(one)] }], { asOf })
}

describe('the parties of a duty', () => {
  const split = (part: string, role: string) => ({ role, does: '行う', part })
  const unlisted = ['municipality: groups/clubs/members?']
  test.each<[string, Data, string, unknown]>([
    ['one organisation', { performers: ['manager'] }, '2025-10-01', ['it']],
    ['a group as one', { performers: ['group'] }, '2025-10-01', ['users']],
    ['each member of a group on the day', { performers: ['head'] }, '2025-10-01', ['n1', 'n2']],
    ['members who had not left then', { performers: ['head'] }, '2025-03-31', ['n1', 'n2', 's1']],
    ['members who had joined then', { performers: ['head'] }, '2024-03-31', ['n1', 's1']],
    ['a sample, and the rest unknown', { performers: ['club'] }, '2025-10-01', ['n1', unlisted]],
    ['several roles', { performers: ['keeper', 'manager'] }, '2025-10-01', ['vendor', 'it']],
    [
      'only those to whom the split gives the performing',
      {
        performers: ['keeper', 'manager'],
        split: [split('perform', 'keeper'), split('confirm', 'manager')],
      },
      '2025-10-01',
      ['vendor'],
    ],
    [
      'all performers where the split gives it to nobody',
      { performers: ['keeper', 'manager'], split: [split('confirm', 'manager')] },
      '2025-10-01',
      ['vendor', 'it'],
    ],
  ])('%s', (_, one, asOf, expected) => {
    const dossier = dossierWith(one, {}, asOf)
    expect(told(() => partiesOf(dutyOf(dossier)))).toEqual(expected)
  })

  test('organisations name a group once', () => {
    const dossier = dossierWith({ performers: ['head', 'group', 'manager'] })
    expect(told(() => organisationsOf(dutyOf(dossier)))).toEqual(['users', 'it'])
  })
})

describe('an office that is closed or merged', () => {
  const roles = [
    { id: 'each', canonical: 'head', name: '課長', organisation: 'merged', each: true },
    { id: 'gone', canonical: 'manager', name: '旧課長', organisation: 'o1' },
  ]
  const dossierOn = (asOf: string) =>
    dossierOf(
      [context(), { ...procedure, roles, duties: [duty({ performers: ['each', 'gone'] })] }],
      { asOf },
    )
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'is a party while the office above it is there',
      '2025-03-31',
      ['o1', 'n1', 'o1'],
      ['merged', 'o1'],
    ],
    ['is none from the next day', '2025-04-01', ['n1'], ['merged']],
  ])('%s', (_, asOf, parties, organisations) => {
    const one = dutyOf(dossierOn(asOf))
    expect(told(() => partiesOf(one))).toEqual(parties)
    expect(told(() => organisationsOf(one))).toEqual(organisations)
  })
})

describe('the roles that a duty is entrusted to', () => {
  const clause = (subject: string) => ({
    clauses: [
      {
        id: 'c',
        requirement: 'ACC-2',
        number: '1',
        text: '点検する。',
        quoted: '架空',
        subject,
        force: 'must',
      },
    ],
  })
  const vocabularies = {
    activities: [
      { id: 'account.review', name: '点検' },
      { id: 'permit', name: '許可', byAuthority: true },
    ],
  }
  test.each<[string, Data, Data, readonly string[]]>([
    ['stand outside the owner', { performers: ['head', 'manager'] }, {}, ['head']],
    ['are not those who must do it themselves', { performers: ['head'] }, clause('head'), []],
    ['are those beside them', { performers: ['head', 'keeper'] }, clause('head'), ['keeper']],
    ['hold no authority of their own for it', { performers: ['head'], activity: 'permit' }, {}, []],
  ])('%s', (_, one, pack, expected) => {
    const dossier = dossierOf([context(), { ...procedure, duties: [duty(one)] }], {
      pack: { vocabularies, ...pack },
    })
    expect(told(() => entrustedRoles(dutyOf(dossier)))).toEqual(expected)
  })
})

describe('a duty leaves the owner', () => {
  test.each<[string, Data, Data, unknown]>([
    ['not where the owner performs it', { performers: ['manager'] }, {}, false],
    ['where another office performs it', { performers: ['head'] }, {}, true],
    ['where one of two does', { performers: ['manager', 'keeper'] }, {}, true],
    [
      'not where others only confirm',
      {
        performers: ['manager', 'keeper'],
        split: [
          { role: 'manager', does: '行う', part: 'perform' },
          { role: 'keeper', does: '確かめる', part: 'confirm' },
        ],
      },
      {},
      false,
    ],
    ['not where it stays below the owner', { performers: ['head'] }, { owner: 'users' }, false],
  ])('%s', (_, one, more, expected) => {
    expect(told(() => leavesOwner(dutyOf(dossierWith(one, more))))).toBe(expected)
  })

  test('unknown where nobody wrote down the owner', () => {
    const dossier = dossierOf([{ ...procedure, duties: [duty({})] }])
    expect(told(() => leavesOwner(dutyOf(dossier)))).toEqual(['context: town/system?'])
  })

  test('by the procedure’s own word before that of the system', () => {
    const own = { ...procedure, owner: 'vendor', duties: [duty({ performers: ['keeper'] })] }
    expect(leavesOwner(dutyOf(dossierOf([context(), own])))).toBe(false)
  })
})

describe('practices of a duty', () => {
  const practice = (id: string, more: Data): Data => ({
    id,
    activity: 'account.review',
    performedBy: ['it'],
    resultsTo: ['it'],
    ...more,
  })
  const practices = [
    practice('same', {}),
    practice('named', { duty: 'd' }),
    practice('of-another-duty', { duty: 'e' }),
    practice('of-another-activity', { activity: 'log.analyse' }),
    practice('here', { covers: ['n1'] }),
    practice('elsewhere', { covers: ['south'] }),
  ]
  const duties = [duty({}), duty({ id: 'e' })]
  test.each<[string, Data, readonly string[]]>([
    ['all fields without covers', {}, ['same', 'named', 'here', 'elsewhere']],
    ['those of the field it covers', { covers: ['north'] }, ['same', 'named', 'here']],
    ['a group covers its members', { covers: ['users'] }, ['same', 'named', 'here']],
  ])('%s', (_, more, expected) => {
    const dossier = dossierOf([context({ practices }), { ...procedure, ...more, duties }])
    expect(told(() => practicesOf(dutyOf(dossier)))).toEqual(expected)
  })

  test('those of the same devices, as far as both name them', () => {
    const targets = [
      practice('all', {}),
      practice('servers', { targets: ['サーバ', '通信機器'] }),
      practice('terminals', { targets: ['端末'] }),
    ]
    const one = { ...procedure, duties: [duty({ targets: ['ｻｰﾊﾞ'] })] }
    expect(
      told(() => practicesOf(dutyOf(dossierOf([context({ practices: targets }), one])))),
    ).toEqual(['all', 'servers'])
  })

  test('unknown where nobody wrote down any', () => {
    const dossier = dossierWith({})
    expect(told(() => practicesOf(dutyOf(dossier)))).toEqual(['context: practices?'])
  })
})

test('an office neglects a duty where the records show that it missed its turn, and no otherwise', () => {
  const covers = { from: '2024-04-01', to: '2025-09-30' }
  const performed = [
    { duty: 'd', organisation: 'n1', covers, entries: [] },
    { duty: 'd', organisation: 'n2', covers, entries: [{ on: '2025-09-01' }] },
    { duty: 'may', organisation: 'n1', covers, entries: [] },
  ]
  const heads = { performers: ['head', 'keeper'] }
  const duties = [duty(heads), duty({ ...heads, id: 'may', modality: 'may' })]
  const dossier = dossierOf([context(), { ...procedure, duties }, { kind: 'records', performed }])
  const neglected = (id: string) =>
    ['n1', 'n2', 'users', 'north', 'vendor', 'it'].filter((one) =>
      neglects(dutyOf(dossier, id), organisation(dossier, one)),
    )
  expect([neglected('d'), neglected('may')]).toEqual([['n1', 'users', 'north'], []])
})
