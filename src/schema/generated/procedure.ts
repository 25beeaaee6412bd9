// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.
import type { Basis, Cycle, Day, Deadline, Id, Label, LongText, Means, Modality, Notes, OrganisationOrGroup, Period, Reference, RoughDay, SourceText, System, Text, Unconfirmed } from './common.ts'

/**
 * 常時、随時、定期、その都度のどれかです。
 */
export type Frequency =
  | ('always' | 'asNeeded' | 'periodic' | 'unstated')
  | PeriodicFrequency
  | EventFrequency
  | OccasionFrequency

/**
 * 一つのシステムの情報セキュリティ実施手順です。書いていないことは「定めていない」と読みます（complete: false なら「不明」）。
 */
export interface Procedure {
  /**
   * procedure と書きます。
   */
  kind: 'procedure'
  /**
   * 「自治体の識別子/システムの識別子」です。全庁の実施手順は「自治体の識別子/organisation」です。
   */
  system: System
  /**
   * 実施手順の識別子です。改正して版が変わっても同じ識別子を使います。
   */
  id: Id
  /**
   * 実施手順の題名です。
   */
  title: Text
  /**
   * 一つのシステムに複数の実施手順があるときの呼び名です。例 附設会館版
   */
  variant?: Text
  /**
   * この実施手順が誰のためのものかです。書かないときはシステムを使う全員です。
   */
  covers?: OrganisationOrGroup[]
  /**
   * どの対策基準のどの版に基づいて書いたかです。
   */
  standard: StandardReference
  /**
   * 実施手順を所管する組織です。書かないときは実態（context）の所管です。
   */
  owner?: OrganisationOrGroup
  /**
   * 最初に定めた日です。
   */
  established?: Day
  /**
   * この版が効力を持つ期間です。
   */
  inForce: InForce
  /**
   * 実施手順の全文を書き写していないときは false、一部の要求事項についてだけ書き写したときはその要求事項のキーを並べます(例: [ACC-1, LOG-2])。書き写していないところに書いていない役割・業務・規定などは「ない」ではなく「不明」になります。書いた業務などの中で省いたキーは、全文のときと同じに読みます。
   */
  complete?: boolean | Text[]
  /**
   * 改正の履歴です。
   */
  revisions?: Revision[]
  /**
   * 実施手順に出てくる役割です。
   */
  roles: Role[]
  /**
   * 誰が、何を、どの頻度で行うかです。
   */
  duties: Duty[]
  /**
   * 担当業務ではない決まりの条文です。
   */
  provisions?: Provision[]
  /**
   * 手引やマニュアルのような、実施手順と合わせて使う文書です。
   */
  documents?: AppliedDocument[]
  /**
   * 実施手順を読んで、定めがないと分かった点です。一部だけを写したとき（complete: false）も、ここに書いた点は、定めがないものとして示します。全庁の実施手順などで定めてある点は書きません。
   */
  lacks?: Lack[]
  /**
   * 障害や侵害のときの連絡の経路です。
   */
  chains?: Chain[]
  /**
   * パスワードの長さや有効期間の定めです。
   */
  passwords?: PasswordLevel[]
  /**
   * 取得するログ、項目、保存期間の定めです。
   */
  logs?: Log[]
  /**
   * 承認を得て対策基準どおりにしないことの一覧です。更新したものも終わったものも、消さずに残します。
   */
  exceptions?: Exception[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 対策基準の一つの版です。
 */
export interface StandardReference {
  /**
   * 対策基準のパックの識別子です。
   */
  pack: Id
  /**
   * パックの版です。
   */
  edition: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 版が効力を持つ期間です。
 */
export interface InForce {
  /**
   * 効力を持ち始めた日です。書かないときは、いつからかが分かりません（いま効力を持つものとして読みます）。
   */
  from?: Day
  /**
   * 効力を持った最後の日です。いま効力を持つ版には書きません。
   */
  until?: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の改正です。
 */
export interface Revision {
  /**
   * 改正した日です。
   */
  on: Day
  /**
   * 改正の概要です。
   */
  summary: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 実施手順の一つの役割です。
 */
export interface Role {
  /**
   * 役割の識別子です。担当業務などから参照します。
   */
  id: Id
  /**
   * 対策基準のどの役割に当たるかです。書かないときは、まだ決めていません（不明）。
   */
  canonical?: Text
  /**
   * 実施手順での呼び名です。例 業務管理者
   */
  name: Text
  /**
   * その役割に就く職です。例 課長
   */
  post?: Text
  /**
   * その役割が置かれる組織またはグループです。書かないときは、まだ決めていません（不明）。
   */
  organisation?: OrganisationOrGroup
  /**
   * グループの組織それぞれに一人ずつ置かれるなら true です。
   */
  each?: boolean
  /**
   * 不在のときに代わる職です。代わる者がいないと分かっていれば none です。
   */
  deputy?: Text | 'none'
  /**
   * この役割に就く者を派遣し、雇い、又は以前に雇っていた組織、副業や役員をしている組織など、就く者と利害の関わりのあるほかの組織です。個人名は書きません。なければ書きません。例 受託者から来ている補佐官なら、その受託者
   */
  interests?: OrganisationOrGroup[]
  /**
   * 役割に就く者が誰もいない状態が始まった日です。就いている者がいれば書きません。例 2025-04-01
   */
  vacantSince?: RoughDay
  /**
   * 空いた日（vacantSince）から続いた、役割に就く者のいない状態の最後の日です。今も空いていれば書きません。例 2025-06-30
   */
  vacantUntil?: RoughDay
  /**
   * 空いた日（vacantSince）から、代わって務めている職です（事務取扱、職務代理など）。務める者がいなければ none です。
   */
  actedBy?: Text | 'none'
  unconfirmed?: Unconfirmed
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの担当業務です。
 */
export interface Duty {
  /**
   * 担当業務の識別子です。改正しても同じ業務には同じ識別子を使います。
   */
  id: Id
  /**
   * 点検、登録、分析などの種類です。当てはまる用語がなければ other（そのほかの業務）とします。
   */
  activity: Text
  /**
   * 対策基準のどの要求事項に応えるものかです。書かないときは、まだ決めていません（不明）。
   */
  requirement?: Text
  /**
   * 担当業務の見出しです。
   */
  title?: Text
  /**
   * 実施手順の文言です。強さ、頻度、期限、月、報告先がはっきり読み取れるときは、ほかのキーと食い違っていないかを見ます。
   */
  text?: LongText
  /**
   * 条文（text）が定めている点のうち、ほかのキーに表れないものです。
   */
  states?: Text[]
  /**
   * 行う役割です。行う者がいないと分かっていれば [] と書きます。書かないときは、誰が行うのかをまだ決めていません（不明）。
   */
  performers?: Reference[]
  /**
   * 二人で立ち会うなど、一度に一緒に行う者の最も少ない人数です。定めがなければ書きません。例 2
   */
  persons?: number
  /**
   * 担当者がそれぞれ自分の分を行うなら true です。
   */
  severally?: boolean
  /**
   * 書かないときは「しなければならない」です。
   */
  modality?: Modality
  /**
   * この担当業務が禁じている使い方です。許している定めや、実際に使っている接続、機器、サービスなどと食い違っていないかを見ます。
   */
  forbids?: Text[]
  /**
   * この担当業務が許し、又は求めている使い方です。許可を得ればできることも書きます。
   */
  allows?: Text[]
  /**
   * この担当業務が、どの定めの例外かです。「第8条にかかわらず」のように条文が断っているときに、その規定や担当業務の識別子を書きます。
   */
  exceptionTo?: Id[]
  /**
   * 担当者が複数のとき、誰がどの部分を行うかです。
   */
  split?: Part[]
  /**
   * always（常時）、asNeeded（随時）、{ every: 間隔 }（定期）、{ on: 出来事, within: 期限 }（その都度）、{ occasion: 自分の言葉のきっかけ, within: 期限 }（その都度）のどれかです。「定期的に」とだけあって間隔の定めがなければ periodic、頻度の定めがないと分かっていれば unstated と書きます。書かないときは、どのような頻度か分かりません（不明）。
   */
  frequency?: Frequency
  /**
   * 行う月や期日です。
   */
  timing?: Timing
  /**
   * 残す記録の名称です。
   */
  record?: Text
  /**
   * 記録（record）を保存する期間です。一つの記録の期間が、ほかの定めと違っていないかを見ます。
   */
  keepFor?: Period
  /**
   * 結果を報告する相手です。
   */
  reportTo?: Report[]
  /**
   * 結果を確認する役割と期限です。
   */
  confirm?: Confirmation
  /**
   * 行うのにかかる時間です。
   */
  effort?: Effort
  /**
   * 行う順に書いた手順です。
   */
  steps?: Step[]
  /**
   * 対象となるものです。
   */
  targets?: Text[]
  /**
   * 行い、又は物を置くと定めた場所です。実際の場所（実態の practices の places）と比べるので、同じ場所は、同じ言葉で書きます。定めがなければ書きません。例 町外の倉庫
   */
  places?: Label[]
  /**
   * 対象となるログです。実態（context）のログの識別子を書きます。書かないときはシステムのすべてのログです。
   */
  logs?: Reference[]
  /**
   * 人手か自動かです。
   */
  means?: Means
  /**
   * この義務が始まった日です。
   */
  since?: Day
  /**
   * この義務を休止した期間です。
   */
  suspended?: Suspension[]
  /**
   * 使う点検表や様式の名称です。
   */
  checklist?: Text
  /**
   * 自己点検などに答える人の範囲です。
   */
  respondents?: Text[]
  /**
   * この担当業務が置かれている部局です。
   */
  bureaus?: OrganisationOrGroup[]
  /**
   * 対象とする対策（実態の controls の識別子など）です。
   */
  target?: Text
  unconfirmed?: Unconfirmed
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの分担です。
 */
export interface Part {
  /**
   * 分担する役割です。
   */
  role: Reference
  /**
   * その役割が行うことです。
   */
  does: Text
  /**
   * 実施、受領、確認、支援のどれかです。
   */
  part: 'perform' | 'receive' | 'confirm' | 'assist'
  /**
   * どの組織についての分担かです。
   */
  covers?: OrganisationOrGroup[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 決まった間隔で行う頻度です。
 */
export interface PeriodicFrequency {
  /**
   * 行う間隔です。例 P6M（6か月）、1開庁日（毎開庁日）
   */
  every: Cycle
  /**
   * 期間の区切り方です。書かないときは年度で数えます。
   */
  counted?: 'fiscalYear' | 'calendarYear' | 'since'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 出来事が起きたときに行う頻度です。
 */
export interface EventFrequency {
  /**
   * きっかけとなる出来事です。
   */
  on: Text
  /**
   * 出来事からの期限です。例 P7D（7日）
   */
  within?: Deadline
  /**
   * 出来事よりどれだけ前までに行うかです。その日までなら P0D です。例 P1Y（1年前まで）
   */
  before?: Deadline
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 用語にない出来事が起きたときに行う頻度です。いつあったかは、実施記録の出来事（events）に、この担当業務の名前（duty）とともに書きます。
 */
export interface OccasionFrequency {
  /**
   * どんなときに行うかです。実施手順の言葉で書きます。例 会議録の確定、録画を外に渡すとき
   */
  occasion: Text
  /**
   * 出来事からの期限です。例 P7D（7日）
   */
  within?: Deadline
  /**
   * 出来事よりどれだけ前までに行うかです。その日までなら P0D です。例 P1Y（1年前まで）
   */
  before?: Deadline
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 行う時期です。
 */
export interface Timing {
  /**
   * 行う月です。期間（頻度の一回分）の中の月を書きます。期間が終わってから行うものは、monthsAfter に書きます。例 [5, 6]
   */
  months?: number[]
  /**
   * その月の何日までかです。期日が閉庁日なら、次の開庁日までとします。
   */
  dueDay?: number
  /**
   * 期間が終わってから行うものの期限が、終わりの月の何か月後かです。毎月の点検を翌月10日までに行うなら monthsAfter: 1 と dueDay: 10 を、四半期の報告を翌々月末日までに出すなら monthsAfter: 2 を書きます。実施の記録には、どの期間の分か（period）も書きます。
   */
  monthsAfter?: number
  /**
   * 時期についての文言です。「翌月10日まで」「翌々月末日まで」で始まる文言は、monthsAfter と dueDay に書いたものとして読みます。
   */
  text?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの報告先です。
 */
export interface Report {
  /**
   * 報告を受ける役割です。
   */
  role: Reference
  /**
   * 報告の期限です。
   */
  within?: Deadline
  /**
   * 報告に使う様式や記録です。
   */
  record?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 結果の確認です。
 */
export interface Confirmation {
  /**
   * 確認する役割です。
   */
  by: Reference
  /**
   * 確認の期限です。
   */
  within?: Deadline
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 業務にかかる時間です。
 */
export interface Effort {
  /**
   * 一単位にかかる分数です。
   */
  minutes: number
  /**
   * 何についての分数かです。log は、実態（context）の logs の volumePerMonth の件数で数えます。
   */
  per: 'facility' | 'account' | 'log' | 'time' | 'report'
  /**
   * 一年に行う回数です。随時の業務ではこれを書かないと計算できません。
   */
  timesPerYear?: number
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの手順です。
 */
export interface Step {
  /**
   * 行う役割です。
   */
  by: Reference
  /**
   * 申請、承認、記録などです。
   */
  does: Text
  /**
   * 手順の文言です。
   */
  text?: Text
  /**
   * 使う様式です。
   */
  form?: Text
  /**
   * 前の手順からの期限です。合わせた期間が、業務の期限（frequency の within）に収まるかを見ます。
   */
  within?: Deadline
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 休止した一つの期間です。
 */
export interface Suspension {
  /**
   * 休止の最初の日です。
   */
  from: Day
  /**
   * 休止の最後の日です。
   */
  until: Day
  /**
   * 休止の理由です。
   */
  reason: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの規定です。
 */
export interface Provision {
  /**
   * 規定の識別子です。
   */
  id: Id
  /**
   * どの要求事項についての規定かです。書かないときは、まだ決めていません（不明）。
   */
  requirement?: Text
  /**
   * 規定の見出しです。
   */
  title?: Text
  /**
   * 規定の文言です。ログの保管期間やパスワードの文字数がはっきり読み取れるときは、logs や passwords と食い違っていないかを見ます。禁じる定めでは、条件や例外のある文かどうかを見ます。
   */
  text: LongText
  /**
   * この規定が定めている点です。
   */
  states?: Text[]
  /**
   * この規定が働かせるよう求めている技術的な対策です。ほかの定めが使わないとしていないか、実態（context）で働いていないと分かっていないかを見ます。例 screenLock
   */
  needs?: Text[]
  /**
   * この規定が止め、又は使わなくてよいとしている技術的な対策です。ほかの定めが求めていないかを見ます。例 screenLock
   */
  waives?: Text[]
  /**
   * この規定が禁じている使い方です。許している定めや、実際に使っている接続、機器、サービスなどと食い違っていないかを見ます。
   */
  forbids?: Text[]
  /**
   * この規定が許し、又は求めている使い方です。許可を得ればできることも書きます。
   */
  allows?: Text[]
  /**
   * 禁じ、又は許すものを限るときの、その対象です。書かないときは、限りません。例 USBメモリ
   */
  targets?: Text[]
  /**
   * この規定が、どの定めの例外かです。「第8条にかかわらず」のように条文が断っているときに、その規定や担当業務の識別子を書きます。
   */
  exceptionTo?: Id[]
  /**
   * 規定が求める記録です。
   */
  record?: Text
  /**
   * 記録（record）を保存する期間です。一つの記録の期間が、ほかの定めと違っていないかを見ます。
   */
  keepFor?: Period
  /**
   * 対策基準のどの主題についての規定かです。
   */
  topic?: Text
  unconfirmed?: Unconfirmed
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 定めがないと分かった一つの点です。
 */
export interface Lack {
  /**
   * 定めがない点です。
   */
  point: Text
  /**
   * ある種類の記録や機器についてだけ定めがないときの、その対象です。書かないときは、その文書が扱うもののすべてです。例 教育相談の記録
   */
  targets?: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 実施手順と合わせて使う一つの文書です。
 */
export interface AppliedDocument {
  /**
   * 文書の識別子です。
   */
  id: Id
  /**
   * 文書の題名です。
   */
  title: Text
  /**
   * 文書の版です。
   */
  edition?: Text
  /**
   * 自ら定めた文書か、ほかが定めた文書を自分の手順として使っている（準用している）か、従うべき上位の文書かです。upper は、親団体の対策基準、契約書、法令のように、守らなければならないが、自ら定めた手順ではないものです。own と applied の業務は実施手順の業務と同じに見ます。upper の業務と規定は、自ら定めたものとは数えず、実施手順の業務がそれより弱くないかを見ます。
   */
  relation: 'own' | 'applied' | 'upper'
  /**
   * その文書が効力を持った最後の日です。廃止され、題名が変わり、ほかの文書に替わったときに書きます。その文書を今も引いている条文が示されます。今はない文書の定め（duties、provisions など）は写しません。今も効力を持つ文書には書きません。
   */
  until?: Day
  /**
   * なくなった文書に替わる、今の文書の題名です。なければ none です。例 個人情報の保護に関する法律
   */
  replacedBy?: Text | 'none'
  /**
   * その文書が定める担当業務です。
   */
  duties?: Duty[]
  /**
   * その文書が定める規定です。
   */
  provisions?: Provision[]
  /**
   * 設定表や別表のような文書が定めるログと保存期間です。実施手順の logs と食い違っていないかを見ます。
   */
  logs?: Log[]
  /**
   * 設定表や別表のような文書が定めるパスワードの水準です。実施手順の passwords と、同じ識別子のものを比べます。
   */
  passwords?: PasswordLevel[]
  /**
   * その文書を改めた日です。契約書の特記事項、様式、要領を改めたことを、関わる者に知らせたかを見ます。
   */
  revisions?: Revision[]
  /**
   * その文書を読んで、定めがないと分かった点です。様式に欄がないことも書けます。
   */
  lacks?: Lack[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの連絡体制です。
 */
export interface Chain {
  /**
   * 連絡体制の識別子です。
   */
  id: Id
  /**
   * 連絡体制図の題名です。
   */
  title?: Text
  /**
   * どの場合の連絡体制かです。
   */
  triggers: ('failure' | 'intrusion' | 'leak' | 'nearMiss' | 'outsideReport')[]
  /**
   * どの時間帯の連絡体制かです。書かないときは両方です。
   */
  bands?: ('day' | 'night')[]
  /**
   * 連絡先がいつの時点のものかです。
   */
  asOf?: Day
  /**
   * 連絡の出発点となる組織です。
   */
  firstReporter: OrganisationOrGroup
  /**
   * 組織ごとの連絡先です。
   */
  nodes?: ChainNode[]
  /**
   * どこからどこへ連絡するかです。
   */
  edges: ChainEdge[]
  /**
   * 報告が届かなければならない組織です。
   */
  goal?: OrganisationOrGroup
  unconfirmed?: Unconfirmed
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織の連絡先です。
 */
export interface ChainNode {
  /**
   * 組織またはグループの識別子です。
   */
  organisation: OrganisationOrGroup
  /**
   * 連絡を受ける役割です。
   */
  role?: Reference
  /**
   * 開庁時間内の電話番号です。個人の番号は書きません。番号がないと分かっているときは none です。
   */
  phoneDay?: Text | 'none'
  /**
   * 夜間や休日の電話番号です。個人の番号は書きません。番号がないと分かっているときは none です。
   */
  phoneNight?: Text | 'none'
  /**
   * 連絡先に載っている者です。氏名は書かず、人事異動（rosterChanges）と同じ仮名で書きます。異動した後も載ったままになっていないかを見ます。
   */
  person?: Label
  /**
   * つながるかどうかを最後に試した日です。
   */
  triedOn?: Day
  /**
   * 試したときに、その連絡先につながれば true、つながらなければ false です。
   */
  answered?: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一本の連絡の経路です。
 */
export interface ChainEdge {
  /**
   * 連絡する組織です。
   */
  from: OrganisationOrGroup
  /**
   * 連絡を受ける組織です。
   */
  to: OrganisationOrGroup
  /**
   * 電話、メールなどの手段です。
   */
  means?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの水準です。
 */
export interface PasswordLevel {
  /**
   * 水準の識別子です。
   */
  id: Id
  /**
   * 何文字以上かです。
   */
  minLength?: number
  /**
   * 変更するまでの期間です。
   */
  expiry?: Period
  /**
   * 文字の種類を組み合わせる定めがあれば true です。
   */
  complexity?: boolean
  /**
   * 初めに配る値や仮の値を、どのように決めるかです。
   */
  initial?: Text
  /**
   * 初めて使うときに、配られた値を変えることを定めていれば true です。
   */
  changeAtFirst?: boolean
  /**
   * 何回続けて誤ると使えなくするかです。
   */
  lockAfter?: number
  /**
   * 前に使った値のうち、何回前までのものを使わせないかです。
   */
  history?: number
  /**
   * 共用を認めていれば true です。
   */
  sharedAllowed?: boolean
  /**
   * 本人を確かめる要素の数です。パスワードだけなら 1、カードや生体の情報も要れば 2 です。
   */
  factors?: number
  /**
   * この水準で扱う情報の分類です。書かないときは、システムで扱うすべての情報です。
   */
  holds?: Text[]
  unconfirmed?: Unconfirmed
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つのログについての定めです。
 */
export interface Log {
  /**
   * このログの定めの識別子です。
   */
  id: Id
  /**
   * アクセスログ、認証ログなどの種類です。
   */
  kind: Text
  /**
   * ログに記録する項目です。
   */
  items?: Text[]
  /**
   * 保存する期間です。
   */
  retention?: Period
  /**
   * 改ざんや消失を防ぐ方法です。
   */
  protection?: Text
  unconfirmed?: Unconfirmed
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの例外措置です。
 */
export interface Exception {
  /**
   * 例外措置の識別子です。
   */
  id: Id
  /**
   * どの要求事項についての例外かです。
   */
  requirement: Text
  /**
   * 例外とする担当業務などの識別子、業務の種類（activities）、対策（controls）、台帳の一件の識別子（利用者IDの id など）のどれかです。担当業務や業務の種類を書くと、それが扱う台帳（修正プログラムなど）の一件ずつも、対策を書くと、その対策だけが働いていない機器も例外とします。台帳の一件の識別子を書くと、その一件だけを例外とします。書かないときは要求事項の全部です。
   */
  element?: Text
  /**
   * 例外をどの所属に限って認めたかです。その所属が行う業務と、その所属の台帳や機器の一件ずつが例外になります。書かないときは、この実施手順に従うすべての所属です。
   */
  organisations?: OrganisationOrGroup[]
  /**
   * 対策基準どおりにできない理由です。
   */
  reason: Text
  /**
   * 承認した職です。個人名は書きません。誰の承認も得ていないと分かったときは none です（例外として扱いません）。
   */
  approver: Text | 'none'
  /**
   * 代わりに行う対策です。定めていなければ書きません。書いてあれば、その対策で定めが守られていても、例外措置が要らないとは言いません。
   */
  compensating?: Text
  /**
   * 例外を認めた日です。始まる日（from）と同じなら、書かなくてかまいません。
   */
  grantedOn?: Day
  /**
   * 例外の始まる日です。例外の期間は、この日から数えます。3月24日に翌年度の分を認めたのなら、from は4月1日、grantedOn は3月24日です。分からなければ書きません。
   */
  from?: Day
  /**
   * 例外を認める最後の日です。期限を決めていないと分かったときは none です（例外として扱いません）。見直しの間隔（reviewEvery）で終わりが決まるときは書きません。どちらも書かないときは、いつまでか分かりません（不明。例外として扱いません）。
   */
  expires?: Day | 'none'
  /**
   * 続けるかどうかをこの間隔で見直し、認められなければ例外が終わると定めたときの、その間隔です。この間隔の間に見直した日（reviewedOn）がなければ、例外として扱いません。例 P1Y
   */
  reviewEvery?: Period
  /**
   * 例外を続けるかどうかを見直した日の一覧です。
   */
  reviewedOn?: Day[]
  /**
   * 期限が過ぎた後も、定めと違う扱いが続いていると分かった日です。続いているかどうか分からなければ書きません（不明）。例 2026-04-20
   */
  continuedOn?: Day
  /**
   * 期限の前か後に、定めのとおりに改めるなどして、例外をやめた日です。期限のとおりに終えたときも書きます（書かなければ、期限の後のことは不明です）。更新したときは書かずに、新しい例外措置を加えます。
   */
  endedOn?: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
