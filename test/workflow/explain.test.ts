import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { RuleCard, RuleCatalogue } from '../../src/finding/rule-card.ts'
import { cardText } from '../../src/format/rules.ts'
import { ran as program } from '../cli/run.ts'

const root = resolve(import.meta.dirname, '../..')

const card: RuleCard = {
  id: 'account.reviewed',
  pack: 'aoba-city',
  title: '利用者IDを点検する',
  requirement: { key: 'ACC-2', title: '点検', text: '利用者IDを定期に点検する。' },
  keeps: 'STD-1',
  articles: [{ pack: 'aoba-city', document: '対策基準', number: '第8条', text: '点検する。' }],
  cite: [],
  class: 'R',
  scope: 'system',
  isAdvice: false,
  isBuiltIn: false,
  reads: ['procedure', 'records'],
  parameters: [
    {
      name: 'accountReview',
      title: '点検の間隔の上限',
      values: [
        { pack: 'base', value: 'P1Y', text: '1年', setBy: 'base' },
        { pack: 'aoba-city', value: 'P6M', text: '6か月', setBy: 'aoba-city' },
      ],
    },
  ],
  elements: ['担当業務'],
  keepers: ['担当業務'],
  facts: [
    {
      type: 'Duty',
      field: 'frequency',
      label: '担当業務の「頻度」',
      kinds: ['procedure'],
      mayLack: false,
    },
  ],
  functions: ['missed'],
  rationale: '使われないIDは狙われる。',
  fix: ['点検し、記録してください。'],
  expected: ['1年に1回の点検'],
  asserts: [],
  stances: [
    { pack: 'base', severity: 'error', label: '指摘', isActive: true, rationale: null },
    {
      pack: 'aoba-city',
      severity: 'warning',
      label: '意見',
      isActive: false,
      rationale: '別の定めで確かめるため。',
    },
  ],
  examples: [
    { kind: 'good', title: '点検している', changes: [] },
    { kind: 'bad', title: '点検していない', changes: ['/records をなくす'] },
  ],
  location: {
    path: 'policies/aoba-city/rules/account.yaml',
    start: { line: 5, column: 5 },
    end: { line: 5, column: 9 },
  },
}

test('a rule is explained in full', async () => {
  const written = cardText(card, { color: false, width: 80 })
  await expect(written).toMatchFileSnapshot('./fixtures/card.txt')
})

test('every shipped rule is explained', async () => {
  const { rules } = JSON.parse((await program('rules', '--format', 'json')).stdout) as RuleCatalogue
  expect(rules.length).toBeGreaterThan(50)
  for (const rule of rules) {
    expect(rule.rationale).not.toBe('')
    expect(rule.fix.join('')).not.toContain('{{')
    expect(cardText(rule, { color: false, width: 80 })).not.toMatch(/undefined|\[object|null/)
    if (!rule.isBuiltIn) expect(rule.examples.map(({ kind }) => kind)).toContain('bad')
  }
})

test('a parameter stands as the value that the rule works with', async () => {
  const { code, stdout } = await program('explain', 'acc.review-cycle')
  expect(code).toBe(0)
  expect(stdout).toContain('1年')
  expect(stdout).toMatch(/policies\/base\/rules\/account\.yaml:\d+/)
})

test('a misspelt rule is refused with the one that was meant', async () => {
  const { code, stderr } = await program('explain', 'acc.reveiw-cycle')
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining('policy-lint explain acc.review-cycle'),
  ])
})

test('a requirement is explained with the rules that judge it', async () => {
  const { code, stdout } = await program('explain', 'acc-2')
  expect([code, stdout]).toEqual([0, expect.stringContaining('ACC-2 利用されていないIDの点検')])
  expect(stdout.split('\n').filter((line) => /規則$|^ {2}\w+\./.test(line))).toEqual(
    expect.arrayContaining([
      'この要求事項を確かめる規則',
      '  acc.review-cycle',
      '要求事項や条文などを順に見る規則',
      '  topic.present',
      'この要求事項の担当業務などがあれば見る規則',
      '  duty.cycle-kept',
    ]),
  )
})

test('a word is explained by its vocabulary, a misspelt one is refused', async () => {
  expect(await program('explain', 'account.review')).toMatchObject({
    code: 0,
    stdout: [
      'account.review 利用者IDの点検（業務の種類、activities）',
      '  要求    ACC-2 利用されていないIDの点検',
      '  出来事  決まったものはない。いつ行うべきであったかは、出来事（events）に担当業',
      '          務の名前（duty）で書く',
      '  記録    performed',
      '',
    ].join('\n'),
  })
  const { code, stderr } = await program('explain', 'acount.review')
  expect([code, stderr]).toEqual([2, expect.stringContaining('explain account.review')])
})

test('a key of the files is explained by what it asks, how it is written and who reads it', async () => {
  const { code, stdout } = await program('explain', 'contracts.subcontractors')
  expect({ code, lines: stdout.split('\n').slice(0, 14) }).toEqual({
    code: 0,
    lines: [
      'contracts.subcontractors（実態、kind: context）',
      '',
      '  見出し  契約の「再委託先」',
      '  意味    再委託先です。再委託がなければ [] です。',
      '  書き方  { organisation: … }（再委託先）の一覧',
      '',
      '例',
      '  contracts:',
      '    - id: upkeep',
      '      subcontractors:',
      '        - organisation: partner',
      '          direct: false',
      '          work: 夜間の監視',
      '          extent: part',
    ],
  })
  expect(stdout).toContain('\n  contract.subcontractor-known\n')
  const { stdout: traits } = await program('explain', 'traits')
  expect(traits).toContain('policy-lint words traits で見られる')
  const { stdout: named } = await program('explain', 'id')
  expect(named).toMatch(/ほか\d+か所にあります。/)
})

describe('words', () => {
  test('are listed by vocabulary, and those of one', async () => {
    const all = await program('words')
    expect([all.code, all.stdout]).toEqual([
      0,
      expect.stringMatching(/^ {2}traits +システムの特性 \d+語$/m),
    ])
    const { stdout } = await program('words', 'functions')
    expect(stdout).toContain('組織の機能（functions）\n')
    expect(stdout).toMatch(/^ {2}it +/m)
  })

  test('are found by a piece of what a reader sees, or refused', async () => {
    const { stdout } = await program('words', '利用者ＩＤの点検')
    expect(stdout.split('\n').filter((line) => line.startsWith('  '))).toEqual([
      '  account.review         利用者IDの点検',
      '  account.reviewConfirm  利用者IDの点検結果の確認',
      '  account-review  利用者IDの点検',
    ])
    const { code, stderr } = await program('words', 'activites')
    expect([code, stderr]).toEqual([2, expect.stringContaining('policy-lint words activities')])
  })
})

test('a check of the form of files is no rule', async () => {
  const { code, stderr } = await program('explain', 'shape.unknown-key')
  expect([code, stderr]).toEqual([2, expect.stringContaining('ファイルの書き方の検査')])
})

describe('the catalogue', () => {
  test('is as promised for programs', async () => {
    const schema = JSON.parse(
      readFileSync(resolve(root, 'src/schema/rules.v1.schema.json'), 'utf8'),
    ) as object
    const accepts = new Ajv2020({ keywords: ['enumDescriptions'], allowUnionTypes: true }).compile(
      schema,
    )
    const { code, stdout } = await program('rules', '--format', 'json')
    expect([code, accepts(JSON.parse(stdout)), accepts.errors]).toEqual([0, true, null])
  })

  test('tells of each requirement what judges it, whatever names it', async () => {
    const { stdout } = await program('rules', '--format', 'json')
    const { requirements, rules } = JSON.parse(stdout) as RuleCatalogue
    expect(requirements.length).toBeGreaterThan(50)
    const unjudged = requirements.filter((one) => !one.rules.some(({ by }) => by !== 'written'))
    expect(unjudged.map(({ key }) => key)).toEqual([])
    const judging = (key: string, by: string) =>
      requirements
        .find((one) => one.key === key)
        ?.rules.filter((one) => one.by === by)
        .map(({ id }) => id)
    expect(judging('STD-1', 'named')).toEqual([
      'standard.clause-concrete',
      'standard.left-elsewhere-there',
      'standard.document-there',
      'standard.cycle-demanded',
    ])
    expect(judging('MAL-1', 'listed')).toContain('malware.matches-connection')
    expect(judging('MAL-1', 'listed')).not.toContain('topic.periodic')
    expect(judging('ACC-2', 'listed')).not.toContain('malware.matches-connection')
    const cycle = rules.find(({ id }) => id === 'acc.review-cycle')
    expect(cycle?.parameters.map(({ name }) => name)).toEqual(['accountReview'])
    expect(cycle?.facts).toContainEqual({
      type: 'Duty',
      field: 'frequency',
      label: '担当業務の「頻度」',
      kinds: ['procedure'],
      mayLack: true,
    })
  })

  test("has the rules of a user's own packs", async () => {
    const policies = 'examples/invented/policies'
    const { stdout } = await program('rules', '--policies', policies)
    expect(stdout).toContain('minamoto-town')
    expect(stdout).toContain('acc.review-cycle')
  })
})
