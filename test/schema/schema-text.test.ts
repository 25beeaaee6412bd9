import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { UsageError } from '../../src/finding/usage-error.ts'
import { kinds } from '../../src/schema/generated/file.ts'
import { schemaText } from '../../src/schema/schema-text.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/format.ja.md'), 'utf8')
const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '')

test.each(kinds)('the schema of %s stands alone and accepts its example', (kind) => {
  const schema = JSON.parse(schemaText(kind)) as object
  expect(JSON.stringify(schema)).not.toContain('common.schema.json')
  const accepts = new Ajv2020({ strict: false }).compile(schema)
  const text = examples.find((example) => example.startsWith(`kind: ${kind}\n`)) ?? ''
  const [document] = parseDocuments({ path: 'example.yaml', text }).documents
  expect([accepts(document?.value), accepts.errors]).toEqual([true, null])
})

test('vocabularies become enums with their names', () => {
  const words = { activities: [{ id: 'account.review', name: '利用者IDの点検' }] }
  const schema = JSON.parse(schemaText('procedure', words)) as {
    $defs: { Duty: { properties: { activity: unknown; requirement: unknown } } }
  }
  expect(schema.$defs.Duty.properties.activity).toEqual({
    title: '業務の種類',
    description:
      '点検、登録、分析などの種類です。当てはまる用語がなければ other（そのほかの業務）とします。',
    $ref: '#/$defs/Text',
    'x-vocabulary': 'activities',
    enum: ['account.review'],
    enumDescriptions: ['利用者IDの点検'],
  })
  expect(schema.$defs.Duty.properties.requirement).toEqual({
    title: '要求事項',
    description: '対策基準のどの要求事項に応えるものかです。',
    $ref: '#/$defs/Text',
    'x-vocabulary': 'requirements',
  })
})

test('an unknown kind is a wrong use, with a suggestion', () => {
  const hint = '「procedure」ではありませんか。'
  expect(() => schemaText('procedures')).toThrow(
    new UsageError('「procedures」というファイルの種類はありません', { hint }),
  )
})
