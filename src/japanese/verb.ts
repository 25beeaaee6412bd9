/** The forms of a verb that official sentences need. */
export interface Verb {
  /** 点検し、… */
  readonly continuative: string
  /** 点検する */
  readonly dictionary: string
  /** 点検し(なければならない) */
  readonly negative: string
  /** 点検した */
  readonly past: string
}

/** A verb by its stem and the ending of each form. */
export function conjugated(
  stem: string,
  continuative: string,
  dictionary: string,
  negative: string,
  past: string,
): Verb {
  return {
    continuative: stem + continuative,
    dictionary: stem + dictionary,
    negative: stem + negative,
    past: stem + past,
  }
}

/** 点検 → 点検する */
export function suru(action: string): Verb {
  return conjugated(action, 'し', 'する', 'し', 'した')
}

/** 行う */
const perform: Verb = conjugated('行', 'い', 'う', 'わ', 'った')

/** How binding a sentence is. */
export type Modality = 'must' | 'should' | 'may' | 'mustNot'

/** How binding a duty is as its file has it; one that says nothing must be done. */
export function modalityOf({
  data,
}: {
  readonly data: Readonly<Record<string, unknown>>
}): Modality {
  const written = data['modality']
  return written === 'should' || written === 'may' || written === 'mustNot' ? written : 'must'
}

/** The end of a sentence of a rule: 点検しなければならない。 */
export function ruleEnding(verb: Verb, modality: Modality): string {
  switch (modality) {
    case 'must':
      return `${verb.negative}なければならない。`
    case 'should':
      return `${verb.dictionary}よう努めなければならない。`
    case 'may':
      return `${verb.dictionary}ことができる。`
    case 'mustNot':
      return `${connective(verb)}はならない。`
  }
}

/** The end of a sentence of a letter: 点検しなければなりません。 */
export function letterEnding(verb: Verb, modality: Modality): string {
  switch (modality) {
    case 'must':
      return `${verb.negative}なければなりません。`
    case 'should':
      return `${verb.dictionary}よう努めてください。`
    case 'may':
      return `${verb.dictionary}ことができます。`
    case 'mustNot':
      return `${connective(verb)}はなりません。`
  }
}

/** 点検して, 申し込んで */
function connective({ past }: Verb): string {
  return past.slice(0, -1) + (past.endsWith('だ') ? 'で' : 'て')
}

/** An action in the past: 点検する → 点検した, 届ける → 届けた, 抜き出す → 抜き出した; undefined where it ends in no verb. */
export function pastOf(action: string): string | undefined {
  const ending = Object.entries(pastEndings).find(([dictionary]) => action.endsWith(dictionary))
  return ending && action.slice(0, action.length - ending[0].length) + ending[1]
}

/** By how the dictionary has them, the longest first; る after i or e loses it, whatever stands before. */
const pastEndings: Readonly<Record<string, string>> = {
  する: 'した',
  ...Object.fromEntries(
    Array.from('いきぎじちにびみりえけげせぜてでねへべめれ', (vowel) => [
      `${vowel}る`,
      `${vowel}た`,
    ]),
  ),
  見る: '見た',
  得る: '得た',
  出る: '出た',
  る: 'った',
  う: 'った',
  つ: 'った',
  く: 'いた',
  ぐ: 'いだ',
  す: 'した',
  ぬ: 'んだ',
  ぶ: 'んだ',
  む: 'んだ',
}

/** What is done: a noun with its particle, and the verb. */
export interface Predicate {
  readonly object: string
  readonly verb: Verb
}

/** Nouns of action that become verbs with する. */
const actions = new Set(
  `点検 確認 登録 検査 照合 廃棄 分類 許可 記録 消去 報告 取得 保管 分析 管理 抹消 検証 更新 収集 適用 監視
   推進 承認 監督 開催 維持 通知 回付 保守 準備 説明 追跡 調査 周知 整備 作成 提出 申請 設定 変更 削除 追加
   評価 判断 把握 提供 返却 保存 制限 施錠 督促 確保 復元 停止 集計 照会 入手 測定 訂正 審査 決定 指導
   交付 回収 貸与 破砕 手入れ 棚卸し`
    .trim()
    .split(/\s+/),
)

const nativeVerbs: ReadonlyMap<string, Verb> = new Map([
  ['見直し', conjugated('見直', 'し', 'す', 'さ', 'した')],
  ['洗い出し', conjugated('洗い出', 'し', 'す', 'さ', 'した')],
  ['引渡し', conjugated('引き渡', 'し', 'す', 'さ', 'した')],
  ['申込み', conjugated('申し込', 'み', 'む', 'ま', 'んだ')],
  ['取消し', conjugated('取り消', 'し', 'す', 'さ', 'した')],
  [
    '確かめ',
    { continuative: '確かめ', dictionary: '確かめる', negative: '確かめ', past: '確かめた' },
  ],
])

/** 記録簿の月次の確認, 規定との照合: what precedes the action says how or whence and is no object. */
const noObject =
  /(?:(?:^|の)(?:月次|年次|日次|定期|臨時|随時|毎月|毎年|事前|事後|現地)|から|まで|と|で)$/

/**
 * A heading of a duty as what is done: ユーザIDの点検 → ユーザIDを点検する, 委託先への説明 → 委託先に説明する.
 * What cannot be turned into a verb is 行う: 全職員の研修 → 全職員の研修を行う.
 */
export function predicateOf(heading: string): Predicate {
  const match = /^(?<object>.+)(?<particle>への|(?<!へ)の)(?<action>[^の]+)$/u.exec(heading)
  const { object = '', particle = '', action = '' } = match?.groups ?? {}
  const verb = verbOf(action)
  if (!verb || noObject.test(object)) return { object: `${heading}を`, verb: perform }
  return { object: particle === 'の' ? `${object}を` : toPlace(object), verb }
}

/** The verb of a noun of action, where it is one: 点検 → 点検する, 見直し → 見直す. */
export function verbOf(action: string): Verb | undefined {
  if (actions.has(action)) return suru(action)
  return nativeVerbs.get(action)
}

/** 記録媒体の台帳(への登録) → 記録媒体を台帳に; 委託先(への説明) → 委託先に */
function toPlace(object: string): string {
  const at = object.lastIndexOf('の')
  return at < 0 ? `${object}に` : `${object.slice(0, at)}を${object.slice(at + 1)}に`
}
