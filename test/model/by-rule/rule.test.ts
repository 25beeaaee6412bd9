import { expect, test } from 'vitest'
import { found, run } from './run.ts'

const pack = (more: string): string => `
kind: standard
id: hoshi
name: 星町の基準
editions: [{ id: '1', from: 2020-04-01 }]
requirements:
  - { key: PHY-1, title: 場所, subject: [], text: 守る。, level: system }
  - { key: PHY-2, title: 端末, subject: [], text: 守る。, level: system }
clauses:
  - { id: c, requirement: PHY-1, text: 努める。, quoted: 架空, subject: manager, force: may }
topics:
  - { id: theft, title: 盗難, requirement: PHY-1, level: system, severity: error, why: 要る。 }
  - { id: desk, title: 机, requirement: PHY-2, level: organisation, severity: warning, why: 要る。 }
checklists:
  - { id: room, placeKind: room, items: [{ id: locked, requirement: PHY-1, severity: error, text: 施錠 }] }
placeKinds: [{ id: room, name: 部屋 }]
${more}
`

const rule = (id: string, fields: string): string => `
  - id: ${id}
    title: 規則
    rationale: 要る。
    message: 足りません。
    examples: [{ good: よい }, { bad: 悪い }]
    ${fields.trim().split('\n').join('\n    ')}
`

const rules = (...all: readonly string[]): string =>
  `kind: rules\npack: hoshi\nrules:\n${all.join('')}`

const provided = rule(
  'topic.provided',
  `
scope: any
requirement: topic.requirement
severity: topic.severity
each: { topic: doc.topics }
assert: provides(doc, topic)
at: [doc.procedures, doc.id]`,
)

const context = (system: string, more = ''): string =>
  `kind: context\nsystem: hoshi/${system}\nname: 名\nowner: joho\nprocedure: none\ntraits: []\n${more}`

const files = (standard: string, ...all: readonly string[]) => ({
  'policies/hoshi/pack.yaml': standard,
  'policies/hoshi/rules.yaml': rules(...all),
  'procedures/hoshi/tax/context.yaml': context('tax'),
  'procedures/hoshi/all/context.yaml': context('organisation'),
})

const severities = async (standard: string, ...all: readonly string[]): Promise<unknown> =>
  (await run(files(standard, ...all))).findings.map(({ rule, system, severity }) =>
    [rule, system, severity].join(' '),
  )

test('a rule of any scope judges systems and the whole organisation; a topic keeps its severity', async () => {
  expect(await severities(pack(''), provided)).toEqual([
    'topic.provided hoshi/organisation warning',
    'topic.provided hoshi/tax error',
  ])
})

test('what a pack tailors goes before what the element says', async () => {
  const tailoring = 'tailoring: [{ rule: topic.provided, severity: info, rationale: 弱める }]'
  expect(await severities(pack(tailoring), provided)).toEqual([
    'topic.provided hoshi/organisation info',
    'topic.provided hoshi/tax info',
  ])
})

test('what a pack tailors of a requirement holds for its rules that are not tailored themselves', async () => {
  const shared = '{ requirement: PHY-1, severity: info, rationale: 弱める }'
  const own = '{ rule: topic.provided, severity: warning, rationale: 弱める }'
  expect(await severities(pack(`tailoring: [${shared}]`), provided)).toEqual([
    'topic.provided hoshi/organisation warning',
    'topic.provided hoshi/tax info',
  ])
  expect(await severities(pack(`tailoring: [${own}, ${shared}]`), provided)).toEqual([
    'topic.provided hoshi/organisation warning',
    'topic.provided hoshi/tax warning',
  ])
})

test('a severity of a checklist is capped by the force of the clause', async () => {
  const met = rule(
    'inspection.item-met',
    `
requirement: answer.checkItem.requirement
severity: answer.checkItem.severity
each: { answer: doc.latestAnswers }
assert: answer.result == "good"`,
  )
  const report = await run({
    ...files(pack(''), met),
    'procedures/hoshi/tax/context.yaml': context(
      'tax',
      'places: [{ id: vault, name: 保管庫, kind: room, contains: [] }]\n',
    ),
    'procedures/hoshi/tax/records.yaml': `
kind: records
system: hoshi/tax
inspections:
  - covers: { from: 2020-04-01, to: 9999-12-31 }
    entries: [{ id: i, on: 2025-05-01, place: vault, by: 監査課, answers: [{ item: locked, result: bad }] }]
`,
  })
  expect(report.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
    'inspection.item-met info',
  ])
})

test('a requirement the rule set does not have asks nothing of systems; the standard is told once', async () => {
  const adopted = rule(
    'standard.requirement-adopted',
    `
scope: standard
requirement: req.key
severity: warning
each: { req: standard.requirements }
assert: req.adopted`,
  )
  expect(await severities(pack('absent: [PHY-2]'), provided, adopted)).toEqual([
    'standard.requirement-adopted hoshi/standard warning',
    'topic.provided hoshi/tax error',
  ])
})

test('a rule for opinions is used where a pack adopts it', async () => {
  const opinion = provided.replace('scope: any', 'scope: any\n    advice: true')
  const tailored = (fields: string): string =>
    pack(`tailoring: [{ rule: topic.provided, ${fields}, rationale: 求める }]`)
  expect(await severities(pack(''), opinion)).toEqual([])
  expect(await severities(tailored('severity: info'), opinion)).toEqual([])
  expect(await severities(tailored('adopt: true'), opinion)).toHaveLength(2)
})

test('a severity that is no path to one is refused where it stands', async () => {
  const wrong = (severity: string): string =>
    provided.replace('severity: topic.severity', `severity: ${severity}`)
  const report = async (severity: string): Promise<unknown> =>
    run({ ...files(pack(''), wrong(severity)) }, ['policies']).then(found)
  expect(await report('topic.title')).toEqual([
    [
      'file.rule-severity',
      '「topic.title」は重大さではありません。',
      'policies/hoshi/rules.yaml:12:15',
    ],
  ])
  expect(await report('topic.severty')).toEqual([
    [
      'file.rule-unknown-field',
      '「定めるべき主題」に項目「severty」はありません（「severity」の誤りではありませんか）',
      'policies/hoshi/rules.yaml:12:21',
    ],
  ])
  expect(await report('fatal')).toEqual([
    [
      'shape.wrong-form',
      '規則「topic.provided」の「severity」（重大さ）の「fatal」は書き方が違います',
      'policies/hoshi/rules.yaml:12:15',
    ],
  ])
})

test('a list of words among the parameters is taken from its vocabulary', async () => {
  const words = (value: string, vocabulary = 'placeKinds'): string =>
    pack(
      `parameters: { rooms: { type: words, vocabulary: ${vocabulary}, value: ${value}, title: 部屋 } }`,
    )
  const report = async (standard: string): Promise<readonly string[]> =>
    (await run(files(standard, provided), ['policies'])).findings.map(({ message }) => message)
  // Right, and yet no rule of the pack reads it.
  expect(await report(words('[room]'))).toEqual([
    'パラメーター「rooms」は、どの規則からも使われていません。',
  ])
  expect(await report(words('[room, rom]'))).toEqual([
    'パラメーター「rooms」の「rom」は、用語集「placeKinds」にありません。',
  ])
  expect(await report(words('room'))).toEqual([
    'パラメーター「rooms」の値が、型(words)に合いません。',
  ])
  expect(await report(words('[room]', 'nothing'))).toEqual([
    'パラメーター「rooms」の用語集(vocabulary)がありません。',
  ])
})

const audited = rule(
  'audit.each-year',
  `
scope: organisation
requirement: none
severity: error
each: { year: doc.lastClosedYears }
let: { audits: 'auditsIn(doc, year)' }
assert: size(audits) > 0
at: [doc.audits, doc.owner]`,
)

test('a turn of a cycle that cannot be judged goes by its first day', async () => {
  const { cannotJudge } = await run({
    ...files(pack(''), audited),
    'procedures/hoshi/all/context.yaml': context('organisation', 'foundOn: 2026-03-31'),
  })
  expect(cannotJudge.map(({ element }) => element)).toEqual(['window:2024-04-01'])
})

test('a finding about a ledger without entries stands at the ledger', async () => {
  const report = await run({
    ...files(pack(''), audited),
    'procedures/hoshi/all/context.yaml': context('organisation', 'foundOn: 2026-03-31'),
    'procedures/hoshi/all/records.yaml': `
kind: records
system: hoshi/organisation
audits:
  - { covers: { from: 2020-04-01, to: 2026-03-31 }, entries: [] }
`,
  })
  expect(found(report)).toEqual([
    ['audit.each-year', '足りません。', 'procedures/hoshi/all/records.yaml:4:1'],
  ])
})

test('where a requirement is not asked of a system, nothing is missing to judge it', async () => {
  const counted = rule(
    'media.counted',
    'requirement: PHY-3\nseverity: error\neach: { count: doc.counts }\nassert: size(count.seen) > 0',
  )
  const asked = (traits: string) => {
    const when = `when: { traits: [${traits}] }`
    const standard = pack('').replace(
      'clauses:',
      `  - { key: PHY-3, title: 媒体, subject: [], text: 守る。, level: system, ${when} }\nclauses:`,
    )
    return run(files(`${standard}vocabularies: { traits: [{ id: usb, name: 媒体 }] }`, counted))
  }
  expect((await asked('')).cannotJudge.map(({ system }) => system)).toEqual([
    'hoshi/organisation',
    'hoshi/tax',
  ])
  expect((await asked('usb')).cannotJudge).toEqual([])
})
