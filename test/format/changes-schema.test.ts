import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { changesFormats } from '../../src/format/changes.ts'
import { gradeLabels, gradesInOrder } from '../../src/finding/change.ts'
import { schemaText } from '../../src/schema/schema-text.ts'
import { compareEditions } from '../../src/workflow/compare/editions.ts'
import { editionTown } from '../sample/editions.ts'
import { changeOf, changeReportOf, wholeReport } from './changes.ts'

interface Schema {
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: unknown
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
}

const folder = resolve(import.meta.dirname, '../../src/schema')
const read = (name: string) =>
  JSON.parse(readFileSync(resolve(folder, `${name}.v1.schema.json`), 'utf8')) as Schema
const schema = read('changes')
const accepts = new Ajv2020({ strictTypes: false, keywords: ['enumDescriptions'] }).compile(schema)

test.each([
  ['every field filled', wholeReport],
  ['nothing changed', changeReportOf([])],
])('the JSON of a comparison with %s is the report itself, as promised', (_name, report) => {
  const written = JSON.parse(changesFormats.json(report)) as unknown
  expect(written).toEqual(report)
  expect([accepts(written), accepts.errors]).toEqual([true, null])
})

test('the JSON of two editions of a standard is as promised', async () => {
  const { report } = await compareEditions({
    before: { pack: 'wakaba', edition: '2024' },
    after: { pack: 'wakaba', edition: '2026' },
    workspace: editionTown(),
  })
  expect([accepts(JSON.parse(changesFormats.json(report))), accepts.errors]).toEqual([true, null])
})

test.each([
  ['a field more', { ...wholeReport, later: 1 }],
  ['another version', { ...wholeReport, format: 'policy-lint/changes.v2' }],
  ['a change without a title', changeReportOf([changeOf({ title: '' })])],
  ['a name of something else', changeReportOf([], { names: { 'duty:a/b': '点検' } })],
  ['a fingerprint of another form', changeReportOf([changeOf({ fingerprint: 'x' })])],
])('a comparison with %s is refused', (_name, report) => {
  expect(accepts(report)).toBe(false)
})

test('every object is closed but the names, every field has its words', () => {
  const objects = [schema, ...Object.values(schema.$defs ?? {})].flatMap(objectsIn)
  expect(objects.filter((one) => one.additionalProperties !== false)).toEqual([])
  const fields = objects.flatMap((one) => Object.values(one.properties ?? {}))
  const all = [schema, ...Object.values(schema.$defs ?? {}), ...fields]
  expect(all.filter(({ title, description }) => !title || !description)).toEqual([])
})

test('a finding is the same in the report of a check and in a comparison', () => {
  const names = ['Finding', 'Article', 'Location', 'Position', 'Related', 'Severity'] as const
  const of = ({ $defs }: Schema) => names.map((name) => $defs?.[name])
  expect(of(schema)).toEqual(of(read('report')))
})

test('the grades and their words are those of the texts', () => {
  const { enum: grades = [], enumDescriptions } = schema.$defs?.['Grade'] ?? {}
  expect([...grades].sort()).toEqual([...gradesInOrder].sort())
  expect(enumDescriptions).toEqual(
    grades.map((grade) => gradeLabels[grade as keyof typeof gradeLabels]),
  )
})

test('it is printed as it ships', () => {
  expect(JSON.parse(schemaText('changes'))).toEqual(schema)
})

function objectsIn(node: Schema): Schema[] {
  if (!node.properties) return []
  return [node, ...Object.values(node.properties).flatMap(objectsIn)]
}
