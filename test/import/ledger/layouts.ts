import { day, type OfficeSheet } from '../../sample/workbook.ts'

/** Ledgers as offices lay them out, invented: each a workbook. All persons in them are invented, and so are the numbers. */
export const layouts: Readonly<Record<string, readonly OfficeSheet[]>> = {
  /** A title over all columns, a remark, headings of the office's own, two sheets. */
  accounts: [
    {
      name: 'ID管理簿',
      rows: [
        ['利用者ID管理簿（令和7年度）', null, null, null, null, null, null],
        ['中央図書館', null, null, null, null, '令和8年3月31日現在'],
        ['No.', '識別子', '表示', '種別', '交付日', '抹消日', '備考'],
        [1, 'lib-01', '窓口1', '個人', day('2024-04-01'), null, null],
        [2, 'lib-02', '窓口2', '共用ID', day('2024-04-01'), day('2025-12-31'), '廃止'],
        [3, 'lib-03', '保守', '保守', 'R6.10.1', null, null],
        ['合計', 3, null, null, null, null, null],
      ],
      merges: ['A1:G1'],
    },
    {
      name: '記入例',
      rows: [
        ['識別子', '種別', '交付日'],
        ['a-1', '個人', 'R7.4.1'],
      ],
    },
  ],
  /** Two rows of headings, cells joined, ditto marks, an office in each row. */
  media: [
    {
      name: '外部記憶媒体',
      rows: [
        ['外部記憶媒体管理簿', null, null, null, null, null, null],
        ['管理番号', '媒体種別', '所管課', '登録', '貸出', null, '廃棄'],
        [null, null, null, '年月日', '先', '返却予定日', '日'],
        ['U-01', 'USBメモリ', 'みどり課', '令和6年4月1日', '公園管理所', '2025/5/1', null],
        ['U-02', '〃', '〃', '〃', null, null, '令和7年3月31日'],
        ['U-03', 'DVD', '中央図書館', 'R5.6.1', null, null, null],
      ],
      merges: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'E2:F2'],
    },
  ],
  /** Names of persons, and a column that nobody knows. */
  devices: [
    {
      name: '端末一覧',
      rows: [
        ['端末管理台帳'],
        ['資産番号', '機種', '利用者', 'フリガナ', '導入日', '返却日', '個人番号', '設定', '備考'],
        [
          'PC-001',
          'ノートパソコン',
          '青空　太郎',
          'アオゾラ タロウ',
          'R6.4.1',
          null,
          '123456789018',
          'A',
          '青空太郎へ',
        ],
        [
          'PC-002',
          'ノートパソコン',
          '若葉 花子',
          'ワカバ ハナコ',
          'R6.4.1',
          'R7.9.1',
          null,
          'B',
          null,
        ],
        ['PC-003', 'タブレット', '青空太郎', 'アオゾラ タロウ', 'R7.4.1', null, null, 'A', null],
      ],
    },
  ],
  /** Requests and answers, days with their hours, ids from the number of the row. */
  failures: [
    {
      name: '障害',
      rows: [
        ['No', '発生日時', '検知日時', '復旧日時', '原因', '再発防止策'],
        [1, '2025/6/3 9:10', '2025/6/3 9:30', '2025/6/3 11:00', '電源の断', '二重化した'],
        [2, '2025/9/12 13:00', '2025/9/12 13:05', null, '不明', null],
      ],
    },
  ],
  /** Media taken out and brought back, ○ and ×. */
  exchanges: [
    {
      name: '持出簿',
      rows: [
        ['記録媒体持出管理簿'],
        [
          '番号',
          '媒体番号',
          '持出日',
          '持出先',
          '区分',
          '許可者',
          '暗号化の有無',
          '返却予定日',
          '返却日',
        ],
        [1, 'U-01', 'R7.4.10', '公園管理所', '引渡し', '課長', '○', 'R7.4.20', 'R7.4.18'],
        [2, 'U-03', 'R7.5.7', 'みどり課', '受取り', '課長', '×', 'R7.5.10', null],
      ],
    },
  ],
  /** Duties by month: marks, days, what was not done, and what nobody can read. */
  months: [
    {
      name: '点検表',
      rows: [
        ['令和7年度　定期点検実施表'],
        ['No.', '業務', ...[4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => `${month}月`)],
        [1, 'ログの点検', '○', '済', null, '×', '10日', '9/3', day('2025-10-07'), 5, null, '○'],
        [2, 'バックアップの確認', '○', null, '○', null, null, null, null, null, null, '1/20'],
        [3, '庁舎の清掃', '○'],
      ],
    },
    {
      name: '年のない表',
      rows: [
        ['業務', '4月', '5月', '6月', '7月', '8月', '9月'],
        ['ログの点検', '○'],
      ],
    },
  ],
  /** Nothing that says which ledger it is, and a list of offices. */
  unknown: [
    {
      name: 'Sheet1',
      rows: [
        ['番号', '名称', '日付'],
        [1, 'い', 'R7.4.1'],
      ],
    },
    {
      name: '課一覧',
      rows: [
        ['課', '内線'],
        ['みどり課', 100],
      ],
    },
    { name: '白紙', rows: [[null]] },
  ],
}
