import type { FindingsText } from '../findings.ts'

/** A list of findings with every name that its template may use. */
export const findingsSample: FindingsText = {
  title: '指摘一覧',
  asOf: '令和８年４月１日現在',
  systems: [{ name: '図書館システム', asOf: '令和８年４月１日', count: '１件' }],
  rows: [
    {
      number: '１',
      system: '図書館システム',
      label: '指摘',
      clause: '青葉市情報セキュリティ対策基準 第12条',
      requirement: 'ACC-2',
      finding: '利用者IDの点検が定められていない。',
      alike: '同様のものがほかに６件ある。',
      expected: '年に１回以上',
      actual: '定めなし',
      why: '利用されていないIDが残る。',
      remedy: '点検の担当者と時期を定める。',
      place: 'procedure.yaml 1行',
      state: '新規',
      source: 'procedure.yaml:1:1',
    },
  ],
  note: 'このほか、事実が記録されていないために判定できなかったものが２件ある。',
}
