import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { BadWorkbook, readWorkbook } from '../../../src/render/xlsx/read.ts'

const excel = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const tag = (name: string, attributes: string, inner = ''): string =>
  `<${name} ${attributes}>${inner}</${name}>`

/** A workbook whose sheets hold these rows, and stand in files of these names. */
function book(rows: readonly string[], nameOf = (at: number) => `worksheets/sheet${at}.xml`) {
  const listed = rows.map((_, at) => `<sheet name="s${at}" sheetId="${at + 1}" r:id="r${at}"/>`)
  const led = rows.map(
    (_, at) => `<Relationship Id="r${at}" Type="${office}/worksheet" Target="${nameOf(at)}"/>`,
  )
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': tag(
      'Types',
      `xmlns="${packages}/content-types"`,
      `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>`,
    ),
    '_rels/.rels': tag(
      'Relationships',
      `xmlns="${packages}/relationships"`,
      `<Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': tag(
      'workbook',
      `xmlns="${excel}" xmlns:r="${office}"`,
      `<sheets>${listed.join('')}</sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': tag(
      'Relationships',
      `xmlns="${packages}/relationships"`,
      led.join(''),
    ),
    ...Object.fromEntries(
      rows.map((row, at) => [
        `xl/${nameOf(at)}`,
        tag('worksheet', `xmlns="${excel}"`, `<sheetData>${row}</sheetData>`),
      ]),
    ),
  }
  const parts = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const)
  return zipSync(Object.fromEntries(parts))
}

const text = '<is><t>名称</t></is>'
const cell = (r: string): string => `<c ${r} t="inlineStr">${text}</c>`

/** What is read of the first sheet, or why nothing is. */
async function told(bytes: Uint8Array): Promise<unknown> {
  try {
    const { sheets } = await readWorkbook(bytes)
    return sheets[0]?.rows
  } catch (thrown) {
    return thrown instanceof BadWorkbook ? thrown.reason : thrown
  }
}

test('cells stand where they say, or behind the one before', async () => {
  const rows = `<row>${cell('')}${cell('')}</row><row r='4'>${cell("s='1' r='C4'")}</row>`
  expect(await told(book([rows]))).toEqual([
    ['名称', '名称', ''],
    ['', '', ''],
    ['', '', ''],
    ['', '', '名称'],
  ])
})

test.each([
  ['in quotes of either kind', `<row r='200000'>${cell("r='Z200000'")}</row>`],
  ['in small letters', `<row>${cell('r="xfd200"')}</row>`],
  ['on a line of its own', `<row\nr="200000">${cell('\n r = "Z200000"')}</row>`],
  ['behind what looks like an end', `<row x=">" r="200000">${cell('y="/>" r="Z200000"')}</row>`],
  [
    'behind very many other attributes',
    `<row ${'a="" '.repeat(4_000_000)}r="200000">${cell('r="Z200000"')}</row>`,
  ],
  ['by their number', `<row r="100000">${cell('').repeat(30)}</row>`],
])('a sheet that takes too many cells is refused, told %s', async (_, rows) => {
  expect(await told(book([rows]))).toBe('large')
})

test('so are sheets that take too many together, whatever their files are called', async () => {
  const wide = `<row r="2000">${cell('r="ALL2000"')}</row>`
  expect(await told(book(Array.from({ length: 2 }, () => wide)))).toBe('large')
  expect(await told(book([wide, wide], (at) => `other/${at}.xml`))).toBe('large')
  expect(await told(book([wide]))).toHaveLength(2000)
})

test('a place that cannot be read is no place', async () => {
  expect(await told(book([`<row>${cell('r="&#88;FD200000"')}</row>`]))).toBe('damaged')
})

test('a sheet that is never closed takes work that grows with it', async () => {
  const before = process.cpuUsage()
  expect(await told(book(['<c '.repeat(1_000_000)]))).toBeDefined()
  expect(process.cpuUsage(before).user).toBeLessThan(10e6)
})
