import { expect, test } from 'vitest'
import { verifyPacks } from '../../src/rule/verify.ts'

const pack = `kind: standard
id: aoba
name: 青葉市情報セキュリティ対策基準
editions: [{ id: "2025", from: 2025-04-01 }]
requirements:
  - { key: ORG-1, title: 体制, subject: [], text: 体制を定める。, level: system }
parameters:
  patience: { type: period, value: P1M, title: 待つ期間 }
  used: { type: number, value: 2, title: 役割の数 }
tailoring:
  - { rule: a.one, severity: info, rationale: 軽い }
  - { rule: a.one, severity: error, rationale: 重い }
`

const rule = (id: string, more: string): string => `  - id: ${id}
    title: 役割がある
    requirement: ORG-1
    severity: error
    rationale: 役割がなければ始まらない。
    each: { procedure: doc.procedures }
    assert: size(procedure.roles) >= params.used
    message: 役割がありません。
${more}    examples: [{ good: ある }, { bad: ない }]
`

const rules = `kind: rules
pack: aoba
rules:
${rule('a.one', '    yieldsTo: [a.two]\n')}${rule('a.two', '    yieldsTo: [a.one]\n')}${rule(
  'a.three',
  `    where: procedure.id == "x" && procedure.id == "y"\n`,
)}`

test('what cannot be meant is said with its place: unused, contradictory, silent', () => {
  const { doubts, findings } = verifyPacks(
    [
      { path: 'aoba/pack.yaml', text: pack },
      { path: 'aoba/rules.yaml', text: rules },
    ],
    () => undefined,
  )
  expect(findings.map(({ message }) => message)).toEqual([])
  expect(
    doubts.map(({ rule: id, severity, message, location: { path, start } }) => {
      return `${path}:${start.line}:${start.column} ${severity} ${id} ${message}`
    }),
  ).toMatchInlineSnapshot(`
    [
      "aoba/pack.yaml:8:3 warning file.pack-unused-parameter パラメーター「patience」は、どの規則からも使われていません。",
      "aoba/pack.yaml:12:7 warning file.pack-contradictory-tailoring 規則「a.one」の調整が食い違っています。",
      "aoba/rules.yaml:12:5 warning file.pack-mutual-yield 規則「a.one」と「a.two」が互いに譲り合い、どちらも指摘しません。",
      "aoba/rules.yaml:22:5 warning file.pack-mutual-yield 規則「a.two」と「a.one」が互いに譲り合い、どちらも指摘しません。",
      "aoba/rules.yaml:32:12 warning file.pack-unreachable-rule 規則「a.three」の対象の条件（where）は、決して成り立ちません。",
    ]
  `)
})
