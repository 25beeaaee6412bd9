// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.
import type { Basis, Day, Id, LongText, Notes, OrganisationOrGroup, Reference, SourceText, System, Text } from './common.ts'

/**
 * 実施手順の改正や事故の教訓などを、誰に何と通知し、誰に届いたかを書くファイルです。
 */
export interface Notice {
  /**
   * notice と書きます。
   */
  kind: 'notice'
  /**
   * 「自治体の識別子/システムの識別子」です。
   */
  system: System
  /**
   * 通知の識別子です。
   */
  id: Id
  /**
   * 通知の文書番号です。
   */
  number?: Text
  /**
   * 通知の題名です。
   */
  title?: Text
  /**
   * 通知を出した組織です。
   */
  issuer: OrganisationOrGroup
  /**
   * 通知を出した日です。
   */
  on: Day
  /**
   * 通知の宛先の組織です。所属ごとに内容の違う通知を出すときに書きます。書かないときは、配布を受けたすべての所属に同じ通知が渡ります。
   */
  to?: OrganisationOrGroup
  /**
   * 通知の内容に関わり、知らせるべき者です。実際に誰に渡したか（deliveries の audience）と比べます。
   */
  concerns?: Text[]
  /**
   * 誰がいつ行うかなどの回答を求めた期限の日です。求めないときは書きません。
   */
  replyBy?: Day
  /**
   * どの実施手順の、どの版からどの版への改正を知らせるかです。改正を知らせる通知でなければ書きません。
   */
  announces?: Announcement
  /**
   * 通知に書かれている文です。
   */
  statements?: Statement[]
  /**
   * 実際には変わり、又は起きたのに、この通知に書かれていないと分かったことです。事実と違うことが書かれていたときも、実際はどうだったかを書きます。例 夜間の監視の再委託
   */
  lacks?: Text[]
  /**
   * 通知が誰から誰に渡ったかです。渡したものをすべて書きます。誰にも渡していなければ [] です。
   */
  deliveries?: Delivery[]
  /**
   * 回答を求めた数と、届いた数です。どこが答えたかを一つずつ書く（confirmations）代わりに、数だけを書くときに使います。
   */
  replies?: Replies
  /**
   * 通知を受けた組織が答えた記録です。求めた回答の届いたものをすべて書きます。一つも届いていなければ [] です。
   */
  confirmations?: NoticeConfirmation[]
  /**
   * 期限の前後に知らせ、催促した記録です。していなければ [] です。
   */
  reminders?: Reminder[]
  /**
   * 何を知らせる通知かです。
   */
  occasion?: 'revision' | 'incident' | 'document' | 'inquiry' | 'reminder' | 'correction' | 'other'
  /**
   * きっかけとなった事故などの識別子です。前の通知の訂正なら、その通知の ID です。
   */
  reference?: Text
  /**
   * 誰に向けた通知かです。
   */
  audience?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 改正の前と後の版です。
 */
export interface Announcement {
  /**
   * 実施手順の識別子です。
   */
  procedure: Reference
  /**
   * 改正前の版が効力を持っていた日です。
   */
  from: Day
  /**
   * 改正後の版が効力を持つ日です。
   */
  to: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 通知の一つの文です。
 */
export interface Statement {
  /**
   * 文の識別子です。
   */
  id: Id
  /**
   * どの担当業務についての文かです。
   */
  duty?: Reference
  /**
   * 担当業務についての文でないときの話題です。
   */
  about?: 'procedure' | 'system' | 'other'
  /**
   * 誰に向けた文かです。役割の識別子を書きます。
   */
  addressee?: Reference
  /**
   * その文が求める強さです。
   */
  modality?: 'must' | 'should' | 'may' | 'mustNot' | 'information'
  /**
   * 宛先の組織にとって、その業務がどうなるかです。
   */
  effect?: 'gained' | 'lost' | 'changed'
  /**
   * その定めが効力を持つ日です。
   */
  from?: Day
  /**
   * 通知を受けて初めに行うことです。
   */
  first?: Text
  /**
   * 文に書かれた期限です。知らせに書かれていなければ書きません。
   */
  due?: Day
  /**
   * 行ったことを残す記録です。
   */
  record?: Text
  /**
   * 結果をどう報告するかです。知らせに書かれていなければ書きません。
   */
  reportHow?: Text
  /**
   * 問合せ先の組織です。個人名は書きません。知らせに書かれていなければ書きません。
   */
  contact?: Text
  /**
   * 通知の文言です。
   */
  text: LongText
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の配布です。
 */
export interface Delivery {
  /**
   * 配布の識別子です。
   */
  id?: Id
  /**
   * 渡した組織です。書かないときは発出元です。
   */
  from?: OrganisationOrGroup
  /**
   * 渡された組織またはグループです。
   */
  to: OrganisationOrGroup
  /**
   * その配布先のうち、渡した者です。専任の職員の名簿だけに送ったときなどに書きます。
   */
  audience?: Text[]
  /**
   * 渡した日です。
   */
  on?: Day
  /**
   * 渡した手段です。
   */
  means?: 'document' | 'mail' | 'portal' | 'circulation' | 'meeting'
  /**
   * 相手に届いたかどうかです。書かないときは、渡したものとします。
   */
  state?: 'sent' | 'received' | 'circulated' | 'notReceived'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織の回答です。
 */
export interface NoticeConfirmation {
  /**
   * 回答の識別子です。
   */
  id?: Id
  /**
   * 答えた組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * どの担当業務についての回答かです。担当業務についての回答でなければ書きません。
   */
  duty?: Reference
  /**
   * 誰が行うかです。個人名は書きません。
   */
  doer?: Text
  /**
   * いつ行うかです。
   */
  when?: Text
  /**
   * 答えた日です。
   */
  on?: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 求めた回答がいくつ届いたかです。
 */
export interface Replies {
  /**
   * 回答を求めた相手の数です。
   */
  asked: number
  /**
   * 回答の届いた相手の数です。
   */
  received: number
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の督促です。
 */
export interface Reminder {
  /**
   * 督促の識別子です。
   */
  id?: Id
  /**
   * どの担当業務についての督促かです。回答の督促なら書きません。
   */
  duty?: Reference
  /**
   * 督促した相手です。
   */
  to: OrganisationOrGroup
  /**
   * 督促した日です。
   */
  on: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
