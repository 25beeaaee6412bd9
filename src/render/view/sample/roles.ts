import type { RolesText } from '../roles.ts'

/** A table of roles with every name that its template may use. */
export const rolesSample: RolesText = {
  municipality: '青葉市',
  title: '役割分担表',
  procedure: '図書館システム情報セキュリティ実施手順',
  variant: '中央図書館版',
  asOf: '令和８年４月１日現在',
  legend: '◎ 実施　○ 報告の受領',
  tables: [
    {
      widths: ['20', '30', '20', '30'],
      roles: [{ name: '情報システム管理者' }],
      rows: [
        {
          requirement: '利用者IDの点検',
          span: '1',
          duty: '利用者IDの点検',
          missing: '【未登録：head】',
          when: '毎年度（５月）',
          marks: ['◎'],
          source: 'procedure.yaml:1:1',
        },
      ],
    },
  ],
  roles: [
    {
      name: '情報システム管理者',
      canonical: '情報システム管理者',
      post: '課長',
      hasPost: true,
      organisation: '教育部中央図書館',
      deputy: '課長補佐',
      source: 'procedure.yaml:1:1',
      duties: [
        {
          article: '第１条',
          duty: '利用者IDの点検',
          part: '実施',
          when: '毎年度（５月）',
          record: '利用者ID点検票',
          reports: '統括情報セキュリティ責任者（14日以内）',
          source: 'procedure.yaml:1:1',
        },
      ],
    },
  ],
}
