// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.

/**
 * 半角の英小文字か数字で始まる、80字までの識別子です。英数字と . _ - が使えます。
 */
export type Id = string
/**
 * 半角の英字か数字で始まる、80字までの記号です。英数字と . _ - が使えます。
 */
export type Key = string
/**
 * 「自治体の識別子/システムの識別子」です。
 */
export type System = string
/**
 * 空でない文字列です。
 */
export type Text = string
/**
 * 空でない文章です。
 */
export type LongText = string
/**
 * 2024-04-01 のように書きます。和暦（令和6年4月1日）や全角数字も使えます。
 */
export type Day = string
/**
 * 2024-04-01 のように書きます。日まで分からなければ、2024-04（月）、2024年度、2024年のように書きます。
 */
export type RoughDay = string
/**
 * P6M（6か月）、P1Y（1年）、P7D（7日）、PT2H（2時間）のように書きます。
 */
export type Period = string
/**
 * P6M（6か月）、P1Y（1年）、P7D（7日）、PT2H（2時間）のように書きます。閉庁日には行わない毎日の業務は、1開庁日（毎開庁日）と書きます。
 */
export type Cycle = string
/**
 * P7D（7日）、P1M（1か月）、PT30M（30分）のように書きます。その日のうちなら P0D です。閉庁日を数えない期限は、5開庁日 のように書きます。
 */
export type Deadline = string
/**
 * 台帳や現物に書かれたとおりの名前や番号です。全角と半角の違いは区別しません。
 */
export type Label = string
/**
 * 個人を表す仮名です。半角の英小文字、数字、- だけを使います。例 staff-a
 */
export type Pseudonym = string
/**
 * ほかの要素の識別子です。
 */
export type Reference = string
/**
 * 自治体のファイルにある組織またはグループの識別子です。
 */
export type OrganisationOrGroup = string
/**
 * 人手か自動かです。
 */
export type Means = 'manual' | 'automatic'
/**
 * つながっているネットワークです。
 */
export type Connection = 'internet' | 'lgwan' | 'closed'
/**
 * 求める強さです。
 */
export type Modality = 'must' | 'should' | 'may' | 'mustNot'
/**
 * 対策の種類です。
 */
export type MeasureKind =
  | 'technical'
  | 'automatic'
  | 'gate'
  | 'independentCheck'
  | 'procedureChange'
  | 'selfInspection'
  | 'training'
  | 'guidance'
  | 'supportDesk'
/**
 * 違反の重大さです。
 */
export type Severity = 'error' | 'warning' | 'info'
/**
 * 規則の式またはパスです。
 */
export type Expression = string
/**
 * 見本の一件書類のなかの場所です。例 /procedure/duties/account-review/frequency
 */
export type Pointer = string
/**
 * このファイルから見た、CSVかExcel（.xlsx）のファイルの相対パスです。例 data/accounts.csv、data/台帳.xlsx#アカウント台帳
 */
export type Path = string
/**
 * 文字列、数または真偽の値です。
 */
export type Scalar = string | number | boolean
/**
 * 資料に書かれた事実か、資料からの推定か、仮に置いたものかです。書かないときは資料に書かれた事実です。
 */
export type Basis = 'reported' | 'inferred' | 'assumed'
/**
 * この事実が書かれている資料です。
 */
export type SourceText = string
/**
 * policy-lint import が文書から読み取ったままで、まだ誰も確かめていないキーです。確かめたキーは消します。すべて確かめたら、この行を消します。
 */
export type Unconfirmed = Text[]
/**
 * 覚書です。
 */
export type Notes = string
/**
 * error、warning、info のどれか、または重大さを指すパスです。
 */
export type RuleSeverity = ('error' | 'warning' | 'info') | string
/**
 * 裏付けの種類です。
 */
export type EvidenceKind =
  | 'recurringDuty'
  | 'record'
  | 'ledger'
  | 'document'
  | 'arrangement'
  | 'technical'
  | 'measurement'
  | 'plan'
  | 'budget'
  | 'training'
  | 'oneOff'
  | 'statement'

