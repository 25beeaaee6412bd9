import { asPattern } from './sentence.ts'
import { normalise } from './width.ts'

/*
 * The names of offices, posts and persons, in a text and beside one another.
 */

/** Offices, and ranks that many hold: two who are called so need not be one person. */
const many =
  /(?:課|係|室|部|局|班|グループ|チーム|所|館|院|校|園|署|センター)$|^(?:担当|担当者|職員|主事|主査|主任|主幹|技師|教員|教諭|看護師|保健師|保育士|会計年度任用職員)$/u

/** Whether two names certainly tell of one person: a post of which there is one, or a pseudonym, that both give. */
export function isOnePerson(one: string, other: string): boolean {
  const name = normalise(one)
  return name !== '' && name === normalise(other) && !many.test(name)
}

/** Whether a name is a pseudonym of one person, as files write them, and no post: staff-a. */
export function isPseudonym(name: string): boolean {
  return /^[a-z0-9-]{1,80}$/u.test(name)
}

/** Whether a post is that of any head of any unit (課長, 部長補佐), and tells nobody whose. */
export function isAnyHead(post: string): boolean {
  return /^.?長(?:補佐)?$/u.test(post)
}

/** Whether a text has the name of an office that is no part of another: of one that is there, or of a longer word (健康情報課, 旧情報課, 情報課題). */
export function naming(name: string, there: readonly string[]): (text: string) => boolean {
  if (name.length < 2 || there.includes(name)) return () => false
  // What follows is no part of the name where it is what is below it: 情報課危機対応係, and not 情報課題担当.
  const below = isOffice.test(name)
    ? '(?=(?![題税程金外業目分署門下隊品面])[\\p{Script=Han}\\p{Script=Katakana}ー]{1,12}(?:係|担当|班|グループ|チーム))|'
    : ''
  const word = new RegExp(
    `(?<![^\\P{Script=Han}部局課室市町村県府都区院会])${asPattern(name)}(?:${below}(?![^\\P{Script=Han}長員職等係班内所副補主次担各]))`,
    'u',
  )
  return outsideLonger(name, there, word)
}

/**
 * Whether a text cites a document by its whole title: not as part of a longer one (個人情報保護条例施行規則, 新個人情報保護条例),
 * nor as what was before (旧個人情報保護条例).
 */
export function citing(title: string, there: readonly string[]): (text: string) => boolean {
  const name = normalise(title)
  const others = there.map(normalise)
  if (name.length < 3 || others.includes(name)) return () => false
  const word = new RegExp(
    `(?<![\\p{Script=Han}\\p{Script=Katakana}])${asPattern(name)}(?!の?(?:施行|運用|取扱|解説)|(?![第上中内等又及並別])\\p{Script=Han})`,
    'u',
  )
  return outsideLonger(name, others, word)
}

/** Whether a name stands in a text where none of the longer names that are there and have it in them does. */
function outsideLonger(
  name: string,
  there: readonly string[],
  word: RegExp,
): (text: string) => boolean {
  const longer = there.filter((one) => one.includes(name))
  return (text) =>
    word.test(longer.reduce((left, one) => left.replaceAll(one, '、'), normalise(text)))
}

/** What the names of offices end in that have smaller ones below them. */
const isOffice = /[部局課室所署院館場]$/u
