import { describe, expect, test } from 'vitest'
import { Period } from '../../src/calendar/period.ts'
import type { Change } from '../../src/finding/change.ts'
import { dutiesOf } from '../../src/model/procedure.ts'
import type { WrittenPart } from '../../src/model/part.ts'
import { shapeOf } from '../../src/model/shape.ts'
import {
  doneQuestion,
  dutyInLetter,
  dutySentence,
  recordClause,
  shareQuestion,
} from '../../src/words/duty.ts'
import { groupPost } from '../../src/words/name.ts'
import {
  type FieldWords,
  labelIn,
  plainWriting,
  sayField,
  sayFrequency,
} from '../../src/words/field.ts'
import { changeInNotice, dutyParagraph, letterDay } from '../../src/words/letter.ts'
import {
  frequencyIn,
  howOften,
  nameIn,
  type Names,
  sayList,
  sayPlain,
  titled,
} from '../../src/words/value.ts'
import { whenClause, whenLabel } from '../../src/words/when.ts'
import { procedureOf, townDossier } from '../render/view/town.ts'

const names: Names = {
  nameOf: (nouns, id) => `${nouns.join('/')}の${id}`,
  wordName: (vocabulary, id) => `${vocabulary}の${id}`,
}

/** As a message has it: はい, the first items of a list, numbers as they are written. */
const inSentence: FieldWords = {
  ...names,
  writing: plainWriting,
  truth: (value) => sayPlain(value) ?? '',
  number: String,
  list: (items) => sayList(items),
  mapping: (value) => Object.keys(value).join('、'),
}

test('what says itself, and what only a schema can tell', () => {
  const values = ['文', 3, 0.85, true, false, new Period(18, 0), new Period(0, 14), undefined, {}]
  const said = ['文', '3', '0.85', 'はい', 'いいえ', '1年6か月', '14日', undefined, undefined]
  expect(values.map(sayPlain)).toEqual(said)
})

test('terms in days of work', () => {
  const terms = [new Period(0, 0, 0, 5), new Period(0, 1, 0, 3)]
  expect(terms.map(sayPlain)).toEqual(['5開庁日', '1日と3開庁日'])
})

test('lists, names and titles', () => {
  const many = Array.from({ length: 10 }, (_, at) => `${at + 1}`)
  expect([[], ['甲', '乙'], many].map((items) => sayList(items))).toEqual([
    'なし',
    '甲、乙',
    '1、2、3、4、5、6、7、8 ほか2件',
  ])
  const things = [{ name: '名' }, { title: '題' }, { item: '項目' }, { id: 'x' }]
  expect(things.map(nameIn)).toEqual(['名', '題', '項目', undefined])
  const duty = shapeOf('Duty')
  expect(['IDの点検', ''].map((name) => titled(duty, name))).toEqual([
    '担当業務「IDの点検」',
    '担当業務',
  ])
})

test.each([
  ['Duty', 'text', '文のまま', '文のまま'],
  ['Duty', 'performers', ['kanri', 'kakari'], 'roleのkanri、roleのkakari'],
  ['Duty', 'performers', [], 'なし'],
  ['Duty', 'since', '2026-05-01', '2026年5月1日'],
  ['Duty', 'since', '来年', '来年'],
  ['Duty', 'severally', true, 'はい'],
  ['Duty', 'activity', 'log.analyse', 'activitiesのlog.analyse'],
  ['Duty', 'modality', 'mustNot', 'してはならない'],
  ['Duty', 'frequency', 'always', '常時'],
  ['Duty', 'record', undefined, ''],
  ['Chain', 'triggers', ['failure', 'intrusion'], '障害、侵害'],
  ['PeriodicFrequency', 'every', 'P1Y6M', '1年6か月'],
  ['PeriodicFrequency', 'every', '毎月', '毎月'],
])('%s.%s: %j is %s', (type, field, value, said) => {
  const shape = shapeOf(type).fields[field]
  expect(shape && sayField(value, shape.type, inSentence)).toBe(said)
})

test('a label of the schema; a word it does not list stands as it is', () => {
  const chain = shapeOf('Chain')
  expect(['failure', 'flood'].map((word) => labelIn(chain, 'triggers', word))).toEqual([
    '障害',
    'flood',
  ])
})

test.each([
  ['always', '常時', '常時'],
  ['asNeeded', '随時', '随時'],
  ['periodic', '定期（間隔の定めなし）', '定期（間隔の定めなし）'],
  ['unstated', '頻度の定めなし', '頻度の定めなし'],
  [{ word: 'always' }, '常時', '常時'],
  [{ every: 'P6M' }, '6か月に1回', '6か月に1回'],
  [{ every: 'P1Y', counted: 'since' }, '1年に1回', '1年に1回（適用日から数える）'],
  [{ on: 'failure' }, 'eventsのfailureの都度', 'eventsのfailureの都度'],
  [{ on: 'failure', within: 'P7D' }, 'eventsのfailureの都度', 'eventsのfailureの都度、7日以内'],
  [{ on: 'failure', within: 'P0D' }, 'eventsのfailureの都度', 'eventsのfailureの都度、当日以内'],
  ['weekly', undefined, undefined],
  [undefined, undefined, undefined],
])('how often: %j', (written, short, full) => {
  const frequency = frequencyIn(written)
  expect(frequency && [howOften(frequency, names), sayFrequency(frequency, names)]).toEqual(
    short === undefined ? undefined : [short, full],
  )
})

describe('a duty', () => {
  const duties = async (): Promise<readonly WrittenPart[]> =>
    dutiesOf(procedureOf(await townDossier()))

  test('when, and as a sentence of a rule, of a letter and of a checklist', async () => {
    const said = (await duties()).map((duty) => [
      whenLabel(duty, plainWriting),
      whenClause(duty, plainWriting),
      dutySentence(duty, plainWriting),
      dutyInLetter(duty, plainWriting),
      doneQuestion(duty),
    ])
    expect(said).toMatchInlineSnapshot(`
      [
        [
          "システムの変更から1か月以内",
          "システムを変更したときは、1か月以内に",
          "情報システム管理者は、システムを変更したときは、1か月以内に、情報の分類を見直し、情報資産台帳に記録しなければならない。",
          "情報システム管理者は、システムを変更したときは、1か月以内に、情報の分類を見直し、情報資産台帳に記録しなければなりません。",
          "情報の分類を見直し、情報資産台帳に記録したか。",
        ],
        [
          "6か月に1回（5月及び11月の20日まで）",
          "毎年度5月及び11月の20日までに",
          "利用係の長は、毎年度5月及び11月の20日までに、利用者IDを点検し、ID点検票に記録しなければならない。",
          "利用係の長は、毎年度5月及び11月の20日までに、利用者IDを点検し、ID点検票に記録しなければなりません。",
          "利用者IDを点検し、ID点検票に記録したか。",
        ],
        [
          "毎月",
          "毎月",
          "保守業者は、毎月、自動処理により、ログを分析し、ログ点検表に記録しなければならない。",
          "保守業者は、毎月、自動処理により、ログを分析し、ログ点検表に記録しなければなりません。",
          "ログを分析し、ログ点検表に記録したか。",
        ],
        [
          "随時",
          "随時",
          "情報システム管理者は、随時、特権IDを点検するよう努めなければならない。",
          "情報システム管理者は、随時、特権IDを点検するよう努めてください。",
          "特権IDを点検したか。",
        ],
        [
          "常時",
          "常に",
          "情報システム管理者及び利用係の長は、記録媒体の持出しを行ってはならない。",
          "情報システム管理者及び利用係の長は、記録媒体の持出しを行ってはなりません。",
          "記録媒体の持出しを行うことがなかったか。",
        ],
        [
          "四半期ごと",
          "四半期ごとに",
          "保守業者は、四半期ごとに、ウイルス対策ソフト及び定義ファイルを更新し、更新記録を作成し、その結果を情報システム管理者に報告しなければならない。",
          "保守業者は、四半期ごとに、ウイルス対策ソフト及び定義ファイルを更新し、更新記録を作成し、その結果を情報システム管理者に報告しなければなりません。",
          "ウイルス対策ソフト及び定義ファイルを更新し、更新記録を作成したか。",
        ],
        [
          "障害の発生から7日以内",
          "障害が発生したときは、7日以内に",
          "情報システム管理者は、障害が発生したときは、7日以内に、障害を障害記録に記載しなければならない。",
          "情報システム管理者は、障害が発生したときは、7日以内に、障害を障害記録に記載しなければなりません。",
          "障害を障害記録に記載したか。",
        ],
        [
          "機器の返却・廃棄のとき",
          "機器の返却又は廃棄をするときは",
          "保守業者は、機器の返却又は廃棄をするときは、返す端末を消去し、消去証明書を記録として残さなければならない。",
          "保守業者は、機器の返却又は廃棄をするときは、返す端末を消去し、消去証明書を記録として残さなければなりません。",
          "返す端末を消去し、消去証明書を記録として残したか。",
        ],
      ]
    `)
  })

  test('as a notice tells those who perform it', async () => {
    const said = (await duties()).map((duty) =>
      dutyParagraph(duty, duty.parts('performers'), '2026-04-01'),
    )
    expect(said).toMatchInlineSnapshot(`
      [
        "情報システム管理者は、令和8年4月1日から、システムを変更したときは、1か月以内に、情報の分類を見直し、情報資産台帳に記録しなければなりません。",
        "利用係の長及び情報システム管理者は、令和8年4月1日から、毎年度5月及び11月の20日までに、利用者IDを点検し、ID点検票に記録しなければなりません。このうち利用係の長が受け持つのは、利用者IDを名簿と見比べることです。このうち情報システム管理者が受け持つのは、結果を確かめ、届かない係に催促することです。報告を受けたときは、1か月以内にその内容を確認しなければなりません。",
        "保守業者は、令和8年4月1日から、毎月、自動処理により、ログを分析し、ログ点検表に記録しなければなりません。その結果を5日以内に情報システム管理者へ報告しなければなりません。その結果を情報化委員会に報告しなければなりません。",
        "情報システム管理者は、令和8年4月1日から、随時、特権IDを点検するよう努めてください。",
        "情報システム管理者及び利用係の長は、令和8年4月1日から、記録媒体の持出しを行ってはなりません。",
        "保守業者は、令和8年4月1日から、四半期ごとに、ウイルス対策ソフト及び定義ファイルを更新し、更新記録を作成しなければなりません。その結果を情報システム管理者に報告しなければなりません。",
        "情報システム管理者は、令和8年4月1日から、障害が発生したときは、7日以内に、障害を障害記録に記載しなければなりません。",
        "保守業者は、令和8年4月1日から、機器の返却又は廃棄をするときは、返す端末を消去し、消去証明書を記録として残さなければなりません。",
      ]
    `)
  })

  test('the record that is kept of it', () => {
    const records = ['ID点検票', '障害記録', '承認した計画書', '点検表（様式1）']
    const said = records.map((record) => {
      const { object, verb } = recordClause(record)
      return object + verb.dictionary
    })
    expect(said).toEqual([
      'ID点検票に記録する',
      '障害記録を作成する',
      '承認した計画書を記録として残す',
      '点検表（様式1）に記録する',
    ])
  })
})

test('a change, as the news of a notice', () => {
  const place = { path: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  const side = (value: string | null) => (value === null ? null : { value, location: place })
  const news = (before: string | null, after: string | null, more: Partial<Change> = {}) =>
    changeInNotice({
      kind: 'duty.record.changed',
      title: '「IDの点検」の記録',
      grade: 'tightened',
      before: side(before),
      after: side(after),
      ...more,
    })
  expect([
    news('点検票', '点検簿'),
    news('2026年4月1日', '2026年10月1日'),
    news('記載なし', '点検票'),
    news(null, '点検票', { grade: 'relaxed' }),
    news('点検票', '記載なし'),
    news(null, null),
    news('届く', '届かない', { kind: 'chain.reach.lost', title: '甲から乙への連絡' }),
    letterDay('2026-04-01'),
    letterDay('来年'),
  ]).toEqual([
    '「IDの点検」の記録が、「点検票」から「点検簿」に変わります。',
    '「IDの点検」の記録が、「令和8年4月1日」から「令和8年10月1日」に変わります。',
    '「IDの点検」の記録が加わります（点検票）。',
    '「IDの点検」の記録が認められます（点検票）。',
    '「IDの点検」の記録はなくなります（これまでは、点検票）。',
    '「IDの点検」の記録はなくなります。',
    '甲から乙への連絡は、これまで「届く」でしたが、「届かない」に変わります。',
    '令和8年4月1日',
    '来年',
  ])
})

test('what somebody has of a duty is asked in the past', () => {
  const shares = [
    ['写しを抜き出して届けること。', '写しを抜き出して届けたか。'],
    ['届いた写しを点検する', '届いた写しを点検したか。'],
    ['結果を受け取り、届かない窓口に催促すること。', '結果を受け取り、届かない窓口に催促したか。'],
    ['結果を受け取る', '結果を受け取ったか。'],
    ['申し込む', '申し込んだか。'],
    ['点検を行う', '点検を行ったか。'],
    ['書き出す', '書き出したか。'],
    ['名簿と見比べる', '名簿と見比べたか。'],
    ['受付', undefined],
  ] as const
  expect(shares.map(([does]) => shareQuestion(does))).toEqual(shares.map(([, asked]) => asked))
})

test('the post that each member of a group has is said without saying a word twice', () => {
  const posts = [
    ['学童クラブ', 'クラブの主任', '各学童クラブの主任'],
    ['全課室', '課室長', '各課室長'],
    ['水道の窓口', '出張所長', '水道の窓口の出張所長'],
  ] as const
  expect(posts.map(([group, post]) => groupPost(group, post))).toEqual(
    posts.map(([, , said]) => said),
  )
})
