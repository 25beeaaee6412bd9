import { plainText } from '../japanese/sentence.ts'
import type { Unit } from './unit.ts'
import type { KnownRequirement, ReadingWords } from './words.ts'

/** A requirement that a sentence may be about, and how much speaks for it. */
export interface FoundRequirement {
  readonly key: string
  readonly weight: number
}

/** The requirements a sentence is about, the likeliest first: by its own words, its heading and what stands above. */
export function requirementsFor(
  unit: Unit,
  core: string,
  words: ReadingWords,
): readonly FoundRequirement[] {
  const caption = plainText(unit.caption)
  const above = plainText(unit.headings.join(' '))
  const found = words.requirements.map((requirement) => {
    const { key } = requirement
    const terms = termsOf(requirement)
    const weigh = (text: string): number =>
      terms.reduce((most, term) => (text.includes(term) ? Math.max(most, term.length) : most), 0)
    const weight = 2 * weigh(core) + 2 * weigh(caption) + weigh(above) / 2
    return { key, weight }
  })
  return found.filter(({ weight }) => weight >= 1).sort((a, b) => b.weight - a.weight)
}

/** The words that a requirement is found by, made once. */
const known = new WeakMap<KnownRequirement, readonly string[]>()

function termsOf(requirement: KnownRequirement): readonly string[] {
  const { title, near } = requirement
  const terms =
    known.get(requirement) ??
    [...near, ...title.split(/と|、|の(?=管理|取扱)/u)]
      .map(plainText)
      .filter((term) => term.length > 1 && !tooPlain.test(term))
  known.set(requirement, terms)
  return terms
}

/** Words that stand in the heading of any article. */
const tooPlain =
  /^(?:ID|取扱い|管理|利用|確認|保管|保存|記録|点検|運用|表示|変更|選定|保護|訓練|廃棄|公開|掲示|周知|構築|検査|開発|移行|退職)$/u
