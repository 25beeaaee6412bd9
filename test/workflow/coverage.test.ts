import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { type CellState, cellStates, type Coverage } from '../../src/finding/coverage.ts'
import { coverageFormats } from '../../src/format/coverage.ts'
import { stateColors } from '../../src/format/coverage/html.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { coverage } from '../../src/workflow/judge/coverage.ts'
import { run } from '../cli/run.ts'
import { replaced, sampleFiles, sampleTown } from '../sample/town.ts'
import { libraryCoverage } from './coverage-library.ts'

const root = resolve(import.meta.dirname, '../..')
const schema = JSON.parse(
  readFileSync(resolve(root, 'src/schema/coverage.v1.schema.json'), 'utf8'),
) as object
const accepts = new Ajv2020({ keywords: ['enumDescriptions'], allowUnionTypes: true }).compile(
  schema,
)

const judged = (edit?: (dossier: string) => string, asOf?: string) =>
  coverage({
    workspace: sampleTown(edit),
    paths: ['town'],
    ...(asOf === undefined ? {} : { asOf }),
  })
let sound: Promise<Coverage> | undefined
/** The table of the sample town: as it is, once for all that is asked of it, or edited. */
const town = (...edited: Parameters<typeof judged>): Promise<Coverage> =>
  edited.length > 0 ? judged(...edited) : (sound ??= judged())
let whole: Promise<Coverage> | undefined
const cities = (): Promise<Coverage> =>
  (whole ??= coverage({ workspace: diskWorkspace({ cwd: root }), paths: ['procedures'] }))

function cell({ clauses }: Coverage, requirement: string) {
  const found = clauses.find((clause) => clause.requirement === requirement)?.cells[0]
  if (!found) throw new Error(`no clause ${requirement}`)
  return found
}

const context = {
  table: 'clauses',
  color: false,
  width: 100,
  missingLabel: () => undefined,
} as const

describe('a cell', () => {
  test('is kept with the place that keeps it', async () => {
    const { state, kept } = cell(await town(), 'ACC-2')
    expect(state).toBe('kept')
    expect(kept.map(({ label }) => label)).toContain('担当業務「利用者IDの点検」')
    expect(kept.every(({ location }) => location.path === 'town/all.yaml')).toBe(true)
  })

  test('is broken by one finding, whatever else keeps it', async () => {
    const broken = await town((text) => text.replaceAll('    record: ログ点検表\n', ''))
    const { state, broken: places, kept } = cell(broken, 'LOG-2')
    expect([state, places.map(({ rule }) => rule), kept.length > 0]).toEqual([
      'broken',
      ['duty.periodic-complete'],
      true,
    ])
  })

  test('cannot be judged without what its rules need, and says what that is', async () => {
    const without = await town((text) => text.replace(/^kind: records\n[^]*?^---\n/m, ''))
    const { state, cannotJudge } = cell(without, 'LOG-2')
    expect(state).toBe('cannotJudge')
    expect(cannotJudge.flatMap(({ missing }) => missing.map(({ kind }) => kind))).toContain(
      'records',
    )
  })

  test('of a clause whose condition cannot be told cannot be judged', async () => {
    const unknown = await town((text) => replaced(text, /^traits: .*\n/m, ''))
    expect(cell(unknown, 'ACC-4').state).toBe('cannotJudge')
  })

  test('does not apply where its condition does not hold or another level answers for it', async () => {
    const sound = await town()
    expect(cell(sound, 'ACC-4')).toMatchObject({ state: 'notApplicable', because: 'condition' })
    expect(cell(sound, 'AUD-1').state).not.toBe('noRule')
    expect(cell(sound, 'ORG-3')).toMatchObject({
      state: 'notApplicable',
      because: 'ofOrganisation',
    })
  })
})

describe('the cells of a system', () => {
  /** The requirements in each state; those that another level or no fact asks for apart. */
  const states = ({ clauses }: Coverage) => {
    const found: Record<string, string> = {}
    for (const { requirement, cells } of clauses) {
      const key = cells[0]?.because ?? cells[0]?.state ?? ''
      found[key] = found[key] === undefined ? requirement : `${found[key]} ${requirement}`
    }
    return found
  }

  test('that nobody handed in a procedure or a fact of are open but where records tell', async () => {
    const bare = (text: string) =>
      text.replace(/^kind: (procedure|context)\nsystem: wakaba-city\/intake\n[^]*?^---\n/gm, '')
    // The day was written in what is taken away.
    expect(states(await town(bare, '2025-10-10'))).toEqual({
      cannotJudge:
        'ORG-1 ORG-2 ORG-7 AST-1 AST-2 ISO-1 PHY-2 PHY-3 PHY-5 PHY-7 PHY-1 PHY-4 HUM-1 HUM-2 INC-1 INC-2 PWD-1 BKP-1 OPR-1 OPR-2 LOG-1 LOG-2 FLT-1 WEB-2 PWD-2 ACC-1 ACC-2 ACC-3 ACC-4 DEV-2 DEV-3 DEV-4 DEV-5 DEV-6 DEV-7 DEV-8 MAL-1 MAL-2 VUL-1 CMP-1 EMG-1 EXC-1 OUT-1 OUT-2 OUT-3 OUT-4 CLD-1 AUD-1 ACT-1 REV-1 LOG-3 MYN-1 NTC-1',
      kept: 'TRM-2 TRM-3 EDU-1 SLF-1',
      ofOrganisation:
        'ORG-3 ORG-4 ORG-5 ORG-6 AST-3 AST-4 AST-5 AST-6 AST-7 AST-8 AST-9 ISO-2 ISO-3 PHY-8 PHY-6 TRM-1 HUM-3 HUM-4 TLW-1 PWD-3 SRV-1 OPR-3 NET-1 NET-2 NET-3 IOT-1 MAI-1 ENC-1 SFT-1 WEB-1 ACC-5 DEV-1 UNA-1 MON-1 LAW-1 DIS-1 CLD-2 SCH-1',
      ofStandard: 'STD-1',
    })
  })

  test('of a requirement are without a rule where none goes through it', async () => {
    const files = sampleFiles()
    const path = 'policies/sample/pack.yaml'
    const more = `requirements:
  - key: OWN-1
    title: 名札
    place: 12 その他
    subject: [system-manager]
    text: 名札を付ける。
    level: standard
    cycle: event
    states: []
    evidence: seen
`
    const workspace = memoryWorkspace({ ...files, [path]: `${files[path] ?? ''}${more}` })
    const { clauses } = await coverage({ workspace, paths: ['town'] })
    const own = clauses.find(({ requirement }) => requirement === 'OWN-1')
    expect(own?.cells.map(({ state, because }) => because ?? state)).toEqual([
      'ofStandard',
      'ofStandard',
      'noRule',
    ])
  })
})

test('the cells agree with the counts of a check', async () => {
  const { report } = await check({ workspace: diskWorkspace({ cwd: root }), paths: ['procedures'] })
  const { systems } = await cities()
  for (const { system, counts } of systems) {
    const judged = report.systems.find((one) => one.system === system)?.clauses
    const { broken, excepted, kept } = counts
    expect([system, broken, excepted, kept]).toEqual([
      system,
      judged?.broken,
      judged?.excepted,
      judged?.kept,
    ])
  }
})

test('what is written is as promised', async () => {
  for (const result of [await town(), await cities(), libraryCoverage]) {
    expect([accepts(JSON.parse(JSON.stringify(result))), accepts.errors]).toEqual([true, null])
  }
})

describe('what was judged', () => {
  const files = sampleFiles()
  const of = async (more: Readonly<Record<string, string>> = {}, commit = files) =>
    coverage({
      workspace: memoryWorkspace({ ...files, ...more }),
      paths: ['town'],
      today: '2026-04-02',
      commit: { id: 'c0ffee', workspace: memoryWorkspace(commit) },
    })

  test('is said beside the table', async () => {
    const { asOf, ranOn, municipalities, paths, commit, systems } = await of()
    expect({ asOf, ranOn, municipalities, paths, commit }).toEqual({
      asOf: '2026-04-02',
      ranOn: '2026-04-02',
      municipalities: [{ id: 'wakaba-city', name: '若葉市' }],
      paths: ['town'],
      commit: { id: 'c0ffee', isModified: false },
    })
    const [intake] = systems
    expect([intake?.owner, intake?.traits?.[0], intake?.standard.edition]).toEqual([
      { id: 'it', name: '情報推進課' },
      { id: 'outsourced', name: '業務委託がある' },
      '2024',
    ])
    const guideline = '地方公共団体における情報セキュリティポリシーに関するガイドライン'
    expect(intake?.standard.guideline).toEqual({ name: guideline, edition: '2023-03' })
    const pack = files['policies/sample/pack.yaml'] ?? ''
    const byId = replaced(pack, `guideline: ${guideline}`, 'guideline: mic-policy')
    const named = await of({ 'policies/sample/pack.yaml': byId })
    expect(named.systems[0]?.standard.guideline).toEqual({ name: guideline, edition: '2023-03' })
  })

  test('is not what was committed where a file or a pack was changed, added or taken away', async () => {
    const isModified = async (...given: Parameters<typeof of>): Promise<boolean | undefined> =>
      (await of(...given)).commit?.isModified
    const text = files['town/all.yaml'] ?? ''
    expect(await isModified({}, { ...files, 'town/all.yaml': text.replaceAll('\n', '\r\n') })).toBe(
      false,
    )
    expect(await isModified({ 'town/all.yaml': `${text}# later\n` })).toBe(true)
    expect(
      await isModified({
        'policies/sample/pack.yaml': `${files['policies/sample/pack.yaml'] ?? ''}#\n`,
      }),
    ).toBe(true)
    expect(await isModified({ 'town/new.yaml': 'kind: context\n' })).toBe(true)
    expect(await isModified({}, { ...files, 'town/gone.yaml': 'kind: context\n' })).toBe(true)
  })

  test('has one digest however it is written, another where it judges otherwise', async () => {
    const digestOf = async (edit: (pack: string) => string): Promise<string | undefined> => {
      const path = 'policies/sample/pack.yaml'
      const { systems } = await of({ [path]: edit(files[path] ?? '') })
      return systems[0]?.standard.rules.digest
    }
    const digest = await digestOf((pack) => pack)
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(await digestOf((pack) => `# 前書き\n${pack}`)).toBe(digest)
    expect(await digestOf((pack) => replaced(pack, 'max: P3M', 'max: P6M'))).not.toBe(digest)
    const base = 'policies/base'
    const copied = Object.fromEntries(
      diskWorkspace({ cwd: root })
        .discover([base])
        .files.map((path) => [path, `${readFileSync(resolve(root, path), 'utf8')}\n# 写し\n`]),
    )
    expect((await of(copied)).systems[0]?.standard.rules.digest).toBe(digest)
  })
})

test('a file that cannot be read is told in every format', async () => {
  const broken = await town((text) => `${text}---\nkind: records\nsystem: [\n`)
  expect(broken.unread.length).toBeGreaterThan(0)
  for (const format of ['text', 'markdown', 'html'] as const) {
    expect(coverageFormats[format](broken, context)).toContain('すべてを示していません')
  }
})

test('of many findings of one rule in one file a few are told, and how many there are', () => {
  const [found] = libraryCoverage.clauses.flatMap(({ cells }) => cells.flatMap((one) => one.broken))
  if (!found) throw new Error('nothing is broken')
  const drives = Array.from({ length: 504 }, (_, index) => ({
    ...found,
    message: `記憶装置${index}`,
  }))
  const many: Coverage = {
    ...libraryCoverage,
    clauses: libraryCoverage.clauses.map((clause) => ({
      ...clause,
      cells: clause.cells.map((one) => (one.broken.length > 0 ? { ...one, broken: drives } : one)),
    })),
  }
  for (const format of ['text', 'markdown', 'html'] as const) {
    const shown = coverageFormats[format](many, context)
    expect(shown.match(/記憶装置\d+/g)).toEqual([0, 1, 2, 3, 4].map((index) => `記憶装置${index}`))
    expect(shown).toContain('同じ規則に当たるものが、このファイルにあと499件あります')
  }
})

test('hostile names do nothing in Markdown but be read', async () => {
  const hostile = '[a](https://x.example) <img> @all #1 | `b`'
  const edit = (text: string) => replaced(text, /^name: 申請受付システム$/m, `name: '${hostile}'`)
  const shown = coverageFormats.markdown(await town(edit), context)
  const plain = '\\[a\\](https:<!-- -->//x.example) \\<img\\> @<!-- -->all #<!-- -->1 \\| \\`b\\`'
  expect(shown).toContain(`| 1 | ${plain} | 情報推進課 |`)
  expect(shown).not.toContain(hostile)
})

describe('the page', () => {
  const page = async (edit?: (dossier: string) => string) =>
    coverageFormats.html(await (edit ? town(edit) : town()), context)

  test('needs nothing else and runs nothing', async () => {
    expect(await page()).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|url\(|@import|https?:/i)
  })

  test('shows hostile names as text', async () => {
    const hostile = `</style><script>alert(1)</script>"'&`
    const shown = await page((text) =>
      replaced(text, /^name: 申請受付システム$/m, `name: '${hostile.replaceAll("'", "''")}'`),
    )
    expect(shown).not.toContain('<script')
    expect(shown).toContain('&lt;script&gt;')
  })

  test('has a place for every link, and each but once', async () => {
    const shown = await page()
    const ids = [...shown.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    const links = [...shown.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(links.filter((link) => !ids.includes(link))).toEqual([])
  })

  test.each(cellStates)('can be read by weak eyes: %s', (state: CellState) => {
    const { paper, ink } = stateColors[state]
    expect(contrast(paper, ink)).toBeGreaterThanOrEqual(4.5)
  })
})

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each(['clauses', 'viewpoints'] as const)('the table of %s', (table) => {
  test.each(['text', 'markdown', 'html'] as const)('as %s', async (format) => {
    const written = coverageFormats[format](libraryCoverage, { ...context, table, width: 80 })
    const extension = { text: 'txt', markdown: 'md', html: 'html' }[format]
    await expect(written).toMatchFileSnapshot(`../cases/coverage/${table}.${extension}`)
  })
})

describe('the command', () => {
  test.each(['text', 'json', 'markdown', 'html'] as const)('prints %s', async (format) => {
    const argv = ['coverage', 'procedures/osaka-city/online-application', '--format', format]
    const { code, stdout } = await run(argv, { cwd: root })
    expect([code, stdout]).toEqual([0, expect.stringContaining('利用されていないIDの点検')])
  })

  test('refuses a day that is none', async () => {
    const { code, stderr } = await run(['coverage', '--as-of', '2024-02-30'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('日付として読めません')])
  })
})
