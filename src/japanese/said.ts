import { Period } from '../calendar/period.ts'
import { type Cycle, cycles, divided, lengthOf } from './cycle.ts'
import { isHeadedAsProviso } from './proviso.ts'
import { plainText, sentencesIn } from './sentence.ts'

/** What a word of a sentence says: how binding, how often, by when, or what it limits. */
export type PhraseField = 'force' | 'frequency' | 'every' | 'within' | 'limits' | 'deed'

/** A word by which sentences are read, in the form in which they are read, and what it says. */
export interface Phrase {
  readonly word: string
  readonly value: string
}

/** The words by which sentences are read, by what they say. */
export type Phrases = (field: PhraseField) => readonly Phrase[]

/** The phrases of a standard, given as they are written. */
export function phrasesOf(
  written: readonly (Readonly<Partial<Record<PhraseField, unknown>>> & {
    readonly words: readonly string[]
  })[],
): Phrases {
  const known = new Map<PhraseField, readonly Phrase[]>()
  return (field) => {
    const all =
      known.get(field) ??
      written.flatMap((phrase) => {
        const value = phrase[field]
        if (typeof value !== 'string') return []
        return phrase.words.map((word) => ({ word: plainText(word), value }))
      })
    known.set(field, all)
    return all
  }
}

/** So many texts are kept read: those of the systems of a municipality are mostly the same. */
const mostTexts = 4000
const read = new WeakMap<Phrases, Map<string, SaidText>>()

/** What a text plainly says, read once for all in which the very same stands. */
export function saidText(text: string, phrases: Phrases): SaidText {
  const texts = read.get(phrases) ?? new Map<string, SaidText>()
  if (texts.size >= mostTexts) texts.clear()
  const said = texts.get(text) ?? new SaidText(text, phrases)
  texts.set(text, said)
  read.set(phrases, texts)
  return said
}

/**
 * What a text plainly says: how binding it is, how often, by when, in which months and to whom the result
 * goes. The words are given; only numbers have a grammar of their own. Where a text may be read in two
 * ways, nothing is said.
 */
export class SaidText {
  readonly sentences: readonly string[]
  readonly #phrases: Phrases
  readonly #cycles = new Map<string, readonly Cycle[]>()
  readonly #limits = new Map<string, boolean>()

  constructor(text: string, phrases: Phrases) {
    this.sentences = sentencesIn(text)
    this.#phrases = phrases
  }

  /** How binding it is, where all its sentences end the same way. */
  get force(): string | undefined {
    const endings = this.#phrases('force')
    return only(
      this.sentences.map(
        (sentence) => longest(endings.filter(({ word }) => sentence.endsWith(word)))?.value,
      ),
    )
  }

  /** Whether a sentence of it has one thing done before it forbids another: 窓あき封筒を用い、宛名を貼ってはならない. */
  get isOrderAndBan(): boolean {
    return this.sentences.some(
      (sentence) => /てはならない|禁[じず止]/u.test(sentence) && orderBefore.test(sentence),
    )
  }

  /**
   * How often, where it has one sentence and names one length of time before the first thing that is
   * done: what follows may be how often the result is reported.
   */
  get every(): Period | undefined {
    const [sentence, ...others] = this.sentences
    if (sentence === undefined || others.length > 0) return undefined
    if (this.#phrases('frequency').some(({ word }) => sentence.includes(word))) return undefined
    const cycles = this.#cyclesIn(sentence)
    const [first] = cycles
    const isOne = cycles.every(({ period }) => first && period.compareCertain(first.period) === 0)
    const isOfDeed = first && !deedBefore.test(sentence.slice(0, first.at))
    if (!first || !isOne || !isOfDeed) return undefined
    const rest = sentence.slice(0, first.at) + sentence.slice(first.end)
    // 半年に1回、4月と10月に: of a shorter cycle, months say when, not how often.
    const isYear = first.period.compareCertain(year) === 0
    const named = this.monthsOfOneAct
    const months = named.length > 0 ? named : monthEndsIn(sentence)
    if (isYear && months.length === 0 && monthsIn(sentence).length > 1) return undefined
    const times = timesIn(rest, isYear ? months.length : 0)
    return times === undefined ? undefined : divided(first.period, times)
  }

  /** The plain word for how often (always, asNeeded, periodic), where it names that and no length of time. */
  get frequency(): string | undefined {
    const [sentence, ...others] = this.sentences
    if (sentence === undefined || others.length > 0 || /\d月/.test(sentence)) return undefined
    if (this.#cyclesIn(sentence).length > 0) return undefined
    const words = this.#phrases('frequency').filter(({ word }) => sentence.includes(word))
    return only(words.map(({ value }) => value))
  }

  /**
   * By when, where it names one length of time 以内: not where that is of another act than the first that it
   * orders, unless the other is that the result is told.
   */
  get deadline(): Period | undefined {
    const deadlines = this.sentences.flatMap((sentence) =>
      [...sentence.matchAll(deadlineSaid)].map((match) =>
        isOfOtherAct(sentence.slice(0, match.index)) ||
        isOthersTerm(this.sentences, sentence.slice(match.index + match[0].length))
          ? undefined
          : lengthOf(match[1] ?? '1', match[2] ?? match[3]),
      ),
    )
    return onlyPeriod(deadlines)
  }

  /** Whether it says in which part of the year something is done: a month, a half, the beginning or the end of the year. */
  get saysWhen(): boolean {
    return this.sentences.some((sentence) =>
      /(?<!\d)\d{1,2}月(?!間)|[上下]半?期|年度(?:末|当初|初め|の初め)|年末|年始/u.test(sentence),
    )
  }

  /** The months in which something is done, where it names them one by one. */
  get months(): readonly number[] {
    const text = this.sentences.join('')
    if (
      /(?<!毎)年\d{1,2}月|月\d{1,2}日|\d月(?:から|まで|以降|以前|末|中旬|頃|を超え)|[~〜-]\d{1,2}月/u.test(
        text,
      )
    )
      return []
    return monthsIn(text)
  }

  /** The same months, where they are not those of two acts: 4月に点検し、6月に報告する. */
  get monthsOfOneAct(): readonly number[] {
    return this.sentences.flatMap(actsInMonths).length > 1 ? [] : this.months
  }

  /** Whether something is reported to whoever goes by a name. */
  isReportedTo(name: string): boolean {
    const text = this.sentences.join('。')
    const wanted = plainText(name)
    return wanted !== '' && text.includes(wanted) && reportsTo(text, wanted)
  }

  /** Whether it asks for one thing alone, that something is told: its one sentence ends so, with no deed before. */
  get isReport(): boolean {
    const [sentence, ...others] = this.sentences
    if (sentence === undefined || others.length > 0 || doesMore.test(sentence)) return false
    const ending = longest(this.#phrases('force').filter(({ word }) => sentence.endsWith(word)))
    const deed = sentence.slice(0, sentence.length - (ending?.word.length ?? 0))
    return this.#phrases('deed').some(({ word }) => deed.endsWith(word))
  }

  /** Whether it has something done at once. */
  get isAtOnce(): boolean {
    return this.#says('within', 'P0D')
  }

  /**
   * Whether it limits what it forbids to some cases, says that it is an exception to another, or forbids
   * what nobody has permitted.
   */
  limits(what: 'ban' | 'others' | 'permit'): boolean {
    const known = this.#limits.get(what) ?? this.#says('limits', what)
    this.#limits.set(what, known)
    return known
  }

  /** How long it has something kept, where it names one length of time. */
  get kept(): Period | undefined {
    const terms = this.sentences.flatMap((sentence) =>
      [
        ...sentence.matchAll(
          /(?<!\d)(\d{1,3})(日|か月|年)間?(?:は|、)?[^、。\d]{0,20}(?:保存|保管)/gu,
        ),
      ].map((match) => lengthOf(match[1], match[2])),
    )
    return onlyPeriod(terms)
  }

  /** How many characters it asks for at least, where it names one number. */
  get length(): number | undefined {
    const numbers = this.sentences.flatMap((sentence) =>
      [...sentence.matchAll(/(?<!\d)(\d{1,2})(?:文字|字|桁)(?:以上)/gu)].map((match) =>
        Number(match[1]),
      ),
    )
    return only(numbers)
  }

  /** The fewest characters that its provisos (ただし、…は4桁でよい) are content with. */
  get lengthOfProviso(): number | undefined {
    const provisos = this.sentences.filter(isHeadedAsProviso)
    const numbers = provisos.flatMap((sentence) =>
      [...sentence.matchAll(/(?<!\d)(\d{1,2})(?:文字|字|桁|けた)/gu)].map((match) =>
        Number(match[1]),
      ),
    )
    return numbers.sort((one, other) => one - other)[0]
  }

  /** Whether one of the words that say something stands in it. */
  #says(field: 'within' | 'limits', wanted: string): boolean {
    const words = this.#phrases(field).filter(({ value }) => value === wanted)
    return this.sentences.some((sentence) => words.some(({ word }) => sentence.includes(word)))
  }

  /** The lengths of time by which a sentence says that something is repeated, in its order. */
  #cyclesIn(sentence: string): readonly Cycle[] {
    const known = this.#cycles.get(sentence) ?? cycles(sentence, this.#phrases('every'))
    this.#cycles.set(sentence, known)
    return known
  }
}

/** 点検し、: a deed after which the sentence goes on; 「…に対し、」 is none. */
const goingOn = '(?<!に(?:対|関|際|応じ|基づ|よ|伴|当た|あた))[しいきりみ]、'

/** 確かめ、 点検し、 実施した後: something is done before; 「…に対し、」「取得した画像を」 are no deeds. */
const deedBefore = new RegExp(`${goingOn}|して|した(?=[、後上ら]|とき|場合)`, 'u')

/** 用い、 of a sentence that goes on to another act: not 「許可を除き、」, and not 「持ち出し、又は」, where one ending holds for both. */
const orderBefore = new RegExp(`(?<!除)${goingOn}(?!又は|若しくは|また)`, 'u')

/** 「電話し、報告書を」 before a length of time: not 「点検し、その結果を」, which is told of the same, nor 「紛失したときは」. */
function isOfOtherAct(before: string): boolean {
  const ordered = before.replace(/^.*(?:とき|場合|際|たび|都度)(?:に)?(?:は)?、?/u, '')
  const last = ordered.split(deedBefore).at(-1) ?? ''
  return deedBefore.test(ordered) && !/^[上後]?[でに]?、?(?:その)?結果/u.test(last)
}

/**
 * Whether a term may bind somebody else, and the act of the text follows only when it has passed: 14日以内に返させる。
 * 過ぎたときは、督促する, or 14日以内に返されないときは、督促する.
 */
function isOthersTerm(sentences: readonly string[], after: string): boolean {
  const follows = /(?:期限|期日|期間|日数|これ|それ)?(?:を|が)?(?:過ぎ|経過し|超え)(?:た|て)/u
  return (
    sentences.slice(1).some((one) => follows.test(one.slice(0, 12))) ||
    /^[^、]*(?:ない|なかった|ぬ)(?:とき|場合|もの|者)/u.test(after)
  )
}

/** 7日以内, 5開庁日以内, 翌開庁日まで */
const deadlineSaid =
  /(?<!\d)(\d{1,3})(分|時間|日|週間|か月|年|(?:開庁|営業|勤務|就業|執務)日)以内|翌((?:開庁|営業|勤務|就業|執務)日)(?:まで|中に)/gu

const year = new Period(12, 0)

/** The months that a text names, each once. */
function monthsIn(text: string): readonly number[] {
  const months = [...text.matchAll(/(?<!\d)(\d{1,2})月(?!間|ごと|に1[回度])/gu)]
  return [...new Set(months.map((match) => Number(match[1])))].filter((one) => one <= 12)
}

/** The parts of a sentence that each order an act and name its months. */
function actsInMonths(sentence: string): readonly string[] {
  return sentence.split(deedBefore).filter((act) => monthsIn(act).length > 0)
}

/** 9月末日及び3月末日現在: the months at whose end something is done; 4月から6月末まで is one stretch. */
function monthEndsIn(text: string): readonly number[] {
  const all = monthsIn(text)
  // 8月末日までに更新し、9月末日までに報告する: two stages of one round.
  if (actsInMonths(text).length > 1) return []
  const ends = [...text.matchAll(/(?<!\d)\d{1,2}月末/gu)]
  return ends.length === all.length && !/\d月(?:末日?)?(?:から|以降)/u.test(text) ? all : []
}

/**
 * How many times in its cycle something is done: 毎年4月と10月に is twice a year, as is 毎年4月と10月の2回.
 * Undefined where the months and the number differ, or there are several numbers.
 */
function timesIn(rest: string, months: number): number | undefined {
  const numbers = [...rest.matchAll(/(?<!\d)(\d{1,2})回/gu)].map((match) => Number(match[1]))
  const said = new Set([...numbers, ...(months > 1 ? [months] : [])])
  if (said.size > 1) return undefined
  return [...said][0] ?? 1
}

/** 「(結果を)システム管理者に(書面で)報告する」: to the role itself, not to another whose name ends in it. */
function reportsTo(text: string, name: string): boolean {
  const at = [...text.matchAll(/に(?:対し)?[^、。に]{0,12}報告(?:する|し|しなければ)/gu)]
  return at.some(({ index }) => {
    const before = text.slice(0, index)
    return before.endsWith(name) && /(?:^|[、。をは])$/u.test(before.slice(0, -name.length))
  })
}

/** 確かめて, 点検し、: something is done before the end of a sentence. */
const doesMore = /[しいきりみ]、|して|した|[めけべせげえ]て|[めけべげえ]、/u

/** The value that all share; undefined where they differ or there is none. */
function only<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  const [first] = values
  return values.every((value) => value === first) ? first : undefined
}

/** The same of lengths of time. */
function onlyPeriod(periods: readonly (Period | undefined)[]): Period | undefined {
  const [first] = periods
  return periods.every((one) => first && one?.compareCertain(first) === 0) ? first : undefined
}

function longest(phrases: readonly Phrase[]): Phrase | undefined {
  return phrases.reduce<Phrase | undefined>(
    (best, phrase) => (best && best.word.length >= phrase.word.length ? best : phrase),
    undefined,
  )
}
