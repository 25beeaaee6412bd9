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

test.each([
  ["delete means['x-change']", 'Duty.means does not say what its change comes to (x-change)'],
  ["means['x-change'] = { notice: false }", 'Duty.means does not say what its change comes to'],
  ["delete means['x-change'].grade", 'Duty.means: x-change knows no "because"'],
  ["means['x-change'].grade = 'worse'", 'Duty.means: a verdict is a grade and because: '],
  ["means['x-change'] = { gains: [] }", 'Duty.means: x-change knows no "gains"'],
])(
  'a field that does not say rightly how its change is graded is refused: %s',
  async (spoil, why) => {
    const program = `
    import { pathToFileURL } from 'node:url'
    import { changeModule } from './scripts/generate/changes.mjs'
    import { readSchemas } from './scripts/generate/schemas.mjs'
    const schemas = await readSchemas(pathToFileURL('src/schema/'))
    const { means } = schemas.procedure.$defs.Duty.properties
    ${spoil}
    changeModule(schemas)`
    const args = ['--input-type=module', '--eval', program]
    await expect(promisify(execFile)(process.execPath, args, { cwd: root })).rejects.toThrow(why)
  },
)

test('every list at the top of a dossier says what one wants to know when it is written', () => {
  const silent = Object.values(shapes)
    .filter(({ name, kind, noun }) => noun === kind && name.toLowerCase() === kind)
    .filter(({ kind }) => kind !== 'standard' && kind !== 'rules')
    .flatMap(({ kind, fields }) =>
      Object.entries(fields).map(([key, field]) => ({ key: `${kind}.${key}`, field })),
    )
    .filter(({ key, field }) => field.type.kind === 'list' && !field.asks && key !== 'notice.to')
  expect(silent.map(({ key }) => key)).toEqual([])
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
    about: '削除した日です。削除していなければ書きません。',
    type: { kind: 'day', rough: true },
    closed: true,
    near: ['抹消日', '抹消年月日', '削除年月日', '廃止日', '登録抹消日', '削除', '抹消'],
    happened: true,
    notBefore: 'registeredOn',
  })
})
