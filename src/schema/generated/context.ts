// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.
import type { Basis, Connection, Day, Deadline, Id, Label, Means, Notes, OrganisationOrGroup, Period, Pseudonym, Reference, RoughDay, SourceText, System, Text } from './common.ts'

/**
 * 一つのシステムの実態（つながり、使う部署、ログの所在、契約など）を書くファイルです。書いていない項目は「不明」、空の一覧 [] は「なし」を表します。
 */
export interface Context {
  /**
   * context と書きます。
   */
  kind: 'context'
  /**
   * 「自治体の識別子/システムの識別子」です。例 aoba-city/facility-reservation
   */
  system: System
  /**
   * システムの名称です。
   */
  name: Text
  /**
   * この実態を把握した日です。--as-of を付けないとき、この日の時点で判定します。
   */
  foundOn?: Day
  /**
   * 契約、機器、サービスなど、この実態に書く一覧（traits を除く）が、資料にあったものだけの一部であるときは false と書きます。書いていないものは「ない」ではなく「不明」になります。書かなければ、書いた一覧はそれで全部と読みます。
   */
  complete?: boolean
  /**
   * 実態を誰がいつ調べたかです。
   */
  surveyed?: Survey
  /**
   * システムを所管する組織です。どの組織も所管していない（作った課がなくなった、互いに自分の所管ではないとしている）と分かったときは、none と書きます。
   */
  owner: OrganisationOrGroup | 'none'
  /**
   * システムを使うのをやめたときに、その日と理由を書きます。その日から判定しません。使っているうちは書きません。
   */
  retired?: Retirement
  /**
   * 本番の運用を始めた日です。
   */
  liveFrom?: RoughDay
  /**
   * 実施手順を定めていないシステムなら none と書きます。書かないときは、あるものとします。
   */
  procedure?: 'exists' | 'none'
  /**
   * システムがつながっているネットワークです。
   */
  connection?: Connection
  /**
   * 個人情報を扱う、委託している、のようなシステムの特性です。
   */
  traits?: Text[]
  /**
   * 利用者の範囲です。
   */
  users?: Users
  /**
   * 特定個人情報などを扱う者として指名した職員の仮名です。利用者ID（accounts）や取扱記録（handlingRecords）の者と比べます。指名していなければ [] です。例 staff-a
   */
  handlers?: Pseudonym[]
  /**
   * 情報資産の台帳です。台帳に一つも載せていなければ [] です。
   */
  assets?: Asset[]
  /**
   * システムを使う施設の数です。
   */
  facilities?: Facilities
  /**
   * システムに関わる組織と、その関わり方です。
   */
  involved?: Involvement[]
  /**
   * 誰がアカウントを管理し、個人用か共用かです。
   */
  accountAdministration?: AccountAdministration[]
  /**
   * 管理者の権限などを、何人が持ち、何人に要るかです。
   */
  rightsHeld?: RightHeld[]
  /**
   * システムに実際に設定されている、パスワードなどの条件です。
   */
  authentication?: Authentication[]
  /**
   * 実際に誰が行い、結果が誰に届いているかです。
   */
  practices?: Practice[]
  /**
   * どのログを誰が持ち、誰が見られるかです。
   */
  logs?: ContextLog[]
  /**
   * ドメイン名、公式サイト、公式のアカウントの台帳です。
   */
  publicNames?: PublicName[]
  /**
   * 何が動くのに、何が要るかです。止まったときに使う方法や様式が、止まるものと同じものに依っていないかを見ます。
   */
  dependencies?: Dependency[]
  /**
   * 委託、保守、サービス利用の契約です。
   */
  contracts?: Contract[]
  /**
   * どの業務を、委託先、クラウドの事業者、共同で使う団体を含めて、誰が担うと取り決めたかです。[] は、どの業務についても取決めがないことを表します。書いていない業務は、分からないものと読みます。
   */
  responsibilities?: Responsibility[]
  /**
   * 条文や規程が作り、備えるよう求めている実施手順、要領、台帳、名簿、計画、図などが、あるかどうかです。
   */
  requiredDocuments?: RequiredDocument[]
  /**
   * 使っているクラウドなどの外部のサービスと、その許可です。一つのシステムで使うものはそのシステムに、全庁で使うものや、全庁の台帳は全庁の実態に書きます。
   */
  services?: Service[]
  /**
   * 役割ごとに、年間に使える時間です。
   */
  capacity?: Capacity[]
  /**
   * システムにある、またはない対策の機能です。
   */
  capabilities?: Capability[]
  /**
   * システムの機器とその台数です。
   */
  devices?: DeviceGroup[]
  /**
   * 組織ごとの記録媒体の数です。
   */
  mediaHeld?: MediaHeld[]
  /**
   * 実際に取っているバックアップです。取っていなければ [] です。
   */
  backups?: Backup[]
  /**
   * 止まってから復旧するまでの、目標とする時間（時間）です。
   */
  recoveryHours?: number
  /**
   * システムで実際に働いている技術的な対策です。
   */
  enforced?: Text[]
  /**
   * サーバ室、執務室、保管庫などの場所です。
   */
  places?: Place[]
  /**
   * 人目や席の決め方が問われる端末です。
   */
  terminals?: Terminal[]
  /**
   * 場所に入るための手段です。
   */
  entryMeans?: EntryMeans[]
  /**
   * ネットワークと、そこで扱う情報の分類です。
   */
  networks?: Network[]
  /**
   * α、β などの、庁内のネットワークの構成です。全庁の実態に書きます。
   */
  networkModel?: Text
  /**
   * 解除できる対策かどうかなど、対策の扱いです。
   */
  controls?: Control[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 実態の調査です。
 */
export interface Survey {
  /**
   * 調べた日です。
   */
  on: Day
  /**
   * 調べた職や部署です。個人名は書きません。
   */
  by?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * システムの廃止です。
 */
export interface Retirement {
  /**
   * システムを使わなくなった最初の日です。
   */
  on: Day
  /**
   * 廃止した理由です。何に引き継いだか、残った情報と機器をどうしたかを書きます。
   */
  reason: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 利用者の範囲です。
 */
export interface Users {
  /**
   * 使う職員の人数です。
   */
  staff?: number
  /**
   * 住民が使うなら true です。
   */
  public?: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 台帳に載せた一つの情報資産です。
 */
export interface Asset {
  /**
   * 情報資産の識別子です。
   */
  id: Id
  /**
   * 情報資産の名称です。
   */
  name: Text
  /**
   * 機密性、完全性、可用性の分類です。分類していなければ [] です。
   */
  classes?: Text[]
  /**
   * 情報資産を管理する組織です。どの組織も管理していないと分かったときは、none と書きます。
   */
  owner?: OrganisationOrGroup | 'none'
  /**
   * 業務で使う組織です。書かないときは、システムに関わる組織（involved）とします。
   */
  usedBy?: OrganisationOrGroup[]
  /**
   * 置いてある所の一覧です。どこにも置いていなければ [] です。
   */
  kept?: Keeping[]
  /**
   * 保存する最後の日です。訴訟や審査請求などのために残すことになったら、残す最後の日（終わりが決まっていなければ、決まるまで keepUntil を書きません）に改めるか、その情報の例外措置（exceptions の element）を書きます。期限を定めていなければ書きません。
   */
  keepUntil?: Day
  /**
   * 台帳の内容を現物と確かめた日の一覧です。一度も確かめていなければ [] です。
   */
  reviewedOn?: Day[]
  /**
   * 廃棄し、又は消去した日です。廃棄していなければ書きません。
   */
  disposedOn?: RoughDay
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 情報資産の一つの置き場所です。
 */
export interface Keeping {
  /**
   * 共有フォルダ、端末、記録媒体、書面などの種類です。
   */
  kind: Text
  /**
   * フォルダ、書庫、サービスなどの名称です。決まった名称がなければ書きません。
   */
  at?: Text
  /**
   * そこで働いている対策です。なければ [] です。ここにない対策は、働いているかどうか分からないものと読みます。
   */
  protection?: Text[]
  /**
   * そこで働いていないと分かった対策です。なければ書きません。
   */
  lacks?: Text[]
  /**
   * そこで見られる組織です。
   */
  accessibleTo?: OrganisationOrGroup[]
  /**
   * そこに置くことの許可です。許可を得ていなければ [] です。
   */
  permits?: Permit[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの許可です。
 */
export interface Permit {
  /**
   * 許可した職です。個人名は書きません。
   */
  by?: Text
  /**
   * 許可した日です。
   */
  on?: RoughDay
  /**
   * 許可の最後の日です。書かないときは、続いている許可とします。
   */
  until?: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * システムを使う施設です。
 */
export interface Facilities {
  /**
   * 施設の数です。
   */
  count: number
  /**
   * 施設の集まりを表すグループです。
   */
  group?: OrganisationOrGroup
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * システムに関わる一つの組織です。
 */
export interface Involvement {
  /**
   * 組織またはグループの識別子です。
   */
  organisation: OrganisationOrGroup
  /**
   * その組織がシステムで果たしている働きです。
   */
  relation?:
    'owns' | 'operates' | 'uses' | 'relays' | 'hosts' | 'maintains' | 'subcontracts' | 'supervises'
  /**
   * 関わりの相手となる組織です。例えば区役所が取り次ぐ会館です。相手を限らなければ書きません。
   */
  covers?: OrganisationOrGroup[]
  /**
   * 再委託先でも元請けを介さず直接に連絡するなら true です。書かないときは、元請けを介するものとします。
   */
  direct?: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * アカウント管理の実態の一つです。
 */
export interface AccountAdministration {
  /**
   * この項目の識別子です。
   */
  id: Id
  /**
   * 実際にアカウントを登録・削除している組織です。業務の実態（practices）に同じアカウントについての account.manage か account.remove を書いたときは、そちらで判定します。
   */
  administeredBy?: OrganisationOrGroup[]
  /**
   * 個人ごとか、共用かです。
   */
  accounts?: 'personal' | 'shared' | 'mixed'
  /**
   * どの組織のアカウントについてかです。
   */
  covers?: OrganisationOrGroup[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織の一つの権限です。
 */
export interface RightHeld {
  /**
   * 権限を持つ者のいる組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 数えた権限や、行えることです。例 管理者権限、全件の検索、復旧の作業
   */
  right: Text
  /**
   * その権限を持つ人数です。
   */
  holders: number
  /**
   * 事務の分担から、その権限が要る人数です。数えていなければ書きません。
   */
  needed?: number
  /**
   * その組織でシステムを使う職員の人数です。数えていなければ書きません。
   */
  staff?: number
  /**
   * 二人以上いるのに、同じ出張、行事、夜勤明けなどで、持つ者が一人もいなかった日です。そのような日がなければ書きません。
   */
  noneThereOn?: Day[]
  /**
   * その者が皆いないときに、ほかの者が行う方法です（封をしたパスワードの写し、手順書、委託先への依頼など）。方法がなければ none です。
   */
  inAbsence?: Text | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * システムに実際に設定されている、一組の認証の条件です。
 */
export interface Authentication {
  /**
   * この項目の識別子です。
   */
  id: Id
  /**
   * 設定されている最少の文字数です。設定していなければ 0 です。
   */
  minLength?: number
  /**
   * 文字の種類を組み合わせなければ登録できないなら true です。
   */
  complexity?: boolean
  /**
   * 何回続けて誤ると使えなくなるかです。何回でも試せるなら 0 です。
   */
  lockAfter?: number
  /**
   * 初めてログインしたときに、パスワードを変えなければ使えないなら true です。
   */
  changeAtFirst?: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 実際に行われている業務の一つです。
 */
export interface Practice {
  /**
   * この項目の識別子です。
   */
  id: Id
  /**
   * 行っている業務の種類です。
   */
  activity: Text
  /**
   * 実施手順のどの担当業務に当たるかです。どの担当業務にも当たらなければ書きません。
   */
  duty?: Reference
  /**
   * どの組織についての業務かです。組織を限らなければ書きません。
   */
  covers?: OrganisationOrGroup[]
  /**
   * どの機器や情報についての業務かです。担当業務の対象（targets）と同じ言葉で書きます。書かないときは、限りません。
   */
  targets?: Text[]
  /**
   * 実際に行っている組織です。誰も行っていなければ [] です。
   */
  performedBy?: OrganisationOrGroup[]
  /**
   * 結果の報告を受けている組織です。誰にも報告されていなければ [] です。
   */
  resultsTo?: OrganisationOrGroup[]
  /**
   * 人手か自動かです。
   */
  means?: Means
  /**
   * どの契約によって行っている業務かです。契約の条件（terms）と比べます。
   */
  contract?: Reference
  /**
   * 実際に行い、又は物を置いている場所です。契約の条件や文書に書いた場所と同じ場所は、同じ言葉で書きます。
   */
  places?: Label[]
  /**
   * 実際に行っている間隔です。一度も行っていなければ、performedBy を [] とします。例 P7D
   */
  every?: Period
  /**
   * 行ったことを残している記録の名称です。記録を残していなければ none と書きます。分からなければ書きません。
   */
  record?: Text | 'none'
  /**
   * 実際に、結果を確認し、又は承認している役割です。誰もしていなければ none と書きます。分からなければ書きません。
   */
  confirmedBy?: Reference | 'none'
  /**
   * 前もって行う業務（before）のきっかけが、その何日前に分かるかです。例 P1D（前日に決まる）
   */
  knownBefore?: Deadline
  /**
   * 実際に行うのにかかる期間です。期限に間に合うかを見たいときに書きます。例 P14D（二週間かかる）
   */
  takes?: Period
  /**
   * 定めのとおりに行うのに要るのに、ないと分かったものです。例 端末からシステムにつなぐ手段がなければ connection です。足りないものがなければ書きません。
   */
  lacks?: Text[]
  /**
   * この実態になった日です。
   */
  since?: RoughDay
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * システムの一つのログです。
 */
export interface ContextLog {
  /**
   * ログの識別子です。
   */
  id: Id
  /**
   * アクセスログ、認証ログなどの種類です。
   */
  kind: Text
  /**
   * ログの名称です。
   */
  name?: Text
  /**
   * ログを保管している組織です。
   */
  holder?: OrganisationOrGroup
  /**
   * ログを見られる組織です。
   */
  accessibleTo?: OrganisationOrGroup[]
  /**
   * どの組織の利用についてのログかです。
   */
  covers?: OrganisationOrGroup[]
  /**
   * 記録されていないと分かった項目です。なければ書きません。例 target（操作の対象）
   */
  lacks?: Text[]
  /**
   * 1か月に記録される件数です。
   */
  volumePerMonth?: number
  /**
   * 保存している期間です。同じ種類（kind）のログを別の組織（holder）に送って残していれば、それも一件のログとして書きます。どちらかで足りれば足ります。
   */
  retention?: Period
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 作り、備えるはずの一つの文書、台帳又は計画です。
 */
export interface RequiredDocument {
  /**
   * この文書の識別子です。
   */
  id: Id
  /**
   * 文書、台帳、計画の名称です。条文が使う言葉で書くか、その言葉で終わるようにします。例 接続台帳、中央図書館の情報資産台帳、2026年度の研修計画書
   */
  what: Text
  /**
   * 作り、備えるはずの組織です。分からなければ書きません。
   */
  organisation?: OrganisationOrGroup
  /**
   * 文書が応える要求事項です。対策基準に、その要求事項の条文が一つもないときは、要求事項そのものが求めているものと読みます。
   */
  requirement?: Text
  /**
   * いつまでに作ると定めているかです。今あるべきものなら書きません。
   */
  due?: Day
  /**
   * 初めて作った日です。作られていないと分かったときは none です。
   */
  madeOn?: RoughDay | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つのドメイン名、公式サイト又は公式のアカウントです。
 */
export interface PublicName {
  /**
   * この項目の識別子です。
   */
  id: Id
  /**
   * ドメイン名、サイトの名称又はアカウントの名前です。
   */
  name: Text
  /**
   * 登録や更新、発信に責任をもつ組織です。どこも持っていなければ [] です。
   */
  keepers?: OrganisationOrGroup[]
  /**
   * 登録の期限です。期限がなければ書きません。
   */
  expiresOn?: Day
  /**
   * 使うのをやめた日です。使っているうちは書きません。
   */
  stoppedOn?: Day
  /**
   * その名前を今も案内し、又はそこへつないでいるページや印刷物です。なければ [] です。
   */
  shownAt?: Label[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つのものが、何に依っているかです。
 */
export interface Dependency {
  /**
   * システム、様式、手順、回線などの名です。同じものは同じ言葉で書きます。例 停止のときの紙の様式
   */
  what: Label
  /**
   * 動き、又は使うのに要るものです。何にも依っていないと確かめたときは [] です。例 [共有フォルダ]
   */
  on: Label[]
  /**
   * 何が止まったときに、代わりに使うものかです。代わりに使うものでなければ書きません。例 電子カルテ
   */
  insteadOf?: Label
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * システムに関する一つの契約です。
 */
export interface Contract {
  /**
   * 契約の識別子です。
   */
  id: Id
  /**
   * 契約の名称です。
   */
  name: Text
  /**
   * 委託、サービスの利用、国や他の団体との取決め、賃貸借などの種類です。書かないときは、契約の名称、定めた事項、受託者の関わり方（involved）などから分かる種類とし、分からなければ、種類によって決まることは判定しません。
   */
  kind?: Text
  /**
   * 契約の相手方です。
   */
  contractor: OrganisationOrGroup
  /**
   * 契約期間の最初の日です。
   */
  from?: RoughDay
  /**
   * 契約期間の最後の日です。書かないときは、続いている契約とします。
   */
  until?: Day
  /**
   * 契約を結んだ日です。
   */
  signedOn?: RoughDay
  /**
   * 契約が再委託をどう定めているかです。定めがないと分かったときは書かず、契約で定めていない事項（lacks）に subcontracting を入れます。
   */
  subcontracting?: 'forbidden' | 'consent' | 'notice'
  /**
   * 個人情報を扱う（data.personal）のような、この契約で委ねる業務の特性です。
   */
  traits?: Text[]
  /**
   * 契約書や仕様書で、業務を行う場所や間隔などを約束したことです。実態（practices）と比べます。
   */
  terms?: ContractTerm[]
  /**
   * 再委託先です。再委託がなければ [] です。
   */
  subcontractors?: Subcontractor[]
  /**
   * 契約書や仕様書で定めたセキュリティに関する事項です。どれも定めていなければ [] です。
   */
  items?: Text[]
  /**
   * 契約書や仕様書に定めがないと分かった事項です。定めた事項（items）にもここにもないものは、分からないものと読みます。
   */
  lacks?: Text[]
  /**
   * 守るべき事項を受託者に説明した記録です。
   */
  explained?: Explanation[]
  /**
   * サービス水準として約束した項目です。
   */
  sla?: Sla[]
  /**
   * 受託者から受け取ると定めた報告書です。
   */
  reports?: ContractReport[]
  /**
   * 作業計画書などに書くよう求めた事項です。
   */
  demands?: Demand[]
  /**
   * 守るべき事項を説明する相手（受託者、再委託先など）です。書かないときは、受託者だけとします。
   */
  parties?: OrganisationOrGroup[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの業務について、契約で約束した条件です。
 */
export interface ContractTerm {
  /**
   * 条件を付けた業務の種類です。入力や点検のような受託した作業そのものなら contract.work です。
   */
  activity: Text
  /**
   * 約束した業務の対象や、受託した作業の中身です。約束がいくつもあるときに、どれのことかを書き分けます。実態（practices）の targets と同じ言葉で書きます。書かないときは、限りません。例 脆弱性の診断
   */
  targets?: Text[]
  /**
   * 行うと約束した側の組織です。団体の側が約束したこと（立入検査、利用者の棚卸しなど）なら、その組織を書きます。書かないときは、受託者とします。
   */
  by?: OrganisationOrGroup
  /**
   * この業務を行い、又は物を置いてよい場所です。ほかの場所では行いません。
   */
  places?: Label[]
  /**
   * この業務を行う間隔です。例 P7D
   */
  every?: Period
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの再委託先です。
 */
export interface Subcontractor {
  /**
   * 再委託先の識別子です。
   */
  organisation: OrganisationOrGroup
  /**
   * 元請けを介さず直接に連絡するなら true です。
   */
  direct?: boolean
  /**
   * この再委託先に業務を任せた事業者です。再々委託なら、その元の再委託先を書きます。書かないときは受託者です。
   */
  under?: OrganisationOrGroup
  /**
   * 再委託先が行う業務です。
   */
  work?: Text
  /**
   * 任せた事業者が請け負った業務の一部を任せたか、全部を任せたかです。
   */
  extent?: 'part' | 'whole'
  /**
   * 再委託先が業務を始めた日です。
   */
  from?: RoughDay
  /**
   * 再委託先が業務を行う最後の日です。書かないときは、契約の終わりまでとします。終わった再委託も、承諾していなければ（consent）示します。
   */
  until?: Day
  /**
   * 再委託を、団体が書面で承諾したか、口頭で承諾したか、承諾していないかです。
   */
  consent?: 'written' | 'oral' | 'none' | 'notNeeded'
  /**
   * 団体が再委託を承諾した日です。
   */
  consentedOn?: RoughDay
  /**
   * 再委託を承諾した職です。個人名は書きません。
   */
  consentedBy?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 受託者への一回の説明です。
 */
export interface Explanation {
  /**
   * 説明した日です。
   */
  on: RoughDay
  /**
   * 説明した相手です。
   */
  to: OrganisationOrGroup
  /**
   * 説明した事項です。
   */
  what?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * サービス水準の一つの項目です。
 */
export interface Sla {
  /**
   * 項目の識別子です。
   */
  id: Id
  /**
   * 項目の内容です。
   */
  item: Text
  /**
   * マルウェア対策、可用性などの分類です。
   */
  category?: Text
  /**
   * 定期に測る項目か、事象が起きたときの項目かです。
   */
  cadence?: 'periodic' | 'event'
  /**
   * 定期に測る項目の間隔です。書かないときは、1か月とします。例 P1M
   */
  every?: Period
  /**
   * 実績がこれを下回らないと約束した値です。下限を約束していなければ書きません。例 稼働率の 99.5
   */
  atLeast?: number
  /**
   * 実績がこれを上回らないと約束した値です。上限を約束していなければ書きません。例 復旧時間の 4
   */
  atMost?: number
  /**
   * 約束した値と実績の単位です。
   */
  unit?: 'percent' | 'minutes' | 'hours' | 'days' | 'times'
  /**
   * 月次報告のほかに確認できる資料です。例 第三者の証明書
   */
  otherEvidence?: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 受託者から受け取る一種類の報告書です。
 */
export interface ContractReport {
  /**
   * 報告書の識別子です。
   */
  id: Id
  /**
   * 月次報告書などの種類です。
   */
  document: Text
  /**
   * 提出の間隔です。
   */
  every?: Period
  /**
   * 対象の期間が終わってから、いつまでに提出するかです。定めていなければ書きません。例 P10D、10開庁日
   */
  within?: Deadline
  /**
   * 報告書に書かれる項目です。
   */
  items?: ReportItem[]
  /**
   * 報告書を受け取る組織です。
   */
  to?: OrganisationOrGroup
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 報告書の一つの記載項目です。
 */
export interface ReportItem {
  /**
   * 記載項目の識別子です。
   */
  id: Id
  /**
   * 何についての項目かです。
   */
  topic: Text
  /**
   * この項目で報告されるSLAの項目です。どれにも対応しないときは書きません。
   */
  covers?: Reference[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 契約で書くよう求めた事項の一つです。
 */
export interface Demand {
  /**
   * 事項の識別子です。
   */
  id: Id
  /**
   * どの文書に書くよう求めたかです。
   */
  document: Text
  /**
   * 障害対応などの話題です。
   */
  topic: Text
  /**
   * 方法、体制、周期など、書くよう求めた観点です。
   */
  aspects: Text[]
  /**
   * 契約書や仕様書の文言です。
   */
  text?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの業務を誰が担うかの取決めです。
 */
export interface Responsibility {
  /**
   * 担う業務の種類です。
   */
  task: Text
  /**
   * その業務を担う組織です。どこが担うかを取り決めていなければ none と書きます。
   */
  by?: OrganisationOrGroup | 'none'
  /**
   * 基盤、OS、業務アプリケーションのように、対象を分けて担うときに書きます。書かないときは、業務のすべてです。
   */
  targets?: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 使っている一つの外部のサービスです。
 */
export interface Service {
  /**
   * サービスの識別子です。
   */
  id: Id
  /**
   * サービスの名称です。
   */
  name: Text
  /**
   * サービスを提供する組織です。
   */
  provider?: OrganisationOrGroup
  /**
   * このサービスで動くシステムの識別子です。例 aoba-city/libraryどのシステムのものでもなければ none と書きます。
   */
  system?: System | 'none'
  /**
   * 利用の許可を受けているかどうかです。定めにより許可を要しないサービスなら notNeeded と書きます。
   */
  permit?: 'given' | 'none' | 'notNeeded'
  /**
   * 利用を許可した日です。
   */
  permittedOn?: RoughDay
  /**
   * 許可の最後の日です。期限のない許可なら書きません。
   */
  permittedUntil?: Day
  /**
   * 利用を許可した職です。個人名は書きません。
   */
  permittedBy?: Text
  /**
   * 使い始めた日、又は使い始める日です。
   */
  usedFrom?: RoughDay
  /**
   * 使うのをやめた日、又はやめる日です。使い続けているなら書きません。
   */
  usedUntil?: Day
  /**
   * サービスで扱う情報の分類です。
   */
  holds?: Text[]
  /**
   * ISMAPの登録、ISO/IEC 27017の認証のような、サービスの安全についての第三者の評価です。なければ [] です。
   */
  assessments?: Text[]
  /**
   * 情報を保存するデータセンターが国内にあるか、国外にもあるかです。
   */
  dataIn?: 'inside' | 'outside'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの役割が使える時間です。
 */
export interface Capacity {
  /**
   * 実施手順の役割の識別子です。
   */
  role: Reference
  /**
   * この業務に使える年間の時間です。
   */
  hoursPerYear: number
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの対策の機能です。
 */
export interface Capability {
  /**
   * この項目の識別子です。
   */
  id: Id
  /**
   * 対策の種類です。
   */
  control: Text
  /**
   * 機能があれば true、なければ false です。
   */
  available: boolean
  /**
   * 機能がないときに代わりに行っている対策です。
   */
  compensating?: Compensation[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 代わりの対策の一つです。
 */
export interface Compensation {
  /**
   * 代わりに行っていることです。
   */
  by: Text
  /**
   * 始めた日です。予定の対策は数えません。
   */
  since?: RoughDay
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 同じ種類の機器のまとまりです。
 */
export interface DeviceGroup {
  /**
   * 機器の識別子です。
   */
  id: Id
  /**
   * 何に使う機器かが分かる呼び方です。書かないときは、種類で呼びます。例 媒体の検査に使う端末
   */
  name?: Text
  /**
   * 端末、サーバなどの種類です。
   */
  kind: Text
  /**
   * 台数です。
   */
  count?: number
  /**
   * 置いてある場所です。
   */
  location?: Text
  /**
   * この機器で働いていると確かめた技術的な対策です。どれも働いていなければ [] です。ここにない対策は、働いているかどうか分からないものと読みます。
   */
  enforces?: Text[]
  /**
   * この機器で働いていないと分かった技術的な対策です。なければ書きません。
   */
  lacks?: Text[]
  /**
   * この機器で扱い、又は保存する情報の分類です。書かないときは、分類によって求める対策を判定しません。
   */
  holds?: Text[]
  /**
   * 基本ソフトなど、支援の期限のあるソフトウェアです。なければ [] です。
   */
  software?: Software[]
  /**
   * 修正プログラムや定義ファイルを最後に当てた日です。台によって違うときは、最も古い日です。
   */
  updatedOn?: RoughDay
  /**
   * 求められる対策が働いていないときに、代わりに行っている対策です。行っていなければ書きません。
   */
  compensating?: Compensation[]
  /**
   * 生体認証を使う、専用の端末である、のようなこの機器の特性です。
   */
  traits?: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 機器に入っている一つのソフトウェアです。
 */
export interface Software {
  /**
   * ソフトウェアの名称です。
   */
  name: Text
  /**
   * ソフトウェアの版です。
   */
  version?: Text
  /**
   * 製造元が修正プログラムを出す最後の日です。期限が決まっていなければ none と書きます。
   */
  supportedUntil?: RoughDay | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織が持つ記録媒体です。
 */
export interface MediaHeld {
  /**
   * 持っている組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * USBメモリ、光ディスクなどの種類です。
   */
  kind: Text
  /**
   * 個数です。
   */
  count: number
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの対象について取っているバックアップです。
 */
export interface Backup {
  /**
   * バックアップの識別子です。
   */
  id: Id
  /**
   * 何のバックアップかです。同じ対象のものは、同じに書きます。例 データベース
   */
  of: Text
  /**
   * 取っている間隔です。書かなければ、取れなくなったかどうかは、手順、条文、同じ対象のほかのバックアップの間隔から見ます。例 P1D
   */
  every?: Period
  /**
   * 取得が終わったことを確かめた最も新しい日です。その後は取れていないことが分かっているときに書き、分からなければ書きません。一度も取れていなければ none と書きます。
   */
  lastTakenOn?: RoughDay | 'none'
  /**
   * 残している世代の数です。
   */
  generations?: number
  /**
   * 元の情報と離れた場所（別の建物など）に保管しているなら true です。
   */
  apart?: boolean
  /**
   * ネットワークから切り離して、又は書き換えられない設定で保管しているなら true です。
   */
  offline?: boolean
  /**
   * 暗号化して保管しているなら true です。
   */
  encrypted?: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの場所です。
 */
export interface Place {
  /**
   * 場所の識別子です。
   */
  id: Id
  /**
   * 場所の名称です。
   */
  name: Text
  /**
   * その場所を使う組織です。点検の結果を、その組織の自己点検の答えと照らします。
   */
  organisation?: OrganisationOrGroup
  /**
   * サーバ室、執務室などの種類です。
   */
  kind: Text
  /**
   * その場所にあるものです。
   */
  contains?: Text[]
  /**
   * 媒体や鍵などを、何に入れてどこに置いているかです。
   */
  stores?: Store[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの保管のしかたです。
 */
export interface Store {
  /**
   * 保管の識別子です。
   */
  id: Id
  /**
   * 保管しているものです。
   */
  what: Text
  /**
   * 金庫、鍵のかかる箱、開いた棚などです。
   */
  container?: Text
  /**
   * 入れ物の鍵の種類です。
   */
  lock?: 'key' | 'dial' | 'card' | 'biometric'
  /**
   * 入れ物がある場所です。
   */
  at?: Text
  /**
   * 鍵を置いている場所です。
   */
  keyAt?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 置き方が問われる一つの端末です。
 */
export interface Terminal {
  /**
   * 端末の識別子です。
   */
  id: Id
  /**
   * 端末の名称です。
   */
  name: Text
  /**
   * 端末の種類です。
   */
  kind: Text
  /**
   * 使う様子が見える場所や席です。どこからも見えなければ [] です。
   */
  seenFrom?: Text[]
  /**
   * 職員でない者が入れる所（来訪者の受付台、待合室、通路など）のうち、画面の文字や、席に置いた書類を読める所です。確かめて、どこからも読めなければ [] です。同僚などから使う様子が見える場所（seenFrom）とは別です。例 来訪者の受付台
   */
  readableFrom?: Text[]
  /**
   * 使う席が決まっているか、共用かです。
   */
  seat?: 'fixed' | 'shared'
  /**
   * 人目が届かないときなどに、代わりに行っている対策です。
   */
  compensating?: TerminalCompensation[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 代わりの対策の一つです。
 */
export interface TerminalCompensation {
  /**
   * 代わりに行っていることです。
   */
  by: Text
  /**
   * 始めた日です。予定の対策には書きません。
   */
  since?: RoughDay
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの入退室の手段です。
 */
export interface EntryMeans {
  /**
   * 手段の識別子です。
   */
  id: Id
  /**
   * どの場所に入るためのものかです。
   */
  place: Reference
  /**
   * 手段の種類です。
   */
  kind: 'card' | 'biometric' | 'pin' | 'key'
  /**
   * カードや鍵を、ふだん誰がどう持っているかです。
   */
  custody?: 'holder' | 'central' | 'worn' | 'none'
  /**
   * 入室に必要な認証の要素の数です。
   */
  factors?: number
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つのネットワークです。
 */
export interface Network {
  /**
   * ネットワークの識別子です。
   */
  id: Id
  /**
   * ネットワークの名称です。
   */
  name: Text
  /**
   * 扱う情報の分類です。
   */
  holds?: Text[]
  /**
   * 使うときに必要な認証の要素の数です。
   */
  authFactors?: number
  /**
   * マイナンバー利用事務系、LGWAN接続系などの領域です。
   */
  zone?: Text
  /**
   * このネットワークで働いていると確かめた技術的な対策です。どれも働いていなければ [] です。ここにない対策は、働いているかどうか分からないものと読みます。
   */
  enforces?: Text[]
  /**
   * このネットワークで働いていないと分かった技術的な対策です。なければ書きません。
   */
  lacks?: Text[]
  /**
   * ほかのネットワーク、ほかの団体、保守の回線などとのつながりです。なければ [] です。
   */
  links?: NetworkLink[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * ネットワークの一つのつながりです。
 */
export interface NetworkLink {
  /**
   * つながりの識別子です。
   */
  id: Id
  /**
   * 庁内の領域の間、ほかの団体、遠隔の保守などの種類です。
   */
  kind: Text
  /**
   * 庁内のほかのネットワークとのつながりなら、その識別子です。庁内のほかのネットワークでなければ書きません。
   */
  network?: Reference
  /**
   * つながる相手の組織です。
   */
  with?: OrganisationOrGroup
  /**
   * このつながりで働いている対策です。なければ [] です。ここにない対策は、働いているかどうか分からないものと読みます。
   */
  protection?: Text[]
  /**
   * このつながりで働いていないと分かった対策です。なければ書きません。
   */
  lacks?: Text[]
  /**
   * つなぐことの許可です。許可を得ていなければ [] です。
   */
  permits?: Permit[]
  /**
   * 通信や接続の記録を見ている組織です。誰も見ていなければ [] です。
   */
  monitoredBy?: OrganisationOrGroup[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの対策の扱いです。
 */
export interface Control {
  /**
   * この項目の識別子です。
   */
  id: Id
  /**
   * 対策の種類です。
   */
  control: Text
  /**
   * 担当者などが解除できるなら true です。
   */
  overridable?: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
