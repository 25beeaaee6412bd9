import { SaidText } from '../japanese/said.ts'
import { plainText } from '../japanese/sentence.ts'
import type { Doubt, ReadElement } from './element.ts'
import { deadlineIn, frequencyIn, timingOf } from './frequency.ts'
import { requirementsFor } from './requirement.ts'
import type { ReadRole } from './role.ts'
import { coreOf, isOfDocument, type Statement } from './statement.ts'
import { type Clause, clausesIn, namesOf, toldRoles } from './subject.ts'
import { leadsIn } from './unit.ts'
import { isWord, type ReadingWords, wordsIn } from './words.ts'

/** What is read of a statement so far, and by what. */
export interface DutyReading {
  readonly statement: Statement
  readonly roles: readonly ReadRole[]
  readonly words: ReadingWords
}

/** Reads a statement as a duty: somebody has something to do. Undefined where it does not say so. */
export function dutyIn(reading: DutyReading): ReadElement | undefined {
  const { statement, roles, words } = reading
  const { main, lead, more } = statement
  const core = coreOf(main.text)
  const said = new SaidText(main.text, words.phrases)
  const force = forceOf(core, said)
  const own = clausesIn(core, roles)
  const inherited = own.length === 0 && lead ? clausesIn(coreOf(lead.main.text), roles) : []
  const clauses = own.length > 0 ? own : inherited.slice(0, 1)
  const performing = clauses.length > 0 ? clauses : [{ roles: [], text: core }]
  if (!isDuty(core, force, clauses, lead !== undefined)) return undefined
  const activity = activityIn(withoutNames(core, roles, words), main.unit.caption, words)
  if (activity === undefined && clauses.length === 0) return undefined
  // 「…は、次に掲げる事項を守らなければならない」: what follows says what is done.
  if (activity === undefined && more.length === 0 && leadsIn(main.text)) return undefined
  const requirement =
    words.vocabularies.get('activities')?.get(activity?.id ?? '')?.requirement ??
    requirementOf(statement, roles, words)
  const doubts: Doubt[] = []
  const frequency = frequencyIn(core, activity?.at ?? [], reading, doubts)
  // 「バックアップは3世代を保存する」: nobody's work at no time says how things are.
  if (clauses.length === 0 && !lead && frequency === 'unstated') return undefined
  if (clauses.length === 0) doubts.push(withoutSubject(core))
  else if (own.length === 0)
    doubts.push({
      key: 'performers',
      about: 'inherited',
      question: '柱書の主語を、この号の担当者としました',
    })
  if (requirement === undefined)
    doubts.push({
      key: 'requirement',
      about: 'requirement',
      question: 'どの要求事項に応える業務か、文の言葉からは決められません',
    })
  if (activity?.rivals.length) {
    const names = activity.rivals.map((id) => `${nameOf(id, words)}（${id}）`)
    doubts.push({
      key: 'activity',
      about: 'activity',
      question: `ほかに当てはまりそうな業務の種類: ${names.join('、')}`,
    })
  }
  const { confirm, rest } = confirmation(performing)
  const performers = [...new Set(rest.flatMap((one) => one.roles))]
  const value = {
    activity: activity?.id ?? 'other',
    ...(requirement === undefined ? {} : { requirement }),
    ...(main.unit.caption === '' ? {} : { title: main.unit.caption }),
    text: [...(lead ? [lead.main] : []), main, ...more].map((one) => one.text.trim()).join('\n'),
    ...(performers.length > 0 ? { performers: performers.map(({ id }) => id) } : {}),
    ...(force === 'should' || force === 'may' ? { modality: force } : {}),
    ...splitOf(rest, core, doubts),
    frequency,
    ...timingOf(core, said),
    ...recordIn(core, said, main.text),
    ...reportIn(core, roles),
    ...confirm,
  }
  return {
    list: 'duties',
    stem: idOf(activity?.id ?? requirement ?? 'duty'),
    value,
    sources: [main, ...more],
    doubts,
    place: main.unit.place,
  }
}

/** The requirement that the words of a sentence or of its heading speak of; undefined where none does. */
function requirementOf(
  { main }: Statement,
  roles: readonly ReadRole[],
  words: ReadingWords,
): string | undefined {
  const [first, second] = requirementsFor(
    { ...main.unit, caption: withoutNames(plainText(main.unit.caption), roles, words) },
    withoutNames(coreOf(main.text), roles, words),
    words,
  )
  const isPlain = first && first.weight > 4 && first.weight > (second?.weight ?? 0)
  return isPlain ? first.key : undefined
}

/** How binding the first deed of a sentence is: what follows it may bind less, or forbid. */
function forceOf(core: string, said: SaidText): string | undefined {
  if (/(?:ものとし|なければならず|こととし)、/u.test(core)) return 'must'
  const isDoneFirst = /(?<!に(?:対|関|際|応じ|基づ|よ))[しいきりみ]、(?!又は|若しくは)/u.test(core)
  return said.force === 'mustNot' && core.endsWith('ないこと') && isDoneFirst ? 'must' : said.force
}

/** Why nobody is named: a subject that is no role, or none. */
function withoutSubject(core: string): Doubt {
  const subject = /(?:^|、)([^、]{1,30}者)は、/u.exec(core)?.[1]
  const question =
    subject === undefined ? '誰が行うのか、文にありません' : `主語の「${subject}」が、どの役割か`
  return { key: 'performers', about: 'subject', question }
}

function nameOf(id: string, words: ReadingWords): string {
  return words.vocabularies.get('activities')?.get(id)?.name ?? id
}

/** account.reviewConfirm → account-review-confirm, LOG-2 → log-2 */
function idOf(word: string): string {
  return word
    .replaceAll('.', '-')
    .replace(/(?<=[a-z])[A-Z]/gu, (letter) => `-${letter}`)
    .toLowerCase()
}

/** A sentence that ends in what somebody does or must do, and that does not say what a word means. */
function isDuty(
  core: string,
  force: string | undefined,
  clauses: readonly Clause[],
  isItem: boolean,
): boolean {
  if (force === 'mustNot') return false
  if (
    /(?:代理する|代行する|代わる|代わります|務める|務めるものとする|(?<!もの|こと)とします|みなす)$/u.test(
      core,
    )
  )
    return false
  if (
    /(?:もの(?:である|です)|という|をいう|とおりとする|準用する|別に定める|目的とする|充てる|を置く|に置く|置くものとする|できない|除く|この限りでない)$/u.test(
      core,
    )
  )
    return false
  if (/(?:とする|である|ある|とおり)$/u.test(core) && force === undefined) return false
  if (
    clauses.length === 0 &&
    (force === 'may' || /(?:施行する|廃止する|適用する|対象とする)$/u.test(core))
  )
    return false
  const isDeed = force !== undefined || /[うくぐすつぬぶむる]$/u.test(core) || isItem
  if (!isDeed) return false
  return clauses.length > 0 || !isOfDocument(core)
}

interface FoundActivity {
  readonly id: string
  readonly rivals: readonly string[]
  /** Where in the sentence what is done stands. */
  readonly at: readonly number[]
}

/** The kind of work: by the sentence, else by the heading it stands under together with it. */
function activityIn(core: string, caption: string, words: ReadingWords): FoundActivity | undefined {
  const vocabulary = words.vocabularies.get('activities')
  const heading = plainText(caption)
  const ways = [
    () => wordsIn(core, vocabulary),
    () => (heading === '' ? [] : wordsIn(core, vocabulary, heading)),
  ]
  for (const way of ways) {
    const [first, second] = way()
    if (!first) continue
    const isClose =
      second !== undefined && second.weight >= first.weight && !beats(first.id, second.id, words)
    return { id: first.id, rivals: isClose ? [second.id] : [], at: first.at }
  }
  return undefined
}

/**
 * Names of roles say what they manage: what is done stands in the rest of a sentence, each sign where it was.
 * Whoever is named by what they do (記録媒体を持ち出そうとする者) or is a word of the standard (業者) says what is done.
 */
function withoutNames(
  core: string,
  roles: readonly ReadRole[],
  { vocabularies }: ReadingWords,
): string {
  return [...namesOf(roles).keys()]
    .filter((name) => !/[をに]/u.test(name) && !isWord(name, vocabularies.get('activities')))
    .reduce((text, name) => text.replaceAll(name, '＿'.repeat(name.length)), core)
}

function beats(one: string, other: string, words: ReadingWords): boolean {
  return words.vocabularies.get('activities')?.get(one)?.reads?.beats?.includes(other) ?? false
}

/** 「…は、その結果を確認する」: who confirms what another has done. */
function confirmation(clauses: readonly Clause[]): { confirm: object; rest: readonly Clause[] } {
  const [first, ...others] = clauses
  const last = others.at(-1)
  if (
    !first ||
    !last ||
    !/(?:確認|承認)(?:する|し|を行う|しなければならない|するものとする)/u.test(last.text)
  )
    return { confirm: {}, rest: clauses }
  if (/点検|作成|登録/u.test(last.text)) return { confirm: {}, rest: clauses }
  const [by] = last.roles
  if (!by || !/(?:結果|内容|報告|これ|確認)/u.test(last.text)) return { confirm: {}, rest: clauses }
  const within = deadlineIn(last.text)
  return {
    confirm: { confirm: { by: by.id, ...(within === undefined ? {} : { within }) } },
    rest: clauses.filter((one) => one !== last),
  }
}

/** Who does which part, where several do one each. */
function splitOf(clauses: readonly Clause[], core: string, doubts: Doubt[]): object {
  const roles = new Set(clauses.flatMap((one) => one.roles))
  if (clauses.length > 1 && roles.size > 1) {
    return {
      split: clauses.flatMap((clause) =>
        clause.roles.map((role) => ({
          role: role.id,
          does: clause.text.replace(/[、。]$/u, ''),
          part: partOf(clause.text),
        })),
      ),
    }
  }
  if (roles.size > 1 && !/それぞれ|各自/u.test(core)) {
    doubts.push({
      key: 'performers',
      about: 'split',
      question: '主語が複数あり、誰がどの部分を行うか、文にありません',
    })
  }
  return roles.size > 1 && /それぞれ|各自/u.test(core) ? { severally: true } : {}
}

function partOf(text: string): 'perform' | 'receive' | 'confirm' | 'assist' {
  const end = text.slice(-24)
  if (/(?:協力|支援|補助|補佐)/u.test(end)) return 'assist'
  if (/(?:確認|承認|審査|検証)(?:する|し|を)/u.test(end)) return 'confirm'
  if (/(?:受領|受理|受け取|受け付け|取りまとめ|集約|集計)/u.test(end)) return 'receive'
  return 'perform'
}

const paper =
  '(?:台帳|簿|票|表|改[定訂正]履歴|会議録|チェックリスト|チェックシート|シート|日誌|一覧|リスト|議事録|用紙|手帳|様式第\\d+号|別記様式|記録|速報|計画|届|(?:報告|記録|計画|申請|届出|証明|確認|依頼|承認|許可|誓約|受領|同意|回答|管理|点検)書)'
/** The signs of the name of a record: 「持帰り簿」, 「消去の記録」, but not 「…を記載した報告書」. */
const nameSigns =
  '(?:[一-龠々ァ-ヶーA-Za-z0-9・]|(?<=[一-龠])[きしちみりいえけせび](?=[一-龠])|(?<=[一-龠ァ-ヶーA-Za-z0-9き-り])の(?=[一-龠ァ-ヶーA-Za-z0-9]))'
const paperName = `(?<![一-龠々ァ-ヶーA-Za-z0-9・])(${nameSigns}{0,24}?${paper})(?![一-龠々ァ-ヶーA-Za-z0-9])`
const quoted = '「([^「」]{2,30})」'

/** What is done to a record that is left, by the particle that its name stands with. */
const recording = [
  '(?:に|へ)[^。]{0,30}?(?:記録|記載|記入|登録|登載|記し|記す|残|追記|反映|書き込|書[きくいか]|記帳|押印|記名|署名|受領印|回答)',
  '(?:とともに|を)[^、。]{0,24}?(?:提出|作成|作[りる]|備え|整備|保管|保存|残|返送|送[りる付]|付け|受領)',
  '(?:により|を用いて|を使用して|によって|で)',
]

/** 「…台帳に記録する」「…報告書を作成する」「…票により」: the record that is left. */
function recordIn(core: string, said: SaidText, whole: string): object {
  const named = recordNamed(plainText(whole), core)
  return 'record' in named && said.kept ? { ...named, keepFor: said.kept.toString() } : named
}

/** The record that a sentence has left, by its name. */
export function recordNamed(plain: string, core = coreOf(plain)): { readonly record?: string } {
  // 「連絡体制図（作成日を記す）を記録として残さなければならない」: what stands in parentheses is of its name.
  const left = /(?:^|、)([^、。]{2,40})を記録として残/u.exec(plain)?.[1]
  if (left !== undefined) return { record: left }
  const found = recording.flatMap((deed) =>
    [quoted, paperName].flatMap((name) => new RegExp(name + deed, 'u').exec(core)?.[1] ?? []),
  )
  const record = found[0]?.replace(/^(?:その結果|その|結果|所定の|当該|別に定める)+の?/u, '')
  if (record === undefined || /^(?:記録|表|票|簿|計画|[者物]の.*|.*の計画|)$/u.test(record))
    return {}
  return { record }
}

/** 「結果を…に(7日以内に)報告する」: to whom the result goes, and by when. */
function reportIn(core: string, roles: readonly ReadRole[]): object {
  const reached = toldRoles(core, roles)
  if (reached.length === 0) return {}
  return {
    reportTo: reached.map((role) => {
      const within = reportDeadline(core, role)
      return { role: role.id, ...(within === undefined ? {} : { within }) }
    }),
  }
}

/** The deadline that stands with the report, before or after whom it goes to. */
function reportDeadline(core: string, role: ReadRole): string | undefined {
  const last = (words: readonly string[], before = core.length): number =>
    words.reduce((most, word) => Math.max(most, core.lastIndexOf(word, before)), 0)
  const at = last([role.name, ...role.aliases])
  return deadlineIn(core.slice(last(['し、', 'い、', 'たときは'], at)))
}
