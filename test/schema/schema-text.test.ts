import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { UsageError } from '../../src/finding/usage-error.ts'
import { addedLedgers, recordsWith } from '../../src/model/added-ledger.ts'
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
    description:
      '対策基準のどの要求事項に応えるものかです。書かないときは、まだ決めていません（不明）。',
    'x-undecided': true,
    $ref: '#/$defs/Text',
    'x-vocabulary': 'requirements',
  })
})

test('the ledgers of packs stand in the schema of records', () => {
  const [ledger] = addedLedgers([{ ledgers: [keys] }])
  const schema = JSON.parse(
    schemaText('records', {}, recordsWith(ledger ? [ledger] : [])),
  ) as object
  const accepts = new Ajv2020({ strict: false }).compile(schema)
  const records = (row: object, more: object = {}): object => ({
    kind: 'records',
    system: 'kozu/koseki',
    keys: [
      { organisation: 'somu', covers: { from: '2025-04-01', to: '2026-03-31' }, entries: [row] },
    ],
    ...more,
  })
  const count = { id: 'all', organisation: 'somu', on: '2026-03-01', ledger: 'keys' }
  const right = { number: 'K-1', kind: 'room', by: 'none', lentOn: '2025-04-01' }
  expect([
    accepts(records(right, { counts: [count] })),
    accepts(records({ ...right, kind: 'rooom' })),
    accepts(records({ kind: 'room' })),
    accepts(records({ ...right, lent: '2025-04-01' })),
    accepts({ kind: 'records', system: 'kozu/koseki', kees: [] }),
  ]).toEqual([true, false, false, false, false])
})

const keys = {
  id: 'keys',
  title: '鍵の貸与簿',
  description: '鍵を誰に貸したかです。',
  counted: true,
  columns: [
    { id: 'number', title: '番号', description: '鍵の番号です。', type: 'label', required: true },
    { id: 'kind', title: '種類', description: '種類です。', type: 'word', words: { room: '部屋' } },
    { id: 'by', title: '許可した職', description: '許可です。', type: 'text', none: true },
    { id: 'lentOn', title: '貸与日', description: '渡した日です。', type: 'day' },
  ],
}

test('an unknown kind is a wrong use, with a suggestion', () => {
  const hint = '「procedure」ではありませんか。'
  expect(() => schemaText('procedures')).toThrow(
    new UsageError('「procedures」というファイルの種類はありません', { hint }),
  )
})
