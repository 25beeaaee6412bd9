import { expect, test } from 'vitest'
import { intervalOfBackup, nameOfBackup } from '../../src/model/continuity.ts'
import { context, dossierOf, duty, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const vocabularies = {
  activities: [
    { id: 'copy', name: '控え', requirement: 'B-1', handles: ['backups'] },
    { id: 'sweep' },
  ],
}
const weekly = { id: '1', requirement: 'B-1', force: 'must', text: '控えは、週に1回とる。' }

interface Town {
  readonly backups: readonly Data[]
  readonly duties?: readonly Data[]
  readonly clauses?: readonly Data[]
}

function firstOf({ backups, duties = [], clauses = [] }: Town) {
  const dossier = dossierOf([context({ backups }), { ...procedure, duties }], {
    pack: { vocabularies, clauses },
  })
  const [first] = dossier.context.parts('backups')
  if (!first) throw new Error('no backup')
  return first
}

const tape = { id: 'tape', of: '台帳' }
const disk = { id: 'disk', of: '台帳', every: 'P1D' }
const taking = (id: string, every: string, more: Data = {}) =>
  duty({ id, activity: 'copy', frequency: { every }, ...more })

test.each<[string, Town, string]>([
  ['as it says itself', { backups: [{ ...tape, every: 'P1M' }, disk], clauses: [weekly] }, 'P1M'],
  ['as a duty', { backups: [tape, disk], duties: [taking('a', 'P3M')], clauses: [weekly] }, 'P3M'],
  [
    'as a duty on it',
    { backups: [tape], duties: [taking('a', 'P2M', { targets: ['台帳'] })] },
    'P2M',
  ],
  ['as the longest', { backups: [tape], duties: [taking('a', 'P1D'), taking('b', 'P1M')] }, 'P1M'],
  ['as a clause', { backups: [tape, disk], clauses: [weekly] }, 'P7D'],
  ['as another of the same data', { backups: [tape, disk] }, 'P1D'],
])('a backup is taken as often %s', (_, town, expected) => {
  expect(intervalOfBackup(firstOf(town)).toString()).toBe(expected)
})

test.each<[string, Town]>([
  ['nothing is written', { backups: [tape] }],
  ['only other data are', { backups: [tape, { ...disk, of: '図面' }] }],
  [
    'the duty is on other data',
    { backups: [tape], duties: [taking('a', 'P1D', { targets: ['図面'] })] },
  ],
  [
    'the duty is of another kind',
    { backups: [tape], duties: [taking('a', 'P1D', { activity: 'sweep' })] },
  ],
])('how often it is taken is unknown where %s', (_, town) => {
  expect(told(() => intervalOfBackup(firstOf(town)))).toEqual(['context: backup:tape/every?'])
})

test.each<[string, readonly Data[], string]>([
  ['alone', [tape], '台帳のバックアップ'],
  ['stopped with the other', [tape, { id: 'disk', of: '台帳' }], '台帳のバックアップ'],
  [
    'cut off from the network',
    [{ ...tape, lastTakenOn: '2025-01-01', offline: true }, disk],
    '台帳のバックアップのうちネットワークから切り離したもの',
  ],
  [
    'elsewhere',
    [
      { ...tape, lastTakenOn: '2025-01-01', offline: true, apart: true },
      { ...disk, offline: true },
    ],
    '台帳のバックアップのうち離れた場所に置くもの',
  ],
  [
    'not told apart',
    [{ ...tape, lastTakenOn: '2025-01-01' }, disk],
    '台帳のバックアップのうち一つ',
  ],
])('a backup %s is called so', (_, backups, expected) => {
  expect(nameOfBackup(firstOf({ backups }))).toBe(expected)
})
