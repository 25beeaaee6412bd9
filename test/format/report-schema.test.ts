import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { schemaText } from '../../src/schema/schema-text.ts'
import { run } from '../cli/run.ts'
import { findingOn, reportOf } from './report.ts'

const root = resolve(import.meta.dirname, '../..')
const file = resolve(root, 'src/schema/report.v1.schema.json')
const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema
const accepts = new Ajv2020({ strictTypes: false, keywords: ['enumDescriptions'] }).compile(schema)

interface Schema {
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean
  readonly $defs?: Readonly<Record<string, Schema>>
}

test.each([
  ['the dossiers as the auditors found them', ['procedures']],
  ['their remedied twins', ['examples/remedied']],
  [
    'an invented town',
    ['examples/invented/procedures', '--policies', 'examples/invented/policies'],
  ],
  ['broken files', ['test/cases/cli/unknown-keys/files', 'test/cases/cli/broken-yaml/files']],
])('the output for %s is as promised', async (_name, paths) => {
  const argv = ['check', ...paths, '--format', 'json', '--fail-on', 'never']
  const done = await run(argv, { cwd: root })
  const report: unknown = JSON.parse(done.stdout)
  expect([accepts(report), accepts.errors, done.code]).toEqual([true, null, 0])
})

test('what every field may hold is promised: waived, unjudged, related, unconfirmed, compared with before', () => {
  const source = { path: 'a.yaml', text: 'name: 管理者\n' }
  const location = findingOn(source, '管理者').location
  const article = { pack: 'aoba', document: '基準', number: null, text: '点検する。' }
  const finding = { ...findingOn(source, '管理者'), article, state: 'new' as const }
  const related = [{ message: '役割', location }]
  const unconfirmed = ['backup.frequency']
  const report = reportOf([{ ...finding, related, unconfirmed }], {
    summary: { ...reportOf([]).summary, unconfirmed: 3 },
    cannotJudge: [
      {
        rule: 'a.b',
        requirement: null,
        system: 'aoba-city/library',
        element: '',
        reason: 'undecidable',
        missing: [{ kind: 'records', path: 'accounts' }],
      },
    ],
    waived: [{ fingerprint: '0123456789abcdef', exception: 'ex-1', expires: '2027-03-31' }],
    idleRules: ['a.c'],
  })
  expect([accepts(report), accepts.errors]).toEqual([true, null])
})

test.each([
  ['a field more', { ...reportOf([]), later: 1 }],
  ['another version', { ...reportOf([]), format: 'policy-lint/report.v2' }],
  ['no day', { ...reportOf([]), asOf: '' }],
  ['an empty label', reportOf([findingOn({ path: 'a', text: 'x' }, 'x', { label: '' })])],
])('a report with %s is refused', (_name, report) => {
  expect(accepts(report)).toBe(false)
})

test('every object is closed, every field has its words', () => {
  const objects = [schema, ...Object.values(schema.$defs ?? {})].flatMap(objectsIn)
  expect(objects.filter((one) => one.additionalProperties !== false)).toEqual([])
  const fields = objects.flatMap((one) => Object.values(one.properties ?? {}))
  const all = [schema, ...Object.values(schema.$defs ?? {}), ...fields]
  expect(all.filter(({ title, description }) => !title || !description)).toEqual([])
})

test('it is printed as it ships', () => {
  expect(JSON.parse(schemaText('report'))).toEqual(schema)
})

function objectsIn(node: Schema): Schema[] {
  if (!node.properties) return []
  return [node, ...Object.values(node.properties).flatMap(objectsIn)]
}
