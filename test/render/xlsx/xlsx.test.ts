import { describe, expect, test } from 'vitest'
import type { Day } from '../../../src/calendar/day.ts'
import { decode, unzip } from '../../../src/render/zip.ts'
import { layOut } from '../../../src/render/xlsx/layout.ts'
import { columnName, sheetNames, writeXlsx } from '../../../src/render/xlsx/write.ts'
import { faultsOf, hasReferee } from '../referee/validate.ts'
import { checklist, workbook } from './sheet.ts'

const hostile = { ...checklist, name: "'[a]:*?/\\'", lead: [['\u0000\ud800</c>', '{{x}}']] }

describe.skipIf(!hasReferee)('the Open XML SDK finds nothing wrong', () => {
  test.each([
    ['with a checklist', workbook([checklist])],
    ['with a draft', workbook([checklist, checklist], true)],
    ['with hostile names and texts', workbook([hostile, hostile])],
    ['with an empty sheet', workbook([{ ...checklist, lead: [], head: [], rows: [] }])],
  ])('%s', async (_, document) => {
    expect(faultsOf(await writeXlsx(document), 'xlsx')).toEqual([])
  })
})

test('the same document gives the same bytes', async () => {
  const first = await writeXlsx(workbook([checklist]))
  await writeXlsx(workbook([hostile]))
  expect(Buffer.compare(await writeXlsx(workbook([checklist])), first)).toBe(0)
})

test('page, merged cells, pull-downs and repeated rows are Excel’s own', async () => {
  const files = await unzip(await writeXlsx(workbook([checklist], true)))
  const sheet = decode(files['xl/worksheets/sheet1.xml'])
  const book = decode(files['xl/workbook.xml'])
  expect({
    merges: [...sheet.matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, ref]) => ref),
    choices: [
      ...sheet.matchAll(
        /<dataValidation [^>]*sqref="([^"]*)"[^>]*>.*?<formula1>(.*?)<\/formula1>/g,
      ),
    ].map(([, range, formula]) => [range, formula]),
    page: /<pageSetup[^>]*>/.exec(sheet)?.[0],
    fit: sheet.includes('fitToPage="1"'),
    frozen: /<pane [^>]*>/.exec(sheet)?.[0],
    header: /<oddHeader>(.*?)<\/oddHeader>/.exec(sheet)?.[1],
    titles: /<definedName name="_xlnm.Print_Titles"[^>]*>([^<]*)</.exec(book)?.[1],
    formulas: sheet.includes('<f>'),
    sheets: [...book.matchAll(/<sheet [^>]*name="([^"]*)"[^>]*?(?: state="(\w+)")?[^>]*\/>/g)].map(
      ([, name]) => name,
    ),
  }).toMatchInlineSnapshot(`
    {
      "choices": [
        [
          "C6:C8",
          ""適,否,該当なし"",
        ],
        [
          "D6:D8",
          "'選択肢'!$A$1:$A$2",
        ],
      ],
      "fit": true,
      "formulas": false,
      "frozen": "<pane ySplit="5" topLeftCell="A6" state="frozen" activePane="bottomLeft"/>",
      "header": "&amp;R案",
      "merges": [
        "A2:E2",
        "B3:E3",
        "A4:A5",
        "B4:D4",
        "E4:E5",
        "A6:A7",
      ],
      "page": "<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>",
      "sheets": [
        "点検表",
        "選択肢",
      ],
      "titles": "&#39;点検表&#39;!$4:$5",
    }
  `)
})

test('a cell is placed where HTML would place it, and covers no other part', () => {
  const { cells, rowsFrom } = layOut({ ...checklist, head: [[{ text: '上', rows: 9 }, '右']] })
  expect(rowsFrom).toBe(3)
  expect(
    cells.filter(({ part }) => part === 'rows').map(({ row, column, rows }) => [row, column, rows]),
  ).toEqual([
    [3, 0, 2],
    [3, 1, 1],
    [3, 2, 1],
    [3, 3, 1],
    [3, 4, 1],
    [4, 1, 1],
    [4, 2, 1],
    [4, 3, 1],
    [4, 4, 1],
    [5, 0, 1],
    [5, 1, 1],
    [5, 2, 1],
    [5, 3, 1],
    [5, 4, 1],
  ])
})

test('the name of a sheet is quoted wherever Excel looks for one', async () => {
  const files = await unzip(await writeXlsx(workbook([{ ...checklist, name: "It's 点検 (2)" }])))
  const names = decode(files['xl/workbook.xml']).match(/(?<=<definedName [^>]*>)[^<]*/g) ?? []
  expect(names).toEqual([
    '&#39;It&#39;&#39;s 点検 (2)&#39;!$A$1:$E$7',
    '&#39;It&#39;&#39;s 点検 (2)&#39;!$3:$4',
  ])
})

test('a day is kept as one, in the calendar of its words, and one head of rows has filters', async () => {
  const sheet = {
    ...checklist,
    head: [['日', '業務']],
    rows: [
      [{ text: '令和８年４月１日', day: '2026-04-01' as Day }, '点検'],
      [{ text: '2026年４月２日', day: '2026-04-02' as Day }, '報告'],
    ],
  }
  const files = await unzip(await writeXlsx(workbook([sheet])))
  const written = decode(files['xl/worksheets/sheet1.xml'])
  const styles = decode(files['xl/styles.xml'])
  expect(written.match(/<v>461\d\d<\/v>/g)).toEqual(['<v>46113</v>', '<v>46114</v>'])
  expect(styles.match(/formatCode="[^"]*"/g)).toEqual([
    'formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"',
    'formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"',
  ])
  expect(written).toContain('<autoFilter ref="A3:E5"')
})

test('shares, months and days still to be written have their formats, and no day is before Excel’s first', async () => {
  const sheet = {
    ...checklist,
    columns: [{ width: 18 }, { width: 18, isDay: true }, { width: 18 }],
    head: [[{ text: '４月', day: '2026-04-01' as Day }, '日', '割合']],
    rows: [
      [12, '', { text: 0.955, isShare: true }],
      [{ text: '明治32年１月１日', day: '1899-01-01' as Day }, '□４月', ''],
    ],
  }
  const files = await unzip(await writeXlsx(workbook([sheet])))
  const styles = decode(files['xl/styles.xml'])
  const formats = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
      id,
      code,
    ]),
  )
  const looks = [
    ...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g),
  ]
  const cells = [
    ...decode(files['xl/worksheets/sheet1.xml']).matchAll(
      /<c r="([A-C][345])"([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>)?)/g,
    ),
  ].map(([, at, attributes = '', value]) => [
    at,
    attributes.includes('t="') ? 'text' : value,
    formats.get(looks[Number(/s="(\d+)"/.exec(attributes)?.[1])]?.[1] ?? ''),
  ])
  expect(cells).toMatchInlineSnapshot(`
    [
      [
        "A3",
        "46113",
        "m&quot;月&quot;",
      ],
      [
        "B3",
        "text",
        undefined,
      ],
      [
        "C3",
        "text",
        undefined,
      ],
      [
        "A4",
        "12",
        undefined,
      ],
      [
        "B4",
        undefined,
        "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
      ],
      [
        "C4",
        "0.955",
        "0.0%",
      ],
      [
        "A5",
        "text",
        "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
      ],
      [
        "B5",
        "text",
        undefined,
      ],
      [
        "C5",
        undefined,
        undefined,
      ],
    ]
  `)
})

test('names of sheets are short and told apart', () => {
  const long = '長'.repeat(40)
  expect(
    sheetNames(
      [
        '点検',
        '点検',
        'a',
        'A',
        '',
        "'",
        'a/b',
        long,
        long,
        '選択肢',
        'history',
        `${'長'.repeat(30)}'s`,
      ],
      ['選択肢'],
    ),
  ).toEqual([
    '点検',
    '点検 (2)',
    'a',
    'A (2)',
    'シート',
    'シート (2)',
    'a-b',
    '長'.repeat(31),
    `${'長'.repeat(27)} (2)`,
    '選択肢 (2)',
    'history (2)',
    '長'.repeat(30),
  ])
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})
