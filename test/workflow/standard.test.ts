import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { writeXlsx } from 'hucre/xlsx'
import type { ReviewMark } from '../../src/finding/review.ts'
import type { RuleCatalogue } from '../../src/finding/rule-card.ts'
import { reviewColumns } from '../../src/render/view/standard/sheet.ts'
import { readFirstSheet } from '../../src/render/xlsx/read.ts'
import { schemaText } from '../../src/schema/schema-text.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import type { Workspace } from '../../src/source/workspace.ts'
import { packViews } from '../../src/workflow/open/pack-card.ts'
import { openNamedPacks } from '../../src/workflow/open/pack-files.ts'
import { reviewFileText, reviewPack } from '../../src/workflow/open/review.ts'
import { publish } from '../../src/workflow/publish.ts'
import { ran, run } from '../cli/run.ts'

const root = resolve(import.meta.dirname, '../..')

const pack = `kind: standard
id: kasumi-village
name: 霞村情報セキュリティ対策基準
labels: { error: 指摘, warning: 注意, info: 参考 }
editions: [{ id: '2024', from: 2024-04-01 }]
vocabularies:
  roles: [{ id: system-manager, name: システム管理者 }]
  traits: [{ id: remote, name: 庁外から使う }]
requirements:
  - key: ACC-2
    title: 利用されていないIDの点検
    place: 6.2 アクセス制御
    subject: [system-manager]
    text: 利用者IDを定期に点検する。
    level: system
  - { key: LOG-2, title: ログの分析, place: 6.1 管理, subject: [system-manager], text: ログを分析する。, level: system }
  - { key: NET-3, title: 無線LAN, place: 6.1 管理, subject: [system-manager], text: 無線LANを守る。, level: organisation }
parameters:
  reviewEvery: { type: period, value: P6M, title: 点検の間隔の上限, rationale: 半期ごとに人事異動があるため。 }
clauses:
  - id: review
    requirement: ACC-2
    number: 第12条第2項
    text: システム管理者は、利用者IDを点検するよう努めなければならない。
    quoted: 架空
    subject: system-manager
    force: endeavour
    when: { connection: [closed, lgwan], traits: [remote] }
    notes: 令和6年4月の改正による。
  - id: logs
    requirement: LOG-2
    text: システム管理者は、ログを分析しなければならない。
    quoted: 架空
    subject: system-manager
    force: must
    mandatory: true
`

const rules = `kind: rules
pack: kasumi-village
rules:
  - id: account.reviewed
    title: 利用者IDの点検は、上限とする間隔を超えない間隔で行う
    requirement: ACC-2
    severity: error
    rationale: 使われないIDは、人に知られずに残る。
    each: { procedure: doc.procedures, duty: procedure.duties }
    where: duty.requirement == "ACC-2"
    assert: duty.frequency.atLeastEvery(params.reviewEvery)
    message: 間隔が長すぎます。
    fix: frequency を書き直してください。
    expected: '{{ params.reviewEvery }}に1回以上'
    keptBy: duty.frequency
    examples:
      - good: 半年に1回点検する
      - bad: 1年に1回しか点検しない
        finds: [{ count: 1 }]
  - id: network.guarded
    title: 無線LANを暗号化する
    requirement: NET-3
    severity: warning
    scope: organisation
    rationale: 電波は庁舎の外に届く。
    each: { network: doc.networks }
    assert: size(network.enforces) > 0
    message: 暗号化されていません。
    fix: 暗号化してください。
    examples: [{ good: 暗号化している }, { bad: 暗号化していない, finds: [{ count: 1 }] }]
  - id: duty.performed-by
    title: 業務には、担う役割を書く
    requirement: duty.requirement
    severity: info
    rationale: 主語のない業務は、誰の業務でもない。
    each: { procedure: doc.procedures, duty: procedure.duties }
    assert: size(duty.performers) > 0
    message: 役割がありません。
    fix: performers を書いてください。
    examples: [{ good: 書いている }, { bad: 書いていない, finds: [{ count: 1 }] }]
`

const file = 'policies/kasumi/pack.yaml'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'standard-'))
})
afterEach(() => {
  rmSync(cwd, { recursive: true })
})

/** The village with its pack, and what else stands in its folder. */
function village(more: Readonly<Record<string, string>> = {}): Workspace {
  const files = { [file]: pack, 'policies/kasumi/rules.yaml': rules, ...more }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  return diskWorkspace({ cwd })
}

async function textOf(workspace = village(), paths: readonly string[] = ['kasumi-village']) {
  const made = await publish({
    document: 'standard',
    input: { workspace, paths },
    asOf: '2026-04-01',
    formats: ['md'],
    draft: false,
    trace: false,
  })
  return made.kind === 'made' ? made.files.map(({ content }) => String(content)).join('\n') : ''
}

/** The reviews of the village, as its files and its marks are. */
async function reviewsOf(more: Readonly<Record<string, string>> = {}) {
  const workspace = village(more)
  const { files, chosen } = await openNamedPacks({ workspace, packs: ['kasumi-village'] })
  const [view] = packViews(files.verified).filter((one) => chosen.includes(one.pack))
  if (!view) throw new Error('no such pack')
  return reviewPack(view, files.verified, workspace).reviewed
}

test('a standard is explained whole', async () => {
  await expect(await textOf()).toMatchFileSnapshot('fixtures/standard/kasumi-village.md')
})

test('what the shipped standards say has no word of a program in it but the ids of rules', async () => {
  const workspace = diskWorkspace({ cwd: root })
  const text = await textOf(workspace, ['osaka-pref', 'yokkaichi-city', 'arakawa-ward'])
  const words = text
    .replaceAll(/<\/?(?:strong|br)>/g, '')
    .replaceAll(/[a-z]+(?:\.[a-z0-9-]+)+/g, '')
    .match(/[A-Za-z]*[a-z]{2,}[A-Za-z]*/g)
  expect(text.length).toBeGreaterThan(100_000)
  expect(words).toBeNull()
})

test('every field that a shipped rule reads has a Japanese label', async () => {
  const { stdout } = await ran('rules', '--format', 'json')
  const { rules: all } = JSON.parse(stdout) as RuleCatalogue
  const labels = all.flatMap(({ facts, elements, keepers, parameters }) => [
    ...facts.map(({ label }) => label),
    ...elements,
    ...keepers,
    ...parameters.map(({ title }) => title),
  ])
  expect(labels.length).toBeGreaterThan(1000)
  const strange = /(?:^|の「)[A-Za-z]+(?:」|$)/u
  const unlabelled = labels.filter((label) => strange.test(label) && !label.endsWith('「ID」'))
  expect([...new Set(unlabelled)]).toEqual([])
})

describe('review sheets that came back', () => {
  type Rows = Awaited<ReturnType<typeof readFirstSheet>>
  let sheet: Rows | undefined
  /** The sheet as it is made of the village, once for all who fill it in. */
  async function made(): Promise<Rows> {
    const render = ['render', 'standard', 'kasumi-village', '--to', 'xlsx', '--out', '.']
    expect((await run(render, { cwd })).code).toBe(0)
    const path = join(cwd, 'kasumi-village-standard.xlsx')
    return readFirstSheet(path, readFileSync(path))
  }

  /** The sheet as it is made, with what somebody wrote into some of its columns, row by row. */
  async function returned(
    written: readonly Readonly<Partial<Record<keyof typeof reviewColumns, string | Date>>>[],
  ): Promise<void> {
    village()
    const rows = (sheet ??= await made())
    const top = rows.findIndex((cells) => cells.includes(reviewColumns.token))
    const filled = rows.map((cells, at): (string | Date)[] => {
      const own = Object.entries(written[at - top - 1] ?? {})
      const values = new Map(
        own.map(([name, value]) => [reviewColumns[name as keyof typeof reviewColumns], value]),
      )
      return cells.map((cell, column) => values.get(rows[top]?.[column] as never) ?? cell)
    })
    writeFileSync(
      join(cwd, 'back.xlsx'),
      await writeXlsx({ sheets: [{ name: '確認票', rows: filled }] }),
    )
  }
  const signed = { by: '総務課法務係長', on: new Date('2026-04-01T00:00:00Z') }
  const program = (...argv: readonly string[]) =>
    run(['review', 'kasumi-village', ...argv], { cwd })

  test('are kept beside the pack, and fall with a word of the clause', async () => {
    await returned([{ ...signed, opinion: '「棚卸」も含むと読む。' }, signed])
    const first = await program('back.xlsx')
    expect([first.code, first.stderr]).toEqual([0, 'policies/kasumi/review.json に書きました\n'])
    const kept = readFileSync(join(cwd, 'policies/kasumi/review.json'), 'utf8')
    const accepts = new Ajv2020().compile(JSON.parse(schemaText('review')) as object)
    expect([accepts(JSON.parse(kept)), accepts.errors]).toEqual([true, null])
    expect(first.stdout).toBe(
      [
        '霞村情報セキュリティ対策基準の確認の状況',
        '  確認済み2件、確認の後に変わったもの0件、まだ確認していないもの2件',
        '',
        '意見',
        '  ACC-2 account.reviewed 「棚卸」も含むと読む。（総務課法務係長、2026年4月1日）',
        '',
      ].join('\n'),
    )
    // The same sheet again changes nothing.
    await program('back.xlsx')
    expect(readFileSync(join(cwd, 'policies/kasumi/review.json'), 'utf8')).toBe(kept)
    village({ [file]: pack.replace('点検するよう', '調べるよう') })
    const later = await program()
    expect([later.code, later.stdout]).toEqual([
      1,
      expect.stringMatching(/ACC-2 account\.reviewed .*条文が変わりました（総務課法務係長、/s),
    ])
  })

  test.each([
    ['without who', { on: signed.on }, '確認者が書かれていません'],
    ['without a day', { by: '係長' }, '確認日「」が日付として読めません'],
    ['on no day', { by: '係長', on: '四月一日' }, '確認日「四月一日」が日付として読めません'],
    ['of another item', { ...signed, token: 'ACC-2' }, '照合番号が読めません'],
  ])('%s are refused, and nothing is kept', async (_, row, message) => {
    await returned([signed, row])
    const { code, stderr } = await program('back.xlsx')
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    expect(stderr).toContain('back.xlsx の')
    expect(existsSync(join(cwd, 'policies/kasumi/review.json'))).toBe(false)
  })
})

describe('a review', () => {
  let known: readonly ReviewMark[] | undefined
  const marksOf = async () => (known ??= await marksNow())
  const marksNow = async (): Promise<readonly ReviewMark[]> =>
    (await reviewsOf()).map(({ requirement, rule, clauses, judging }) => ({
      requirement,
      rule,
      clauses,
      judging,
      by: '総務課法務係長',
      on: '2026-04-01',
      opinion: '',
    }))
  const statesWith = async (
    more: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, string>>> => {
    const review = reviewFileText('kasumi-village', await marksOf())
    const all = await reviewsOf({ 'policies/kasumi/review.json': review, ...more })
    return Object.fromEntries(all.map((one) => [one.rule ?? one.requirement ?? '', one.state]))
  }
  const changed = (text: string, from: string, to: string): string => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }

  test('stands while nothing changes, the order of keys and comments apart', async () => {
    const confirmed = {
      'LOG-2': 'confirmed',
      'account.reviewed': 'confirmed',
      'network.guarded': 'confirmed',
      'duty.performed-by': 'confirmed',
    }
    expect(await statesWith({})).toEqual(confirmed)
    const commented = changed(pack, '    force: must\n', '    # 義務\n    force: must\n')
    expect(await statesWith({ [file]: commented })).toEqual(confirmed)
  })

  test.each([
    [
      'a word of a clause',
      file,
      pack,
      '点検するよう',
      '調べるよう',
      'account.reviewed',
      'clauseChanged',
    ],
    [
      'the force of a clause',
      file,
      pack,
      'force: endeavour',
      'force: must',
      'account.reviewed',
      'bothChanged',
    ],
    ['a level', file, pack, 'value: P6M', 'value: P1Y', 'account.reviewed', 'ruleChanged'],
    [
      'a word of a rule',
      'policies/kasumi/rules.yaml',
      rules,
      '電波は庁舎',
      '電波は建物',
      'network.guarded',
      'ruleChanged',
    ],
    [
      'a clause without a rule',
      file,
      pack,
      'ログを分析しなければ',
      'ログを調べなければ',
      'LOG-2',
      'clauseChanged',
    ],
  ])('falls with %s, and no other falls', async (_, path, whole, from, to, item, state) => {
    const states = await statesWith({ [path]: changed(whole, from, to) })
    expect(states[item]).toBe(state)
    expect(Object.values(states).filter((one) => one === 'confirmed')).toHaveLength(3)
  })

  test('that fell is said in the document, beside those that stand', async () => {
    const review = reviewFileText('kasumi-village', await marksOf())
    const workspace = village({
      'policies/kasumi/review.json': review,
      [file]: changed(pack, '点検するよう', '調べるよう'),
    })
    const text = await textOf(workspace)
    expect(text).toContain('| 　うち、確認済みの項目 | ３件 |')
    expect(text).toContain(
      '確認の後に条文が変わったため、確認は無効　総務課法務係長（令和８年４月１日）の確認',
    )
  })

  test('that is no review is refused with its place', async () => {
    const broken = '{ "format": "policy-lint/review.v1", "pack": "kasumi-village", "marks": [{}] }'
    await expect(reviewsOf({ 'policies/kasumi/review.json': broken })).rejects.toThrow(
      '"marks" に、正しい形でないものがあります',
    )
    const foreign = reviewFileText('another-town', [])
    await expect(reviewsOf({ 'policies/kasumi/review.json': foreign })).rejects.toThrow(
      '"pack" が "kasumi-village" ではありません',
    )
  })
})
