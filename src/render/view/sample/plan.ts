import type { PlanText } from '../plan.ts'

const months = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]

/** A plan with every name that its template may use. */
export const planSample: PlanText = {
  municipality: '青葉市',
  title: '年間実施計画',
  procedure: '図書館システム情報セキュリティ実施手順',
  variant: '中央図書館版',
  fiscalYear: '令和８年度',
  months: months.map((month) => `${month}月`),
  rows: [
    {
      duty: '利用者IDの点検',
      span: '1',
      performer: '情報システム管理者',
      when: '毎年度（５月）',
      marks: months.map((month) => (month === 5 ? '●' : '')),
      record: '利用者ID点検票',
      source: 'procedure.yaml:1:1',
    },
  ],
  others: [
    {
      duty: '障害の記録',
      performers: '情報システム管理者',
      when: '障害の発生のとき（７日以内）',
      record: '障害記録',
      source: 'procedure.yaml:2:1',
    },
  ],
  legend: '● 実施する月',
}
