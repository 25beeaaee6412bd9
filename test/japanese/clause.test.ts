import { describe, expect, it } from 'vitest'
import { articleOf, articlesCited, isDeletedArticle } from '../../src/japanese/article.ts'
import { deciderIn, holderIn, permitsAskedIn } from '../../src/japanese/decider.ts'
import { gistOf } from '../../src/japanese/gist.ts'
import { heldUpUntil } from '../../src/japanese/telling.ts'
import { differ, excludeOneAnother, outlasts, retentionsIn } from '../../src/japanese/term.ts'
import { exceptionTermIn, saysRenewedFreely } from '../../src/japanese/term.ts'

describe('how long a clause has something kept', () => {
  it.each([
    ['認証の記録は1年以上保存する。', ['keep 認証の記録 P1Y']],
    [
      '情報システム管理者は、アクセスログを取得し、３年間保管しなければならない。',
      ['keep アクセスログ P3Y'],
    ],
    ['認証の記録は、取得から６か月を過ぎたら速やかに消去する。', ['erase 認証の記録 P6M']],
    ['すべてのログは、取得の日から1年を経過したときに消去する。', ['erase すべてのログ P1Y']],
    ['認証の記録は、1年を経過するまで廃棄してはならない。', ['keep 認証の記録 P1Y']],
    ['入退室の記録は、５年間保存した後、廃棄する。', ['keep 入退室の記録 P5Y']],
    ['映像は、30日を経過した後に消去することができる。', []],
    ['ログ（試験のものを除く。）は、1年間保存する。', []],
    ['ログは1年間保存し、設計書は5年間保存する。', []],
    ['1年間保存する。', []],
    ['施設のカメラの映像の保存は14日以内とし、要領を定める。', ['erase 施設のカメラの映像 P14D']],
    ['録音の保管の期間は、30日を限度とする。', ['erase 録音 P30D']],
    ['通話の録音は、30日を超えて保存してはならない。', ['erase 通話の録音 P30D']],
    ['映像は、14日以内に消去する。', ['erase 映像 P14D']],
    ['映像は、必要な期間を超えて保存してはならない。', []],
    ['1年に1回、記録を保存する場所を点検する。', []],
  ])('%s', (text, expected) => {
    expect(
      retentionsIn(text).map(({ way, what, period }) => `${way} ${what} ${String(period)}`),
    ).toEqual(expected)
  })

  const one = (text: string) => {
    const [found] = retentionsIn(text)
    if (!found) throw new Error(text)
    return found
  }

  it.each([
    ['映像は、60日間保存する。', '映像の保存は14日以内とする。', true],
    ['映像は、60日を経過した後に消去する。', '映像は、14日を超えて保存してはならない。', true],
    ['映像は、14日間保存する。', '映像の保存は14日以内とする。', false],
    ['映像は、60日間保存する。', 'すべての映像は、14日以内に消去する。', true],
    ['すべての映像は、60日間保存する。', '映像は、14日以内に消去する。', false],
    ['映像は、60日間保存する。', '録音は、14日以内に消去する。', false],
    ['映像は、60日を経過した後に消去する。', '映像は、14日を経過した後に消去する。', false],
    ['映像は、60日間保存する。', '映像は、14日以上保存する。', false],
  ])('%s beside the limit %s', (given, limit, expected) => {
    expect(outlasts(one(given), one(limit))).toBe(expected)
  })

  it('tells what cannot both be kept', () => {
    const kept = one('認証のログは3年以上保存する。')
    expect(excludeOneAnother(kept, one('すべてのログは、1年を経過したときに消去する。'))).toBe(true)
    expect(excludeOneAnother(one('認証のログは、1年を過ぎたら消去する。'), kept)).toBe(true)
    expect(excludeOneAnother(kept, one('すべてのログは、3年を経過したときに消去する。'))).toBe(
      false,
    )
    expect(excludeOneAnother(kept, one('すべての映像は、1年を経過したときに消去する。'))).toBe(
      false,
    )
    expect(differ(kept, one('認証のログは36か月保存する。'))).toBe(false)
    expect(differ(kept, one('認証のログは1年間保存する。'))).toBe(true)
  })
})

describe('what a sentence is about', () => {
  it.each([
    [
      '職員の利用者IDは、年１回点検しなければならない。',
      '職員の利用者IDの点検は、半年に１回行う。',
      true,
    ],
    ['媒体は、毎月点検する。', '媒体は、四半期ごとに点検する。', true],
    [
      '事故を知った職員は、1時間以内に課長に報告する。',
      '事故を知った職員は、24時間以内に課長に報告する。',
      true,
    ],
    [
      '事故を知った職員は、1時間以内に課長に報告する。',
      '事故を知った職員は、24時間以内に部長に報告する。',
      false,
    ],
    ['媒体は、毎月点検する。', '媒体は、毎年点検することを要しない。', false],
    ['全件を年1回点検する。', '抽出により月1回点検する。', false],
  ])('%s %s', (first, second, same) => {
    expect(gistOf(first) === gistOf(second)).toBe(same)
  })
})

describe('who decides', () => {
  it.each([
    ['記録媒体の持出しは、課長の許可を受ける。', '課長 許可'],
    [
      '持出しの前に情報セキュリティ管理者の承認を得なければならない。',
      '情報セキュリティ管理者 承認',
    ],
    ['課長の許可を受け、又は部長の許可を受ける。', undefined],
    ['許可を受けた者は、記録する。', undefined],
  ])('%s', (sentence, expected) => {
    const found = deciderIn(sentence)
    expect(found && `${found.post} ${found.deed}`).toBe(expected)
  })

  it('reads who holds a role', () => {
    expect(holderIn('統括情報セキュリティ責任者は総務局長とする')).toEqual({
      role: '統括情報セキュリティ責任者',
      post: '総務局長',
    })
    expect(holderIn('監査は、独立した者が行うものとする')).toBeUndefined()
  })
})

describe('what a clause cites', () => {
  it.each([
    ['第二十二条に定める情報を送るときは、暗号化する。', ['第22条']],
    ['部長は、第7条の2第2項及び第9条の許可を記録する。', ['第7条の2', '第9条']],
    ['地方公務員法第34条及び第38条の定めによる。', []],
    ['第22条を削る。', []],
  ])('%s', (text, expected) => {
    expect(articlesCited(text).map(({ name }) => name)).toEqual(expected)
  })

  it('knows articles and deleted ones', () => {
    expect(articleOf('第１０条第２項')?.name).toBe('第10条')
    expect(articleOf('別表第1')).toBeUndefined()
    expect(isDeletedArticle('（削除）')).toBe(true)
    expect(isDeletedArticle('不要な情報は削除')).toBe(false)
  })
})

describe('what a text wants permitted', () => {
  it.each([
    ['外部サービスを使うときは事前に情報政策課長の承認を受け、承認台帳に載せる。', ['all']],
    ['届け出て台帳に載せる。重要な情報を取り扱うものは、町長の決裁を受ける。', ['important']],
    ['機密の情報を扱うサービスは、CISOが認めたものに限る。', ['important']],
    ['市長が認めた外部サービスのほかは、使ってはならない。', ['all']],
    [
      '個人情報は、市長が認めた外部サービスのほかの外部サービスに入力してはならない。',
      ['important'],
    ],
    ['クラウドサービスを使うときは、利用台帳に載せる。', []],
    ['公開してよい情報だけを扱うサービスは、許可を要しない。', []],
  ])('%s', (text, expected) => {
    expect(permitsAskedIn(text)).toEqual(expected)
  })
})

describe('for how long a text lets something be excepted', () => {
  it.each([
    ['例外を認めるときは、六箇月以内の期限を付けなければならない。', 'P6M'],
    ['ただし、院長が期限を付けて認めた場合はこの限りでない。', 'any'],
    ['承認の日から3年を限度に使うときは、この限りでない。', 'P3Y'],
    ['やむを得ないときは、3か月間に限り使うことができる。', 'P3M'],
    ['例外措置は、CISOの承認を受けて行う。', undefined],
    ['利用者IDは、期限を付けて承認する。', undefined],
  ])('%s', (text, expected) => {
    expect(exceptionTermIn(text)?.toString()).toBe(expected)
  })
})

describe('whether a text lets something be excepted again and again', () => {
  it.each([
    ['続けるときは改めて許可を受ける。更新の回数は限らない。', true],
    ['例外は、何度でも更新することができる。', true],
    ['期限は1年以内とし、延長の回数に制限はない。', true],
    ['例外は、改めて許可を受けて更新することができる。', false],
    ['更新は1回に限る。', false],
  ])('%s', (text, expected) => {
    expect(saysRenewedFreely(text)).toBe(expected)
  })
})

describe('what a report waits for', () => {
  it.each([
    [
      '異常に気づいたときは、まず業者に電話し、原因が分かってから館長に報告する。',
      '原因が分かってから',
    ],
    ['事実関係を確認できた後に、場長に報告する。', '事実関係を確認できた後'],
    ['情報の漏えいが判明したときは、直ちに課長に報告する。', undefined],
    ['原因が判明した後、続報として報告する。', undefined],
    ['状況を確認した上で、速やかに報告する。', undefined],
  ])('%s', (text, expected) => {
    expect(heldUpUntil(text)).toBe(expected)
  })
})
