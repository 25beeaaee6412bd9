import { describe, expect, test } from 'vitest'
import type { Block, Cell, Row, Table } from '../../src/render/document.ts'
import { isShortTable, keptRows, longRows } from '../../src/render/table-grid.ts'

function cell(text: string): Cell {
  return {
    heading: false,
    align: 'left',
    rows: 1,
    columns: 1,
    missing: false,
    blocks: [
      {
        type: 'paragraph',
        style: 'plain',
        pageBreak: false,
        missing: false,
        content: [{ type: 'text', text }],
      },
    ],
  }
}

function table(rows: readonly (readonly string[])[], widths: readonly number[]): Table {
  const body = rows.map((texts): Row => ({ cells: texts.map(cell) }))
  return { type: 'table', caption: [], widths, head: [], body }
}

const rows = (count: number, texts: readonly string[]) => Array.from({ length: count }, () => texts)

describe('a table that is kept on one page', () => {
  test.each([
    ['a few short rows', table(rows(8, ['総務課', '電話']), [50, 50]), true],
    ['many rows', table(rows(11, ['総務課', '電話']), [50, 50]), false],
    ['a few rows of long texts', table(rows(3, ['あ'.repeat(200), '']), [50, 50]), false],
    [
      'a few rows, one text of each in a narrow column',
      table(rows(6, ['令和６年４月１日', '情報セキュリティの基本、標的型の攻撃メール']), [90, 10]),
      false,
    ],
    ['widths that nobody gave', table(rows(4, ['総務課', '電話']), []), true],
    ['no rows', table([], []), true],
  ])('%s', (_, one, expected) => {
    expect(isShortTable(one)).toBe(expected)
  })
})

test('rows of one duty stay together, and the last few of a table', () => {
  const row = (...cells: readonly Cell[]): Row => ({ cells })
  const merged = { ...cell('点検'), rows: 2 }
  const body = [
    row(cell('報告'), cell('係長')),
    row(merged, cell('係長')),
    row(cell('（実績）')),
    ...Array.from({ length: 4 }, () => row(cell('記録'), cell('係長'))),
  ]
  expect(keptRows(body)).toEqual([false, true, false, false, true, true, false])
})

test('a row of many lines may be torn at the end of a page, in texts as in lists', () => {
  const paragraphs = (texts: readonly string[]): readonly Block[] =>
    texts.flatMap((text) => cell(text).blocks)
  const list = (items: number): Cell => ({
    ...cell(''),
    blocks: [
      {
        type: 'list',
        items: Array.from({ length: items }, () => ({ blocks: paragraphs(['毎日取っている']) })),
      },
    ],
  })
  const one = (cells: readonly Cell[]): Row => ({ cells })
  const body = [
    one([cell('定めたとおりに取る'), list(12)]),
    one([cell('定めたとおりに取る'), list(13)]),
    one([cell('あ'.repeat(23 * 12)), cell('')]),
    one([cell('あ'.repeat(23 * 12 + 1)), cell('')]),
  ]
  expect(longRows(body, [50, 50])).toEqual([false, true, false, true])
})
