import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RuleTestReport } from '../../src/finding/rule-test.ts'
import { ruleTestFormats } from '../../src/format/rule-test.ts'
import { run } from '../cli/run.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'rule-test-'))
})
afterEach(() => {
  rmSync(cwd, { recursive: true })
})

const standard = `kind: standard
id: aoba-city
name: 青葉市情報セキュリティ対策基準
extends: base
editions: [{ id: '2025', from: 2025-04-01 }]
`
const rule = (examples: string, more = ''): string => `kind: rules
pack: aoba-city
rules:
  - id: aoba.deputy
    title: 情報システム管理者の代理を決める
    requirement: ORG-1
    severity: warning
    rationale: 不在のときに判断する者がいない。
    each: { procedure: doc.procedures, role: procedure.roles }
    where: role.canonical == "system-manager"
    ${more || 'assert: stated(role.deputy)'}
    message: 「{{ role }}」の代理が決められていません。
    examples:
${examples}`

const good = '      - good: 代理がいる\n        set: { /procedure/roles/gyomu/deputy: 課長代理 }\n'
const bad = '      - bad: 代理がいない\n        unset: [/procedure/roles/gyomu/deputy]\n'
const badSet =
  '      - bad: 代理がいない\n        set: { /procedure/roles/gyomu: { id: gyomu, canonical: system-manager, name: 情報システム管理者, post: 課長, organisation: it } }\n'

function write(rules: string): void {
  const folder = join(cwd, 'policies/aoba-city/rules')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '../pack.yaml'), standard)
  writeFileSync(join(folder, 'deputy.yaml'), rules)
}
const program = (...argv: readonly string[]) => run(['test', ...argv], { cwd })

test('a pack stands on the sample of the one it extends', async () => {
  write(rule(good + badSet))
  const { code, stdout } = await program()
  expect([code, stdout]).toEqual([0, expect.stringContaining('すべて通りました')])
})

test.each([
  ['two', good, '「examples」（例）が足りません'],
  ['a bad one', good + good, '悪い例(bad)がありません'],
])('examples are wanted, at least %s', async (_, examples, message) => {
  write(rule(examples))
  const { code, stdout } = await program()
  expect([code, stdout]).toEqual([1, expect.stringContaining(message)])
})

test('an example that does not come out as it says is told with its place', async () => {
  write(
    rule(
      good + '      - bad: 何も変えない\n        set: { /procedure/roles/gyomu/deputy: 係長 }\n',
    ),
  )
  const { code, stdout } = await program('policies/aoba-city')
  expect(code).toBe(1)
  expect(stdout).toMatch(/policies\/aoba-city\/rules\/deputy\.yaml:\d+:\d+/)
})

test('an assertion that no example breaks is told', async () => {
  const asserts = `assert:
      - { id: deputy, that: stated(role.deputy) }
      - { id: post, that: stated(role.post) }`
  write(rule(good + badSet, asserts))
  const { code, stdout } = await program()
  expect(code).toBe(1)
  expect(stdout).toContain('式「post」が成り立たない')
  expect(stdout).not.toContain('式「deputy」が成り立たない')
})

test('a broken pack is told, not tried', async () => {
  write(rule(good + bad, 'assert: stated(role.deputi)'))
  const { code, stdout } = await program('aoba-city')
  expect([code, stdout]).toEqual([1, expect.stringContaining('パックの誤り')])
})

test('an unknown pack is refused with the one that was meant', async () => {
  write(rule(good + badSet))
  const { code, stderr } = await program('aoba-cty')
  expect([code, stderr]).toEqual([2, expect.stringContaining('aoba-city')])
})

describe('for build servers', () => {
  const location = { path: 'a&b.yaml', start: { line: 3, column: 7 }, end: { line: 3, column: 9 } }
  const report: RuleTestReport = {
    packs: [
      {
        pack: 'aoba-city',
        name: '青葉市',
        path: 'policies/aoba-city/pack.yaml',
        rules: [
          {
            rule: 'aoba.deputy',
            title: '代理',
            cases: [
              { kind: 'good', title: '代理がいる', fault: null },
              {
                kind: 'bad',
                title: '<代理> "なし" \u0007',
                fault: { message: '指摘が出ません & 出るはずです', fix: '直す', location },
              },
            ],
          },
        ],
      },
    ],
    problems: [],
  }

  test('JUnit says what failed and where', async () => {
    const written = ruleTestFormats.junit(report, { color: false, width: 80 })
    await expect(written).toMatchFileSnapshot('./fixtures/junit.xml')
  })
})
