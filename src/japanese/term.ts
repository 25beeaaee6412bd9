import { parsePeriod, type Period } from '../calendar/period.ts'
import { isoLength, lengthOf } from './cycle.ts'
import { plainText, sentencesIn } from './sentence.ts'

/** For how long a sentence has something kept at least, or after how long it has it erased. */
export interface Retention {
  readonly what: string
  readonly period: Period
  readonly way: 'keep' | 'erase'
  /** Whether it must be gone by then: 14日以内に消去する, and not only once the time is over. */
  readonly isLimit?: boolean
}

/**
 * The terms that a text plainly gives to what is kept: 認証の記録は、1年以上保存する。 None where it speaks of
 * exceptions, leaves a choice or makes the term depend on something.
 */
export function retentionsIn(text: string): readonly Retention[] {
  const plain = plainText(text).replace(/または|あるいは/gu, '又は')
  if (exceptions.test(plain)) return []
  return plain.split('。').flatMap((sentence) => {
    const [found, ...others] = [...readings(sentence)]
    return found && others.length === 0 ? [found] : []
  })
}

/** Whether two terms are of the same things, and nobody can keep to both: one erases what the other still keeps. */
export function excludeOneAnother(one: Retention, other: Retention): boolean {
  const [keep, erase] = one.way === 'keep' ? [one, other] : [other, one]
  if (keep.way === erase.way || !(covers(one.what, other.what) || covers(other.what, one.what))) {
    return false
  }
  return keep.period.compareCertain(erase.period) === 1
}

/** Whether two texts give the very same things two terms. */
export function differ(one: Retention, other: Retention): boolean {
  return (
    one.way === other.way &&
    one.what === other.what &&
    Math.abs(one.period.compareCertain(other.period) ?? 0) === 1
  )
}

/** Whether a text keeps the very same things, or those of which all are meant, longer than a limit lets them be kept. */
export function outlasts(given: Retention, limit: Retention): boolean {
  if (limit.way !== 'erase' || limit.isLimit !== true) return false
  if (given.what !== limit.what && !covers(limit.what, given.what)) return false
  return given.period.compareCertain(limit.period) === 1
}

const exceptions =
  /除[きくい]|のほか|別に定め|特に必要|ただし|にかかわらず|に関わらず|ことができ|てもよい|ても差し支え|場合[はに]/u
const term = '(?<!\\d)(\\d{1,3})(日|か月|年)(?:間)?'
const gone = '(?:消去|廃棄|削除|抹消)'
const kept = new RegExp(
  `${term}(?!以内|を超え[^。]{0,8}(?:保存|保管)[^。]{0,6}な)(?:以上)?(?:は|、)?[^。\\d]{0,24}?(?:保存|保管)`,
  'gu',
)
/** Xの保存は14日以内とし, Xの保管の期間は、30日を限度とする. */
const keptAtMost = new RegExp(
  `の(?:保存|保管)(?:の?期間)?は、?(?:最長)?${term}(?:以内|を(?:限度|上限))(?:とし|とする|とす)`,
  'gu',
)
/** Xは、30日を超えて保存してはならない. */
const notKeptOver = new RegExp(
  `${term}を超えて(?:保存|保管)(?:し|され)?(?:てはならない|ない)`,
  'gu',
)
/** Xは、14日以内に消去する. */
const goneWithin = new RegExp(`${term}以内に${gone}`, 'gu')
const untouched = new RegExp(
  `${term}(?:を|が)?(?:経過する|過ぎる)までは?[^。\\d]{0,24}?${gone}(?:し|され)てはならない`,
  'gu',
)
const erased = new RegExp(
  `${term}(?:(?:を|が)?(?:経過|過ぎ)(?!するまで|るまで)[^。\\d]{0,24}?|以内に)${gone}(?:する|し、|し$|しなければならない|すること|するものとする|とする|$)`,
  'gu',
)

function* readings(sentence: string): Iterable<Retention> {
  const isLimit = [keptAtMost, notKeptOver, goneWithin].some(
    (pattern) => sentence.search(pattern) >= 0,
  )
  for (const [pattern, way] of [
    [kept, 'keep'],
    [untouched, 'keep'],
    [erased, 'erase'],
    [keptAtMost, 'erase'],
    [notKeptOver, 'erase'],
  ] as const) {
    for (const match of sentence.matchAll(pattern)) {
      const period = parsePeriod(isoLength(match[1] ?? '', match[2] ?? '') ?? '')
      const before = sentence.slice(0, match.index)
      const what = pattern === keptAtMost ? topicOf(`${before}は`) : topicOf(before)
      if (period && what !== undefined) yield { what, period, way, ...(isLimit && { isLimit }) }
    }
  }
}

/** What stands last before は or を: 「管理者は、認証の記録を」 is of the record. */
function topicOf(before: string): string | undefined {
  const topics = [...before.matchAll(/([^、はを]+)[はを]/gu)]
  const what = topics.at(-1)?.[1]
  return what === undefined || /^(?:これ|それ|当該)/u.test(what) ? undefined : what
}

/**
 * Whether one thing is of the kind of all that a name tells: システムへの接続の記録, of 接続の記録, as the longer name only
 * tells more of the same noun. A noun alone (記録) tells of no kind.
 */
export function isOfKind(one: string, kind: string): boolean {
  return kind.length >= leastTelling && kind.includes('の') && one.endsWith(`の${kind}`)
}

const leastTelling = 4

/** すべてのログ: the log of authentication, too. */
function covers(all: string, one: string): boolean {
  if (all === one) return true
  const kind = /^(?:(?:すべて|全て|一切)の|各種)(.+)$/u.exec(all)?.[1]
  return kind !== undefined && one.endsWith(kind)
}

/**
 * For how long a text lets something be excepted (1年以内の期限を付けて認める), `any` where it asks for a term without
 * its length; undefined where it does not speak of one.
 */
export function exceptionTermIn(text: string): Period | 'any' | undefined {
  const sentence = sentencesIn(text).find(
    (one) =>
      exceptional.test(one) &&
      (/(?:期限|期間)を/u.test(one) || /(?:日|か月|年)間?[をに]?限[度り]/u.test(one)),
  )
  if (sentence === undefined) return undefined
  const term = /(?<!\d)(\d{1,3})(日|か月|年)間?(?:以内|を超えない|[をに]?限[度り])/u
  const [, many, unit] = term.exec(sentence) ?? []
  return lengthOf(many, unit) ?? 'any'
}

/** Whether a text lets something be excepted again and again: 更新の回数は限らない, 何度でも更新できる. */
export function saysRenewedFreely(text: string): boolean {
  return sentencesIn(text).some((one) => {
    const at = one.search(/更新|延長|改めて/u)
    const free = /回数.*(?:限らない|制限しない|制限は?ない|問わない)|何[度回]でも/su
    return (at >= 0 && free.test(one.slice(at))) || /何[度回]でも.*(?:更新|延長)/su.test(one)
  })
}

const exceptional = /例外|特例|この限りで(?:は)?ない|やむを得/u
