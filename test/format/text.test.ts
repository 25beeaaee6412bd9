import { expect, test } from 'vitest'
import type { Finding } from '../../src/finding/finding.ts'
import type { CannotJudge, Report } from '../../src/finding/report.ts'
import type { FormatContext } from '../../src/format/context.ts'
import { text } from '../../src/format/text.ts'
import { kindLabel } from '../../src/finding/missing-words.ts'
import { kinds } from '../../src/schema/generated/file.ts'
import { rootShape } from '../../src/schema/kind.ts'
import { missingLabel } from '../../src/schema/missing-label.ts'
import { locate, type Source } from '../../src/source/source.ts'
import { contextOf, findingOn, reportOf } from './report.ts'

const procedure: Source = {
  path: 'procedures/aoba-city/library/procedure.yaml',
  text: [
    'kind: procedure',
    'system: aoba-city/library',
    'title: 図書館予約システム情報セキュリティ実施手順',
    'roles:',
    '  - { id: user-head, canonical: systemUser, name: 利用所属長, organisation: branches }',
    'duties:',
    '  - id: account-review',
    '    title: 「利用者ＩＤ」の点検',
    '    frequency: { every: P1Y }',
    '',
    '    record: ｱｶｳﾝﾄ台帳',
  ].join('\n'),
}

const article = {
  pack: 'aoba-city',
  document: '青葉市情報セキュリティ対策基準',
  number: '第12条第3項',
  text: '管理者は、利用されていないＩＤが放置されないよう、定期に又は随時に点検しなければならない。',
}

const cycle = findingOn(procedure, 'P1Y', {
  rule: 'duty.cycle',
  message: '「利用者ＩＤ」の点検の周期が、対策基準の求める6か月より長くなっています',
  why: '点検の間隔が長いと、異動や退職をした職員のＩＤが、次の点検まで使える状態で残ります。過去の監査でも、同じ理由の指摘が続いています。',
  fix: '周期を6か月以内にしてください。例: every: P6M',
  article,
  expected: '6か月に1回以上',
  actual: '1年に1回',
  related: [
    {
      message: '点検を担当する役割「利用所属長」',
      location: locate(procedure, { start: procedure.text.indexOf('{ id'), end: 200 }),
    },
  ],
})

const record = findingOn(procedure, '台帳', {
  rule: 'duty.record',
  requirement: null,
  severity: 'warning',
  label: '意見',
  message: '記録の名前が、台帳の一覧にありません',
  basis: 'inferred',
})

const cannotJudge: CannotJudge[] = [
  missing('ACC-3', 'records', 'accounts'),
  missing('ACC-3', 'records', 'accounts', 'aoba-city/museum'),
  missing('LOG-2', 'records', 'performed'),
  missing('LOG-2', 'context', 'logs'),
  { ...missing('any', 'records', 'performed'), requirement: null },
  { ...missing('any', 'notice', ''), requirement: null },
  {
    ...missing('OUT-2', 'context', 'contracts'),
    missing: [
      { kind: 'records', path: 'received' },
      { kind: 'context', path: 'contracts' },
    ],
  },
  { ...missing('PAT-1', 'procedure', ''), reason: 'undecidable', missing: [] },
]

function missing(
  requirement: string,
  kind: string,
  path: string,
  system = 'aoba-city/library',
): CannotJudge {
  const rule = `${requirement.toLowerCase()}.rule`
  return {
    rule,
    requirement,
    system,
    element: 'duty',
    reason: 'missing',
    missing: [{ kind, path }],
  }
}

function expectText(name: string, report: Report, context: FormatContext): Promise<void> {
  return expect(text(report, context)).toMatchFileSnapshot(`fixtures/${name}.txt`)
}

function one(source: Source, words: string, more: Partial<Finding> = {}): [Report, FormatContext] {
  return [reportOf([findingOn(source, words, more)]), contextOf([source])]
}

test('a finding is told in full, system by system', async () => {
  const shape = findingOn(procedure, 'title', {
    rule: 'file.shape',
    requirement: null,
    class: 'F',
    system: null,
    message: '知らない項目「title」があります',
    fix: null,
  })
  const report = reportOf([shape, cycle, record], {
    waived: [{ fingerprint: 'fedcba9876543210', exception: 'EX-1', expires: '2027-03-31' }],
    idleRules: ['media.count', 'patch.applied'],
    cannotJudge,
  })
  await expectText('full', report, contextOf([procedure], { missingLabel }))
})

test('colours are written when asked for', async () => {
  await expectText('colour', reportOf([cycle]), contextOf([procedure], { color: true }))
})

test('a quiet report has one line for each finding and one for all', async () => {
  await expectText('quiet', reportOf([cycle, record]), contextOf([procedure], { quiet: true }))
})

test('no more findings are shown than asked for, all are counted', async () => {
  await expectText('limited', reportOf([cycle, record]), contextOf([procedure], { maxFindings: 1 }))
})

const ledger: Source = {
  path: 'procedures/aoba-city/library/data/media.csv',
  text: Array.from({ length: 505 }, (_, row) => `USB-${row},\n`).join(''),
}

/** So many entries of a ledger that break the same rule. */
function entries(count: number, more: Partial<Finding> = {}): Finding[] {
  return Array.from({ length: count }, (_, row) =>
    findingOn(ledger, `USB-${row},`, {
      rule: 'media.example',
      message: `記録媒体「USB-${row}」が、台帳の所属にありません`,
      why: '持ち主の分からない媒体は、なくなっても気付かれない。',
      fix: '媒体を探し、台帳を直してください。',
      ...more,
    }),
  )
}

test('many findings of one rule in one file are told together, a few are not', async () => {
  const found = [...entries(504), cycle, ...entries(5, { severity: 'info', label: '意見' })]
  await expectText('alike', reportOf(found), contextOf([ledger, procedure]))
})

test('what has one place is named without it, and all of not so many are named', async () => {
  const place = { location: cycle.location }
  const found = [...entries(7, { ...place, state: 'existing' }), ...entries(6, { state: 'new' })]
  await expectText('alike-all', reportOf(found), contextOf([ledger, procedure]))
})

test('together they still count one by one', () => {
  const found = entries(504)
  const context = contextOf([ledger], { maxFindings: 20 })
  expect(text(reportOf(found), context)).toContain('\nほか484件は表示していません')
  const quiet = text(reportOf(found), contextOf([ledger], { quiet: true }))
  expect(quiet.split('\n')).toHaveLength(506)
})

test('a mistake of form hides no other', () => {
  const faults = ['kidn', 'kind'].flatMap((key) =>
    entries(6, { class: 'F', fix: `「${key}」の行を直してください。` }),
  )
  const written = text(reportOf(faults), contextOf([ledger]))
  expect(written.match(/直し方/g)).toHaveLength(2)
})

test('nothing found says how much could not be judged', async () => {
  const [system] = reportOf([]).systems
  const systems = system ? [{ ...system, clauses: { ...system.clauses, cannotJudge: 4 } }] : []
  await expectText('nothing-found', reportOf([], { systems, cannotJudge }), contextOf([]))
})

test('nothing found and everything judged', async () => {
  await expectText('all-well', reportOf([]), contextOf([]))
})

test('carets stand under full-width text, surrogate pairs and half-width kana', async () => {
  const source: Source = { path: 'a.yaml', text: 'owner: 𠮟責課ｱﾀﾞﾁ係（窓口） # ﾒﾓ\n' }
  await expectText('carets', ...one(source, '窓口'))
})

test('a tab takes the columns it is shown in', async () => {
  const source: Source = { path: 'a.yaml', text: 'roles:\n\tname:\t管理者\n' }
  await expectText('tab', ...one(source, '管理者'))
})

test('a file with CRLF is shown as one without', async () => {
  const source: Source = { path: 'a.yaml', text: 'kind: procedure\r\nname: 管理者\r\nid: x\r\n' }
  await expectText('crlf', ...one(source, '管理者'))
})

test('a long line is cut around the place', async () => {
  const source: Source = {
    path: 'a.yaml',
    text: `text: ${'定期に点検し、'.repeat(40)}随時${'、その結果を記録する。'.repeat(40)}`,
  }
  await expectText('long-line', ...one(source, '随時'))
})

test('a place over several lines is marked on its first', async () => {
  await expectText(
    'several-lines',
    ...one(procedure, procedure.text.slice(procedure.text.indexOf('  - id: account'))),
  )
})

test('what would steer the terminal is shown as a sign', async () => {
  const source: Source = { path: 'a.yaml', text: 'name: \u001b[31m管理\u202e者\n' }
  await expectText(
    'control',
    ...one(source, '者', { message: '「\u001b[2J管理者」は\u0007ありません' }),
  )
})

test('a finding of a file that was not read has a place and no frame', async () => {
  await expectText('no-source', reportOf([cycle]), contextOf([]))
})

test('narrow columns keep the shape', async () => {
  await expectText(
    'narrow',
    reportOf([cycle], { cannotJudge }),
    contextOf([procedure], { width: 44 }),
  )
})

test('a place at the end of a line is one caret behind it', async () => {
  const source: Source = { path: 'a.yaml', text: 'name: 管理者\n' }
  const location = locate(source, { start: 9, end: 9 })
  await expectText('line-end', ...one(source, 'name', { location }))
})

test('related places beyond five are counted', async () => {
  const source: Source = { path: 'a.yaml', text: 'name: 管理者\n' }
  const related = Array.from({ length: 7 }, (_, index) => ({
    message: `${index + 1}つ目の館`,
    location: locate(source, { start: 0, end: 4 }),
  }))
  await expectText('related', ...one(source, '管理者', { related }))
})

test('systems keep the order of the report, the standard comes last', async () => {
  const [system] = reportOf([]).systems
  const museum = { ...cycle, system: 'aoba-city/museum' }
  const standard = {
    ...cycle,
    system: 'aoba-city/standard',
    class: 'S' as const,
    message: '条項に周期がありません',
  }
  const report = reportOf([museum, standard, cycle], {
    systems: system ? [system, { ...system, system: 'aoba-city/museum', name: '博物館' }] : [],
  })
  await expectText('systems', report, contextOf([procedure], { quiet: false, maxFindings: 3 }))
})

test('the standard has its name for a heading where the report knows it', async () => {
  const [system] = reportOf([]).systems
  const standard = {
    ...cycle,
    system: 'aoba-city/standard',
    class: 'S' as const,
    basis: 'assumed' as const,
  }
  const name = '青葉市情報セキュリティ対策基準'
  const report = reportOf([standard], {
    systems: system ? [system, { ...system, system: 'aoba-city/standard', name }] : [],
  })
  await expectText('standard', report, contextOf([procedure]))
})

test('spaces of folded lines are not shown between full-width characters', async () => {
  const text = '情報を 定期に 点検し、 ID を更新し （毎月） 記録する。 Web  上の 表'
  const more = { message: text, article: { ...article, number: null, text }, expected: 'ア イ' }
  await expectText('folded', ...one(procedure, '台帳', more))
})

test('kinds of file are called what their schemas call them', () => {
  const files = kinds.filter((kind) => kind !== 'rules')
  expect(files.map(kindLabel)).toEqual(files.map((kind) => rootShape(kind).label))
})
