import { plainHeading } from '../../../japanese/width.ts'
import { wordsOf } from '../../../schema/ledger-columns.ts'
import type { FieldShape } from '../../../schema/shape.ts'

const nameHeading =
  /(?:氏名|^名前|お名前|職員名|利用者名|使用者名|担当者名|申請者名|借受者名|ふりがな|フリガナ|^カナ)/u
const personHeading = /(?:者|人|担当|職員|相手|氏名)(?:名|欄|印)?$/u
const placeHeading = /(?:先)$/u
const numberHeading = /(?:個人番号|マイナンバー|mynumber)/u

/** Whether a heading stands above names of persons, whatever stands below it. */
export function isNameHeading(heading: string): boolean {
  return nameHeading.test(plainHeading(heading))
}

/** Whether a heading stands above names as they are spoken, which tell nobody who has not been told. */
export function isReading(heading: string): boolean {
  return /(?:ふりがな|フリガナ|カナ|よみ)/u.test(plainHeading(heading))
}

/** Whether a heading stands above the numbers by which the state knows persons. */
export function isNumberHeading(heading: string): boolean {
  return numberHeading.test(plainHeading(heading))
}

/** Whether a text holds such a number: twelve digits, the last of which checks the others. */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/(?<=\d)[\s-](?=\d)/gu, '')
  return [...plain.matchAll(/(?<!\d)\d{12}(?!\d)/gu)].some(([digits]) => isChecked(digits))
}

function isChecked(digits: string): boolean {
  const sum = Array.from(digits.slice(0, 11))
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at < 6 ? at + 2 : at - 4), 0)
  const rest = sum % 11
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest)
}

const phoneHeading = /(?:電話|携帯|^(?:tel|fax)|ファックス|ファクス)/u
const mobile = /(?<![\d-])0[5-9]0-?\d{4}-?\d{4}(?![\d-])/gu

/** Whether a column holds numbers by which somebody is called up: by its heading, or by all that stands below it. */
export function isPhoneColumn(heading: string, cells: readonly string[]): boolean {
  const isOfMobiles =
    cells.length > 0 && cells.every((text) => withoutMobiles(text) === hiddenPhone)
  return phoneHeading.test(plainHeading(heading)) || isOfMobiles
}

/** Whether a text holds the number of somebody's own telephone; those of offices are no secret. */
export function holdsMobile(text: string): boolean {
  return plainPhones(text).search(mobile) >= 0
}

/** A text without numbers of telephones that people carry. */
function withoutMobiles(text: string): string {
  return holdsMobile(text) ? plainPhones(text).replaceAll(mobile, hiddenPhone) : text
}

const hiddenPhone = '（電話番号）'

function plainPhones(text: string): string {
  return text.normalize('NFKC').replaceAll(/(?<=\d)[\s‐−–—ー―()]+(?=\d)/gu, '-')
}

const offices =
  /(?:課|係|部|室|局|館|所|園|校|署|班|庁|社|会|院|市|町|村|区|センター|事務所|倉庫|金庫|支所)$/u
const posts =
  /^(?:部|課|係|室|所|館|局|次|園|校|班)?長$|^(?:課長補佐|主幹|主査|主任|主事|担当者?|管理者|責任者|職員|業者|受託者|委託先|本人)$/u
const words =
  /^(?:なし|無し?|有り?|あり|不明|未定?|済み?|共用|返却済み?|貸出中|庁内|庁外|自宅|在宅|―|-|－|ー|○|×)$/u
const family =
  /^[\p{Script=Han}々ヶケ]{1,5}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,5}$/u

/** What of a municipality is no person: its offices, by their names. */
export type Offices = ReadonlySet<string>

/** Whether a text is certainly no person: an office that is known, a post, or what is written where there is nobody. */
function isNobody(text: string, known: Offices): boolean {
  const plain = personText(text)
  if (plain === '' || known.has(plain) || posts.test(plain) || words.test(plain)) return true
  if (/^\d[\d./年月日-]*$/u.test(plain) || offices.test(plain)) return true
  return [...known].some((office) => {
    const rest = plain.startsWith(office) ? plain.slice(office.length) : undefined
    const head = plain === `${office}長`
    return head || (rest !== undefined && posts.test(rest))
  })
}

/** A name as it is compared: the same with and without a space. */
export function personText(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '')
}

/** Whether some cells under a heading are names of persons, and so none of them may be written as it is. */
export function holdsNames(
  heading: string,
  cells: readonly string[],
  field: FieldShape | undefined,
  known: Offices,
): boolean {
  const own = wordsOf(field?.type)
  const others = cells.filter(
    (text) =>
      !isNobody(text, known) && !Object.entries(own ?? {}).some((one) => one.includes(text.trim())),
  )
  if (isNameHeading(heading)) return others.length > 0
  if (isPseudonym(field)) return others.some((text) => !isMade(text))
  if (field && measures.has(field.type.kind)) return false
  const plain = plainHeading(heading)
  if (personHeading.test(plain)) return others.some((text) => !isMade(text))
  return placeHeading.test(plain) && others.some((text) => family.test(personText(text)))
}

/** What no name can stand for. */
const measures: ReadonlySet<string> = new Set(['day', 'period', 'number', 'bool', 'yes'])

/** A field that holds the pseudonym of a person. */
function isPseudonym(field: FieldShape | undefined): boolean {
  return field?.type.kind === 'text' && field.type.pattern === '^[a-z0-9-]{1,80}$'
}

/** Whether a text is made by a machine or by somebody who hides a name: `staff-a`, `s-001`, not `yamada`. */
function isMade(text: string): boolean {
  return /^(?=.*[\d-])[a-z0-9-]{1,80}$/u.test(text.normalize('NFKC').trim())
}

const format = 'policy-lint/names.v1'

/** The pseudonyms of persons by their names: what is known, and what is given to others. */
export class Pseudonyms {
  readonly #known: Map<string, string>
  readonly #offices: Offices
  #added = 0

  /** `text` is the file of the names as it was kept before; throws where it is none. */
  constructor(text: string | undefined, offices: Offices) {
    this.#known = new Map(text === undefined ? [] : namesIn(text))
    this.#offices = offices
  }

  /** How many names are known, and how many of them were met for the first time. */
  get counts(): { readonly all: number; readonly added: number } {
    return { all: this.#known.size, added: this.#added }
  }

  /** What is written in the place of a cell of a column of persons. */
  of(text: string): string {
    if (isNobody(text, this.#offices) || isMade(text)) return text
    const name = personText(text)
    const own = this.#known.get(name)
    if (own !== undefined) return own
    const taken = new Set(this.#known.values())
    let at = this.#known.size + 1
    while (taken.has(pseudonym(at))) at += 1
    this.#known.set(name, pseudonym(at))
    this.#added += 1
    return pseudonym(at)
  }

  /** A text in which every name that is known stands as its pseudonym, and no number of a telephone that people carry. */
  hidden(text: string): string {
    let shown = withoutMobiles(text)
    for (const [name, own] of this.#known) {
      if (name.length < 2 || !personText(shown).includes(name)) continue
      const spaced = Array.from(name, (one) =>
        one.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`),
      )
      shown = shown
        .normalize('NFKC')
        .replaceAll(new RegExp(spaced.join(String.raw`\s*`), 'gu'), own)
    }
    return shown
  }

  /** The file of the names: it is kept outside of the project. */
  get text(): string {
    const names = Object.fromEntries([...this.#known].sort(([, a], [, b]) => (a < b ? -1 : 1)))
    return `${JSON.stringify({ format, names }, null, 2)}\n`
  }
}

function pseudonym(at: number): string {
  return `s-${String(at).padStart(3, '0')}`
}

/** What a file of names holds; a `SyntaxError` where it is none. */
function namesIn(text: string): readonly (readonly [string, string])[] {
  const value = JSON.parse(text) as { readonly format?: unknown; readonly names?: unknown } | null
  const names = value?.format === format ? value.names : undefined
  if (typeof names !== 'object' || names === null) throw new SyntaxError('not a file of names')
  return Object.entries(names).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
}
