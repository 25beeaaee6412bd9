import type { Document } from '../../../src/render/document.ts'
import type { Sheet } from '../../../src/render/view.ts'
import { blank } from '../sample/blank.ts'

/** A checklist of an invented town, with every piece of a sheet. */
export const checklist: Sheet = {
  name: '点検表',
  landscape: true,
  columns: [
    { width: 14 },
    { width: 40 },
    { width: 8, choices: ['適', '否', '該当なし'] },
    { width: 24, choices: ['はい, すぐに', 'いいえ'] },
    { width: 10 },
  ],
  lead: [
    [{ text: '青葉市　情報セキュリティ点検表', bold: true, columns: 5 }],
    ['', { text: '点検日　令和８年　月　日', align: 'right', columns: 4 }],
  ],
  head: [
    [
      { text: '区分', rows: 2 },
      { text: '点検', columns: 3 },
      { text: '件数', rows: 2 },
    ],
    ['項目', '適否', '改善'],
  ],
  rows: [
    [
      { text: '利用者', rows: 2 },
      '利用者IDの棚卸しを６か月に１回行い、異動や退職の後に残った利用者IDを消しているか。',
      '',
      '',
      12,
    ],
    ['=HYPERLINK("http://example.com")', '', '', { text: 0 }],
    ['記録', '+1\n-1 @A1', '', '', ''],
  ],
}

/** Sheets as a document. */
export function workbook(sheets: readonly Sheet[], draft = false): Document {
  return { ...blank('点検表'), draft, sheets }
}
