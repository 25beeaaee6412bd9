import type { LedgersText } from '../ledgers.ts'

/** A ledger with every name that its template may use. */
export const ledgersSample: LedgersText = {
  municipality: '青葉市',
  title: '管理簿',
  system: '図書館システム',
  asOf: '令和８年４月１日現在',
  ledgers: [
    {
      name: '記録媒体台帳',
      tables: [
        {
          about: [{ label: '組織', text: '中央図書館' }],
          source: 'records.yaml:1:1',
          columns: [
            { label: '表示', width: '50' },
            { label: '登録日', width: '50' },
          ],
          rows: [
            {
              cells: [{ text: 'USB-01' }, { text: '令和８年４月１日' }],
              source: 'records.yaml:2:1',
            },
          ],
        },
      ],
    },
  ],
}
