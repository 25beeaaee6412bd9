import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parsePeriod } from '../../src/calendar/period.ts'
import {
  saidDeadline,
  saidEvery,
  saidForce,
  saidFrequency,
  saidMonths,
} from '../../src/model/sentence.ts'
import { context, dossierOf, duty, dutyOf, procedure } from './dossier.ts'

/** The words that the base standard reads sentences by. */
const { phrases } = parse(readFileSync('policies/base/pack.yaml', 'utf8')) as {
  readonly phrases: readonly unknown[]
}

/** What a sentence says: force, length of time, plain word, deadline, months. */
function said(text: string): readonly unknown[] {
  const dossier = dossierOf([context(), { ...procedure, duties: [duty({ text })] }], {
    pack: { phrases },
  })
  const one = dutyOf(dossier)
  return [
    saidForce(one),
    saidEvery(one)?.toString(),
    saidFrequency(one),
    saidDeadline(one)?.toString(),
    saidMonths(one),
  ]
}

const none = undefined

test.each<[string, readonly unknown[]]>([
  ['主任は、退職者のIDを５開庁日以内に消す。', [none, none, none, '5開庁日', []]],
  ['課長は、知った日の翌日から３営業日以内に報告書を出す。', [none, none, none, '3開庁日', []]],
  ['当直者は、翌開庁日までに申込書を補う。', [none, none, none, '1開庁日', []]],
  [
    '主任は、毎年８月末日までに台帳を更新し、９月末日までに課長に報告する。',
    [none, none, none, none, []],
  ],
  ['主任は、毎年４月に点検し、６月に報告する。', [none, none, none, none, []]],
  [
    '課長は、上期（４～９月）と下期（１０～３月）に１回ずつ検査する。',
    [none, 'P6M', none, none, []],
  ],
  ['当番は、毎開庁日の8時30分に結果票を見る。', [none, '1開庁日', none, none, []]],
  ['主任は、毎月の第１開庁日に媒体を運ぶ。', [none, 'P1M', none, none, []]],
  ['館長は、６か月に１回、点検しなければならない。', ['must', 'P6M', none, none, []]],
  ['館長は、半年に一度、点検するよう努めなければならない。', ['should', 'P6M', none, none, []]],
  ['窓あき封筒を用い、宛名を貼ってはならない。', [none, none, none, none, []]],
  ['許可を受けた場合を除き、媒体を持ち出してはならない。', ['mustNot', none, none, none, []]],
  ['職員は、媒体を持ち出し、又は複製してはならない。', ['mustNot', none, none, none, []]],
  ['館長は、年２回点検するものとする。', ['must', 'P6M', none, none, []]],
  ['主任は、四半期ごとに、台帳を見る。', [none, 'P3M', none, none, []]],
  ['主任は、３ヶ月ごとに台帳を見直すことが望ましい。', ['should', 'P3M', none, none, []]],
  ['主任は、随時、記録を分析する。', [none, none, 'asNeeded', none, []]],
  ['主任は、定期的に復元を試す。', [none, none, 'periodic', none, []]],
  ['主任は、定期又は随時に復元を試す。', [none, none, none, none, []]],
  ['主任は、異動の日から７日以内に抹消を申請することができる。', ['may', none, none, 'P7D', []]],
  ['主任は、5月及び11月に点検する。', [none, none, none, none, [5, 11]]],
  ['主任は、毎年4月及び10月に点検する。', [none, 'P6M', none, none, [4, 10]]],
  ['主任は、毎年4月と10月に点検し、同月末日までに知らせる。', [none, 'P6M', none, none, [4, 10]]],
  ['主任は、半年に1回、4月と10月に点検する。', [none, 'P6M', none, none, [4, 10]]],
  ['主任は、年2回(5月、11月)、点検する。', [none, 'P6M', none, none, [5, 11]]],
  ['主任は、毎年3月に見直す。', [none, 'P1Y', none, none, [3]]],
  // May be read in two ways: nothing is said.
  ['主任は、毎年度9月末及び3月末に照合する。', [none, none, none, none, []]],
  ['点検する。主任は、毎月、結果を係長に知らせなければならない。', [none, none, none, none, []]],
  ['主任は、点検し、毎月、結果を知らせる。', [none, none, none, none, []]],
  ['主任は、常に一覧を整え、年に１回、除く。', [none, none, none, none, []]],
  ['主任は、毎月点検し、半年に１回報告する。', [none, none, none, none, []]],
  ['主任は、3日以内に申請し、7日以内に消す。', [none, none, none, none, []]],
  ['主任は、5月から7月までに点検する。', [none, none, none, none, []]],
  ['令和7年4月1日から行う。', [none, none, none, none, []]],
  ['主任は、8時間以内に知らせる。', [none, none, none, 'PT8H', []]],
  ['主任は、2時間おきに見回る。', [none, 'PT2H', none, none, []]],
  ['主任は、2日おきに見回る。', [none, none, none, none, []]],
  ['主任は、1日2回点検する。', [none, 'PT12H', none, none, []]],
  ['番号を貸してはならない。', ['mustNot', none, none, none, []]],
])('%s', (text, expected) => {
  expect(said(text)).toEqual(expected)
})

test('a length of time is that of the calendar', () => {
  expect(said('主任は、12か月に1回、見る。')[1]).toBe(parsePeriod('P1Y')?.toString())
})
