import { expect, test } from 'vitest'
import { carriedOn, isGranted, renewalOf } from '../../src/model/exception.ts'
import { context, dossierOf, partOf, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const exception = (id: string, from: string, expires: string, more: Data = {}): Data => ({
  id,
  requirement: 'ACC-2',
  reason: '間に合わない',
  approver: '副市長',
  compensating: '施錠する',
  from,
  expires,
  ...more,
})

const exceptions = [
  exception('r5', '2023-04-01', '2024-03-31'),
  exception('r3', '2021-04-01', '2022-03-31'),
  exception('r4', '2022-04-30', '2023-03-31'),
  exception('other-duty', '2022-04-01', '2023-03-31', { element: 'd' }),
  exception('other-requirement', '2022-04-01', '2023-03-31', { requirement: 'PHY-3' }),
  exception('again', '2025-06-01', '2026-03-31', { endedOn: '2025-09-01' }),
  exception('last', '2025-10-01', '2026-03-31'),
]

const written = (asOf: string) =>
  dossierOf([context(), { ...procedure, exceptions }], { asOf }).procedures[0]?.parts(
    'exceptions',
  ) ?? []

test.each<[string, unknown, readonly string[]]>([
  ['r3', 'r4', []],
  ['r4', 'r5', ['r3']],
  ['r5', 'again', ['r3', 'r4']],
  ['other-duty', undefined, []],
  ['other-requirement', undefined, []],
  ['again', 'last', []],
  ['last', undefined, ['again']],
])('%s is followed by %s and carries on %j', (id, next, earlier) => {
  const one = partOf(written('2025-10-01'), id)
  expect(renewalOf(one)?.key).toBe(next)
  expect(told(() => carriedOn(one))).toEqual(earlier)
})

test.each<[string, readonly string[]]>([
  ['2021-03-31', []],
  ['2021-04-01', ['r3']],
  ['2022-03-31', ['r3']],
  ['2022-04-15', ['other-duty', 'other-requirement']],
  ['2025-08-31', ['again']],
  ['2025-09-01', ['again']],
  ['2025-09-02', []],
])('on %s %j are granted', (day, expected) => {
  const granted = written('2025-10-01').filter((one) => isGranted(one, day))
  expect(granted.map(({ key }) => key)).toEqual(expected)
})
