import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { shapes } from '../../src/schema/generated/shape.ts'

const root = resolve(import.meta.dirname, '../..')

test('what is generated is fresh; the cure is `npm run generate`', async () => {
  const run = promisify(execFile)(process.execPath, ['scripts/generate.mjs', '--check'], {
    cwd: root,
  })
  await expect(run).resolves.toEqual({ stdout: '', stderr: '' })
})

test('every name in the shapes leads to a shape', () => {
  const names = [...JSON.stringify(shapes).matchAll(/"kind":"object","name":"(\w+)"/g)]
  expect(names.map(([, name]) => name ?? '').filter((name) => !(name in shapes))).toEqual([])
})

test('a shape knows its noun, its key and its day', () => {
  const { Account: shape } = shapes
  if (!shape) throw new Error('no shape')
  const { fields, ...account } = shape
  expect(account).toEqual({
    name: 'Account',
    kind: 'records',
    noun: 'account',
    label: 'アカウント',
    about: '一つのアカウントです。',
    key: ['id'],
    dated: 'registeredOn',
  })
  expect(fields['removedOn']).toEqual({
    label: '削除日',
    about: '削除した日です。',
    type: { kind: 'day' },
    closed: true,
    happened: true,
  })
})
