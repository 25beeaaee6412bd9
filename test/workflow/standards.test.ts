import { describe, expect, test } from 'vitest'
import type { ChangeReport, Impact } from '../../src/finding/change.ts'
import { UsageError } from '../../src/finding/usage-error.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { compare } from '../../src/workflow/compare.ts'
import { editionFiles } from '../sample/editions.ts'
import { replaced } from '../sample/town.ts'

const files = editionFiles()
const pack = files['policies/wakaba/pack.yaml'] ?? ''
const town = files['town/all.yaml'] ?? ''

type Files = Readonly<Record<string, string>>

/** Compares two states of all files as two revisions of one folder are. */
async function between(
  before: Files,
  after: Files,
  more: {
    readonly asOf?: string
    readonly systems?: readonly string[]
    readonly path?: string
  } = {},
): Promise<ChangeReport> {
  const { path = '.', ...request } = more
  const side = (name: string, all: Files) => ({
    name,
    workspace: memoryWorkspace(all),
    paths: [path],
  })
  const { report } = await compare({
    before: side('main', before),
    after: side('今のファイル', after),
    today: '2026-04-10',
    ...request,
  })
  return report
}

const withPack = (text: string, dossier = town): Files => ({
  'policies/wakaba/pack.yaml': text,
  'town/all.yaml': dossier,
})
const shown = ({ system, introduced, resolved, stricter, reviews }: Impact): unknown => ({
  system,
  introduced: introduced.map(({ rule, message }) => `${rule}: ${message}`),
  resolved: resolved.map(({ rule, message }) => `${rule}: ${message}`),
  stricter: stricter.map(({ message }) => message),
  reviews: reviews.map(({ message }) => message),
})
const changeLines = ({ changes }: ChangeReport): readonly string[] =>
  changes.map(({ grade, subject, kind }) => `${grade}: ${subject} ${kind}`)
const untouched = { introduced: [], resolved: [], stricter: [], reviews: [] }

describe('a standard that is edited', () => {
  test('judges unchanged systems by what it was and by what it is', async () => {
    const tighter = replaced(
      pack,
      'max: P6M }\n    when: { connection: [lgwan',
      'max: P1M }\n    when: { connection: [lgwan',
    )
    const report = await between(withPack(pack), withPack(tighter))
    expect(changeLines(report)).toEqual([
      'tightened: clause:malware-offline clause.cadence.max.tightened',
    ])
    expect(report.standards).toEqual([
      { pack: 'wakaba', name: '若葉市情報セキュリティ対策基準', before: null, after: null },
    ])
    expect(report.findings).toEqual({ introduced: [], resolved: [], gone: [] })
    expect(report.impact.map(shown)).toEqual([
      {
        ...untouched,
        system: 'wakaba-city/intake',
        introduced: [
          'duty.cycle-not-weaker: 「ウイルス対策ソフトと定義ファイルの更新」は3か月に1回とされていますが、対策基準は少なくとも1か月に1回を求めています。',
        ],
        reviews: [
          '「ウイルス対策（インターネットに接続しないシステム）」（MAL-2）の条文が変わります（強化 1）。担当業務「ウイルス対策ソフトと定義ファイルの更新」を見直してください。',
        ],
      },
      { ...untouched, system: 'wakaba-city/organisation' },
      { ...untouched, system: 'wakaba-city/standard' },
    ])
  })

  test('eases nothing that a rule still asks for', async () => {
    const narrower = replaced(
      pack,
      'when: { connection: [lgwan, closed] }',
      'when: { connection: [closed] }',
    )
    const { impact } = await between(withPack(pack), withPack(narrower))
    expect(impact.map(shown)).toEqual([
      { ...untouched, system: 'wakaba-city/intake' },
      { ...untouched, system: 'wakaba-city/organisation' },
      { ...untouched, system: 'wakaba-city/standard' },
    ])
  })

  test('that no longer holds for a system says what is stricter there now', async () => {
    const narrower = replaced(
      pack,
      'when: { traits: [media.removable] }',
      'when: { traits: [media.removable, data.myNumber] }',
    )
    const { impact } = await between(withPack(pack), withPack(narrower))
    const gone = '「記録媒体の管理」（AST-2）の条文がこのシステムには当てはまらなくなります。'
    expect(impact[0]?.stricter.map(({ message }) => message)).toEqual(
      [
        '担当業務「記録媒体の登録」',
        '担当業務「記録媒体のウイルス検査」',
        '担当業務「記録媒体の現物の照合」',
        '規定「記録媒体は管理簿に登録し、施錠して保…」',
      ].map((title) => `${title}は、求めより厳しい定めになります。${gone}`),
    )
  })

  test('says that nothing can be told where the connection is not known', async () => {
    const narrower = replaced(
      pack,
      'when: { connection: [lgwan, closed] }',
      'when: { connection: [closed] }',
    )
    const silent = replaced(town, 'connection: lgwan\n', '')
    const { impact } = await between(withPack(pack, silent), withPack(narrower, silent))
    expect(impact.map(shown)).toMatchSnapshot()
  })

  test('with another rule says what the rule finds', async () => {
    const rules = (finds: string): string => `kind: rules
pack: wakaba
rules:
  - id: wakaba.record-named
    title: 業務の記録の名称
    requirement: duty.requirement
    severity: error
    rationale: 記録がなければ行ったことを示せない。
    each: { procedure: doc.procedures, duty: procedure.duties }
    assert: default(duty.record, "") ${finds}
    message: 「{{ duty }}」の記録は使えません。
    fix: 記録の名称を改めてください。
    expected: 別の記録
    actual: '{{ duty.record }}'
    keptBy: duty.record
    examples:
      - good: 記録が使える
        skip: true
      - bad: 記録が使えない
        finds: [{ count: 1 }]
`
    const path = 'policies/wakaba/rules/record.yaml'
    const report = await between(
      { ...withPack(pack), [path]: rules('!= "無い記録"') },
      { ...withPack(pack), [path]: rules('!= "ログ点検表"') },
    )
    expect(changeLines(report)).toEqual(['changed: rule:wakaba.record-named rule.assert.changed'])
    expect(report.impact.map(shown)).toEqual([
      {
        ...untouched,
        system: 'wakaba-city/intake',
        introduced: ['wakaba.record-named: 「ログの分析」の記録は使えません。'],
      },
      { ...untouched, system: 'wakaba-city/organisation' },
      { ...untouched, system: 'wakaba-city/standard' },
    ])
  })

  test('in its form alone concerns nobody', async () => {
    const quoted = pack.replaceAll(/(quoted: .*)（架空）/g, '$1（架空の例）')
    const { standards, impact } = await between(withPack(pack), withPack(quoted))
    expect({ standards, impact }).toEqual({ standards: [], impact: [] })
  })

  test('is looked for by path where systems are named', async () => {
    const tighter = replaced(
      pack,
      'max: P6M }\n    when: { connection: [lgwan',
      'max: P1M }\n    when: { connection: [lgwan',
    )
    const second = { 'other/all.yaml': town }
    const [all, one, beside] = [
      await between(withPack(pack), { ...withPack(tighter), ...second }, { path: 'policies' }),
      await between(
        withPack(pack),
        { ...withPack(tighter), ...second },
        { path: 'policies', systems: ['other'] },
      ),
      await between(withPack(pack), withPack(tighter), { path: 'policies/wakaba/pack.yaml' }),
    ]
    const folders = ({ impact }: ChangeReport): readonly string[] => [
      ...new Set(impact.map(({ folder }) => folder)),
    ]
    expect([all, one, beside].map(folders)).toEqual([['other', 'town'], ['other'], ['town']])
  })
})

describe('a new edition beside the old ones', () => {
  const older =
    pack.slice(0, pack.indexOf("  - id: '2026'")) + pack.slice(pack.indexOf('vocabularies:'))

  test('is held against the one that was the last', async () => {
    const report = await between(withPack(older), withPack(pack))
    expect(changeLines(report)).toEqual([
      'added: edition:2026 edition.added',
      'removed: clause:contact clause.removed',
      'removed: clause:media-count clause.removed',
      'relaxed: clause:id-review clause.cadence.max.relaxed',
      'editorial: clause:log-analysis clause.number.changed',
      'tightened: clause:log-analysis clause.cadence.accept.tightened',
      'tightened: clause:log-analysis clause.cadence.max.added',
      'relaxed: clause:passwords clause.force.relaxed',
      'relaxed: clause:contractor-check clause.cadence.max.relaxed',
      'added: clause:telework clause.added',
      'added: clause:log-protection clause.added',
    ])
    expect(report.standards).toEqual([
      { pack: 'wakaba', name: '若葉市情報セキュリティ対策基準', before: '2024', after: '2026' },
    ])
    expect(report.impact.map(shown)).toMatchSnapshot()
  })

  test('in a folder of packs beside the one in use touches the systems below', async () => {
    const report = await compare({
      before: side('old', older),
      after: side('new', pack),
      today: '2026-04-10',
    })
    function side(name: string, text: string) {
      const workspace = memoryWorkspace({
        [`${name}/wakaba/pack.yaml`]: text,
        'policies/wakaba/pack.yaml': older,
        'town/all.yaml': town,
      })
      return { name, workspace, paths: [name] }
    }
    const inPlace = await between(withPack(older), withPack(pack))
    expect(report.report.impact.map(shown)).toEqual(inPlace.impact.map(shown))
  })
})

describe('四日市市の場合: ガイドラインが改まり、対策基準はまだである', () => {
  const guideline = (editions: string): string => `guidelines:
  - id: mic-policy
    name: 地方公共団体における情報セキュリティポリシーに関するガイドライン
    editions:
      - { id: '2023-03', on: 2023-03-28 }
      - { id: '2024-10', on: 2024-10-02 }
      - { id: '2025-03', on: 2025-03-28 }
${editions}`

  test('the standard is to be reviewed', async () => {
    const report = await between(
      withPack(pack + guideline('')),
      withPack(pack + guideline("      - { id: '2026-03', on: 2026-03-27 }\n")),
      { asOf: '2026-03-31' },
    )
    expect(changeLines(report)).toEqual([
      'changed: guidelineEdition:2026-03 guidelineEdition.added',
    ])
    expect(report.impact.map(shown)).toEqual([
      { ...untouched, system: 'wakaba-city/intake' },
      { ...untouched, system: 'wakaba-city/organisation' },
      {
        ...untouched,
        system: 'wakaba-city/standard',
        introduced: [
          'standard.current-edition: 対策基準の2024版は、2026年3月27日に改定されたガイドライン（2026-03）による見直しがまだです。',
        ],
        reviews: [
          '対策基準の2024版は、ガイドラインの改定 2026-03（2026年3月27日） による見直しがまだです。改定の内容を確かめて対策基準を改めるか、改めないと決めたことを reviews に書いてください。',
        ],
      },
    ])
  })
})

describe('what cannot be judged whole stops the run', () => {
  async function failureOf(run: Promise<unknown>): Promise<unknown> {
    const thrown: unknown = await run.catch((error: unknown) => error)
    if (!(thrown instanceof UsageError)) throw new Error('no wrong use')
    const { message, hint } = thrown
    return { message, hint }
  }

  test('an earlier standard with a mistake', async () => {
    const wrong = replaced(pack, 'requirement: LOG-3', 'requirement: LOG-33')
    expect(await failureOf(between(withPack(wrong), withPack(pack)))).toMatchSnapshot()
  })

  test('a municipality that is no YAML', async () => {
    const tighter = replaced(pack, 'P2Y }', 'P3Y }')
    const wrong = withPack(tighter, replaced(town, 'name: 若葉市\n', 'name: [若葉市\n'))
    expect(await failureOf(between(withPack(pack), wrong, { path: 'policies' }))).toMatchSnapshot()
  })

  test('a system with a mistake of form', async () => {
    const tighter = replaced(pack, 'P2Y }', 'P3Y }')
    const wrong = withPack(tighter, replaced(town, 'connection: lgwan', 'conection: lgwan'))
    expect(await failureOf(between(withPack(pack), wrong, { path: 'policies' }))).toMatchSnapshot()
  })
})
