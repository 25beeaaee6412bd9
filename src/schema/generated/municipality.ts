// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.
import type { Basis, Day, Id, Notes, OrganisationOrGroup, Period, Reference, RoughDay, SourceText, System, Text } from './common.ts'

/**
 * 自治体の組織と、どの対策基準をいつから使っているかを書くファイルです。
 */
export interface Municipality {
  /**
   * municipality と書きます。
   */
  kind: 'municipality'
  /**
   * 自治体の識別子です。ほかのファイルの system は「この識別子/システムの識別子」と書きます。例 aoba-city
   */
  id: Id
  /**
   * 自治体の名称です。例 青葉市
   */
  name: Text
  /**
   * どの対策基準（パック）のどの版を、いつから使っているかです。
   */
  standards: StandardInForce[]
  /**
   * 部署、施設、委託先の一覧です。children で木の形に書きます。
   */
  organisations: Organisation[]
  /**
   * 「各利用課」「各区役所」のように、まとめて呼ぶ部署の集まりです。
   */
  groups?: Group[]
  /**
   * 委員会、CSIRT、推進会議のような、所属をまたぐ体制です。
   */
  bodies?: Body[]
  /**
   * 事故や不審な点を知らせる窓口です。
   */
  contactPoints?: ContactPoint[]
  /**
   * 情報セキュリティを進める計画です。
   */
  plans?: Plan[]
  /**
   * 対策基準の役割に就く職です。
   */
  officers?: Officer[]
  /**
   * 文書を作るときの、この自治体の書き方です。書かない項目には、ふつうの書き方を使います。
   */
  conventions?: Conventions
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの対策基準の版と、その適用期間です。
 */
export interface StandardInForce {
  /**
   * 対策基準のパックの識別子です。例 base
   */
  pack: Id
  /**
   * パックの版です。パックの editions にある id を書きます。
   */
  edition: Text
  /**
   * この版を使い始めた日です。
   */
  from: Day
  /**
   * この版を使った最後の日です。使い続けているときは書きません。同じパックの次の版の from からは、その版に替わります。
   */
  until?: Day
  /**
   * 一部の組織やシステムだけに適用する対策基準なら、その相手です。書かないときは、ほかに相手を書いた対策基準のない、すべての組織とシステムに適用します。
   */
  for?: StandardScope
  /**
   * 国のガイドライン、親団体（組合を作る市、学校を設ける市など）の対策基準のように、この対策基準が手本とし、又は従うものが改められたことと、それによる見直しです。
   */
  follows?: Followed[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 手本とした基準の一回の改定と、それによる見直しです。
 */
export interface Followed {
  /**
   * 手本とした基準の名称です。例 国のガイドライン、市の対策基準
   */
  what: Text
  /**
   * 手本とした基準が改められた日です。日が分からなければ、2025-03 や 2025年 のように分かるところまで書きます。
   */
  revisedOn: RoughDay
  /**
   * その改定によって、この対策基準を見直した日です。改める必要がないと確かめた日でもかまいません。見直していなければ none です。
   */
  reviewedOn?: RoughDay | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 対策基準を適用する組織とシステムです。システムは、名指しされたもの、所管する組織、その上の組織の順に、近いものの対策基準によります。
 */
export interface StandardScope {
  /**
   * 適用する組織またはグループです。その下の組織と、それらが所管するシステムや実施手順に及びます。
   */
  organisations?: OrganisationOrGroup[]
  /**
   * 所管にかかわらず適用するシステムです。「自治体の識別子/システムの識別子」で書きます。
   */
  systems?: System[]
}
/**
 * 部署、施設または委託先です。
 */
export interface Organisation {
  /**
   * 組織の識別子です。自治体のなかで重ならないように付けます。
   */
  id: Id
  /**
   * 組織の名称です。文書や指摘にはこの名称が出ます。
   */
  name: Text
  /**
   * 書かないときは庁内の部署として扱います。
   */
  kind?: 'internal' | 'external' | 'facility'
  /**
   * 所属する局や部あての通知を受け取る庶務・受付の担当なら true と書きます。
   */
  desk?: boolean
  /**
   * 人事、契約、広報のような、この組織が担う機能です。
   */
  functions?: Text[]
  /**
   * 対策基準を守る範囲に入る組織なら true、独自の基準による組織（学校など）なら false です。
   */
  inScope?: boolean
  /**
   * この組織が置かれた日です。手本にした団体の課の名前が実施手順に残っているときのように、この団体に置かれたことのない組織なら none です。
   */
  from?: Day | 'none'
  /**
   * この組織があった最後の日です。
   */
  until?: Day
  /**
   * この組織の下にある組織です。
   */
  children?: Organisation[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * まとめて呼ぶ部署の集まりです。
 */
export interface Group {
  /**
   * グループの識別子です。組織の識別子とも重ならないように付けます。
   */
  id: Id
  /**
   * グループの名称です。例 利用課
   */
  name: Text
  /**
   * 構成員をすべて挙げていれば all、一部だけなら sample です。sample では、organisations に書いた部署のうち構成員であるものはすべて挙げてください。organisations にも書いていない構成員のことは、判定できないものとします。
   */
  known: 'all' | 'sample'
  /**
   * グループに属する組織です。
   */
  members: GroupMember[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * グループに属する一つの組織と、属していた期間です。
 */
export interface GroupMember {
  /**
   * 組織の識別子です。
   */
  organisation: Reference
  /**
   * グループに加わった日です。
   */
  from?: Day
  /**
   * グループに属した最後の日です。
   */
  until?: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 所属をまたぐ一つの体制です。
 */
export interface Body {
  /**
   * 体制の識別子です。
   */
  id: Id
  /**
   * 体制の名称です。
   */
  name: Text
  /**
   * 委員会、CSIRTなどの種類です。
   */
  kind: Text
  /**
   * 構成する組織です。誰も任じられていなければ [] です。
   */
  members: OrganisationOrGroup[]
  /**
   * 広報、法務、財務のような、この体制に加わっている機能です。書かないときは構成員の機能です。
   */
  functions?: Text[]
  /**
   * 会議を開くのに要る人数です。例 4
   */
  quorum?: number
  /**
   * 今、委員や隊員に任じられている人数です。誰も任じられていなければ 0 です。
   */
  persons?: number
  /**
   * 開くと定めた間隔です。例 P6M
   */
  meetsEvery?: Period
  /**
   * 置かれた日です。
   */
  since?: Day
  /**
   * 確保している専門の資格や知識です。なければ [] です。
   */
  expertise?: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの窓口です。
 */
export interface ContactPoint {
  /**
   * 窓口の識別子です。
   */
  id: Id
  /**
   * 窓口の名称です。
   */
  name: Text
  /**
   * 窓口を置いている組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 誰からの連絡を受けるかです。
   */
  audiences: ('inside' | 'outside')[]
  /**
   * 連絡先を載せているページや文書です。公表していなければ [] です。
   */
  published: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの計画です。
 */
export interface Plan {
  /**
   * 計画の識別子です。
   */
  id: Id
  /**
   * 計画の題名です。
   */
  title: Text
  /**
   * 計画を進める体制です。
   */
  owner: Reference
  /**
   * 計画の期間の最初の日です。
   */
  from: Day
  /**
   * 計画の期間の最後の日です。
   */
  to: Day
  /**
   * 計画に書かれた取組です。
   */
  steps: PlanStep[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 計画の一つの取組です。
 */
export interface PlanStep {
  /**
   * 取組の識別子です。
   */
  id: Id
  /**
   * 行うことです。
   */
  what: Text
  /**
   * いつまでに行うかです。
   */
  due?: Day
  /**
   * 取組を行い終えた日です。行っていなければ none と書きます。
   */
  doneOn?: Day | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの役職です。
 */
export interface Officer {
  /**
   * 役職の識別子です。
   */
  id: Id
  /**
   * 対策基準のどの役割に当たるかです。
   */
  canonical: Text
  /**
   * 役割に就く職です。個人名は書きません。例 総務部長
   */
  post: Text
  /**
   * その職がある組織です。
   */
  organisation?: OrganisationOrGroup
  /**
   * この役職に就く者を派遣し、雇い、又は以前に雇っていた組織、副業や役員をしている組織など、就く者と利害の関わりのあるほかの組織です。個人名は書きません。なければ書きません。例 受託者から来ている補佐官なら、その受託者
   */
  interests?: OrganisationOrGroup[]
  /**
   * 役職に就く者が誰もいない状態が始まった日です。就いている者がいれば書きません。例 2025-04-01
   */
  vacantSince?: RoughDay
  /**
   * 空いた日（vacantSince）から続いた、役職に就く者のいない状態の最後の日です。今も空いていれば書きません。例 2025-06-30
   */
  vacantUntil?: RoughDay
  /**
   * 空いた日（vacantSince）から、代わって務めている職です（事務取扱、職務代理など）。務める者がいなければ none です。
   */
  actedBy?: Text | 'none'
  /**
   * 役割の務めを研修などで知っておくべき職なら true です。
   */
  mustKnow?: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * この自治体の公文書の書き方です。
 */
export interface Conventions {
  /**
   * 本文の数字の幅です。書かないときは、1桁を全角、2桁以上を半角とします。
   */
  digits?: 'oneDigitFull' | 'half' | 'full'
  /**
   * 文の区切りに使う符号です。書かないときは「、」とします。
   */
  comma?: 'touten' | 'comma'
  /**
   * 条のなかの号に付ける番号です。書かないときは (1) とします。
   */
  items?: 'parenthesised' | 'kanji' | 'katakana'
  /**
   * 日付の年の書き方です。書かないときは和暦とします。
   */
  calendar?: 'era' | 'western' | 'both'
  /**
   * true と書くと、日付の1桁の数字の前に一字分の空きを入れます。
   */
  padDates?: boolean
  /**
   * 宛先に付ける敬称です。書かないときは「様」とします。
   */
  honorific?: 'sama' | 'dono'
  /**
   * 通知の発信者の書き方です。{組織} は発出元の名称に置き換わります。書かないときは、課や係なら「総務課長」、ほかは「○○の長」のように書きます。
   */
  senderTitle?: Text
  /**
   * 通知の宛先の書き方です。{組織} は宛先の名称に置き換わります。書かないときは、課や係なら「総務課長」、ほかは「○○の長」のように書きます。
   */
  addresseeTitle?: Text
  /**
   * 文書番号の書き方です。{年} は年度の年、{番号} は番号に置き換わります。例 情第{番号}号
   */
  documentNumber?: Text
  /**
   * Word と Excel の文書に使う書体の名称です。
   */
  fonts?: Fonts
  /**
   * 新旧対照表の並べ方と言葉です。
   */
  comparison?: ComparisonConventions
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * Word と Excel の文書に使う書体です。PDF は BIZ UD の書体で作ります。
 */
export interface Fonts {
  /**
   * 本文に使う書体の名称です。書かないときは「BIZ UD明朝 Medium」とします。例 ＭＳ 明朝
   */
  mincho?: Text
  /**
   * 見出しに使う書体の名称です。書かないときは「BIZ UDゴシック」とします。例 ＭＳ ゴシック
   */
  gothic?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 新旧対照表の並べ方と言葉です。
 */
export interface ComparisonConventions {
  /**
   * 改正後と改正前のどちらを左に置くかです。書かないときは改正後を左に置きます。
   */
  order?: 'afterFirst' | 'beforeFirst'
  /**
   * 改正後の欄の見出しです。書かないときは「改正後」とします。例 新
   */
  after?: Text
  /**
   * 改正前の欄の見出しです。書かないときは「改正前」とします。例 旧
   */
  before?: Text
  /**
   * 改正前にないときに、改正前の欄に書く言葉です。書かないときは「（新設）」とします。
   */
  added?: Text
  /**
   * 改正後にないときに、改正後の欄に書く言葉です。書かないときは「（削る）」とします。
   */
  removed?: Text
  /**
   * 変わらないところに書く言葉です。書かないときは「（略）」とします。
   */
  omitted?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
