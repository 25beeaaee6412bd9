// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.
import type { Basis, Connection, Cycle, Day, Deadline, Id, Key, LongText, MeasureKind, Notes, Period, Scalar, Severity, SourceText, Text, Unconfirmed } from './common.ts'

/**
 * 半角の英小文字で始まる、40字までの名前です。英数字だけが使えます。
 */
export type LedgerName = string
/**
 * 規則または要求事項の調整です。
 */
export type Tailoring = RuleTailoring | RequirementTailoring

/**
 * 対策基準のパックの本体（pack.yaml）です。条文、要求事項、用語、数値を書きます。
 */
export interface Standard {
  /**
   * standard と書きます。
   */
  kind: 'standard'
  /**
   * パックの識別子です。フォルダの名前と同じにします。
   */
  id: Id
  /**
   * 対策基準の名称です。
   */
  name: Text
  /**
   * 土台とするパックの識別子です。
   */
  extends?: Id
  /**
   * この対策基準を定めた自治体の名称です。
   */
  municipality?: Text
  /**
   * 対策基準の条文の一部だけを書き写したときは false と書きます。書き写していない条文が求めているかもしれないことは、実施手順に定めがなくても「判定できない」になります。書いた条文と、実態や記録のことは、全文のときと同じに判定します。
   */
  complete?: boolean
  /**
   * 結果に出る呼び名です。例 指摘、意見
   */
  labels?: SeverityLabels
  /**
   * 対策基準の版です。
   */
  editions: Edition[]
  /**
   * 要求事項の一覧です。
   */
  requirements?: Requirement[]
  /**
   * どの版にも共通の条文です。
   */
  clauses?: Clause[]
  /**
   * 規則が使う期間や数です。名前を鍵に書きます。
   */
  parameters?: {
    [k: string]: Parameter
  }
  /**
   * 用語集です。用語集の名前を鍵に、用語の一覧を書きます。
   */
  vocabularies?: {
    [k: string]: Word[]
  }
  /**
   * 役割の名称と、その別名です。
   */
  roles?: CanonicalRole[]
  /**
   * 土台のパックの規則を変える点と、その理由です。
   */
  tailoring?: Tailoring[]
  /**
   * 対策基準を成す文書と、合わせて用いる文書です。
   */
  documents?: StandardDocument[]
  /**
   * この対策基準が定めていない要求事項です。どの版にも共通のものを書きます。
   */
  absent?: Text[]
  /**
   * 条件に当たるとき、実施手順などで定めるべき主題です。
   */
  topics?: Topic[]
  /**
   * 研修で取り上げるべき事項です。
   */
  trainingTopics?: TrainingTopic[]
  /**
   * 実施記録（records）に加える台帳です。ここに書いた台帳は、初めからある台帳と同じように、読み、確かめ、様式に印刷し、比べ、規則で判定します。
   */
  ledgers?: Ledger[]
  /**
   * 場所を点検するときの点検表です。
   */
  checklists?: Checklist[]
  /**
   * 委員会、CSIRTなどの種類です。
   */
  bodyKinds?: BodyKind[]
  /**
   * サーバ室、執務室などの種類です。
   */
  placeKinds?: PlaceKind[]
  /**
   * 委託、サービスの利用などの種類です。
   */
  contractKinds?: ContractKind[]
  /**
   * 条文（担当業務の text）から、義務の強さと頻度を読み取る言葉です。条文とほかのキーが食い違っていないかを見るために使います。
   */
  phrases?: Phrase[]
  /**
   * 情報の分類ごとの、置き場所と送り方の制限です。
   */
  handlings?: Handling[]
  /**
   * α、β などの構成と、それぞれに求める対策です。
   */
  networkModels?: NetworkModel[]
  /**
   * 監査の報告書に載る「重要リスク、着眼点、結果」の表を作るための一覧です。土台のパックにもあるときは、こちらだけを使います。
   */
  viewpoints?: Risk[]
  /**
   * 国などのガイドラインと、その版です。
   */
  guidelines?: Guideline[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 三段階の重大さの呼び名です。
 */
export interface SeverityLabels {
  /**
   * error の呼び名です。例 指摘
   */
  error: Text
  /**
   * warning の呼び名です。例 意見
   */
  warning: Text
  /**
   * info の呼び名です。例 推奨
   */
  info: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 対策基準の一つの版です。
 */
export interface Edition {
  /**
   * 版の識別子です。例 2024-10
   */
  id: Text
  /**
   * 効力を持ち始めた日です。
   */
  from: Day
  /**
   * 効力を持った最後の日です。
   */
  until?: Day
  /**
   * もとにした国のガイドラインの版です。
   */
  basedOn?: BasedOn
  /**
   * この版で使う自己点検・検査の項目です。
   */
  inspection?: Inspection
  /**
   * 守られるようにするために全庁で行っている取組です。
   */
  assurance?: Assurance[]
  /**
   * この版だけの条文です。
   */
  clauses?: Clause[]
  /**
   * この版が定めていない要求事項です。
   */
  absent?: Text[]
  /**
   * ガイドラインの改定を受けて、この版を見直した記録です。
   */
  reviews?: StandardReview[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * もとにしたガイドラインです。
 */
export interface BasedOn {
  /**
   * ガイドラインの名称です。
   */
  guideline: Text
  /**
   * ガイドラインの版です。
   */
  edition: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の見直しです。
 */
export interface StandardReview {
  /**
   * どの版に照らして見直したかです。
   */
  against: Text
  /**
   * 見直した日です。
   */
  on: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 自己点検・検査の項目です。
 */
export interface Inspection {
  /**
   * 点検の項目です。
   */
  items: InspectionItem[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの点検項目です。
 */
export interface InspectionItem {
  /**
   * 点検項目の識別子です。
   */
  id: Id
  /**
   * どの要求事項を点検するかです。
   */
  requirement: Text
  /**
   * 何を尋ねる項目かです。
   */
  asks: 'rule' | 'performed' | 'evidence'
  /**
   * 項目の文言です。
   */
  text?: Text
  /**
   * 証拠として示す記録です。
   */
  record?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの取組です。
 */
export interface Assurance {
  /**
   * 取組の種類です。
   */
  kind: MeasureKind
  /**
   * 取組の内容です。
   */
  text?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの要求事項です。
 */
export interface Requirement {
  /**
   * 要求事項の記号です。例 ACC-2
   */
  key: Key
  /**
   * 要求事項の見出しです。
   */
  title: Text
  /**
   * ガイドラインの章節です。
   */
  place?: Text
  /**
   * 義務を負う役割です。
   */
  subject: Text[]
  /**
   * 求められる内容です。
   */
  text: LongText
  /**
   * 職員の一人ひとりが自己点検票（render self-check）で答える問いです。「はい」が守っていることを示すように書きます。
   */
  selfCheck?: Text[]
  /**
   * 職員が書きそうな言葉です。words と explain で、その言葉から探せます。
   */
  near?: Text[]
  /**
   * システムごとに応えるか、全庁で応えるか、対策基準そのものが応えるかです。
   */
  level: 'system' | 'organisation' | 'standard'
  /**
   * 行う周期です。
   */
  cycle?: 'periodic' | 'event' | 'always' | 'none'
  /**
   * 実施手順が定めるべき点です。
   */
  states?: Text[]
  /**
   * 残すべき記録です。
   */
  records?: Text[]
  /**
   * この要求事項に応える業務の種類です。
   */
  activities?: Text[]
  /**
   * どのシステムに求めるかです。書かないときはすべてです。
   */
  when?: Condition
  /**
   * 例外措置を認めないなら true です。
   */
  mandatory?: boolean
  /**
   * 根拠を確かめた資料か、一般的な記述かです。
   */
  evidence?: Text
  /**
   * この要求事項の条文が、具体に示すべきことです。
   */
  needs?: ('level' | 'content' | 'yardstick' | 'cycle' | 'form')[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの文書です。
 */
export interface StandardDocument {
  /**
   * 文書の識別子です。
   */
  id: Id
  /**
   * 文書の題名です。
   */
  title: Text
  /**
   * 基準、手引、様式などの種類です。
   */
  kind: Text
  /**
   * 定めた日です。
   */
  established?: Day
  /**
   * 効力を持つ期間です。
   */
  inForce?: DocumentTerm
  /**
   * その文書が効力を持った最後の日です。廃止され、題名が変わり、ほかの文書に替わった条例や規程に書きます（施行期間の inForce の until に書いてあれば書きません）。その文書を今も引いている条文が示されます。
   */
  until?: Day
  /**
   * なくなった文書に替わる、今の文書の題名です。なければ none です。例 個人情報の保護に関する法律
   */
  replacedBy?: Text | 'none'
  /**
   * 職員に周知した日です。
   */
  announced?: Day
  /**
   * 内容を確かめていない文書なら false と書きます。その文書だけが定める主題は「判定できない」になります。
   */
  read?: boolean
  /**
   * この文書が定めている主題です。
   */
  covers?: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 文書が効力を持つ期間です。
 */
export interface DocumentTerm {
  /**
   * 効力を持ち始めた日です。
   */
  from: Day
  /**
   * 効力を持った最後の日です。
   */
  until?: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの主題です。
 */
export interface Topic {
  /**
   * 主題の識別子です。
   */
  id: Id
  /**
   * 主題の見出しです。
   */
  title: Text
  /**
   * どの要求事項に属するかです。
   */
  requirement: Text
  /**
   * 職員が書きそうな言葉です。words と explain で、その言葉から探せます。
   */
  near?: Text[]
  /**
   * システムごとに定めるか、全庁で定めるかです。
   */
  level: 'system' | 'organisation'
  /**
   * どのシステムに求めるかです。書かないときはすべてです。
   */
  when?: Condition
  /**
   * 規定が定めるべき点です。
   */
  states?: Text[]
  /**
   * 働いていれば、規定がなくてもよい技術的な対策です。
   */
  enforcedBy?: Text[]
  /**
   * 定めなどがないときの重大さです。
   */
  severity: Severity
  /**
   * なぜ必要かです。
   */
  why: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの事項です。
 */
export interface TrainingTopic {
  /**
   * 事項の識別子です。
   */
  id: Id
  /**
   * 事項の見出しです。
   */
  title: Text
  /**
   * どの要求事項に属するかです。
   */
  requirement: Text
  /**
   * どのシステムに求めるかです。書かないときはすべてです。
   */
  when?: Condition
  /**
   * 研修を行う間隔の上限です。例 P1Y
   */
  every: Period
  /**
   * 対象者のうち受けた者の割合の下限（0から1まで）です。書かないときは、研修の全般に使う割合です。
   */
  coverage?: number
  /**
   * 定めなどがないときの重大さです。
   */
  severity: Severity
  /**
   * なぜ必要かです。
   */
  why: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの点検表です。
 */
export interface Checklist {
  /**
   * 点検表の識別子です。
   */
  id: Id
  /**
   * どの種類の場所を点検するかです。
   */
  placeKind: Text
  /**
   * 点検する項目です。
   */
  items: CheckItem[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 点検表の一つの項目です。
 */
export interface CheckItem {
  /**
   * 点検項目の識別子です。
   */
  id: Id
  /**
   * どの要求事項に属するかです。
   */
  requirement: Text
  /**
   * 定めなどがないときの重大さです。
   */
  severity: Severity
  /**
   * 確かめることです。
   */
  text: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 同じことを表す言葉の一組です。force、frequency、every、within、limits、deed のどれか一つを書きます。
 */
export interface Phrase {
  /**
   * 言い回しの識別子です。
   */
  id: Id
  /**
   * 文の終わりにあれば、どの強さの義務かです。
   */
  force?: 'must' | 'should' | 'may' | 'mustNot'
  /**
   * 文にあれば、どの頻度かです。
   */
  frequency?: 'always' | 'asNeeded' | 'periodic'
  /**
   * 文にあれば、どれだけの間隔かです。「6か月に1回」のような数のある言い方は、書かなくても読み取ります。
   */
  every?: Cycle
  /**
   * 文にあれば、どれだけの間に行うかです。例 P0D（直ちに）
   */
  within?: Deadline
  /**
   * 文にあれば、禁止を条件や場合で限っているか（ban）、ほかの定めの例外であることを断っているか（others）です。そのような文の禁止や許しは、ほかの定めと食い違うとは言いません。許可を得ずに行うことだけを禁じているか（permit）も書けます。
   */
  limits?: 'ban' | 'others' | 'permit'
  /**
   * 文の終わりにあれば、何をする文かです。知らせることそのものの業務（report）では、行ったことが、報告先への報告です。
   */
  deed?: 'report'
  /**
   * 条文に現れる言葉です。
   */
  words: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの種類です。
 */
export interface ContractKind {
  /**
   * 種類の識別子です。
   */
  id: Id
  /**
   * 種類の名称です。
   */
  name: Text
  /**
   * 契約の名称にあれば、この種類と分かる言葉です。種類（kind）を書いていない契約の種類を知るために使います。
   */
  nameWords?: Text[]
  /**
   * この種類の契約に、団体が求めて定められる事項です。契約に定める事項のうち、ここにあるものだけを求めます。
   */
  items: Text[]
  /**
   * 守るべきことを説明し、履行を監督する相手との契約なら true です。
   */
  supervised: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 情報の分類ごとの一つの制限です。
 */
export interface Handling {
  /**
   * 制限の識別子です。
   */
  id: Id
  /**
   * 制限の見出しです。
   */
  title: Text
  /**
   * どの要求事項に属するかです。
   */
  requirement: Text
  /**
   * どの分類の情報についての制限かです。
   */
  classes: Text[]
  /**
   * どの種類の置き場所についての制限かです。
   */
  kept?: Text[]
  /**
   * どの送り方についての制限かです。
   */
  sent?: Text[]
  /**
   * その置き場所や送り方を認めないなら true です。
   */
  forbidden?: boolean
  /**
   * どれか一つが働いていればよい対策です。
   */
  needs?: Text[]
  /**
   * 許可を得たものを除くなら true です。
   */
  unlessPermitted?: boolean
  /**
   * 送るときに求める手続です。
   */
  asks?: ('permit' | 'check' | 'receipt')[]
  /**
   * 制限に反するときの重大さです。
   */
  severity: Severity
  /**
   * なぜ制限するかです。
   */
  why: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの構成です。
 */
export interface NetworkModel {
  /**
   * 構成の識別子です。
   */
  id: Id
  /**
   * 構成の名称です。
   */
  name: Text
  /**
   * 領域ごとに求めることです。
   */
  zones: ModelZone[]
  /**
   * 外部の者による監査を求めるときの、間隔の上限です。
   */
  outsideAudit?: Period
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 構成の中の一つの領域に求めることです。
 */
export interface ModelZone {
  /**
   * どの領域かです。
   */
  zone: Text
  /**
   * この領域で扱ってよい情報の分類です。書かないときは、限りません。
   */
  holds?: Text[]
  /**
   * この領域で働いているべき技術的な対策です。すべてが要ります。
   */
  needs?: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの種類です。
 */
export interface BodyKind {
  /**
   * 種類の識別子です。
   */
  id: Id
  /**
   * 種類の名称です。
   */
  name: Text
  /**
   * 会議を開く体制なら true です。
   */
  meets: boolean
  /**
   * 専門の知識が要る体制なら true です。
   */
  needsExpertise: boolean
  /**
   * 全庁の取組を進める体制なら true です。
   */
  leads: boolean
  /**
   * この種類の体制に要る機能です。
   */
  functions: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの種類です。
 */
export interface PlaceKind {
  /**
   * 種類の識別子です。
   */
  id: Id
  /**
   * 種類の名称です。
   */
  name: Text
  /**
   * その場所に置いてよいものです。書かないときは、限りません。
   */
  mayContain?: Text[]
  /**
   * その場所を見回るべき役割です。
   */
  visitedBy?: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つのガイドラインです。
 */
export interface Guideline {
  /**
   * ガイドラインの識別子です。
   */
  id: Id
  /**
   * ガイドラインの名称です。
   */
  name: Text
  /**
   * ガイドラインの版です。
   */
  editions: GuidelineEdition[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * ガイドラインの一つの版です。
 */
export interface GuidelineEdition {
  /**
   * 版の識別子です。例 令和7年3月版
   */
  id: Text
  /**
   * 公表された日です。
   */
  on: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 監査で重く見るリスクの一つです。
 */
export interface Risk {
  /**
   * どうなるおそれがあるかです。
   */
  risk: Text
  /**
   * このリスクについて確かめることです。
   */
  items: Viewpoint[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 監査で確かめることの一つです。
 */
export interface Viewpoint {
  /**
   * 着眼点の識別子です。
   */
  id: Id
  /**
   * 何を確かめるかの文です。
   */
  text: Text
  /**
   * この着眼点で結果を見る要求事項です。
   */
  requirements: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 条文や要求事項を当てはめる条件です。
 */
export interface Condition {
  /**
   * これらの特性を持つシステムに限ります。
   */
  traits?: Text[]
  /**
   * これらのネットワークにつながるシステムに限ります。
   */
  connection?: Connection[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 対策基準の一つの条文です。
 */
export interface Clause {
  /**
   * 条文の識別子です。
   */
  id: Id
  /**
   * どの要求事項を定めた条文かです。
   */
  requirement: Text
  /**
   * 条文のある文書の名称です。
   */
  document?: Text
  /**
   * 条、項、号の番号です。
   */
  number?: Text
  /**
   * 条文の引用です。
   */
  text: LongText
  /**
   * 引用した資料です。
   */
  quoted: Text
  /**
   * 義務を負う役割です。まだ決まっていなければ書きません。
   */
  subject?: Text
  /**
   * 条文の強さです。
   */
  force: 'must' | 'endeavour' | 'may' | 'advice'
  /**
   * 条文が認める周期です。
   */
  cadence?: Cadence
  /**
   * どのシステムに当てはまるかです。
   */
  when?: Condition
  /**
   * 例外措置を認めないなら true です。
   */
  mandatory?: boolean
  /**
   * この条文が具体に示していることです。何も示していなければ [] です。要求事項が条文に求めるもの（needs）と、別に定めるとしたもの（別に定める基準など）についてだけ判定します。
   */
  gives?: ('level' | 'content' | 'yardstick' | 'cycle' | 'form')[]
  /**
   * 具体に示している文書の識別子または名称です。
   */
  givenIn?: Text
  unconfirmed?: Unconfirmed
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 条文が認める周期です。
 */
export interface Cadence {
  /**
   * 認める頻度の種類です。
   */
  accept: ('periodic' | 'asNeeded' | 'event' | 'always')[]
  /**
   * 定期のときに認める最も長い間隔です。
   */
  max?: Period
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 規則が使う一つの値です。
 */
export interface Parameter {
  /**
   * 値の型です。
   */
  type: 'period' | 'number' | 'text' | 'bool' | 'words'
  /**
   * 値が用語の一覧のときの、用語集の名前です。
   */
  vocabulary?: Text
  /**
   * 値です。期間は P6M のように（期限なら、閉庁日を数えない 3開庁日 のようにも）、用語の一覧は [a, b] のように書きます。
   */
  value: Scalar | Key[]
  /**
   * 型が text のとき、値として書ける言葉です。
   */
  words?: Key[]
  /**
   * 認める最小の値です。
   */
  min?: Scalar
  /**
   * 認める最大の値です。
   */
  max?: Scalar
  /**
   * 何の値かです。
   */
  title: Text
  /**
   * 土台のパックの値を変えるときの理由です。
   */
  rationale?: Text
  /**
   * 値の根拠となる資料です。
   */
  quoted?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 用語集の一つの用語です。
 */
export interface Word {
  /**
   * ファイルに書く用語です。
   */
  id: Key
  /**
   * 読む人に見せる日本語の名称です。
   */
  name: Text
  /**
   * 条文（Word などの文書）の文から、この用語を読み取る言葉です。import と、条文の例外を読むときに使います。
   */
  reads?: Reads
  /**
   * 職員が書きそうな言葉です。words と explain で、その言葉から探せます。
   */
  near?: Text[]
  /**
   * この用語が応える要求事項です。
   */
  requirement?: Text
  /**
   * SLAの分類のうち、セキュリティに関するものなら true です。
   */
  isSecurity?: boolean
  /**
   * 数えるもの（countedThings）のうち、その台帳を突き合わせたときに、種類を書かなければこれを数えたと見るものの、その台帳です。
   */
  ledgers?: ('media' | 'accounts' | 'devices')[]
  /**
   * 当てはまる種類のないときの用語なら true です。この用語が同じでも、同じことをしているとは読みません。
   */
  unspecific?: boolean
  /**
   * 業務の種類（activities）のうち、報告や通知のように、知らせることそのものなら true です。行えば、報告先に報告したものと読みます。
   */
  reports?: boolean
  /**
   * 許可、承認、監査のように、ほかから任されるのではなく、行う役割の権限で行う業務の種類なら true です。
   */
  byAuthority?: boolean
  /**
   * 業務の種類（activities）のうち、出来事があれば行うものの、その出来事です。常に又は必要なときに行うとした業務も、その出来事のあとに行ったかを見ます。
   */
  event?: Text
  /**
   * この用語がまとめて表す用語です。
   */
  includes?: Key[]
  /**
   * 出来事（events）のうち、契約の開始のように前もって分かるものなら true です。求められることを、その前に行っていてもよいものとします。
   */
  foreseen?: boolean
  /**
   * 出来事（events）のうち、出来事の台帳のほかに、ほかの台帳や一覧に載るものの、その台帳です。そこに載っていれば、出来事があったと見ます。
   */
  arisesFrom?: ArisesFrom[]
  /**
   * 機器の種類（deviceKinds）や情報の分類（classes）のうち、その機器やその情報を扱う機器に求める技術的な対策です。
   */
  needs?: Text[]
  /**
   * 数えるもの（countedThings）のうち機器に当たるものの、機器の種類です。
   */
  deviceKinds?: Text[]
  /**
   * 数えるもの（countedThings）の数え方です。例 本
   */
  unit?: Text
  /**
   * 標準の役割（roles）のうち、同じ職が兼ねてはならない役割です。
   */
  apart?: Text[]
  /**
   * 業務の種類（activities）のうち、行ったことが実施の記録（performed）のほかに残る台帳です。そこに載っていれば（点の後にキーのあるものは、そのキーが書かれていれば）、行ったと見ます。
   */
  recordedIn?: (
    | 'accounts'
    | 'media'
    | 'exchanges'
    | 'supervision'
    | 'failures'
    | 'audits'
    | 'erasures'
    | 'visits'
    | 'explanations'
    | 'transfers'
    | 'transfers.permittedBy'
    | 'services.permittedOn'
    | 'devices.disposal'
    | 'media.disposal'
    | 'assets.disposedOn'
    | 'changes.approvedOn'
    | 'changes.testedOn'
    | 'meetings'
    | 'trainings'
    | 'lessons'
  )[]
  /**
   * 業務の種類（activities）のうち、業務が扱うものの載る台帳や一覧です。その業務についての例外措置は、そこの一件ずつにも及びます。残る台帳（recordedIn）に書いたものは、書きません。
   */
  handles?: (
    | 'accounts'
    | 'credentials'
    | 'media'
    | 'devices'
    | 'counts'
    | 'exchanges'
    | 'transfers'
    | 'received'
    | 'selfInspections'
    | 'trainings'
    | 'incidents'
    | 'patches'
    | 'erasures'
    | 'meetings'
    | 'changes'
    | 'assets'
    | 'backups'
    | 'contracts'
    | 'entryMeans'
    | 'logs'
    | 'networks'
    | 'services'
  )[]
  /**
   * 定めるべき点（points）が、規定や担当業務の states のほかに、実施手順のどこに書かれるかです。そのどれかに書かれていれば、定めたことになります。
   */
  statedIn?: StatedIn[]
  /**
   * 使い方（uses）のうち、担当業務によって許されるものの、その業務の種類です。「してはならない」とする業務は、禁じているものと見ます。
   */
  activities?: Text[]
  /**
   * 使い方（uses）のうち、実態や記録のどこにあれば、そのように使っていると分かるかです。
   */
  seenIn?: SeenIn[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 出来事が載る、一つの台帳や一覧です。
 */
export interface ArisesFrom {
  /**
   * どの台帳や一覧かです。
   */
  ledger:
    | 'rosterChanges'
    | 'exchanges'
    | 'failures'
    | 'incidents'
    | 'changes'
    | 'erasures'
    | 'patches'
    | 'audits'
    | 'contracts'
    | 'revisions'
    | 'transfers'
    | 'devices'
    | 'media'
    | 'accounts'
    | 'credentials'
    | 'received'
    | 'trainings'
    | 'lessons'
    | 'inquiries'
    | 'findings'
    | 'system'
    | 'services'
    | 'software'
    | 'assets'
    | 'subcontractors'
    | 'exceptions'
    | 'standards'
    | 'fiscalYears'
  /**
   * その台帳のどの日付のキーを、出来事の日と見るかです。書かないときは、その台帳の記録の日です。例 until
   */
  day?: Key
  /**
   * その台帳の記録のうち、どの種類（kind、direction、by）のものを出来事と見るかです。書かないときは、どれもです。例 retire
   */
  kinds?: Key[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 実施記録（records）に加える、一つの台帳の形です。
 */
export interface Ledger {
  /**
   * 実施記録と規則の式に書く、台帳の名前です。初めからあるキーの名前は使えません。例 keyCards
   */
  id: LedgerName
  /**
   * 台帳の名称です。例 鍵・カード貸与簿
   */
  title: Text
  /**
   * 何を書く台帳かの説明です。
   */
  description: Text
  /**
   * 台帳の列です。土台のパックにもある台帳なら、その列に加わります。
   */
  columns: LedgerColumn[]
  /**
   * 一つの行をほかの行と見分ける列です。例 [number, lentOn]
   */
  rowKey?: LedgerName[]
  /**
   * 行がいつからあるかを示す、日付の列です。判定日より後の行は、まだないものとします。
   */
  since?: LedgerName
  /**
   * 返却日や廃棄日のように、その日から台帳にないものと数える、日付の列です。書いていなければ、まだその日が来ていないと読みます。
   */
  gone?: LedgerName[]
  /**
   * 実地の確認（counts）で、現物と突き合わせる台帳なら true です。counts の ledger に、この台帳の名前を書けるようになります。
   */
  counted?: boolean
  /**
   * 行が出来事であるときの、その出来事です。行があれば、その出来事に応える業務を行ったかを見ます。
   */
  events?: LedgerEvent[]
  /**
   * 行ったことがこの台帳に残る業務の種類です。台帳に載っていれば、行ったと見ます。
   */
  activities?: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 台帳の一つの列です。
 */
export interface LedgerColumn {
  /**
   * 実施記録と規則の式に書く、列の名前です。例 lentOn
   */
  id: LedgerName
  /**
   * 様式の見出しになる、列の名称です。例 貸与日
   */
  title: Text
  /**
   * 何を書く列かの説明です。
   */
  description: Text
  /**
   * 列に書く値の種類です。
   */
  type: 'text' | 'label' | 'day' | 'period' | 'number' | 'truth' | 'person' | 'word' | 'reference'
  /**
   * 決まった言葉の列で選べる言葉です。ファイルに書く言葉を鍵に、読む人に見せる名称を書きます。例 { key: 鍵, card: カード }
   */
  words?: {
    [k: string]: Text
  }
  /**
   * 決まった言葉の列で、用語集から選ぶときの、その用語集の名前です。例 deviceKinds
   */
  vocabulary?: Key
  /**
   * 参照の列が指すものです。organisation（組織）、role（役割）、duty（担当業務）、contract（契約）、place（場所）、network（ネットワーク）、body（体制）のどれかか、パックの加えた台帳の名前（その行を指す）を書きます。
   */
  to?: Key
  /**
   * 一つの列に、いくつもの値を一覧で書くなら true です。
   */
  many?: boolean
  /**
   * どの行にも書かなければならない列なら true です。
   */
  required?: boolean
  /**
   * 値の代わりに none と書いて、ないことを示せる列なら true です。例 許可した職
   */
  none?: boolean
  /**
   * 書いていない値を、分からない（unknown）と読むか、ない（none）と読むかです。書かないときは unknown です。
   */
  unwritten?: 'unknown' | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 台帳の行が、何の出来事であるかです。
 */
export interface LedgerEvent {
  /**
   * どの出来事（用語集 events）かです。
   */
  event: Text
  /**
   * どの日付の列を、出来事の日と見るかです。書かないときは、行の始まる日（since）です。
   */
  day?: LedgerName
  /**
   * 列 kind がどの言葉の行を出来事と見るかです。書かないときは、どれもです。
   */
  kinds?: Key[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 文から用語を読み取る言葉です。対象（of）の言葉の後に、行い（do）の言葉があり、除く言葉（not）がなければ、その用語と読みます。
 */
export interface Reads {
  /**
   * 何についての文かを表す言葉です。どれか一つがあれば当てはまります。
   */
  of: Text[]
  /**
   * 何をするかを表す言葉です。どれか一つがあれば当てはまります。書かないときは、対象の言葉だけで読み取ります。
   */
  do?: Text[]
  /**
   * あれば、この用語とは読まない言葉です。
   */
  not?: Text[]
  /**
   * 両方に当てはまるとき、こちらを選んで退ける用語です。
   */
  beats?: Key[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 定めるべき点が書かれる、実施手順の一つの所です。
 */
export interface StatedIn {
  /**
   * 実施手順のどの一覧かです。
   */
  list: 'duties' | 'chains' | 'logs' | 'passwords'
  /**
   * 担当業務のうち、どの種類のものかです。
   */
  activity?: Text
  /**
   * 担当業務の手順（steps）のうち、どれがあればよいかです。
   */
  step?: Text
  /**
   * どのキーが書かれていればよいかです。書かないときは、その一つがあれば足ります。
   */
  field?:
    | 'performers'
    | 'record'
    | 'reportTo'
    | 'timing'
    | 'checklist'
    | 'frequency.every'
    | 'frequency.within'
    | 'steps.within'
    | 'items'
    | 'retention'
    | 'protection'
    | 'minLength'
    | 'asOf'
    | 'nodes.phoneNight'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 使っていると分かる、実態や記録の一つの所です。
 */
export interface SeenIn {
  /**
   * 実態や記録のどの一覧かです。
   */
  list:
    | 'traits'
    | 'connection'
    | 'links'
    | 'devices'
    | 'privateDevices'
    | 'mediaHeld'
    | 'services'
    | 'kept'
    | 'subcontractors'
    | 'exchanges'
    | 'transfers'
    | 'accounts'
  /**
   * その一覧のうち、どの種類のものかです。書かないときは、どれもです。例 wireless
   */
  kinds?: Key[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの標準の役割です。
 */
export interface CanonicalRole {
  /**
   * 標準の役割の識別子です。
   */
  canonical: Id
  /**
   * この対策基準での名称です。
   */
  name: Text
  /**
   * 以前の名称などです。
   */
  aliases?: RoleAlias[]
  unconfirmed?: Unconfirmed
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの別名です。
 */
export interface RoleAlias {
  /**
   * 別名です。
   */
  name: Text
  /**
   * 使い始めた日です。
   */
  from?: Day
  /**
   * 使った最後の日です。
   */
  until?: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの規則の調整です。
 */
export interface RuleTailoring {
  /**
   * 変える規則の識別子です。
   */
  rule: Key
  /**
   * 変えた後の重大さです。
   */
  severity?: Severity
  /**
   * この規則を使わないときに true と書きます。
   */
  off?: true
  /**
   * 例外措置を認めないときに true と書きます。
   */
  mandatory?: true
  /**
   * 変える理由です。
   */
  rationale: Text
  /**
   * 意見の規則を使うときに true と書きます。
   */
  adopt?: true
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの要求事項の調整です。
 */
export interface RequirementTailoring {
  /**
   * 変える要求事項の記号です。
   */
  requirement: Text
  /**
   * 変えた後の重大さです。
   */
  severity?: Severity
  /**
   * この要求事項の規則を使わないときに true と書きます。
   */
  off?: true
  /**
   * 例外措置を認めないときに true と書きます。
   */
  mandatory?: true
  /**
   * 変える理由です。
   */
  rationale: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
