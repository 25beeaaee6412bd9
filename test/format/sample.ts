import type { Report } from '../../src/finding/report.ts'
import type { FormatContext } from '../../src/format/context.ts'
import { missingLabel } from '../../src/schema/missing-label.ts'
import { contextOf, findingOn, reportOf } from './report.ts'

const source = {
  path: 'procedures/青葉市/図書館 本館/実施手順.yaml',
  text: 'kind: procedure\ntitle: 実施手順\nduties:\n  - id: account-review\n    frequency: { every: P1Y }\n',
}

const cycle = findingOn(source, 'P1Y', {
  fingerprint: 'aaaaaaaaaaaaaaa1',
  rule: 'duty.cycle',
  state: 'new',
  message: '「利用者IDの点検」の周期が、対策基準の求める6か月より長くなっています。',
  why: '点検の間隔が長いと、異動や退職をした職員のIDが使える状態で残る。',
  fix: '周期を6か月以内にしてください。例: { every: P6M }',
  expected: '6か月に1回以上',
  actual: '1年に1回',
  article: {
    pack: 'aoba',
    document: '青葉市情報セキュリティ対策基準',
    number: '第12条',
    text: '管理者は、定期に点検しなければならない。',
  },
  related: [
    { message: '実施手順', location: findingOn(source, 'title: 実施手順').location },
    { message: 'この業務', location: findingOn(source, '- id: account-review').location },
  ],
})

const known = findingOn(source, 'duties:\n  - id: account-review\n', {
  fingerprint: 'aaaaaaaaaaaaaaa2',
  rule: 'duty.record',
  requirement: null,
  severity: 'warning',
  label: '意見',
  state: 'existing',
  basis: 'inferred',
  message: '記録の名前が、台帳の一覧にありません',
})

const shape = findingOn(source, 'title', {
  fingerprint: 'aaaaaaaaaaaaaaa3',
  rule: 'shape.unknown-key',
  requirement: null,
  severity: 'info',
  label: '形式',
  class: 'F',
  state: 'new',
  system: null,
  message: '知らない項目「titel」があります',
})

const excepted = findingOn(source, 'kind', {
  fingerprint: 'aaaaaaaaaaaaaaa4',
  rule: 'log.analysed',
  requirement: 'LOG-2',
  message: 'ログの分析が行われることになっていません。',
})

/** A report that holds all there can be: new, known and waived findings, and what could not be judged. */
export const sampleReport: Report = reportOf([cycle, known, shape], {
  waived: [
    {
      fingerprint: excepted.fingerprint,
      exception: 'EX-1',
      expires: '2027-03-31',
      reason: '委託先の準備が間に合わない',
      finding: excepted,
    },
  ],
  cannotJudge: [unjudged('ACC-3', 'acc.leaver-removed'), unjudged('MED-1', 'media.counted')],
  idleRules: ['media.scanned'],
})

function unjudged(requirement: string, rule: string): Report['cannotJudge'][number] {
  const missing = [{ kind: 'records', path: 'accounts' }]
  return { rule, requirement, system: 'aoba-city/library', element: '', reason: 'missing', missing }
}

/** What a run would know beside it. */
export const sampleContext: FormatContext = contextOf([source], {
  missingLabel,
  ruleTitles: new Map([
    ['duty.cycle', '業務は、対策基準の求める間隔で行う'],
    ['acc.leaver-removed', '異動や退職をした者の利用者IDを、速やかに抹消する'],
  ]),
})
