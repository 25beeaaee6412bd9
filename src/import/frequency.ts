import { isoLength } from '../japanese/cycle.ts'
import { SaidText } from '../japanese/said.ts'
import type { Doubt } from './element.ts'
import type { Statement } from './statement.ts'
import { type ReadingWords, wordsIn } from './words.ts'

/** How often: a length of time, an event of the standard or in the words of the text, a plain word, or not stated. */
export function frequencyIn(
  core: string,
  at: readonly number[],
  { statement, words }: { readonly statement: Statement; readonly words: ReadingWords },
  doubts: Doubt[],
): unknown {
  const said = saidOf(core, at, statement, words)
  const every = said.find((one) => one.every)?.every
  const event = occasionIn(core, words)
  if (every) {
    if (event)
      doubts.push({
        key: 'frequency',
        about: 'two',
        question: `このほかに「${event.text}」も行うとあります`,
      })
    return { every: every.toString() }
  }
  if (event) {
    const before = /(\d{1,3})(日|週間|か月|年|(?:開庁|営業|勤務|就業|執務)日)前までに/u.exec(core)
    if (before) return { ...event.value, before: isoLength(before[1] ?? '', before[2] ?? '') }
    const within = firstDeadline(core)
    if (within !== undefined) return { ...event.value, within }
    // 「離れる日までに」「その日までに」: on the day at the latest.
    const isByTheDay = /(?:その|[うくすつむる]|退職|異動|転出|満了|終了)の?日までに/u.test(core)
    return { ...event.value, ...(isByTheDay ? { before: 'P0D' } : {}) }
  }
  const first = core
    .split('、')
    .map((part) => new SaidText(part, words.phrases).every)
    .find((one) => one !== undefined)
  if (first) {
    doubts.push({ key: 'frequency', about: 'two', question: '頻度の言葉が二つ以上あります' })
    return { every: first.toString() }
  }
  // 「6月及び12月に」: the months of every year.
  const { months } = new SaidText(core, words.phrases)
  if (months.length > 1 && 12 % months.length === 0) return { every: `P${12 / months.length}M` }
  const besides = new SaidText(core.replace(asNeeded, ''), words.phrases).every
  if (besides) {
    doubts.push({
      key: 'frequency',
      about: 'two',
      question: 'このほかに、必要に応じて行うなどとあります',
    })
    return { every: besides.toString() }
  }
  const word = said.find((one) => one.frequency !== undefined)?.frequency
  if (word !== undefined) {
    if (word === 'periodic')
      doubts.push({
        key: 'frequency',
        about: 'interval',
        question: '「定期的に」の間隔が、文にありません',
      })
    return word
  }
  if (/(?:定期的?|随時|必要に応じ).{0,3}(?:及び|又は|に)/u.test(core))
    doubts.push({ key: 'frequency', about: 'two', question: '頻度の言葉が二つ以上あります' })
  else
    doubts.push({ key: 'frequency', about: 'frequency', question: 'いつ行うのか、文にありません' })
  return 'unstated'
}

/** Where how often may be said: in the whole sentence, in the clause of the deed, before all that is done, in what leads in. */
function saidOf(
  core: string,
  at: readonly number[],
  { main, lead }: Statement,
  { phrases }: ReadingWords,
): readonly SaidText[] {
  const clauses = core.split(/(?<=(?<!に(?:対|関|際|応じ|基づ|よ|伴))[しいきりみけべめせ]、)/u)
  let end = 0
  const own = clauses.filter((clause) => {
    const start = end
    end += clause.length
    return at.some((place) => place >= start && place < end)
  })
  // 「…は、毎月、取得し、分析する」: a word of its own before all that is done.
  const adverb = clauses[0]
    ?.split('、')
    .find((part) => part.length <= 12 && new SaidText(part, phrases).every)
  const texts = [
    main.text,
    ...(clauses.length > 1 ? own.map((clause) => clause.replace(/、$/u, '')) : []),
    ...(adverb === undefined ? [] : [adverb]),
    // Where it is not known which deed is meant, how often is said of what is done, not of what is told of it.
    ...(at.length === 0 ? clauses.filter((clause) => !/^(?:その)?結果[をは]/u.test(clause)) : []),
    ...(lead ? [lead.main.text] : []),
  ]
  return texts.map((text) => new SaidText(text, phrases))
}

/** What is said beside a length of time: 年1回及び必要に応じて. */
const asNeeded =
  /(?:及び|又は|並びに|、|のほか、?)?(?:必要に応じ(?:て|た)?|必要の都度|随時|適宜|常に|定期(?:的)?に)/gu

interface Occasion {
  readonly text: string
  readonly value: object
}

/** How a sentence says at what something is done, the plainest way first. */
const occasions: readonly RegExp[] = [
  /(?:^|は、|、)([^、]{2,40}(?:、[^、]{1,30})*?(?:とき|際|場合|都度|たび))(?!も|でも|であって|を除|以外|のみ|に備え)(?:に)?(?:は|には|、|$|[^で])/u,
  /(?:^|は、|、)([^、]{2,40}?(?:の日|した日|(?<![事以午名従今])[後前]))(?:から|に|まで|、|\d|直ちに|速やかに|遅滞)/u,
  /(?:^|は、|、)([^、]{2,40}?)(?:の日)?から(?:起算して)?\d/u,
  /(?:^|は、?|、)((?:[^、は]|又は){2,40}[るた]間)(?:、|は|に)/u,
  /(?:^|は、?|、)((?:[^、は]|又は){2,40}?た)(?:当日|その日|日の)/u,
  /(?:^|は、?|、)((?:[^、は]|又は){2,30}?)に(?:当た|あた|際し)/u,
  /(?:^|は、?|、)([^、はが]{1,20}(?<![随常適同臨即定一当])時)(?:に|及び)/u,
  /(?:^|は、?|、)((?:[^、は]|又は){2,20})の翌(?:日|月|年度)/u,
  /(?:^|は、|、)((?:前項|前条|前号)の[^、は]{1,24}?)を\d+(?:日|時間|週間)以内/u,
  // 「…しようとする者は」, 「…を受けた管理者は」: who does it is told by what has happened.
  /(?:^|、)((?:[^、は]|又は){2,40}うとする)[^、はがをにた]{1,16}は/u,
  /(?:^|、)((?:[^、は]|又は){2,40}(?:受け|知っ|発見し|気[付づ]い)た)[^、はがをにた]{1,16}は/u,
  /(?:^|、)((?:[^、は]|又は){2,40}た)[^、はがをにた]{1,16}は、?(?:直ちに|ただちに|すぐに|\d+(?:分|時間|日|週間|か月)以内)/u,
  /(?:^|は、?|、)((?:[^、は]|又は){2,30}(?:期間|期限|年数)を(?:経過し|過ぎ|超え)た)/u,
]

/** 「…したときは」「…の都度」「…する前に」「…の日から」: an event of the standard, else the words of the text. */
function occasionIn(core: string, words: ReadingWords): Occasion | undefined {
  for (const pattern of occasions) {
    const text = pattern
      .exec(core)?.[1]
      ?.replace(/\d{1,3}(?:日|週間|か月|年)前$/u, '')
      .replace(/^.*?(?:は|が|に|毎.{1,4})、(?:又は|及び)?/u, '')
      .replace(/^[^、は]{1,20}[一-龠ァ-ヶー](?<!又)は(?=.{2})/u, '')
    if (text === undefined || isNoOccasion(text)) continue
    const event = eventIn(text, words)
    return { text, value: event === undefined ? { occasion: text } : { on: event } }
  }
  return undefined
}

function isNoOccasion(text: string): boolean {
  if (
    /^この場合|^(?:.{0,2}必要が|その都度)|必要と認め|やむを得ない|(?:場合|とき)(?:を除|であって)/u.test(
      text,
    )
  )
    return true
  return (
    /(?:年|月|週|日|半期|四半期)(?:に|ごと)/u.test(text) && !/(?:とき|際|場合|都度)$/u.test(text)
  )
}

/** The event of the standard that a text speaks of: of several, the one that holds them. */
function eventIn(text: string, words: ReadingWords): string | undefined {
  const events = words.vocabularies.get('events')
  const [first, second] = wordsIn(text, events)
  if (!first || !second) return isOfSeveral(text) ? undefined : first?.id
  const both = [...(events?.values() ?? [])].find(({ id: whole, includes = [] }) =>
    [first, second].every(({ id }) => id === whole || includes.includes(id)),
  )
  return both?.id ?? (isOfSeveral(text) ? undefined : first.id)
}

/** 「廃棄し、又は契約の終了により返却するとき」: no one event of the standard is all of it. */
function isOfSeveral(text: string): boolean {
  return /[しいきりみ]、(?:又は|若しくは)/u.test(text)
}

/** 「7日以内」 as P7D, 「5営業日以内」 as 5開庁日, 「当日中」 as P0D; undefined where a text names none. */
export function deadlineIn(text: string): string | undefined {
  const found =
    /(\d{1,3})(分|時間|日|週間|か月|月|年|(?:開庁|営業|勤務|就業|執務)日)(?:間)?(?:以内|を超えない)/u.exec(
      text,
    )
  if (found) return isoLength(found[1] ?? '', found[2] ?? '')
  if (/翌(?:開庁|営業|勤務|就業|執務)日(?:まで|中)/u.test(text)) return isoLength('1', '開庁日')
  if (/直ちに|ただちに|すぐに|即時|当日中|その日のうち|即日|その場で/u.test(text)) return 'P0D'
  return text.includes('翌日まで') ? 'P1D' : undefined
}

/** The deadline of the deed itself: what follows a report is when the result is reported. */
function firstDeadline(core: string): string | undefined {
  const [deed = ''] = core.split(
    /(?:し|行い)、(?:その|速やかに|結果|\d+(?:日|時間)以内に.{1,24}報告)/u,
  )
  return deadlineIn(deed)
}

/** In which months and by which day of them, where a sentence says so. */
export function timingOf(core: string, said: SaidText): object {
  const [, next, due] = /毎月(?:[^\d、]{0,8}(翌月)の?)?(\d{1,2})日まで/u.exec(core) ?? []
  const ends = [...core.matchAll(/(?<!\d)(\d{1,2})月(?:末|中)/gu)].map((match) => Number(match[1]))
  const months = said.months.length > 0 ? said.months : ends
  const isOfMonth = months.length > 0
  if (!isOfMonth && due === undefined) return {}
  return {
    timing: {
      ...(isOfMonth ? { months: [...months] } : {}),
      ...(next === undefined ? {} : { monthsAfter: 1 }),
      ...(due === undefined ? {} : { dueDay: Number(due) }),
    },
  }
}
