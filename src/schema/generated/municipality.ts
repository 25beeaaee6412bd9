// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.
import {
  type Basis,
  type Day,
  type Id,
  type Notes,
  type Reference,
  type SourceText,
  type Text,
} from './common.ts'

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
