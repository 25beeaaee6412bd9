// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.
import type { Basis, Day, Id, Notes, OrganisationOrGroup, Period, Reference, SourceText, Text } from './common.ts'

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
   * この版を使った最後の日です。使い続けているときは書きません。
   */
  until?: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
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
   * この組織が置かれた日です。
   */
  from?: Day
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
   * 構成員をすべて挙げていれば all、一部だけなら sample です。sample では、挙げていない部署のことは判定できないものとします。
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
   * 構成する組織です。
   */
  members: OrganisationOrGroup[]
  /**
   * 広報、法務、財務のような、この体制に加わっている機能です。書かないときは構成員の機能です。
   */
  functions?: Text[]
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
   * 役割の務めを研修などで知っておくべき職なら true です。
   */
  mustKnow?: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
