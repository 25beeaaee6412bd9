// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.
import type { Basis, Day, EvidenceKind, Id, Label, Notes, OrganisationOrGroup, Path, Pseudonym, Reference, RoughDay, SourceText, System, Text } from './common.ts'

/**
 * 何をいつ誰が行ったかの記録と、台帳です。それぞれの記録は covers で「この期間は漏れなく書いてある」と示し、その期間に書かれていないことは「行っていない」と読みます。期間の外は「不明」です。
 */
export interface Records {
  /**
   * records と書きます。
   */
  kind: 'records'
  /**
   * 「自治体の識別子/システムの識別子」です。
   */
  system: System
  /**
   * 担当業務と組織ごとの、実施の記録です。
   */
  performed?: Performed[]
  /**
   * 組織ごとのアカウントの台帳です。
   */
  accounts?: AccountLedger[]
  /**
   * IDや機器のパスワード、暗証番号などについて確かめたことです。
   */
  credentials?: Credential[]
  /**
   * 組織ごとの異動、退職などの記録です。
   */
  rosterChanges?: RosterChanges[]
  /**
   * 組織ごとの記録媒体の台帳です。
   */
  media?: MediaLedger[]
  /**
   * 組織ごとの、端末、タブレット、カード、鍵などの台帳です。
   */
  devices?: DeviceLedger[]
  /**
   * 台帳と現物、又は合うはずの記録どうしを突き合わせた結果です。
   */
  counts?: Count[]
  /**
   * 組織ごとの記録媒体の受渡簿です。
   */
  exchanges?: Exchanges[]
  /**
   * 組織ごとの、情報を外に送り、渡し、又は写した記録です。
   */
  transfers?: Transfers[]
  /**
   * 契約に基づいて受託者から受け取った文書です。
   */
  received?: Received[]
  /**
   * 受託者の履行を確認した記録です。
   */
  supervision?: Supervision[]
  /**
   * 組織ごとの自己点検の回答です。
   */
  selfInspections?: SelfInspections[]
  /**
   * 異動や障害など、業務のきっかけとなる出来事です。
   */
  events?: Events[]
  /**
   * 組織ごとの研修の記録です。
   */
  trainings?: Trainings[]
  /**
   * 障害の記録です。
   */
  failures?: Failures[]
  /**
   * 監査の記録です。
   */
  audits?: Audits[]
  /**
   * 修正プログラムの適用の記録です。
   */
  patches?: Patches[]
  /**
   * 返却・廃棄する機器のデータ消去の記録です。
   */
  erasures?: Erasures[]
  /**
   * 委員会などの開催の記録です。
   */
  meetings?: Meetings[]
  /**
   * 場所の見回りの記録です。
   */
  visits?: Visits[]
  /**
   * 場所を点検表で確かめた記録です。
   */
  inspections?: PlaceInspections[]
  /**
   * 事故やヒヤリハットの記録です。
   */
  incidents?: Incidents[]
  /**
   * システムの変更の記録です。
   */
  changes?: Changes[]
  /**
   * 他の団体の事故や注意喚起など、学ぶべき事例の記録です。
   */
  lessons?: Lessons[]
  /**
   * 守るべき事項を受託者に説明した記録です。
   */
  explanations?: Explanations[]
  /**
   * 職員などからの問合せと、その答えの記録です。
   */
  inquiries?: Inquiries[]
  /**
   * この期間に出した通知は、通知のファイル（notice）に漏れなく書いたことを示します。この期間の改正などに通知がなければ、知らせていないと読みます。改正の前に知らせることもあるので、期間は改正の日の6か月以上前から始めてください（どれだけ前からかは、パックの parameters の noticeLead です）。全庁の記録に書けば、どのシステムについての通知も漏れなく書いたことになります。
   */
  noticesCover?: Covers
  /**
   * 窓口や執務室に置かれた実施手順が、いつの版かを見た結果です。
   */
  copies?: ProcedureCopy[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 表のファイル（from）の見出しが、ここに書く見出しと違うときの読み方です。表の見出しを鍵に、当たるキーを書きます。読まない列は none と書きます。例 { 識別子: id, 利用者: holder, 所管: none }
 */
export interface Columns {
  [k: string]: Text
}
/**
 * 表のファイル（from）の列に書かれた言葉の読み方です。キーごとに、表の言葉を鍵に、読む値を書きます。例 { kind: { 職員用: personal } }
 */
export interface CellWords {
  [k: string]: {
    [k: string]: Text
  }
}
/**
 * この期間については、漏れなく書いてあることを示します。
 */
export interface Covers {
  /**
   * 期間の最初の日です。
   */
  from: Day
  /**
   * 期間の最後の日です。
   */
  to: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織の手元にあった実施手順、対策基準、要領、手引などの文書です。
 */
export interface ProcedureCopy {
  /**
   * この項目の識別子です。
   */
  id?: Id
  /**
   * その文書を置いている組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 実施手順の識別子です。
   */
  procedure?: Reference
  /**
   * 実施手順のほかの文書（対策基準、要領、手引など）なら、その名前です。
   */
  document?: Text
  /**
   * その文書（document）の、効力のある版の施行日か改正日です。
   */
  current?: Day
  /**
   * 手元のものが、確定する前の案かどうかです。
   */
  draft?: boolean
  /**
   * 手元のものに書かれた、施行日か改正日です。分からなければ書かず、いまの版かどうか（isCurrent）を書きます。
   */
  edition?: Day
  /**
   * 版の日（edition）が分からないときに、いまの版かどうかを書きます。古い版なら false です。版の日を書いたときは書きません。
   */
  isCurrent?: boolean
  /**
   * 手元のものを見た日です。
   */
  on: Day
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの担当業務を一つの組織が行った記録です。
 */
export interface Performed {
  /**
   * この記録の識別子です。
   */
  id?: Id
  /**
   * 実施手順の担当業務の識別子です。
   */
  duty: Reference
  /**
   * 行った組織です。グループを書くと、その構成員の分をまとめた記録として読みます。構成員の記録が別にあれば、その組織については、そちらを読みます。
   */
  organisation: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 写した台帳に報告や確認の欄がなく、行った結果を報告したか、確認したかが分からないとき、unknown と書きます。書かないときは、報告日（reportedOn）や確認日（confirmedOn）のない実施は、まだ報告や確認をしていないものと読みます。
   */
  followUp?: 'unknown'
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: PerformedEntry[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の実施です。
 */
export interface PerformedEntry {
  /**
   * この実施の識別子です。
   */
  id?: Id
  /**
   * 行った日です。一年分の合計のように、期間の中の数をまとめて書くときは、日の代わりに during を書きます。
   */
  on?: RoughDay
  /**
   * 期間の中に行った数（asked、done）をまとめて書くときの、その期間です。日の代わりに書きます。その間のどの日に行ったかは問いません。
   */
  during?: Covers
  /**
   * どの期間の分かです。例 2023-04、2023FY、2023H1、2023Q2。始まる前の期間の分は書けません。書かないときは、行った日の期間の分とします。
   */
  period?: Text
  /**
   * 行った職です。個人名は書きません。
   */
  by?: Text
  /**
   * 行った者の仮名です。アカウント台帳の使用者と同じ仮名を使います。点検する者と点検される者が同じでないかを見るときに書きます。
   */
  person?: Pseudonym
  /**
   * 行えたかどうかです。失敗した実施は、行ったことになりません。書かないときは、行えたものとします。
   */
  outcome?: 'done' | 'partly' | 'failed'
  /**
   * 多くの所属、者、束などが行う業務を一つの記録にまとめて書くときの、行うべき数です。例 48
   */
  asked?: number
  /**
   * 行うべき数（asked）のうち、行った数です。少なければ一部だけ行えたもの、0 なら失敗したものと読みます。例 31
   */
  done?: number
  /**
   * 行った数（done）のうち、定めた期限までに行った数です。分からなければ書きません。例 29
   */
  inTime?: number
  /**
   * 行った数（done。書いていなければ行うべき数）のうち、定めた記録に残っていた数です。行ったかどうかではなく、記録があったかだけを数えたときは、done を書かずにここに書きます。例 97
   */
  recorded?: number
  /**
   * 行った数（done）のうち、定めた方法や機器、様式によらずに行った数です。行ってはいるので、done から除きません。例 私物の電話で送った 88
   */
  otherwise?: number
  /**
   * 数えたものの数え方です。例 課、人、束
   */
  unit?: Text
  /**
   * 結果の要点です。失敗したときは、outcome にもそう書きます。書かないときは、判定に使いません。
   */
  result?: Text
  /**
   * 一緒に行った者の人数です。業務に定めた人数（persons）と比べます。例 1
   */
  persons?: number
  /**
   * 行ったことを残した記録の名称です。行ったが、定めた記録に残していなければ none と書きます。分からなければ書きません。
   */
  record?: Text | 'none'
  /**
   * 結果を報告した日です。まだ報告していなければ書きません。
   */
  reportedOn?: RoughDay
  /**
   * 報告を受けた役割です。まだ報告していなければ書きません。
   */
  reportedTo?: Reference
  /**
   * 結果を確認した日です。まだ確認していなければ（押印漏れなど）書きません。
   */
  confirmedOn?: RoughDay
  /**
   * 結果を確認した役割です。まだ確認していなければ書きません。
   */
  confirmedBy?: Reference
  /**
   * 定めた周期ではなく、たまたま行った実施のときに書きます。
   */
  occasion?: 'renewal' | 'incident' | 'other'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織のアカウント台帳です。
 */
export interface AccountLedger {
  /**
   * アカウントを使う組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 最終利用日（lastUsedOn）を、どの日の時点で調べたかです。書くと、最終利用日のないIDは、その日まで一度も使われていないと読みます。
   */
  usageSeenOn?: Day
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Account[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つのアカウントです。
 */
export interface Account {
  /**
   * アカウントの識別子です。
   */
  id: Id
  /**
   * 台帳に書かれた名前です。IDのほかに名前がなければ書きません。
   */
  label?: Label
  /**
   * 使う人の仮名です。実名は書きません。使う人の決まっていないIDには書きません。例 staff-a
   */
  holder?: Pseudonym
  /**
   * 使う人が今いる組織です。事業者の者なら、その事業者です。台帳の組織の者（兼務や応援の発令を受けた者を含みます）なら書きません。
   */
  section?: OrganisationOrGroup
  /**
   * アカウントの種類です。
   */
  kind?:
    | 'personal'
    | 'shared'
    | 'privileged'
    | 'service'
    | 'test'
    | 'setup'
    | 'maintenance'
    | 'temporary'
  /**
   * 与えている権限です。書かないときは、権限の別を問いません。
   */
  rights?: Text
  /**
   * どの機器やサービスに登録したアカウントかです。書かないときは、個人用と共用はシステムそのもの、ほかの種類は不明とします。例 業務サーバ1
   */
  registeredIn?: Label
  /**
   * 登録の申請を承認した日です。所属を離れた後も使い続けることを、期限（expiresOn）を決めて承認したときは、その承認の日に改めます。書かないときは、承認と登録の順を判定しません。
   */
  approvedOn?: RoughDay
  /**
   * 登録した日です。
   */
  registeredOn?: RoughDay
  /**
   * いつまで使ってよいIDかです。期限を決めていなければ書きません。
   */
  expiresOn?: Day
  /**
   * 使われたと分かっている、最も新しい日です。台帳に usageSeenOn を書けば、その日までほかに使われていないと読みます。書かなければ、その後に使われたかどうかは分からないものとします。一度も使われていないIDには書きません。
   */
  lastUsedOn?: RoughDay
  /**
   * 使用者でない者が使ったと分かっていれば true、調べて使っていないと分かっていれば false です。使用者が辞めた後や休みの日の利用も true です。調べていなければ書きません。
   */
  usedByOthers?: boolean
  /**
   * サービス用のIDで、人が画面からログインして使っていれば true、使えないようにしていれば false です。書かないときは、判定しません。
   */
  interactive?: boolean
  /**
   * 使えなくした日です。使えるままなら書きません。
   */
  disabledOn?: RoughDay
  /**
   * 削除した日です。削除していなければ書きません。
   */
  removedOn?: RoughDay
  /**
   * 共用のとき、誰がいつ使ったかを残す記録の名称です。つけていなければ書きません。
   */
  useRecord?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つのID、機器、媒体又は場所の、パスワードなどについての事実です。パスワードそのものは書きません。
 */
export interface Credential {
  /**
   * 認証情報を使う組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 何の認証情報かです。アカウント台帳の表示名（label）かID、機器や媒体の名称などを書きます。例 wadmin、複合機1
   */
  of: Label
  /**
   * 確かめた日です。同じ対象を確かめ直したときは、新しい方で判定します。
   */
  on: Day
  /**
   * 今の値をどのように決めたかです。書かないときは、確かめていないものとし、判定しません。
   */
  chosen?: Text
  /**
   * 今の値に変えた日です。配られたときのまま、又は知られた後も変えていなければ none と書きます。
   */
  changedOn?: RoughDay | 'none'
  /**
   * 導入や発行のときの値のまま使っていれば true、変えていれば false です。書かないときは、確かめていないものとし、判定しません。
   */
  initial?: boolean
  /**
   * 同じパスワードを使っている、ほかのIDや機器の表示です。なければ [] です。
   */
  sameAs?: Label[]
  /**
   * ほかの者に知られたか、そのおそれがあると分かった日です。付箋に書いて貼ってあった、メールで送ってしまった、カードを失くした、などのときに書きます。
   */
  exposedOn?: RoughDay
  /**
   * 使うときに必要な認証の要素の数です。パスワードだけなら 1 です。書かないときは、確かめていないものとし、判定しません。
   */
  factors?: number
  /**
   * その値を知っているか、使える者の人数です。ログイン、鍵や金庫の番号、設定の知識のように、代わりの者が要るものに書きます。個人用のIDには書きません。
   */
  knownBy?: number
  /**
   * 知っている者がいなくても責任者が開けられる、封をした控えなどの置き場所です。本人の手帳は控えになりません。控えがなければ none です。例 出納室の金庫
   */
  copyKept?: Text | 'none'
  /**
   * 庁舎の外から使えるなら true です。書かないときは、使えないものとします。
   */
  remote?: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織の人事異動です。
 */
export interface RosterChanges {
  /**
   * 異動前の組織です。着任と復帰は、着いた組織の人事異動に書きます。
   */
  organisation: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: RosterChange[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一人の異動です。
 */
export interface RosterChange {
  /**
   * この異動の識別子です。
   */
  id?: Id
  /**
   * 職員の仮名です。アカウント台帳の使用者と同じ仮名を使います。
   */
  person: Pseudonym
  /**
   * 異動した先の組織です。退職など、異動先のないときは書きません。
   */
  to?: OrganisationOrGroup
  /**
   * 異動、退職などの区分です。採用、再度の任用、異動によって着いたときは join、休職や派遣から戻ったときは return です。
   */
  kind: 'transfer' | 'retire' | 'leave' | 'secondment' | 'join' | 'return'
  /**
   * 異動した日です。
   */
  on: RoughDay
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織の記録媒体台帳です。
 */
export interface MediaLedger {
  /**
   * 記録媒体を管理する組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Medium[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの記録媒体です。
 */
export interface Medium {
  /**
   * 記録媒体の識別子です。
   */
  id?: Id
  /**
   * 台帳や現物に書かれた番号や名前です。
   */
  label: Label
  /**
   * USBメモリ、光ディスクなどの種類です。
   */
  kind?: Text
  /**
   * 台帳に載せた日です。
   */
  registeredOn?: RoughDay
  /**
   * 登録の報告を受けた役割です。知らせていなければ none と書きます。
   */
  reportedTo?: Reference | 'none'
  /**
   * 保管している場所です。
   */
  location?: Text
  /**
   * 貸し出している先です。貸し出していなければ書きません。
   */
  lentTo?: Text
  /**
   * 貸し出したものを、いつまでに返してもらうかです。期限を決めずに貸し出し、又は持ち出していると分かったときは none と書きます。分からなければ書きません。
   */
  returnBy?: Day | 'none'
  /**
   * 貸し出したものが返却された日です。まだ戻っていなければ書きません。
   */
  returnedOn?: RoughDay
  /**
   * なくしたこと、又は見つからないことに気付いた日です。なくしていなければ書きません。
   */
  lostOn?: RoughDay
  /**
   * 廃棄した日です。廃棄していなければ書きません。
   */
  disposedOn?: RoughDay
  /**
   * 中の情報が戻らないように、どのように廃棄したかです。消去の記録（erasures）に載せたときは書きません。記録がなければ none と書きます。例 物理的に壊した
   */
  disposal?: Text | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織の機器の台帳です。
 */
export interface DeviceLedger {
  /**
   * 機器を管理する組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Device[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 端末、タブレット、カード、鍵など、一つの機器です。
 */
export interface Device {
  /**
   * 機器の識別子です。
   */
  id?: Id
  /**
   * 台帳や現物に書かれた番号や名前です。
   */
  label: Label
  /**
   * 端末、タブレット、カード、鍵などの種類です。数を突き合わせるとき（counts）は、その種類だけを数えます。
   */
  kind?: Text
  /**
   * 台帳に載せた日です。
   */
  registeredOn?: RoughDay
  /**
   * 団体のものか、職員などの私物かです。書かないときは、団体のものとします。
   */
  owner?: 'office' | 'private'
  /**
   * 渡している者の仮名です。アカウント台帳や人事異動と同じ仮名を使います。サーバのように据えて使う機器では、受け持つ者（管理者）を書きます。渡している者や受け持つ者がいなければ書きません。例 staff-a
   */
  holder?: Pseudonym
  /**
   * 貸出しや持出し、私物の利用を許可した職です。個人名は書きません。許可を得ていなければ none と書きます。
   */
  permittedBy?: Text | 'none'
  /**
   * 貸し出している先です。庁舎の外に持ち出しているときも書きます。貸し出していなければ書きません。
   */
  lentTo?: Text
  /**
   * いつまでに返してもらうかです。期限を決めずに貸し出し、又は持ち出していると分かったときは none と書きます。分からなければ書きません。
   */
  returnBy?: Day | 'none'
  /**
   * 返却された日です。まだ戻っていなければ書きません。
   */
  returnedOn?: RoughDay
  /**
   * なくしたこと、又は見つからないことに気付いた日です。なくしていなければ書きません。
   */
  lostOn?: RoughDay
  /**
   * 廃棄し、又は賃貸借の相手に返した日です。廃棄も返却もしていなければ書きません。
   */
  disposedOn?: RoughDay
  /**
   * 中の情報が戻らないように、どのように廃棄したかです。消去の記録（erasures）に載せたときは書きません。中に情報のないもの（鍵など）なら、そう書きます。記録がなければ none と書きます。
   */
  disposal?: Text | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 突き合わせた記録の一つに、幾つあり、何があったかです。
 */
export interface CountedRecord {
  /**
   * 台帳、名簿、画面、契約の明細、機器の記録などの名前です。例 端末管理の画面
   */
  record: Text
  /**
   * その記録に、幾つあったかです。
   */
  number?: number
  /**
   * その記録にあったものの、表示や番号です。一部しか分からなければ、数（number）とともに、分かるものだけを書きます。個人名は書きません。
   */
  holds?: Label[]
  /**
   * この記録にあるはずなのに、なかったと分かったものの、表示や番号です。数が合っていても、一部だけを照らし合わせたときも書けます。相手の記録の方に余計なものがあるときは、相手の記録の extra に書きます。個人名は書きません。
   */
  lacks?: Label[]
  /**
   * この記録にあってはならないのに、あったと分かったものの、表示や番号です。例えば、辞めた者のID、載せないとした者の写真です。個人名は書きません。
   */
  extra?: Label[]
  /**
   * 相手の記録にあるものが、すべてこの記録にあるはずかです。一部だけを見たとき、許可や申請はあっても使わないことがあるときは false と書きます。そのとき、この記録にないものは問わず、余るものだけを見ます。
   */
  whole?: boolean
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の突き合わせです。台帳と現物のほか、合うはずの記録どうしの突き合わせも、ここに書きます。
 */
export interface Count {
  /**
   * この確認の識別子です。
   */
  id: Id
  /**
   * 何の数や中身を突き合わせたかです。機器の種類に当たるものなら、機器台帳からは、その種類の機器だけを数えます。
   */
  of?: Text
  /**
   * 何を突き合わせたかを、言葉で書きます。例 サーバ室の鍵
   */
  what?: Text
  /**
   * 数えたものの数え方です。書かなければ、数えたもの（of）の数え方か、件とします。例 分、課
   */
  unit?: Text
  /**
   * 食い違いを、どの要求事項についてのものと見るかです。書かなければ、数えたもの（of）から決めます。
   */
  requirement?: Text
  /**
   * 突き合わせた台帳です。records に書いてある台帳なら、その中身と比べます。
   */
  ledger?: 'media' | 'accounts' | 'devices'
  /**
   * 確認した組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 確認した日です。
   */
  on?: RoughDay
  /**
   * 一年の申請と接続のように、期間の中の件数を数えたときの、その期間です。
   */
  during?: Covers
  /**
   * 突き合わせた職や所属です。個人名は書きません。
   */
  by?: Text
  /**
   * 実際にあったものの表示です。
   */
  seen?: Label[]
  /**
   * 現物（seen）のすべてを見たか、余るものを探しただけなど、一部だけを見たかです。一部だけなら、見つからないものは問いません。
   */
  whole?: boolean
  /**
   * 台帳や現物のほかに突き合わせた記録です。台帳（ledger）があればそれと、なければ初めに書いた記録と、ほかの記録のそれぞれを比べます。それと合う記録どうしも比べます。
   */
  records?: CountedRecord[]
  /**
   * 食い違いのわけが分かっていれば、それを書きます。分からなければ書きません。わけが分かっても、どの記録にも書かれていなければ（explainedBy が none）、記録の誤りとして示します。例 2台は修理に出ている
   */
  explained?: Text
  /**
   * 食い違いのうち、わけの分かった数です。食い違いの一部だけのわけが分かったときに書きます。書かなければ、食い違いのすべてのわけが分かったものと読みます。例 38
   */
  explainedNumber?: number
  /**
   * 食い違いのわけ（explained）を、確かめる前から示していた記録です（修理の依頼書、貸出簿、許可など）。どの記録にもなく、確かめて初めて分かったのなら none と書きます。例 修理の依頼書
   */
  explainedBy?: Text | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織の受渡しの記録です。
 */
export interface Exchanges {
  /**
   * 受渡しをした組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Exchange[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の受渡しです。
 */
export interface Exchange {
  /**
   * この受渡しの識別子です。
   */
  id: Id
  /**
   * 受け渡した記録媒体の表示です。
   */
  medium: Label
  /**
   * 受け渡した日です。
   */
  on: RoughDay
  /**
   * 受渡しの相手です。個人名は書きません。
   */
  with?: Text
  /**
   * 受け取ったか、渡したり持ち出したりしたかです。
   */
  direction?: 'in' | 'out'
  /**
   * 引渡しや持出しを許可した職です。個人名は書きません。許可を得ていなければ none と書きます。
   */
  permittedBy?: Text | 'none'
  /**
   * 渡したり持ち出したりするとき、媒体か中の情報を暗号化していれば true、していなければ false です。
   */
  encrypted?: boolean
  /**
   * 持ち出したものを、いつまでに戻すかです。期限を決めずに貸し出し、又は持ち出していると分かったときは none と書きます。分からなければ書きません。
   */
  returnBy?: Day | 'none'
  /**
   * 持ち出したものが戻った日です。まだ戻っていなければ書きません。
   */
  returnedOn?: RoughDay
  /**
   * 受渡しの前に行ったマルウェア検査です。検査をしていなければ none と書きます。
   */
  scan?: Scan | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回のマルウェア検査です。
 */
export interface Scan {
  /**
   * 検査した日です。
   */
  on: RoughDay
  /**
   * 検査に使った定義ファイルの日付です。
   */
  definitions?: RoughDay
  /**
   * 検査の結果です。書かないときは、異常がなかったものとして扱います。
   */
  result?: 'clean' | 'detected'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織の送付と提供の記録です。
 */
export interface Transfers {
  /**
   * 送り、又は渡した組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Transfer[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の送付や提供です。
 */
export interface Transfer {
  /**
   * この送付の識別子です。
   */
  id: Id
  /**
   * 送り、又は渡した日です。
   */
  on: RoughDay
  /**
   * 何を送り、又は渡したかです。
   */
  what: Text
  /**
   * 送った情報の分類です。
   */
  classes?: Text[]
  /**
   * メール、郵送、試験環境への複製などの送り方です。
   */
  by?: Text
  /**
   * 送り、又は渡した相手です。個人名は書きません。
   */
  to?: Text
  /**
   * 送ったときに講じた対策です。講じていなければ [] です。ここにない対策は、働いているかどうか分からないものと読みます。
   */
  protection?: Text[]
  /**
   * 送ったときに講じていないと分かった対策です。なければ書きません。
   */
  lacks?: Text[]
  /**
   * 庁外の二人以上に同じものを送ったとき、宛先をどのように入れたかです。書かないときは判定しません。
   */
  addresses?: 'hidden' | 'shown' | 'single'
  /**
   * 送ることを許可した職です。個人名は書きません。許可を得ていなければ none と書きます。
   */
  permittedBy?: Text | 'none'
  /**
   * どの担当業務によって送ったかです。急ぐときの送付など、ふだんの定めの例外（exceptionTo）によったときに書きます。
   */
  duty?: Reference
  /**
   * 送る前に、送る者とは別に、宛先と中身を確かめた職です。確かめていなければ none と書きます。
   */
  checkedBy?: Text | 'none'
  /**
   * 相手が受け取ったことを確かめた日です。確かめていなければ none と書きます。
   */
  receivedOn?: RoughDay | 'none'
  /**
   * 相手にいつまでに返してもらうかです。返してもらわないものなら書きません。
   */
  returnBy?: Day
  /**
   * 相手から返された日です。まだ返されていなければ書きません。
   */
  returnedOn?: RoughDay
  /**
   * 相手（試験環境なら自ら）がいつまでに消去するかです。消去しないものなら書きません。
   */
  eraseBy?: Day
  /**
   * 消去した日です。まだ消去していなければ書きません。
   */
  erasedOn?: RoughDay
  /**
   * 返却や消去を示す書類です。受け取っていなければ none と書きます。例 消去証明書
   */
  proof?: Text | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの契約で受け取った一種類の文書です。
 */
export interface Received {
  /**
   * 実態（context）の契約の識別子です。
   */
  contract: Reference
  /**
   * 月次報告書、作業計画書などの種類です。
   */
  document: Text
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: ReceivedEntry[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 受け取った一つの文書です。
 */
export interface ReceivedEntry {
  /**
   * この文書の識別子です。
   */
  id: Id
  /**
   * どの期間の分かです。書かないときは、受け取った日の期間の分とします。例 2023-04
   */
  period?: Text
  /**
   * 受け取った日です。
   */
  on: RoughDay
  /**
   * この文書で報告されたSLAの項目です。一つも報告されていなければ [] です。
   */
  sla?: Reference[]
  /**
   * この文書で報告されたSLAの実績の値です。
   */
  measured?: Measurement[]
  /**
   * この文書に書かれている事項です。どれも書かれていなければ [] です。
   */
  items?: ReceivedItem[]
  /**
   * 事項が別紙や標準の手引にあるときの、その名称です。
   */
  from?: Text
  /**
   * 内容を確認した役割です。誰も確かめていなければ none と書きます。
   */
  checkedBy?: Reference | 'none'
  /**
   * 承認した日です。承認していなければ none と書きます。
   */
  approvedOn?: RoughDay | 'none'
  /**
   * 承認した役割です。
   */
  approvedBy?: Reference | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * SLAの一つの項目の実績です。
 */
export interface Measurement {
  /**
   * どの項目の実績かです。
   */
  sla: Reference
  /**
   * 実績の値です。単位は、約束した値と同じです。
   */
  value: number
  /**
   * 約束した値に届かなかったことについて、受託者に原因と是正を求めた日です。まだ求めていなければ書きません。
   */
  followedOn?: RoughDay
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 文書に書かれている一つの事項です。
 */
export interface ReceivedItem {
  /**
   * 障害対応などの話題です。
   */
  topic: Text
  /**
   * 書かれている観点です。
   */
  aspects: Text[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの契約の監督の記録です。
 */
export interface Supervision {
  /**
   * 実態（context）の契約の識別子です。
   */
  contract: Reference
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: SupervisionEntry[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の履行の確認です。
 */
export interface SupervisionEntry {
  /**
   * この確認の識別子です。
   */
  id?: Id
  /**
   * 確認した日です。
   */
  on: RoughDay
  /**
   * 確認の方法です。
   */
  means?: 'meeting' | 'report' | 'visit' | 'ticket'
  /**
   * 何に照らして確認したかです。
   */
  against?: Text[]
  /**
   * 確認した役割です。
   */
  by?: Reference
  /**
   * 確認で見つかった、契約に反することや改めるべきことです。なければ書きません。
   */
  found?: Text
  /**
   * 見つかったことについて、受託者に是正を求めた日です。まだ求めていなければ書きません。
   */
  followedOn?: RoughDay
  /**
   * いつまでに改めさせるかです。期限を決めていなければ書きません。
   */
  dueBy?: Day
  /**
   * 改まったことを確かめた日です。まだ確かめていなければ書きません。
   */
  settledOn?: RoughDay
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織の自己点検です。
 */
export interface SelfInspections {
  /**
   * 回答した組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: SelfInspection[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの点検項目への回答です。
 */
export interface SelfInspection {
  /**
   * 回答の識別子です。
   */
  id: Id
  /**
   * 点検の年度（西暦）です。例 2023
   */
  fiscalYear: number
  /**
   * 点検項目の番号や名前です。
   */
  item: Label
  /**
   * 対応する担当業務です。どの業務とも決まらなければ書きません。
   */
  duty?: Reference
  /**
   * 対応する要求事項です。どの要求事項とも決まらなければ書きません。
   */
  requirement?: Text
  /**
   * ○は good、×は bad、－は notApplicable です。
   */
  answer: 'good' | 'bad' | 'notApplicable'
  /**
   * できていないときの改善の予定です。予定がなければ none と書きます。
   */
  plan?: Text | 'none'
  /**
   * 結果を報告した組織です。
   */
  reportedTo?: OrganisationOrGroup
  /**
   * 全庁の自己点検で回答した組織です。
   */
  respondents?: OrganisationOrGroup[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 出来事の記録です。
 */
export interface Events {
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Event[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの出来事です。
 */
export interface Event {
  /**
   * 出来事の識別子です。
   */
  id?: Id
  /**
   * 異動、障害などの種類です。担当業務に自分の言葉で定めたきっかけなら、書かずに duty を書きます。
   */
  event?: Text
  /**
   * どの担当業務のきっかけかです。きっかけを自分の言葉で定めた業務（frequency の occasion）や、必要なときに行う業務（asNeeded）に、そのきっかけがあったときに書きます。
   */
  duty?: Reference
  /**
   * 起きた日です。前もって行う業務（before）のきっかけは、決まっている先の日も書けます。
   */
  on: RoughDay
  /**
   * 起きた組織です。
   */
  organisation?: OrganisationOrGroup
  /**
   * 何についての出来事かです。
   */
  subject?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの組織の研修の記録です。
 */
export interface Trainings {
  /**
   * 研修を行った組織です。
   */
  organisation: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Training[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の研修です。
 */
export interface Training {
  /**
   * 研修の識別子です。
   */
  id: Id
  /**
   * 行った日です。
   */
  on?: RoughDay
  /**
   * 研修の種類です。
   */
  kind?: 'general' | 'roleHolder' | 'specialist' | 'drill'
  /**
   * 研修の対象者です。
   */
  audience?: Text[]
  /**
   * 研修で扱った事項です。
   */
  topics?: Text[]
  /**
   * 研修を受けた役割です。役割に就く人を対象としていなければ [] です。
   */
  roles?: Text[]
  /**
   * 研修を受けた体制です。体制を対象としていなければ [] です。
   */
  bodies?: Reference[]
  /**
   * 対象となった人数です。
   */
  invited?: number
  /**
   * 受講した人数です。対象者数より多くは書けません。
   */
  attended?: number
  /**
   * 対象者のうち受講した人の割合（0から1まで）です。書かないときは、対象者数と、補講を含めた受講者数から計算します。
   */
  coverage?: number
  /**
   * 受けていなかった者に、後から受けさせたことです。行っていなければ [] です。
   */
  followUp?: FollowUp[]
  /**
   * 会計年度任用職員、委託先などの区分ごとに、対象者と受講した人を数えたときに書きます。数えていなければ書きません。
   */
  groups?: TrainingGroup[]
  /**
   * 内容が理解されたかを確かめた結果です。確かめていなければ書きません。
   */
  comprehension?: Comprehension[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の補講です。
 */
export interface FollowUp {
  /**
   * 行った日です。
   */
  on: RoughDay
  /**
   * 補講を受けた人数です。初めの受講者数には数えません。
   */
  attended: number
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの区分の受講です。
 */
export interface TrainingGroup {
  /**
   * 区分です。
   */
  audience: Text
  /**
   * 対象となった人数です。
   */
  invited: number
  /**
   * 補講を含めて受講した人数です。
   */
  attended: number
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 障害の記録です。
 */
export interface Failures {
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Failure[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの障害です。
 */
export interface Failure {
  /**
   * 障害の識別子です。
   */
  id: Id
  /**
   * 起きた日です。
   */
  occurredOn: RoughDay
  /**
   * 止まり、又は外れて働いていなかった技術的な対策です。その対策を求めている定めと比べます。例 exportBlock
   */
  controls?: Text[]
  /**
   * 止まったもの、又は対策の外れていたものです。機器や端末、ネットワーク、サービスなどの名を、実態（context）や定めの targets と同じ言葉で書きます。例 保守用の席の端末（4台）
   */
  targets?: Text[]
  /**
   * 障害や、それを知らせる警告に気付いた日です。書かないときは、起きた日とします。
   */
  noticedOn?: RoughDay
  /**
   * 調べる、止める、業者に連絡するなど、初めて手を付けた日です。手を付けていない（警告が出たまま誰も見ていない）と分かったときは none です。
   */
  respondedOn?: RoughDay | 'none'
  /**
   * 報告した日です。まだ報告していなければ書きません。
   */
  reportedOn?: RoughDay
  /**
   * 復旧した日です。まだ復旧していなければ書きません。
   */
  recoveredOn?: RoughDay
  /**
   * 原因です。分かっていなければ none と書きます。
   */
  cause?: Text | 'none'
  /**
   * 再発を防ぐ対策です。講じていなければ none と書きます。
   */
  prevention?: Text | 'none'
  /**
   * 利用できなかった時間（時間）です。
   */
  hours?: number
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 監査の記録です。
 */
export interface Audits {
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * この期間に行うと計画した監査です。計画がなければ書きません。
   */
  planned?: PlannedAudit[]
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Audit[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の監査です。
 */
export interface Audit {
  /**
   * 監査の識別子です。
   */
  id: Id
  /**
   * 行った日です。
   */
  on: RoughDay
  /**
   * 監査の種類です。
   */
  kind?: 'internal' | 'external' | 'commissioners'
  /**
   * 監査を受けた組織です。
   */
  auditees?: OrganisationOrGroup[]
  /**
   * 監査した組織です。
   */
  auditors?: OrganisationOrGroup[]
  /**
   * 監査の対象としたシステムの識別子です。書かないときは、監査を受けた組織が所管するシステムのすべてとします。例 aoba-city/library
   */
  systems?: System[]
  /**
   * 監査で確かめた要求事項です。
   */
  requirements?: Text[]
  /**
   * 監査で指摘されたことです。なければ [] です。
   */
  findings?: AuditFinding[]
  /**
   * 知らせた相手を reportedTo にすべて挙げていれば all、知っているものだけなら sample です。書かないときは、責任者（role）を一人でも挙げていれば責任者はすべて、監査を受けた組織（organisation）を一つでも挙げていれば組織はすべてを挙げたものと読み、一つも挙げていない方のことは判定しません。
   */
  reportedKnown?: 'all' | 'sample'
  /**
   * 監査の結果を、誰にいつ知らせたかです。誰にも知らせていなければ [] です。
   */
  reportedTo?: AuditReport[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 監査で指摘された一つのことです。
 */
export interface AuditFinding {
  /**
   * 指摘の識別子です。改善措置（actions）の source に書くと、その指摘への措置になります。
   */
  id: Id
  /**
   * 指摘されたことです。
   */
  what: Text
  /**
   * どの要求事項についての指摘かです。分からなければ書きません。
   */
  requirement?: Text
  /**
   * どの担当業務についての指摘かです。分からなければ書きません。
   */
  duty?: Reference
  /**
   * 指摘を受けた組織です。一つの組織への指摘でなければ書きません。
   */
  organisation?: OrganisationOrGroup
  /**
   * 前の監査でも同じ指摘を受けていたときに、初めに指摘された日です。
   */
  firstRaisedOn?: RoughDay
  /**
   * いつまでに改めるかです。期限を決めていなければ書きません。
   */
  dueBy?: Day
  /**
   * 改め終わった日です。まだ終わっていないときと、措置を改善措置（actions）に書いたときは、書きません。
   */
  closedOn?: RoughDay
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 監査の結果を一つの相手に知らせたことです。
 */
export interface AuditReport {
  /**
   * 知らせた日です。
   */
  on?: RoughDay
  /**
   * 知らせた相手の役割です。委員会も書けます。
   */
  role?: Text
  /**
   * 知らせた相手の組織です。
   */
  organisation?: OrganisationOrGroup
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 計画した一つの監査です。
 */
export interface PlannedAudit {
  /**
   * いつまでに行うと計画したかです。
   */
  by: Day
  /**
   * 監査を受けることにした組織です。
   */
  auditees: OrganisationOrGroup[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 修正プログラムの記録です。
 */
export interface Patches {
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Patch[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの修正プログラムです。
 */
export interface Patch {
  /**
   * 修正プログラムの識別子です。
   */
  id: Id
  /**
   * 修正プログラムの番号や名称です。
   */
  item: Text
  /**
   * 公開された日です。
   */
  releasedOn?: RoughDay
  /**
   * 適用の要否を判断した結果です。判断していなければ none と書きます。どう書いても、適用しないと判断したもののほかは、期限までに適用したかを見ます。
   */
  judged?: ('required' | 'notRequired') | 'none'
  /**
   * 適用した日です。まだ適用していなければ書きません。
   */
  appliedOn?: RoughDay
  /**
   * 修正する弱点の緊急度です。
   */
  urgency?: 'urgent' | 'normal'
  /**
   * 適用しないと判断した理由です。理由を残していなければ none と書きます。
   */
  reason?: Text | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * データ消去の記録です。
 */
export interface Erasures {
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Erasure[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一台の機器のデータ消去です。
 */
export interface Erasure {
  /**
   * この消去の識別子です。
   */
  id: Id
  /**
   * 機器の番号や名前です。受託者に渡した情報を返させ、又は消去させたときは、その情報の名前です。
   */
  device: Label
  /**
   * 返却・廃棄した日です。
   */
  returnedOn?: RoughDay
  /**
   * 消去の方法です。記録がなければ none と書きます。
   */
  method?: Text | 'none'
  /**
   * 消去に立ち会った職です。個人名は書きません。誰も立ち会っていなければ none と書きます。証明書を受け取っていないときは、立ち会ったかどうかが決め手になるので、分かっていれば必ず書きます。
   */
  witness?: Text | 'none'
  /**
   * 消去の証明書の番号などです。受け取っていなければ none と書きます。対策基準の条文、実施手順（states の erasure.certificate）、契約の報告書（reports の certificate）のどれかが証明書を求めていれば、none だけで問題とします。その定めに、立ち会って壊したときなどのただし書があれば、method と witness から当たるかを見て、分からなければ判定しません。どれも求めていなければ、立会い（witness）で足りるかもしれないので、witness が書かれるまで判定しません。
   */
  certificate?: Text | 'none'
  /**
   * 終わった契約や賃貸借によって返し、又は消去させたものなら、その契約です。契約によるものでなければ書きません。
   */
  contract?: Reference
  /**
   * 消去の証明書を受け取った日です。まだ受け取っていなければ書きません。
   */
  certifiedOn?: RoughDay
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの事項の理解を確かめた結果です。
 */
export interface Comprehension {
  /**
   * 確認の識別子です。
   */
  id: Id
  /**
   * 確かめた事項です。
   */
  topic: Text
  /**
   * 確かめた方法です。
   */
  method?: 'test' | 'questionnaire' | 'interview'
  /**
   * 試験の正答や、分かったと答えた人の割合（0から1まで）です。書くと、対策基準の割合と比べます。
   */
  rate?: number
  /**
   * 理解されていたかです。割合（rate）を書いたときは、書かなくてかまいません。
   */
  result?: 'sufficient' | 'insufficient'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 会議の記録です。
 */
export interface Meetings {
  /**
   * 記録している組織です。
   */
  organisation?: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Meeting[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の会議です。
 */
export interface Meeting {
  /**
   * 会議の識別子です。
   */
  id: Id
  /**
   * 開いた日です。
   */
  on: RoughDay
  /**
   * 開いた体制です。
   */
  body: Reference
  /**
   * 集まって開いたか、書面によるかです。書かないときは、集まって開いたものとします。
   */
  form?: 'sitting' | 'circulation'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 見回りの記録です。
 */
export interface Visits {
  /**
   * 記録している組織です。
   */
  organisation?: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Visit[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の見回りです。
 */
export interface Visit {
  /**
   * 見回りの識別子です。
   */
  id: Id
  /**
   * 行った日です。
   */
  on: RoughDay
  /**
   * 見回った場所です。
   */
  place: Reference
  /**
   * 見回った役割です。
   */
  by?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 現地の点検の記録です。
 */
export interface PlaceInspections {
  /**
   * 記録している組織です。
   */
  organisation?: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: PlaceInspection[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の点検です。
 */
export interface PlaceInspection {
  /**
   * 点検の識別子です。
   */
  id: Id
  /**
   * 行った日です。
   */
  on: RoughDay
  /**
   * 点検した場所です。
   */
  place: Reference
  /**
   * 点検した職や組織です。個人名は書きません。
   */
  by?: Text
  /**
   * 点検項目ごとの結果です。
   */
  answers: PlaceAnswer[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの点検項目の結果です。
 */
export interface PlaceAnswer {
  /**
   * 対策基準の点検表にある項目です。
   */
  item: Text
  /**
   * 確かめた結果です。見ていないものは unseen と書きます。
   */
  result: 'good' | 'bad' | 'notApplicable' | 'unseen'
  /**
   * 見た様子です。
   */
  text?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 事故の記録です。
 */
export interface Incidents {
  /**
   * 記録している組織です。
   */
  organisation?: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Incident[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの事故です。
 */
export interface Incident {
  /**
   * 事故の識別子です。
   */
  id: Id
  /**
   * 起きた日です。分からないときは、分かっている最も早い日（気付いた日など）を書きます。
   */
  on: RoughDay
  /**
   * 原因の種類です。団体が調べても分かっていなければ unknown と書きます。聞いていない、書かれていないだけなら書きません。
   */
  cause?: Text
  /**
   * 教訓が誰に役立つかです。書かないときは、当該の課に役立つものとします。
   */
  lessonFor?: 'none' | 'section' | 'all'
  /**
   * この事故の教訓を知らせた相手です。誰にも知らせていなければ [] です。通知で知らせたことは、通知に書けば足ります。
   */
  lessonTold?: Text[]
  /**
   * 再発を防ぐ対策です。なければ [] です。
   */
  prevention?: Prevention[]
  /**
   * 事故になる前に気付いたもの（ヒヤリハット）なら true です。書かないときは、事故とします。
   */
  nearMiss?: boolean
  /**
   * 事故に気付いた日です。
   */
  noticedOn?: RoughDay
  /**
   * 誰が気付いたかです。
   */
  noticedBy?: 'inside' | 'outside' | 'concerned'
  /**
   * 庁内と外部への、行った報告のすべてです。どこにも報告していなければ [] です。知っているものだけを書くときは、reportsKnown に sample と書きます。
   */
  reports?: IncidentReport[]
  /**
   * 行った報告を reports にすべて挙げていれば all、知っているものだけなら sample です。書かないときは all とし、reports にない相手には報告していないものと読みます。sample では、ない相手のことは判定しません。
   */
  reportsKnown?: 'all' | 'sample'
  /**
   * reportsKnown が sample のとき、その相手への報告だけは reports にすべて挙げたと分かっている報告先です。ここに書いた相手が reports になければ、報告していないものと読みます。例 庁内の報告は分からないが、個人情報保護委員会への報告は届の綴りですべて分かるなら [privacyCommission]
   */
  reportsKnownTo?: Text[]
  /**
   * 被害の広がりを止めた日です。止めていなければ none と書きます。
   */
  containedOn?: RoughDay | 'none'
  /**
   * 個人情報が漏れ、失われ、又はそのおそれがある本人の数です。個人情報に関わらなければ 0 です。
   */
  persons?: number
  /**
   * 病歴などの要配慮個人情報を含むなら true です。
   */
  sensitive?: boolean
  /**
   * 本人に知らせた日です。知らせていなければ none と書きます。
   */
  informedOn?: RoughDay | 'none'
  /**
   * 外部の者や本人から知らされた事故について、その者に答えた日です。答えていなければ none と書きます。
   */
  answeredOn?: RoughDay | 'none'
  /**
   * 対応を終えた日です。終えていなければ none と書きます。
   */
  closedOn?: RoughDay | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 事故についての一つの報告です。
 */
export interface IncidentReport {
  /**
   * 誰に報告したかです。
   */
  to: Text
  /**
   * 報告した日です。
   */
  on?: RoughDay
  /**
   * 報告を受けた組織です。連絡体制の届け先と比べます。
   */
  organisation?: OrganisationOrGroup
  /**
   * 速報か、確報かです。
   */
  stage?: 'prompt' | 'full'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの再発防止策です。
 */
export interface Prevention {
  /**
   * 対策の種類です。
   */
  kind?: EvidenceKind
  /**
   * 対策の対象者です。
   */
  audience?: Text
  /**
   * 対策の内容です。
   */
  what?: Text
  /**
   * いつまでに講じるとしたかです。
   */
  dueBy?: Day
  /**
   * 講じた日です。講じていなければ none と書きます。
   */
  doneOn?: RoughDay | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 変更の記録です。
 */
export interface Changes {
  /**
   * 記録している組織です。
   */
  organisation?: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: SystemChange[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の変更です。
 */
export interface SystemChange {
  /**
   * 変更の識別子です。
   */
  id: Id
  /**
   * 変更した日です。
   */
  on: RoughDay
  /**
   * 変更したシステムです。
   */
  system: Text
  /**
   * 変更の種類です。
   */
  kind: 'program' | 'setting' | 'release'
  /**
   * 標準の機能に独自の改修を加えたものなら true です。
   */
  customised?: boolean
  /**
   * 変更の後の出力が正しいことを確かめたなら true です。確かめていなければ false です。
   */
  outputChecked?: boolean
  /**
   * 承認を待たずに行った緊急の変更なら true です。書かないときは、緊急ではないものとします。
   */
  emergency?: boolean
  /**
   * 変更を求めた者の職や仮名です。
   */
  requestedBy?: Text
  /**
   * 変更を行った者の職や仮名です。
   */
  performedBy?: Text
  /**
   * 変更を承認した者の職や仮名です。
   */
  approvedBy?: Text
  /**
   * 変更を承認した日です。承認していなければ none と書きます。
   */
  approvedOn?: RoughDay | 'none'
  /**
   * 変更を試験した日です。試験していなければ none と書きます。
   */
  testedOn?: RoughDay | 'none'
  /**
   * 所管する所属が結果を確かめて受け入れた日です。受け入れていなければ none と書きます。
   */
  acceptedOn?: RoughDay | 'none'
  /**
   * 受け入れた者の職や仮名です。
   */
  acceptedBy?: Text
  /**
   * 変更の前に戻す手順を用意したなら true、用意しなかったなら false です。
   */
  rollback?: boolean
  /**
   * 設計書や手順書を、変更に合わせて改めた日です。改めていなければ none と書きます。
   */
  documentsUpdatedOn?: RoughDay | 'none'
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 他の事例の記録です。
 */
export interface Lessons {
  /**
   * 記録している組織です。
   */
  organisation?: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Lesson[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 学ぶべき一つの事例です。
 */
export interface Lesson {
  /**
   * 事例の識別子です。
   */
  id: Id
  /**
   * 事例を知った日です。
   */
  on: RoughDay
  /**
   * 事例の出所です。例 国の注意喚起
   */
  from: Text
  /**
   * 事例を受けて行ったことです。なければ [] です。
   */
  measures?: LessonMeasure[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 事例を受けた一つの取組です。
 */
export interface LessonMeasure {
  /**
   * 取組の識別子です。
   */
  id: Id
  /**
   * 行った日です。
   */
  on: RoughDay
  /**
   * 行ったことです。
   */
  kind?: Text
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 受託者への説明の記録です。
 */
export interface Explanations {
  /**
   * 記録している組織です。
   */
  organisation?: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: ExplanationEntry[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一回の説明です。
 */
export interface ExplanationEntry {
  /**
   * 説明の識別子です。
   */
  id: Id
  /**
   * 説明した日です。
   */
  on: RoughDay
  /**
   * どの契約についての説明かです。
   */
  contract: Reference
  /**
   * 説明した相手です。
   */
  to?: OrganisationOrGroup[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 問合せの記録です。
 */
export interface Inquiries {
  /**
   * 記録している組織です。
   */
  organisation?: OrganisationOrGroup
  /**
   * 台帳を表のファイル（CSVかExcel）に置くときの、このファイルから見た相対パスです。Excel（.xlsx）は、# の後にシートの名前を書きます。
   */
  from?: Path
  columns?: Columns
  words?: CellWords
  /**
   * 漏れなく書いてある期間です。この期間に書かれていないことは「行っていない」と読みます。
   */
  covers: Covers
  /**
   * 記録の一覧です。行っていなければ [] と書きます。
   */
  entries?: Inquiry[]
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
/**
 * 一つの問合せです。
 */
export interface Inquiry {
  /**
   * 問合せの識別子です。
   */
  id: Id
  /**
   * 問い合わせを受けた日です。
   */
  on: RoughDay
  /**
   * 問い合わせた組織です。
   */
  from?: OrganisationOrGroup
  /**
   * 何についての問合せかです。
   */
  what: Text
  /**
   * 答えた日です。まだ答えていなければ書きません。
   */
  answeredOn?: RoughDay
  basis?: Basis
  source?: SourceText
  notes?: Notes
}
