// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.
import type { Basis, Day, EvidenceKind, Id, LongText, MeasureKind, Notes, OrganisationOrGroup, Reference, RoughDay, SourceText, System, Text } from './common.ts'

/**
 * 改善措置の状況です。
 */
export type ActionStatus = 'considering' | 'continuing' | 'done' | 'declined'

/**
 * 監査や自己点検の指摘に対する措置と、その裏付けを書くファイルです。
 */
export interface Actions {
  /**
   * actions と書きます。
   */
  kind: 'actions'
  /**
   * 「自治体の識別子/システムの識別子」です。
   */
  system: System
  /**
   * 改善措置の一覧です。
   */
  actions: Action[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの指摘に対する改善措置です。
 */
export interface Action {
  /**
   * 改善措置の識別子です。
   */
  id: Id
  /**
   * 指摘の内容です。
   */
  finding: LongText
  /**
   * 監査人が付けた区分です。例 指摘、意見
   */
  kind?: Text
  /**
   * 指摘のもとになった自己点検の回答の識別子や報告書の名称です。
   */
  source?: Text
  /**
   * 関係する担当業務です。
   */
  duty?: Reference
  /**
   * 関係する要求事項です。
   */
  requirement?: Text
  /**
   * 繰り返し行うことが求められるか、一度で済むかです。書かないときは担当業務や要求事項から判断します。
   */
  demands?: 'recurring' | 'oneOff'
  /**
   * 指摘が求めている措置です。
   */
  demanded?: ActionDemand[]
  /**
   * いまの状況です。判定の日までの履歴があれば、履歴の最後の状況が優先します。
   */
  status: ActionStatus
  /**
   * 措置を始めた日です。
   */
  startedOn?: RoughDay
  /**
   * 措置を了承した組織です。
   */
  acceptedBy?: OrganisationOrGroup
  /**
   * 状況の移り変わりです。
   */
  history?: ActionHistory[]
  /**
   * 措置を行ったことの裏付けです。
   */
  evidence?: Evidence[]
  /**
   * 指摘が、働かせるよう求めた技術的な対策です。措置済なのに、実態（context）の機器でまだ働いていないと分かっていないかを見ます。例 screenLock
   */
  controls?: Text[]
  /**
   * 措置の後に、現物や記録を見て、指摘のとおりのものが残っていないかを数えた結果です。機器、契約、手順、研修など、何の指摘にも書けます。
   */
  checks?: ActionCheck[]
  /**
   * 再び起きないようにする対策です。
   */
  measures?: Measure[]
  /**
   * これから行うことと、その期限です。履歴に書いた予定があれば、履歴が優先します。
   */
  next?: ActionNext
  basis?: Basis
  notes?: Notes
}
/**
 * 一つの求めです。
 */
export interface ActionDemand {
  /**
   * 求めの識別子です。
   */
  id: Id
  /**
   * 求められた措置の種類です。
   */
  what: Text
  /**
   * 誰を対象とした措置が求められているかです。
   */
  audience: Text
  /**
   * 続けて効果のある措置が求められているなら true です。
   */
  lasting: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の確かめです。
 */
export interface ActionCheck {
  /**
   * 現物や記録を見た日です。
   */
  on: RoughDay
  /**
   * 見たものの数です。例 20
   */
  looked?: number
  /**
   * 見たもののうち、指摘のままであったものの数です。なければ 0 です。例 8
   */
  left: number
  /**
   * 数えたものの数え方です。例 台、契約、人
   */
  unit?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 次に行うことです。
 */
export interface ActionNext {
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
 * ある日の状況です。
 */
export interface ActionHistory {
  /**
   * その状況になった日です。
   */
  on: RoughDay
  /**
   * その日からの状況です。
   */
  status: ActionStatus
  /**
   * 状況の説明です。
   */
  text?: LongText
  /**
   * その日の状況の裏付けです。
   */
  evidence?: Evidence[]
  /**
   * その日に示された次の予定です。
   */
  next?: ActionNext
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの裏付けです。
 */
export interface Evidence {
  /**
   * 裏付けの識別子です。
   */
  id: Id
  /**
   * 裏付けの種類です。
   */
  kind: EvidenceKind
  /**
   * 裏付けとなる担当業務です。
   */
  duty?: Reference
  /**
   * 裏付けの内容です。
   */
  what: Text
  /**
   * いつからかです。
   */
  since?: RoughDay
  /**
   * どの求め（demanded の識別子）に応えるものかです。
   */
  demand?: Text
  /**
   * 誰を対象としたものかです。
   */
  audience?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの対策です。
 */
export interface Measure {
  /**
   * 対策の種類です。
   */
  kind: MeasureKind
  /**
   * 対策の内容です。
   */
  text: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
