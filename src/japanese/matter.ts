import { termsOf } from './likeness.ts'
import { normalise } from './width.ts'

/**
 * How much texts deal with one matter: the terms that they share, each worth the more the fewer of the texts of
 * their field have it. 誓約書 tells much, 情報 little, and the words that every rule has nothing.
 */
export class Matters {
  readonly #counts = new Map<string, number>()
  readonly #known = new Map<string, ReadonlySet<string>>()
  readonly #many: number

  constructor(field: readonly string[]) {
    this.#many = field.length
    for (const text of field)
      for (const term of termsIn(text)) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1)
  }

  /** What two texts have in common, from nothing up: two or three of it are a matter of their own. */
  shared(one: string, other: string): number {
    const terms = this.#termsOf(other)
    return [...this.#termsOf(one)]
      .filter((term) => terms.has(term))
      .reduce((sum, term) => sum + this.#worth(term), 0)
  }

  #worth(term: string): number {
    const rarity = 1 - Math.log((this.#counts.get(term) ?? 0) + 1) / Math.log(this.#many + 1)
    // クラウド makes three pairs where 誓約書 makes two.
    return /[\p{sc=Katakana}A-Za-z]/u.test(term) ? rarity / 2 : rarity
  }

  #termsOf(text: string): ReadonlySet<string> {
    const known = this.#known.get(text) ?? termsIn(text)
    if (this.#known.size >= mostTexts) this.#known.clear()
    this.#known.set(text, known)
    return known
  }
}

/** So many texts are kept taken apart: the clauses of a standard are asked again and again. */
const mostTexts = 2000

/** The pairs of neighbouring characters of 誓約書, and what stands alone: 戻 of 戻す. */
function termsIn(text: string): ReadonlySet<string> {
  const plain = normalise(text).replace(toOthers, '再委託').replace(empty, '、')
  const single = Array.from(plain.matchAll(alone), ([one]) => one)
  return new Set([...termsOf(plain, pair), ...single])
}

const letter = String.raw`[\p{sc=Han}\p{sc=Katakana}ーA-Za-z]`
const pair = new RegExp(`^${letter}{2}$`, 'u')
/** 控え, 戻す, 鍵: characters that tell what is done or to what, even where kana follow. */
const alone = new RegExp(`(?<!${letter})[控戻消写鍵兼試渡貸返送](?!${letter})`, 'gu')

/** 再委託 in other words: 業務の一部を他の者に行わせる. */
const toOthers =
  /(?:受託|委託(?:された|を受けた))?(?:業務|作業|事務|処理)?(?:の(?:全部|一部|全部又は一部))?を?(?:更に|さらに|再び)?(?:他の(?:者|事業者|業者)|第三者|ほかの者)に(?:更に|さらに)?(?:再び)?(?:行わせ|委託し|請け負わせ|処理させ|委任し)/gu

/** Words of rules and of days, which say nothing of what it is that is done. */
const empty =
  /定め(?:たとおり)?|実施(?:手順)?|(?:対策)?基準|手順|規程|要綱|要領|以内|以上|期限|開庁日|年度|年間|必要|場合|方法|実際|確認|結果|突き合わせ|[一二三四五六七八九十\d]+[か箇]?[月日年回件人個台本枚]/gu
