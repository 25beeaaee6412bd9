import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { exitCode } from '../../src/cli/exit-code.ts'
import { check } from '../../src/index.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { beginTown } from '../../src/workflow/begin/town.ts'
import { run, type Run } from './run.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'policy-lint-init-'))
})
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true })
})

const answers = {
  name: '青葉市',
  system: 'aoba-city/library',
  systemName: '図書館システム',
  owner: '中央図書館',
}
const asOptions = Object.entries({
  '--name': answers.name,
  '--system': answers.system,
  '--system-name': answers.systemName,
  '--owner': answers.owner,
}).flat()

const init = (...argv: readonly string[]): Promise<Run> => run(['init', ...argv], { cwd })

/** Every file below the folder with its text. */
function held(folder = cwd): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(folder.length + 1).replaceAll('\\', '/'),
      readFileSync(path, 'utf8'),
    ]),
  )
}

describe('a municipality begun in an empty folder', () => {
  test('has its files, whole, and is told what comes next', async () => {
    const { code, stdout, stderr } = await init('aoba', ...asOptions)
    expect({ code, stderr }).toEqual({ code: exitCode.clean, stderr: '' })
    expect(stdout).toMatchInlineSnapshot(`
      "作ったファイル
        procedures/aoba-city/municipality.yaml
        procedures/aoba-city/library/context.yaml
        .gitignore
        .github/workflows/policy-lint.yml
      変更のたびに自動で調べるには、次を直してください。直すまでは、何も動かさずに止まります。
        https://git.example.jp/tools/policy-lint を、policy-lint を置いたリポジトリーに
        POLICY_LINT_COMMIT の 000… を、使う policy-lint のコミットのハッシュに

      次にすること（フォルダー aoba の中で）
        1. 実施手順を読み込みます  policy-lint import 実施手順.docx --system aoba-city/library
        2. 調べます                policy-lint procedures
        3. 足りないものを見ます    policy-lint coverage procedures --format html --output coverage.html
      一つずつの説明は、policy-lint の docs/first-steps.ja.md（はじめての方へ）にあります。
      "
    `)
    const files = Object.entries(held()).map(([name, text]) => [
      name,
      text.replace(/from: \d{4}-\d\d-\d\d/, 'from: 今日'),
    ])
    expect(Object.fromEntries(files)).toMatchInlineSnapshot(`
      {
        "aoba/.github/workflows/policy-lint.yml": "# 変更のたびに調べます。ほかの出し方は policy-lint の docs/ci.ja.md にあります。
      name: policy-lint
      on:
        pull_request:
        push:

      permissions:
        contents: read

      env:
        # policy-lint を置いたリポジトリーと、使うコミット。タグやブランチと違い、後から別の中身になりません。
        POLICY_LINT_REPOSITORY: 'https://git.example.jp/tools/policy-lint'
        POLICY_LINT_COMMIT: '0000000000000000000000000000000000000000'

      jobs:
        policy-lint:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
            - uses: actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0
              with:
                node-version: '24'
            - run: git init --quiet .policy-lint
            - run: git -C .policy-lint fetch --quiet --depth 1 "$POLICY_LINT_REPOSITORY" "$POLICY_LINT_COMMIT"
            - run: git -C .policy-lint checkout --quiet --detach "$POLICY_LINT_COMMIT"
            - run: npm ci --ignore-scripts --prefix .policy-lint
            - run: node .policy-lint/scripts/build.mjs
            - run: npm prune --omit=dev --ignore-scripts --prefix .policy-lint
            - run: node .policy-lint/dist/bin/policy-lint.js check procedures --format github
      ",
        "aoba/.gitignore": "# policy-lint そのもの
      .policy-lint/
      node_modules/

      # 元の Word や Excel など、個人情報のあるもの
      originals/

      # Office や OS が置くもの
      ~$*
      .~lock.*
      .DS_Store
      Thumbs.db
      ",
        "aoba/procedures/aoba-city/library/context.yaml": "# システムが実際にどうなっているかです。調べて分かったことを書き足します。書いていないことは「不明」と読みます。
      # 書き方は policy-lint の docs/format.ja.md の context にあります。
      kind: context
      system: aoba-city/library
      name: 図書館システム
      owner: org-1
      ",
        "aoba/procedures/aoba-city/municipality.yaml": "# 組織と、使う対策基準です。書き方は policy-lint の docs/format.ja.md の municipality にあります。
      # standards の from は調べ始めた日です。その前から使っている基準なら、使い始めた日に直してください。
      # id はほかのファイルから指す名前です。直すなら、ほかのファイルを書く前に直してください。
      kind: municipality
      id: aoba-city
      name: 青葉市
      standards:
        - pack: base
          edition: 2025-03
          from: 今日
      organisations:
        - id: org-1
          name: 中央図書館
      ",
      }
    `)
  })

  test('breaks nothing: what is missing is told, and no more', async () => {
    await init('aoba', ...asOptions)
    const ran = await run(['procedures'], { cwd: join(cwd, 'aoba') })
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: exitCode.clean, stderr: '' })
    expect(ran.stdout).toContain('問題は見つかりませんでした。')
  })

  test.each(['github', 'gitlab'])('what %s runs is the tool, and passes', async (ci) => {
    const fetched = {
      repository: "https://git.example.jp/'x'.git",
      commit: 'c0ffee'.padEnd(40, '0'),
      image: `node:24@sha256:${'beef'.padEnd(64, '0')}`,
    }
    const given = Object.entries(fetched).flatMap(([name, value]) => [`--${name}`, value])
    const { stdout } = await init('.', ...asOptions, '--ci', ci, ...given)
    expect(stdout).not.toContain('直してください')
    const file = ci === 'github' ? '.github/workflows/policy-lint.yml' : '.gitlab-ci.yml'
    const { env, variables, ...jobs } = parse(held()[file] ?? '') as CiFile
    expect(env ?? variables).toEqual({
      POLICY_LINT_REPOSITORY: fetched.repository,
      POLICY_LINT_COMMIT: fetched.commit,
    })
    const job = ci === 'github' ? jobs.jobs?.['policy-lint'] : jobs['policy-lint']
    expect(job?.image).toBe(ci === 'github' ? undefined : fetched.image)
    const lines = job?.script ?? job?.steps?.flatMap((step) => step.run ?? []) ?? []
    expect(lines.slice(0, -1)).toEqual([
      'git init --quiet .policy-lint',
      'git -C .policy-lint fetch --quiet --depth 1 "$POLICY_LINT_REPOSITORY" "$POLICY_LINT_COMMIT"',
      'git -C .policy-lint checkout --quiet --detach "$POLICY_LINT_COMMIT"',
      'npm ci --ignore-scripts --prefix .policy-lint',
      'node .policy-lint/scripts/build.mjs',
      'npm prune --omit=dev --ignore-scripts --prefix .policy-lint',
    ])
    const [node, program, ...argv] = lines.at(-1)?.split(' ') ?? []
    expect([node, program]).toEqual(['node', '.policy-lint/dist/bin/policy-lint.js'])
    expect((await run(argv, { cwd })).code).toBe(exitCode.clean)
    const { reports = {} } = job?.artifacts ?? {}
    expect(Object.values(reports).filter((report) => !existsSync(join(cwd, report)))).toEqual([])
  })

  test.each([
    ['--commit', 'main', 'コミットのハッシュを40字（か64字）とも書いてください'],
    ['--commit', 'c0ffee', 'コミットのハッシュを40字（か64字）とも書いてください'],
    ['--image', 'node:24', '「node:24@sha256:（64字）」の形で書いてください'],
    ['--repository', 'https://git.example.jp/x\n- run: y', '1行で書いてください'],
  ])('%s %j is refused, and nothing written', async (flag, value, hint) => {
    const { code, stderr } = await init('.', ...asOptions, '--ci', 'gitlab', flag, value)
    expect({ code, files: held() }).toEqual({ code: exitCode.wrongUse, files: {} })
    expect(stderr).toContain(hint)
  })

  test('what it is called may hold anything that is a line', async () => {
    const line = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => {
      return text.trim() !== '' && !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u.test(text)
    })
    await fc.assert(
      fc.asyncProperty(line, line, line, async (name, systemName, owner) => {
        const town = await beginTown({
          workspace: memoryWorkspace({}),
          answers: { ...answers, name, systemName, owner, pack: 'base' },
          gates: [],
        })
        const files = Object.fromEntries(
          town.dossier.map(({ name: path, content }) => [path, content]),
        )
        const { report } = await check({ workspace: memoryWorkspace(files), paths: ['procedures'] })
        expect(report.findings).toEqual([])
        expect(Object.values(files).map((text) => parse(text) as unknown)).toMatchObject([
          { name, organisations: [{ name: owner }] },
          { name: systemName },
        ])
      }),
      { numRuns: 50 },
    )
  })
})

interface CiFile {
  readonly env?: Readonly<Record<string, string>>
  readonly variables?: Readonly<Record<string, string>>
  readonly jobs?: Readonly<Record<string, CiJob>>
  readonly 'policy-lint'?: CiJob
}

interface CiJob {
  readonly image?: string
  readonly script?: readonly string[]
  readonly steps?: readonly { readonly run?: string }[]
  readonly artifacts?: { readonly reports?: Readonly<Record<string, string>> }
}

describe('nothing is written over', () => {
  test('a dossier that is there stops it', async () => {
    await init('.', ...asOptions)
    writeFileSync(join(cwd, '.gitignore'), '自分の行\n')
    const before = held()
    const { code, stdout, stderr } = await init('.', ...asOptions)
    expect({ code, stdout }).toEqual({ code: exitCode.wrongUse, stdout: '' })
    expect(stderr).toMatch(/^エラー: 「.」に「procedures\/aoba-city\/municipality.yaml」が既にある/)
    expect(held()).toEqual(before)
  })

  test('files around it that are there stay as they are, and that is said', async () => {
    writeFileSync(join(cwd, '.gitignore'), '自分の行\n')
    const { code, stdout } = await init('.', ...asOptions, '--ci', 'none')
    expect(code).toBe(exitCode.clean)
    expect(stdout).toContain('既にあるので、そのままにしたファイル\n  .gitignore\n')
    expect(held()['.gitignore']).toBe('自分の行\n')
  })

  test('a trial writes nothing', async () => {
    const { code, stdout } = await init('aoba', ...asOptions, '--dry-run')
    expect({ code, held: held() }).toEqual({ code: exitCode.clean, held: {} })
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '作るファイル',
      '  procedures/aoba-city/municipality.yaml',
      '  procedures/aoba-city/library/context.yaml',
    ])
  })
})

/** What is said where it cannot be begun, and that nothing is left behind. */
async function refusal(...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await init(...argv)
  expect({ code, stdout, dossiers: existsSync(join(cwd, 'procedures')) }).toEqual({
    code: exitCode.wrongUse,
    stdout: '',
    dossiers: false,
  })
  return stderr
}

describe('what cannot be', () => {
  test('too little, where nobody can be asked', async () => {
    expect(await refusal('--name', '青葉市')).toBe(
      'エラー: 指定が足りません: --system、--system-name、--owner\n' +
        '  端末で実行すると尋ねます。例: policy-lint init --system aoba-city/library --system-name 図書館システム --owner 中央図書館\n',
    )
  })

  test.each([
    ['--system', '青葉市/図書館', /「--system」の「青葉市\/図書館」は使えません/],
    ['--system', '../etc', /半角の英小文字か数字/],
    ['--name', '  ', /何か書いてください/],
    ['--pack', 'bose', /もしかして: --pack base/],
    ['--pack', '青葉', /使えるパック: base/],
    ['--ci', 'jenkins', /指定できるもの: github、gitlab、none/],
    ['--organisations', 'ない.csv', /ない.csv/],
    ['--organisations', 'ない.xlsx', /ない.xlsx/],
  ])('%s %s', async (flag, value, said) => {
    expect(await refusal(...asOptions, flag, value)).toMatch(said)
  })

  test('a municipality among the files of the tool', async () => {
    writeFileSync(join(cwd, 'package.json'), '{ "name": "policy-lint" }')
    mkdirSync(join(cwd, 'examples'))
    expect(await refusal('examples/aoba', ...asOptions)).toMatch(/^エラー: policy-lint そのもの/)
  })
})

/** What an office's list of organisations comes to, or what is said of it. */
async function listed(
  text: string | Uint8Array,
  owner = '中央図書館',
  file = 'list.csv',
): Promise<unknown> {
  writeFileSync(join(cwd, file), text)
  const given = asOptions.map((one) => (one === answers.owner ? owner : one))
  const { code, stderr } = await init('town', ...given, '--organisations', file)
  if (code !== exitCode.clean) return stderr.split('\n')[0]
  const files = held(join(cwd, 'town'))
  const { organisations } = parse(files['procedures/aoba-city/municipality.yaml'] ?? '') as {
    organisations: unknown
  }
  const context = parse(files['procedures/aoba-city/library/context.yaml'] ?? '') as {
    owner: string
  }
  return { organisations, owner: context.owner, said: stderr }
}

describe('a list of organisations', () => {
  const tree = [
    { id: 'org-1', name: '総務部', children: [{ id: 'org-2', name: '総務課' }] },
    { id: 'org-3', name: '教育部', children: [{ id: 'org-4', name: '中央図書館' }] },
  ]

  test.each([
    ['with a column for each level', '部,課\n総務部,総務課\n教育部,中央図書館\n'],
    [
      'whose names are not repeated',
      '部,課\n総務部,\n,総務課\n教育部,中央図書館\n'.replace('教育部,', '教育部,\n〃,'),
    ],
    [
      'of names and what they stand below',
      '組織名,上位の組織\n総務部,\n総務課,総務部\n教育部,\n中央図書館,教育部\n',
    ],
    [
      'in another order of rows',
      '名称,上位組織\n総務部,\n総務課,総務部\n教育部,\n中央図書館,教育部',
    ],
  ])('%s', async (_, text) => {
    expect(await listed(text)).toEqual({ organisations: tree, owner: 'org-4', said: '' })
  })

  test('with its own IDs and kinds; persons and numbers are not taken over', async () => {
    const text =
      'コード,名称,上位の組織,区分,所属長,電話\n' +
      '0101,教育部,,,架空 太郎,0000\n' +
      '010102,中央図書館,0101,施設,架空 花子,0000\n' +
      ',青葉システムズ,,委託先,,\n'
    expect(await listed(text)).toEqual({
      organisations: [
        {
          id: '0101',
          name: '教育部',
          children: [{ id: '010102', name: '中央図書館', kind: 'facility' }],
        },
        { id: 'org-1', name: '青葉システムズ', kind: 'external' },
      ],
      owner: '010102',
      said:
        '注意: 組織の一覧の「所属長」の列は使いませんでした\n' +
        '注意: 組織の一覧の「電話」の列は使いませんでした\n',
    })
  })

  test('as Excel saves it', async () => {
    // 名称 / 教育部 in CP932
    const bytes = Uint8Array.from([
      ...[0x96, 0xbc, 0x8f, 0xcc, 0x0d, 0x0a],
      ...[0x8b, 0xb3, 0x88, 0xe7, 0x95, 0x94, 0x0d, 0x0a],
    ])
    expect(await listed(bytes, '教育部')).toEqual({
      organisations: [{ id: 'org-1', name: '教育部' }],
      owner: 'org-1',
      said: '',
    })
  })

  test('in Excel, below a title, with cells that were joined', async () => {
    const rows = [
      ['青葉市 組織一覧', null, null],
      [null, null, null],
      ['コード', '部', '課'],
      [101, '総務部', null],
      [102, null, '総務課'],
      ['kyoiku', '教育部', null],
      ['tosho', null, '中央図書館'],
    ]
    const merges = [{ startRow: 3, startCol: 1, endRow: 4, endCol: 1 }]
    const hidden = { name: '旧', rows: [['名称'], ['旧庁舎']], hidden: true }
    const bytes = await writeXlsx({ sheets: [hidden, { name: '一覧', rows, merges }] })
    expect(await listed(bytes, '中央図書館', 'list.xlsx')).toEqual({
      organisations: [
        { id: '101', name: '総務部', children: [{ id: '102', name: '総務課' }] },
        { id: 'kyoiku', name: '教育部', children: [{ id: 'tosho', name: '中央図書館' }] },
      ],
      owner: 'tosho',
      said: '',
    })
  })

  test.each([
    [
      'list.xlsx',
      '名称\n中央図書館\n',
      'エラー: 「list.xlsx」は Excel のファイル（.xlsx）として読めません',
    ],
    ['list.xls', '名称\n中央図書館\n', 'エラー: 「list.xls」の形式は読めません'],
  ])('%s that is none is refused', async (file, text, said) => {
    expect(await listed(text, '中央図書館', file)).toBe(said)
  })

  test.each([
    ['電話,備考\n1,2\n', 'エラー: list.csv の1行目: 組織の名称の列がありません'],
    ['名称\n中央図書館\n中央図書館\n', 'エラー: list.csv の3行目: 「中央図書館」が二度あります'],
    ['ID,名称\na,中央図書館\na,総務課\n', 'エラー: list.csv の3行目: ID「a」が二度あります'],
    ['ID,名称\n総務,中央図書館\n', 'エラー: list.csv の2行目: ID「総務」は使えません'],
    ['名称,区分\n中央図書館,出先\n', 'エラー: list.csv の2行目: 区分「出先」は分かりません'],
    [
      '名称,上位の組織\n中央図書館,教育部\n',
      'エラー: list.csv の2行目: 上位の組織「教育部」が一覧にありません',
    ],
    [
      '名称,上位の組織\n中央図書館,教育部\n教育部,中央図書館\n',
      'エラー: list.csv の2行目: 「中央図書館」の上位の組織が輪になっています',
    ],
    ['部,課\n教育部,東図書館\n', 'エラー: 所属「中央図書館」が組織の一覧にありません'],
    [
      '部,課\n教育部,中央図書館\n総務部,中央図書館\n',
      'エラー: 所属「中央図書館」が組織の一覧に二つ以上あります',
    ],
  ])('%j is refused', async (text, said) => {
    expect(await listed(text)).toBe(said)
    expect(existsSync(join(cwd, 'town'))).toBe(false)
  })

  const chain = (length: number): string =>
    Array.from({ length }, (_, at) => `係${at},${at === 0 ? '' : `係${at - 1}`}\n`).join('')

  test.each([
    [
      'of too many rows',
      `名称\n${Array.from({ length: 5000 }, (_, at) => `課${at}\n`).join('')}`,
      'エラー: list.csv の5001行目: 組織の一覧が、読める5,000行を超えています',
    ],
    [
      'that goes too deep',
      `名称,上位の組織\n${chain(4000)}`,
      'エラー: list.csv の22行目: 組織の段が、読める20段を超えています',
    ],
    [
      'with too many levels',
      `${'部,'.repeat(21)}課\n`,
      'エラー: list.csv の1行目: 組織の段が、読める20段を超えています',
    ],
  ])('%s is refused', async (_, text, said) => {
    expect(await listed(text)).toBe(said)
  })
})

describe('on a terminal', () => {
  /** Types answers, each when it is asked for the next. */
  async function typed(keys: readonly string[], ...argv: readonly string[]): Promise<Run> {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const left = [...keys]
    let shown = ''
    output.on('data', (chunk: Buffer) => {
      shown += chunk.toString()
      if (!/[_●]/.test(shown)) return
      shown = ''
      const next = left.shift()
      if (next !== undefined) setTimeout(() => input.write(next), 20)
    })
    return run(['init', ...argv], { cwd, terminal: { input, output } })
  }

  test('five questions make the same as the options', async () => {
    const keys = [answers.name, answers.systemName, answers.system, answers.owner].map(
      (answer) => `${answer}\r`,
    )
    const { code, stderr } = await typed([...keys, '\r'], 'asked')
    expect({ code, stderr }).toEqual({ code: exitCode.clean, stderr: '' })
    await init('told', ...asOptions)
    expect(held(join(cwd, 'asked'))).toEqual(held(join(cwd, 'told')))
  })

  test('who would rather not leaves nothing behind', async () => {
    const { code, stderr } = await typed([`${answers.name}\r`, '\u0003'], 'asked')
    expect({ code, stderr, held: held() }).toEqual({
      code: exitCode.wrongUse,
      stderr: 'エラー: 取りやめました。何も書いていません\n',
      held: {},
    })
  })
})

test('in an empty folder, a bare run says how to begin', async () => {
  expect(await run([], { cwd })).toEqual({
    code: exitCode.wrongUse,
    stdout: '',
    stderr:
      'エラー: 調べるYAMLファイルが一つもありません: .\n' +
      '  .yaml か .yml のファイルがあるフォルダーを指定してください。.policylintignore に書いたものは調べません。\n' +
      '  初めて使うときは、policy-lint init を実行すると、自治体と最初のシステムのファイルができます。\n',
  })
})
