import { plainText } from './said.ts'

/** Who must permit what a sentence speaks of, or hold the role that it speaks of. */
export interface Decider {
  readonly post: string
  /** What is decided: its own words are told apart by the caller. */
  readonly deed: string
}

/** 課長の許可を受ける: the post and its deed, where a sentence names one. */
export function deciderIn(sentence: string): Decider | undefined {
  const found = [...plainText(sentence).matchAll(asked)]
  const [first] = found
  const { post, deed } = first?.groups ?? {}
  return found.length === 1 && post !== undefined && deed !== undefined ? { post, deed } : undefined
}

/** 総括責任者は、総務部長とする: the role and the post that holds it. */
export function holderIn(sentence: string): { role: string; post: string } | undefined {
  const { role, post } = holder.exec(plainText(sentence))?.groups ?? {}
  return role !== undefined && post !== undefined ? { role, post } : undefined
}

const word = '[\\p{Script=Han}\\p{Script=Katakana}ーA-Za-z]{1,20}'
const asked = new RegExp(
  `(?:^|[、はにがをの(])(?<post>${word}(?:長|者|官|監|CISO|補佐))の(?<deed>許可|承認|承諾|同意)を(?:受け|得)`,
  'gu',
)
/** A post ends as posts do: 「最高責任者は、一人とする」 names none. */
const holder = new RegExp(
  `^(?<role>${word})は、?(?<post>${word}(?:長|監|理事|官|参事|局次長|管理者|副市長|副町長|副村長|副知事))(?:をもって充てる|を充てる|とする|が務める)$`,
  'u',
)
