/** What the page about safety says of limits is what holds, and what is beyond one is told with its place. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { run } from './cli/run.ts'
import { office } from './sample/workbook.ts'
import { readTown, writeTown } from './fuzz/town.ts'

const root = resolve(import.meta.dirname, '..')
const megabyte = 1024 * 1024
const units: Readonly<Record<string, number>> = { ' MB': megabyte, 秒: 1000 }
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** One list in another, four deep. */
const lists = 'doc.procedures.all(a, a.duties.all(b, a.duties.all(c, a.duties.all(e, true))))'

/** Each row of the table of limits by how it begins: where in the sources its numbers stand, in its order. */
const rows: Readonly<Record<string, readonly (readonly [file: string, limit: string])[]>> = {
  '一つのファイル（': [['source/decode', 'LARGEST_FILE']],
  'YAML の入れ子': [
    ['yaml/record', 'MAX_DEPTH'],
    ['yaml/parse', 'EXPANSION_LIMIT'],
  ],
  読み込む実施手順の文書: [
    ['import/container', 'maxCharacters'],
    ['import/container', 'largestText'],
    ['import/html', 'deepest'],
  ],
  一つのフォルダーから読み込む文書: [['cli/town-import', 'most']],
  '読み込む CSV の台帳': [['workflow/import/ledger/import', 'mostRows']],
  '読み込む Word 文書': [
    ['import/docx/package', 'largestParts'],
    ['import/docx/xml', 'maxElements'],
    ['import/docx/xml', 'deepest'],
  ],
  'Excel のファイル': [
    ['render/xlsx/read', 'largest'],
    ['render/xlsx/read', 'mostCells'],
  ],
  組織の一覧: [
    ['workflow/begin/organisations', 'maxRows'],
    ['workflow/begin/organisations', 'maxLevels'],
  ],
  'Word のひな形の大きさ': [
    ['cli/command/render', 'largestLetterhead'],
    ['render/docx/letterhead/open', 'largestLetterhead'],
    ['render/zip', 'maxFiles'],
  ],
  'Word のひな形の段落': [
    ['render/docx/letterhead/open', 'max.paragraphs'],
    ['render/docx/letterhead/open', 'max.elements'],
    ['render/docx/letterhead/open', 'max.markup'],
  ],
  '`render --check` で': [
    ['workflow/publish/compare', 'limit'],
    ['render/zip', 'largestContent'],
  ],
  'CSV の台帳': [
    ['schema/csv-ledger', 'mostColumns'],
    ['schema/ledger-rows', 'mostRows'],
  ],
  extends: [['rule/verify', 'maxChain']],
  規則の式の長さ: [
    ['expression/parse', 'longestText'],
    ['expression/parse', 'engineLimits.maxAstNodes'],
    ['expression/parse', 'engineLimits.maxDepth'],
    ['expression/parse', 'deepestTree'],
  ],
  '規則の式の、一覧に': [
    ['expression/parse', 'engineLimits.maxListElements'],
    ['expression/parse', 'engineLimits.maxCallArguments'],
    ['expression/parse', 'deepestEach'],
  ],
  規則が一つのものを調べるステップ: [['expression/scope', 'stepBudget']],
  規則が一つのシステムで調べるもの: [['rule/evaluate', 'mostElements']],
  規則が一つのシステムで見つけるもの: [
    ['rule/evaluate', 'mostFindings'],
    ['workflow/judge/run', 'mostFindings'],
  ],
  一つのファイルで一つずつ示す誤り: [
    ['schema/check', 'maxViolations'],
    ['schema/ledger-rows', 'mostFaults'],
  ],
  'YAML のファイル一つの値': [['yaml/record', 'MAX_NODES']],
  テンプレートのフォルダー: [['source/text-folder', 'maxFiles']],
  テンプレートの長さ: [
    ['render/template/limits', 'largestTemplate'],
    ['render/template/limits', 'deepest'],
    ['render/template/limits', 'maxSteps'],
  ],
  作る文書一つの長さ: [
    ['render/template/limits', 'longestOutput'],
    ['render/template/limits', 'maxElements'],
  ],
  'PDF にする文書': [['render/pdf/write', 'longest']],
  'git の一回の答え': [
    ['source/git/process', 'longestOutput'],
    ['source/git/process', 'longestRun'],
  ],
  'PDF を作る Edge': [['render/pdf/browser', 'patience']],
  版の比較で: [['diff/match', 'maxWeighed']],
  '新旧対照表で、似た': [['render/view/comparison/align', 'maxPairs']],
  新旧対照表の一行の: [['render/view/comparison/word-diff', 'maxEdits']],
  'YAML のファイルを直す': [['yaml/edit', 'mostDifferences']],
}

/** A number as the sources state it: `const max = { elements: 20_000 }`, `const largest = 30 * 1024 * 1024`. */
function stated(file: string, limit: string): number {
  const text = readFileSync(join(root, 'src', `${file}.ts`), 'utf8')
  const [name = '', key] = limit.split('.')
  const written = new RegExp(
    key === undefined
      ? String.raw`^(?:export )?const ${name} = ([\d_ *]+)$`
      : String.raw`^const ${name} = \{[^}]*?\b${key}: ([\d_ *]+?)(?:,|\s\})`,
    'm',
  ).exec(text)?.[1]
  const factors = (written ?? '').split('*').map((one) => Number(one.replaceAll('_', '')))
  return factors.reduce((product, factor) => product * factor, 1)
}

test('the page about safety says the limits as they are', () => {
  const page = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  const [, table = ''] = page.split('| 何の上限か')
  const told = table.split('\n').flatMap((line) => {
    const [, what = '', value = ''] = /^\| (.+?) \| (.+) \|$/.exec(line) ?? []
    const isHead = value === '値' || what.startsWith('---')
    return what === '' || isHead ? [] : [{ what, value }]
  })
  const numbers = told.map(({ what, value }) => [
    what,
    [...value.replace(/（[^）]*）/g, '').matchAll(/([\d,]+)( MB|秒)?/g)].map(
      ([, digits = '', unit = '']) => Number(digits.replaceAll(',', '')) * (units[unit] ?? 1),
    ),
  ])
  const known = Object.entries(rows)
  expect(numbers).toEqual(
    told.map(({ what }) => {
      const limits = known.find(([begin]) => what.startsWith(begin))?.[1] ?? []
      return [what, [...new Set(limits.map(([file, limit]) => stated(file, limit)))]]
    }),
  )
  expect(told).toHaveLength(known.length)
})

describe('beyond a limit', () => {
  const town = new Map(
    [...readTown(root, 'aoba')].filter(([path]) => !/\.(?:docx|xlsx)$|^documents\//.test(path)),
  )
  const own = 'procedures/aoba-city/library'
  let cwd = ''
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'policy-lint-limits-'))
    writeTown(cwd, town)
  })
  afterEach(() => {
    rmSync(cwd, { recursive: true, force: true })
  })

  function put(path: string, content: string | Uint8Array = ''): void {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), content)
  }
  /** A file of one byte more than is read. */
  function putLarge(path: string, size = 20 * megabyte): void {
    put(path)
    truncateSync(join(cwd, path), size + 1)
  }
  const told = async (line: string) => {
    const { code, stdout, stderr } = await run(line.split(' '), { cwd })
    return { code, said: stdout + stderr }
  }
  const many = (count: number, line: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => line(at)).join('')
  const head = 'id,holder,kind,rights,registeredOn,removedOn\n'
  const render = 'render procedure procedures --to html --out out --draft'

  test.each([
    ['YAML', `${own}/context.yaml`, 'check procedures', 1],
    ['a ledger of CSV', `${own}/ledger.csv`, 'check procedures', 1],
    ['a baseline', 'base.json', 'check procedures --baseline base.json', 2],
    ['a document', 'a.txt', 'import a.txt --system aoba-city/new', 2],
    ['a letterhead', 'a.docx', `${render} --to docx --letterhead a.docx`, 2],
    ['a template', 'templates/procedure.hbs', `${render} --templates templates`, 2],
  ])('of the size of a file: %s', async (_, path, line, code) => {
    putLarge(path)
    const { code: ended, said } = await told(line)
    expect(ended).toBe(code)
    expect(said).toContain(path.split('/').at(-1))
    expect(said).toMatch(/大きすぎます（20MB）/)
  })

  test('of the size of standard input', async () => {
    const line = `check - --stdin-filename ${own}/context.yaml`
    const { code, stderr } = await run(line.split(' '), {
      cwd,
      input: ' '.repeat(20 * megabyte + 1),
    })
    expect([code, stderr]).toEqual([2, expect.stringContaining('大きすぎ')])
  })

  test('of columns and rows of a ledger, and of what is told of one', async () => {
    put(
      `${own}/ledger.csv`,
      many(501, () => 'a,'),
    )
    const wide = `${own}/ledger.csv:1:1: 形式: 見出しの行に、列が501個あります。読めるのは500列までです`
    expect(await told('check procedures --quiet')).toMatchObject({
      code: 1,
      said: expect.stringContaining(wide) as string,
    })
    put(`${own}/ledger.csv`, head + many(50_001, (at) => `a-${at},s-1,personal,閲覧,2024-04-01,\n`))
    const long = `${own}/ledger.csv:50002:1: 形式: 台帳の行が、読める50,000行を超えています`
    expect((await told('check procedures --quiet')).said).toContain(long)
    put(`${own}/ledger.csv`, head + many(1100, () => `a,s-1,personal,閲覧,いつか,\n`))
    expect((await told('check procedures --format json')).said).toMatch(
      /このファイルには、ほかにも\d+か所の誤りがあります。/,
    )
  })

  test('of what is told of a file of YAML', async () => {
    put(`${own}/context.yaml`, `kind: context\n${many(1100, (at) => `k${at}: 1\n`)}`)
    expect((await told('check procedures --format json')).said).toMatch(/ほかにも/)
  })

  test('of packs on one another', async () => {
    const pack = (at: number): string =>
      `kind: standard\nid: p${at}\nname: 基準\nextends: ${at === 0 ? 'base' : `p${at - 1}`}\neditions: [{ id: '1', from: 2024-04-01 }]\n`
    for (let at = 0; at < 11; at += 1) put(`policies/p${at}.yaml`, pack(at))
    const { code, said } = await told('check procedures')
    expect([code, said]).toEqual([
      2,
      expect.stringMatching(
        /policies\/p\d+\.yaml:4:\d+.*から extends でつながるパックが、10を超えています。/,
      ),
    ])
  })

  test('of what a run finds', async () => {
    const procedure = String(town.get(`${own}/procedure.yaml`)).split('duties:\n')[0] ?? ''
    const duties = many(
      1700,
      (at) =>
        `  - { id: d${at}, title: 業務, activity: account.review, modality: must, performers: [manager] }\n`,
    )
    for (let at = 0; at < 60; at += 1) {
      const text = procedure.replaceAll('aoba-city/library', `aoba-city/s${at}`)
      put(`procedures/aoba-city/s${at}/procedure.yaml`, `${text}duties:\n${duties}`)
    }
    const { code, said } = await told('check procedures')
    expect([code, said]).toEqual([
      2,
      'エラー: 問題が100,000件を超えて見つかったので、止めました\n  フォルダーを分けて調べるか、同じ問題が多いファイルから直してください。\n',
    ])
  })

  test.each([
    ['length', 'あ'.repeat(200_001), 'テンプレートが大きすぎます（200001字。200000字まで）。'],
    ['depth', '{{#if title}}'.repeat(101) + '{{/if}}'.repeat(101), '（100段まで）'],
    [
      'elements',
      `<article>${'{{#each @root.contents}}'.repeat(10)}<p>あ</p><p>い</p>${'{{/each}}'.repeat(10)}</article>`,
      '50,000まで',
    ],
  ])('of the %s of a template', async (_, template, words) => {
    put('templates/procedure.hbs', template)
    const { code, said } = await told(`${render} --templates templates`)
    expect([code, said]).toEqual([2, expect.stringContaining(words)])
    expect(said).toContain('templates/procedure.hbs:1:')
  })

  test('of the templates of a folder', async () => {
    for (let at = 0; at < 1001; at += 1) put(`templates/t${at}.hbs`)
    expect(await told(`${render} --templates templates`)).toEqual({
      code: 2,
      said: expect.stringContaining('「templates」のファイルが多すぎます') as string,
    })
    // What is no template does not count.
    rmSync(join(cwd, 'templates'), { recursive: true })
    for (let at = 0; at < 1001; at += 1) put(`templates/a${at}.txt`)
    put('templates/procedure.hbs', '{{#if')
    expect((await told(`${render} --templates templates`)).code).toBe(2)
  })

  test.each([
    ['a Word document', 'deep.docx', '表や枠の入れ子が深すぎる'],
    ['a page', 'deep.html', '要素の入れ子が深すぎる'],
  ])('of the nesting of %s', async (_, name, words) => {
    const nested = (tag: string, depth: number, text: string): string =>
      `<${tag}>`.repeat(depth) + text + `</${tag}>`.repeat(depth)
    const document = `<w:document xmlns:w="${word}"><w:body>${nested('w:sdt', 201, '')}</w:body></w:document>`
    put('deep.docx', zipSync({ 'word/document.xml': strToU8(document) }))
    put(
      'deep.html',
      `<html><p>管理者は、点検する。</p>${nested('div', 401, '深い所の文。')}</html>`,
    )
    const { code, said } = await told(`import ${name} --system aoba-city/new`)
    expect([code, said]).toEqual([2, expect.stringContaining(`「${name}」は、${words}`)])
  })

  test('of the rows of a ledger that is imported', async () => {
    put('a.csv', head + many(50_100, (at) => `a-${at},s-1,personal,閲覧,2024-04-01,\n`))
    expect(await told('import a.csv --system aoba-city/library --out new')).toEqual({
      code: 2,
      said: expect.stringContaining('「a.csv」の行が、読める50,100行を超えています') as string,
    })
  })

  test('of the documents of a folder that is imported', async () => {
    for (let at = 0; at < 5001; at += 1) put(`docs/${at}.txt`)
    expect(await told('import docs --town aoba-city')).toEqual({
      code: 2,
      said: expect.stringContaining('「docs」のファイルが多すぎます') as string,
    })
  })

  test('of the joined cells of a sheet: twice the same are told with file and sheet', async () => {
    const rows = [['ID', '使用者'], ...Array.from({ length: 8 }, (_, at) => [`a-${at}`, 's-1'])]
    put('a.xlsx', await office({ name: '台帳', rows, merges: ['A1:B9', 'A2:B9'] }))
    const words = '「a.xlsx」は、シート「台帳」のセルの結合が重なっているので、読めません'
    expect(await told('import a.xlsx --system aoba-city/library --out new')).toEqual({
      code: 2,
      said: expect.stringContaining(words) as string,
    })
    const records = `kind: records\nsystem: aoba-city/library\naccounts:\n  - { covers: { from: 2024-04-01, to: 2025-03-31 }, from: a.xlsx }\n`
    put(`${own}/a.xlsx`, await office({ name: '台帳', rows, merges: ['A1:B9', 'A2:B9'] }))
    put(`${own}/ledger.yaml`, records)
    expect(await told('check procedures --quiet')).toMatchObject({
      code: 1,
      said: expect.stringMatching(
        /ledger\.yaml:4:.*a\.xlsx」は、シート「台帳」のセルの結合が重なっているので、読めません/,
      ) as string,
    })
  })

  test.each([
    ['length', `'"${'a'.repeat(4000)}" == duty.title'`, '長すぎます'],
    ['nesting', `${'('.repeat(101)}true${')'.repeat(101)}`, '複雑すぎます'],
    ['depth', Array(250).fill('1').join(' + '), '複雑すぎます'],
    ['values', `'1 in [${Array(501).fill('1').join(',')}]'`, '複雑すぎます'],
    ['arguments', `'stated(${Array(17).fill('1').join(',')})'`, '複雑すぎます'],
    ['lists', `'${lists}'`, '3段まで'],
  ])('of the %s of an expression', async (_, expression, words) => {
    const rules = 'policies/aoba/rules/record.yaml'
    put(
      rules,
      String(town.get(rules)).replace('stated(duty.record)', () => expression),
    )
    const { code, said } = await told('check procedures')
    expect([code, said]).toEqual([2, expect.stringContaining(words)])
    expect(said).toMatch(/policies\/aoba\/rules\/record\.yaml:10:\d+/)
  })

  test('of the parts of a letterhead', async () => {
    const parts = Array.from({ length: 2001 }, (_, at) => [`${at}.xml`, new Uint8Array()] as const)
    put('a.docx', zipSync(Object.fromEntries(parts)))
    expect(await told(`${render} --to docx --letterhead a.docx`)).toEqual({
      code: 2,
      said: expect.stringContaining('「a.docx」の中身が大きすぎます') as string,
    })
  })

  test('of a document that is compared: it is told as another, not as none', async () => {
    putLarge('out/aoba-city-library-procedure.html', 200 * megabyte)
    const { code, said } = await told('render procedure procedures --to html --check out --draft')
    expect([code, said]).toEqual([
      1,
      expect.stringContaining('aoba-city-library-procedure.html') as string,
    ])
    expect(said).not.toMatch(/ありません|ない/)
  })
})
