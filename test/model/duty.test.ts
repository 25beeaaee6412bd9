import { describe, expect, test } from 'vitest'
import { leavesOwner, organisationsOf, partiesOf, practicesOf } from '../../src/model/duty.ts'
import { context, dossierOf, duty, dutyOf, procedure, told } from './dossier.ts'

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

  test('unknown where nobody wrote down any', () => {
    const dossier = dossierWith({})
    expect(told(() => practicesOf(dutyOf(dossier)))).toEqual(['context: practices?'])
  })
})
