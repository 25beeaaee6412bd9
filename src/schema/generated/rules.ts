// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.
import type { Basis, Day, Expression, Id, Key, LongText, Notes, Pointer, RuleSeverity, Scalar, SourceText, Text } from './common.ts'

/**
 * よい例または悪い例です。
 */
export type Example = GoodExample | BadExample

/**
 * 対策基準のパックの規則（rules/*.yaml）です。
 */
export interface Rules {
  /**
   * rules と書きます。
   */
  kind: 'rules'
  /**
   * この規則が属するパックの識別子です。
   */
  pack: Id
  /**
   * 規則の一覧です。
   */
  rules: Rule[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの規則です。
 */
export interface Rule {
  /**
   * 規則の識別子です。例 duty.cycle-kept
   */
  id: Key
  /**
   * 何を求める規則かです。
   */
  title: Text
  /**
   * 要求事項の記号、要求事項を指すパス（例 duty.requirement）、または none です。
   */
  requirement: Text
  /**
   * requirement が対象ごとに決まる規則が、その全体で確かめている要求事項の記号です。
   */
  keeps?: Key
  /**
   * 食い違いなどを見つけるだけで、成り立っていても、要求事項が守られていることは示さない規則なら true です。
   */
  onlyFinds?: boolean
  /**
   * 条文、監査報告書、ガイドラインの根拠です。
   */
  cite?: Citation[]
  /**
   * 違反の重大さです。error、warning、info のどれか、または重大さを指すパス（例 topic.severity）です。
   */
  severity: RuleSeverity
  /**
   * 意見の層の規則なら true です。採用したパックだけが使います。
   */
  advice?: boolean
  /**
   * 何を単位に判定するかです。書かないときはシステムごとです。
   */
  scope?: 'system' | 'organisation' | 'any' | 'standard'
  /**
   * なぜこの規則があるかです。
   */
  rationale: LongText
  /**
   * 名前とパスの組です。その一つ一つについて判定します。
   */
  each: {
    [k: string]: Expression
  }
  /**
   * 判定する要素の条件です。
   */
  where?: Expression
  /**
   * 式に名前を付けます。
   */
  let?: {
    [k: string]: Expression
  }
  /**
   * 成り立つべき式、または式の一覧です。
   */
  assert: Expression | Assert[]
  /**
   * 指摘の場所を指すパスです。一覧なら、最初に見つかったものです。
   */
  at?: Expression | Expression[]
  /**
   * 指摘の文です。{{ パス }} が使えます。
   */
  message: Text
  /**
   * どう直せばよいかです。
   */
  fix?: Text
  /**
   * 対策基準が求めることです。
   */
  expected?: Text
  /**
   * 実際にどうなっているかです。
   */
  actual?: Text
  /**
   * 合わせて見るべき場所です。
   */
  related?: RelatedPlace[]
  /**
   * 条文を守っている要素を指すパスです。
   */
  keptBy?: Expression
  /**
   * 同じ要素に指摘があるとき、この規則が黙る相手の規則です。
   */
  yieldsTo?: Key[]
  /**
   * よい例と悪い例です。それぞれ一つ以上書きます。
   */
  examples: Example[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの根拠です。
 */
export interface Citation {
  /**
   * 根拠の種類です。
   */
  kind: 'clause' | 'audit' | 'guideline'
  /**
   * 引用した文言です。
   */
  text: LongText
  /**
   * 引用した資料です。
   */
  quoted?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 成り立つべき一つの式です。
 */
export interface Assert {
  /**
   * この式の識別子です。
   */
  id: Key
  /**
   * この式を見る条件です。
   */
  when?: Expression
  /**
   * 成り立つべき式です。
   */
  that: Expression
  /**
   * 指摘の場所を指すパスです。
   */
  at?: Expression | Expression[]
  /**
   * 書かないときは規則の文を使います。
   */
  message?: Text
  /**
   * どう直せばよいかです。
   */
  fix?: Text
  /**
   * 対策基準が求めることです。
   */
  expected?: Text
  /**
   * 実際にどうなっているかです。
   */
  actual?: Text
  /**
   * 合わせて見るべき場所です。
   */
  related?: RelatedPlace[]
  /**
   * 条文を守っている要素を指すパスです。
   */
  keptBy?: Expression
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの関係する場所です。
 */
export interface RelatedPlace {
  /**
   * 場所を指すパスです。
   */
  at: Expression
  /**
   * その場所の説明です。
   */
  message: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 指摘が出ないはずの例です。
 */
export interface GoodExample {
  /**
   * どのようなよい例かです。
   */
  good: Text
  /**
   * 見本の一件書類で変える場所と値です。
   */
  set?: {
    [k: string]: unknown
  }
  /**
   * 見本の一件書類で消す場所です。
   */
  unset?: Pointer[]
  /**
   * 規則の対象がない例でよいときに true と書きます。
   */
  skip?: true
  /**
   * この例だけで使う値です。
   */
  params?: {
    [k: string]: Scalar | Key[]
  }
  /**
   * この例を判定する日です。
   */
  asOf?: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 指摘が出るはずの例です。
 */
export interface BadExample {
  /**
   * どのような悪い例かです。
   */
  bad: Text
  /**
   * 見本の一件書類で変える場所と値です。
   */
  set?: {
    [k: string]: unknown
  }
  /**
   * 見本の一件書類で消す場所です。
   */
  unset?: Pointer[]
  /**
   * どの指摘が出るはずかです。
   */
  finds?: ExpectedFinding[]
  /**
   * この例だけで使う値です。
   */
  params?: {
    [k: string]: Scalar | Key[]
  }
  /**
   * この例を判定する日です。
   */
  asOf?: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 出るはずの一つの指摘です。
 */
export interface ExpectedFinding {
  /**
   * どの式の指摘かです。
   */
  assert?: Key
  /**
   * 指摘の場所です。
   */
  at?: Pointer
  /**
   * 指摘の件数です。
   */
  count?: number
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
