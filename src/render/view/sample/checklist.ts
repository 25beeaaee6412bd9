import type { ChecklistText } from '../checklist.ts'

/** A checklist with every name that its template may use. */
export const checklistSample: ChecklistText = {
  municipality: '青葉市',
  title: '点検表',
  procedure: '図書館システム情報セキュリティ実施手順',
  variant: '中央図書館版',
  fiscalYear: '令和８年度',
  roles: [
    {
      name: '情報システム管理者',
      post: '課長',
      organisation: '教育部中央図書館',
      source: 'procedure.yaml:1:1',
      rows: [
        {
          number: '１',
          article: '第１条',
          duty: '利用者IDの点検',
          question: '利用者IDを点検し、利用者ID点検票に記録したか。',
          when: '毎年度（５月）',
          record: '利用者ID点検票',
          source: 'procedure.yaml:1:1',
        },
      ],
    },
  ],
}
