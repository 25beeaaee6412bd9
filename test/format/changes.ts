import {
  type Affected,
  type Change,
  type ChangeReport,
  gradesInOrder,
} from '../../src/finding/change.ts'
import type { Finding, Severity } from '../../src/finding/finding.ts'
import { locate, type Location, type Source } from '../../src/source/source.ts'
import { findingOn } from './report.ts'

const system = 'osaka-city/online-application'

/** The revision of 2024-03-01 of 大阪市行政オンラインシステム, as its audit report describes it: before. */
export const earlier: Source = {
  path: 'procedures/osaka-city/online-application/procedure-2020.yaml',
  text: `kind: procedure
system: osaka-city/online-application
id: online-application
roles:
  - id: gyomu
    name: 業務等管理者
    organisation: digital-svc
duties:
  - id: account-remove
    title: ユーザIDの管理と消去
    text: 業務等管理者は、本システムへのアクセス権限の把握、管理を適切に行う。特に職員等の異動や退職時にともない発生する不要なユーザＩＤは速やかに消去する。
    performers: [gyomu]
  - id: account-review
    title: ユーザIDの点検
    performers: [gyomu]
    frequency: { every: P1Y, counted: since }
provisions:
  - requirement: OPR-1
    text: システムの変更の作業は二人以上で行い、業務等管理者が作業記録を確かめる。
`,
}

/** The same, after. */
export const later: Source = {
  path: 'procedures/osaka-city/online-application/procedure.yaml',
  text: `kind: procedure
system: osaka-city/online-application
id: online-application
roles:
  - id: gyomu
    name: 業務管理者
    organisation: digital-svc
  - id: riyo
    name: 利用所管管理者
    organisation: using-sections
    each: true
duties:
  - id: account-remove
    title: ユーザIDの管理と消去
    text: 業務管理者および利用所管管理者は、本システムへのアクセス権限の把握、管理を適切に行う。特に職員等の異動や退職時にともない発生する不要なユーザＩＤは速やかに消去する。
    performers: [gyomu, riyo]
  - id: account-review
    title: ユーザIDの点検
    performers: [gyomu, riyo]
    frequency: { every: P1Y, counted: since }
provisions:
  - requirement: OPR-1
    text: システムの変更の作業は二人以上で行い、業務管理者が作業記録を確かめる。
`,
}

const libraryBefore: Source = {
  path: 'procedures/aoba-city/library/procedure.yaml',
  text: `duties:
  - id: log-analyse
    title: ログの分析
    frequency: { every: P1M }
  - id: media-count
    title: 記録媒体の数の確認
    frequency: { every: P6M }
  - id: drill
    title: 障害の訓練
    frequency: { every: P2Y }
  - id: malware-scan
    title: 不正プログラムの検査
    record: 検査記録
`,
}

const libraryAfter: Source = {
  path: 'procedures/aoba-city/library/procedure.yaml',
  text: `duties:
  - id: log-analyse
    title: ログの分析
    frequency: { every: P3M }
  - id: drill
    title: 障害の訓練
    frequency: { every: P1Y }
  - id: malware-scan
    title: 不正プログラムの検査
    record: 不正プログラム検査記録
`,
}

/** Where some words stand in a source; the first after others where those are given. */
export function placeIn(source: Source, words: string, after = ''): Location {
  const start = source.text.indexOf(words, source.text.indexOf(after))
  if (start < 0) throw new Error(`not in ${source.path}: ${words}`)
  return locate(source, { start, end: start + words.length })
}

const nobody: Affected = { roles: [], organisations: [] }
const users: Affected = {
  roles: ['gyomu', 'riyo'],
  organisations: ['digital-svc', 'using-sections'],
}
let count = 0

/** A change with the counts and words a test does not care about. */
export function changeOf(more: Partial<Change>): Change {
  count += 1
  return {
    fingerprint: count.toString(16).padStart(16, '0'),
    kind: 'duty.text.changed',
    grade: 'changed',
    reason: '',
    system,
    subject: 'duty:account-review',
    title: '担当業務「ユーザIDの点検」の文',
    requirement: null,
    before: null,
    after: null,
    affected: nobody,
    needsNotice: false,
    breaksMandatory: false,
    ...more,
  }
}

const side = (source: Source, value: string, words: string, after = '') => ({
  value,
  location: placeIn(source, words, after),
})

const revision: readonly Change[] = [
  changeOf({
    kind: 'role.added',
    grade: 'added',
    subject: 'role:riyo',
    title: '役割「利用所管管理者」',
    reason: '新しい役割が置かれ、本システムを利用する職員等が所属する課等の長が務めます。',
    after: side(later, '利用所管管理者（課等の長、利用課ごと）', '- id: riyo'),
    affected: { roles: ['riyo'], organisations: ['using-sections'] },
    needsNotice: true,
  }),
  changeOf({
    kind: 'duty.performers.transferred',
    grade: 'transferred',
    subject: 'duty:account-remove',
    title: '担当業務「ユーザIDの管理と消去」の担当者',
    requirement: 'ACC-1',
    reason: '業務管理者だけの業務を、利用所管管理者も行うことになりました。',
    before: side(earlier, '業務等管理者', '[gyomu]', 'account-remove'),
    after: side(later, '業務管理者、利用所管管理者', '[gyomu, riyo]', 'account-remove'),
    affected: users,
    needsNotice: true,
  }),
  changeOf({
    kind: 'duty.text.changed',
    subject: 'duty:account-remove',
    title: '担当業務「ユーザIDの管理と消去」の文',
    requirement: 'ACC-1',
    reason: '業務を行う者が文の中で変わっています。',
    before: side(
      earlier,
      '業務等管理者は、本システムへのアクセス権限の把握、管理を適切に行う。特に職員等の異動や退職時にともない発生する不要なユーザＩＤは速やかに消去する。',
      '業務等管理者は、本システム',
    ),
    after: side(
      later,
      '業務管理者および利用所管管理者は、本システムへのアクセス権限の把握、管理を適切に行う。特に職員等の異動や退職時にともない発生する不要なユーザＩＤは速やかに消去する。',
      '業務管理者および利用所管管理者は、本システム',
    ),
    affected: users,
  }),
  changeOf({
    kind: 'duty.performers.transferred',
    grade: 'transferred',
    title: '担当業務「ユーザIDの点検」の担当者',
    requirement: 'ACC-2',
    reason: '業務管理者だけの業務を、利用所管管理者も行うことになりました。',
    before: side(earlier, '業務等管理者', '[gyomu]', 'account-review'),
    after: side(later, '業務管理者、利用所管管理者', '[gyomu, riyo]', 'account-review'),
    affected: users,
    needsNotice: true,
  }),
  changeOf({
    kind: 'role.name.changed',
    grade: 'editorial',
    subject: 'role:gyomu',
    title: '役割「業務管理者」の名称',
    reason: '対策基準での呼び名が変わったことによるものです。',
    before: side(earlier, '業務等管理者', '業務等管理者'),
    after: side(later, '業務管理者', '業務管理者'),
  }),
  changeOf({
    kind: 'provision.text.editorial',
    grade: 'editorial',
    subject: 'provision:OPR-1',
    title: '規定「作業の管理」の文',
    requirement: 'OPR-1',
    before: side(earlier, '業務等管理者が作業記録を確かめる。', '業務等管理者が作業記録'),
    after: side(later, '業務管理者が作業記録を確かめる。', '業務管理者が作業記録'),
  }),
]

const library: readonly Change[] = [
  changeOf({
    kind: 'duty.frequency.relaxed',
    grade: 'relaxed',
    system: 'aoba-city/library',
    subject: 'duty:log-analyse',
    title: '担当業務「ログの分析」の頻度',
    requirement: 'LOG-2',
    reason: '行う間隔が1か月から3か月に延びました。',
    before: side(libraryBefore, '1か月に1回', 'P1M'),
    after: side(libraryAfter, '3か月に1回', 'P3M'),
    affected: { roles: ['manager'], organisations: ['joho'] },
    needsNotice: true,
    breaksMandatory: true,
  }),
  changeOf({
    kind: 'duty.removed',
    grade: 'removed',
    system: 'aoba-city/library',
    subject: 'duty:media-count',
    title: '担当業務「記録媒体の数の確認」',
    requirement: 'AST-2',
    reason: '業務がなくなり、同じ要求事項を守る業務はほかにありません。',
    before: side(libraryBefore, '記録媒体の数を6か月に1回確かめる。', '- id: media-count'),
    affected: { roles: ['manager'], organisations: ['joho'] },
    needsNotice: true,
  }),
  changeOf({
    kind: 'duty.frequency.tightened',
    grade: 'tightened',
    system: 'aoba-city/library',
    subject: 'duty:drill',
    title: '担当業務「障害の訓練」の頻度',
    requirement: 'FLT-2',
    reason: '行う間隔が2年から1年に縮まりました。',
    before: side(libraryBefore, '2年に1回', 'P2Y'),
    after: side(libraryAfter, '1年に1回', 'P1Y'),
    affected: { roles: ['manager'], organisations: [] },
  }),
]

const elsewhere = changeOf({
  kind: 'organisation.name.changed',
  system: null,
  subject: 'organisation:joho',
  title: '所属「情報政策課」の名称',
  reason: '所属の名称が変わりました。',
  before: side(libraryBefore, '情報システム課', 'duties'),
  after: side(libraryAfter, '情報政策課', 'duties'),
  affected: { roles: [], organisations: ['joho'] },
})

const reportLoop = findingOn(later, '- id: account-review', {
  fingerprint: 'aaaaaaaaaaaaaaa1',
  rule: 'delegation.report-loop',
  system,
  message:
    '「ユーザIDの点検」は利用課に任せていますが、結果を誰がいつまでに受け取るのか書かれていません。',
  why: '任せたままで結果が返ってこなければ、行われていないことに誰も気付けない。',
  fix: 'この業務に reportTo を加え、受け取る役割（role）と期限（within）を書いてください。',
  expected: '結果を受け取る役割と期限',
  actual: '報告先 なし',
})

const steps = findingOn(later, '- id: account-remove', {
  fingerprint: 'aaaaaaaaaaaaaaa2',
  rule: 'acc.steps-stated',
  requirement: 'ACC-1',
  severity: 'warning',
  label: '意見',
  system,
  message: '「ユーザIDの管理と消去」の手順に、申請、承認、設定、記録がそろっていません。',
})

const mended = findingOn(earlier, '業務等管理者', {
  fingerprint: 'aaaaaaaaaaaaaaa3',
  rule: 'role.name-of-standard',
  requirement: 'ORG-1',
  severity: 'warning',
  label: '意見',
  system,
  message: '役割の名称「業務等管理者」は、対策基準の今の呼び名ではありません。',
})

const lost = findingOn(earlier, '業務等管理者', {
  fingerprint: 'aaaaaaaaaaaaaaa7',
  rule: 'duty.record-stated',
  requirement: 'ACC-2',
  severity: 'warning',
  label: '意見',
  system,
  message: '「ユーザIDの点検」の記録が定められていません。',
})

/** A comparison; the counts follow from what it holds. */
export function changeReportOf(
  changes: readonly Change[],
  more: Partial<ChangeReport> = {},
): ChangeReport {
  const findings = more.findings ?? { introduced: [], resolved: [], gone: [] }
  return {
    format: 'policy-lint/changes.v1',
    tool: { name: 'policy-lint', version: '0.1.0' },
    before: 'main',
    after: 'procedures',
    systems: [{ system, name: '大阪市行政オンラインシステム', asOf: '2025-03-26', state: 'both' }],
    standards: [],
    summary: {
      changes: countGrades(changes),
      introduced: countSeverities(findings.introduced),
      resolved: countSeverities(findings.resolved),
      gone: countSeverities(findings.gone.map(({ finding }) => finding)),
    },
    changes,
    findings,
    impact: [],
    names: {
      [`role:${system}/gyomu`]: '業務管理者',
      [`role:${system}/riyo`]: '利用所管管理者',
      'role:aoba-city/library/manager': '情報システム管理者',
      'organisation:osaka-city/digital-svc': 'デジタルサービス担当',
      'organisation:osaka-city/using-sections': '利用課',
      'organisation:aoba-city/joho': '情報政策課',
    },
    ...more,
  }
}

/** The revision alone. */
export const revisionReport = changeReportOf(revision, {
  findings: { introduced: [reportLoop, steps], resolved: [mended], gone: [] },
})

/** Two systems, every grade, a change of no system, and what a new edition does to a third system. */
export const wholeReport = changeReportOf([...revision, ...library, elsewhere], {
  systems: [
    ...revisionReport.systems,
    {
      system: 'aoba-city/library',
      name: '図書館予約システム',
      asOf: '2025-03-26',
      state: 'both',
    },
  ],
  findings: {
    introduced: [
      reportLoop,
      findingOn(libraryAfter, 'P3M', {
        fingerprint: 'aaaaaaaaaaaaaaa4',
        rule: 'duty.cycle',
        requirement: 'LOG-2',
        message: '「ログの分析」の周期が、対策基準の求める1か月より長くなっています',
      }),
    ],
    resolved: [mended],
    gone: [
      { because: 'subject', finding: lost },
      { because: 'unknown', finding: { ...lost, fingerprint: 'aaaaaaaaaaaaaaa8' } },
    ],
  },
  standards: [
    { pack: 'aoba', name: '青葉市情報セキュリティ対策基準', before: '2022', after: '2026' },
  ],
  impact: [
    {
      system: 'aoba-city/museum',
      name: '美術館券売システム',
      folder: 'procedures/aoba-city',
      asOf: '2025-03-26',
      introduced: [
        findingOn(later, '- id: riyo', {
          fingerprint: 'aaaaaaaaaaaaaaa5',
          system: 'aoba-city/museum',
          message: '特権IDの点検が6か月に1回行われることになっていません。',
        }),
      ],
      resolved: [{ ...mended, fingerprint: 'aaaaaaaaaaaaaaa6', system: 'aoba-city/museum' }],
      gone: [
        {
          because: 'subject',
          finding: { ...lost, fingerprint: 'aaaaaaaaaaaaaaa9', system: 'aoba-city/museum' },
        },
      ],
      stricter: [
        {
          message:
            '「バックアップの取得」は1日に1回で、新しい対策基準の求め（1週間に1回）より多くなります。',
          location: placeIn(later, 'P1Y'),
          certain: true,
        },
        {
          message:
            '規定「作業の管理」が求めより厳しくなるかどうかは、決められません。条文と読み比べてください。',
          location: placeIn(later, '- requirement: OPR-1'),
          certain: false,
        },
      ],
      reviews: [
        {
          procedure: 'museum',
          message:
            '実施手順「美術館券売システム実施手順」は、前の版の対策基準に合わせて書かれています。',
          location: placeIn(later, 'kind: procedure'),
        },
      ],
    },
  ],
})

/** The texts of the later side. */
export const laterSources: ReadonlyMap<string, Source> = new Map(
  [later, libraryAfter].map((source) => [source.path, source]),
)

function countGrades(changes: readonly Change[]): ChangeReport['summary']['changes'] {
  const counts = gradesInOrder.map((grade) => [
    grade,
    changes.filter((change) => change.grade === grade).length,
  ])
  return Object.fromEntries(counts) as ChangeReport['summary']['changes']
}

function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info') }
}
