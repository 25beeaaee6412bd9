import { plainText, sentencesIn } from './sentence.ts'
import { normalise } from './width.ts'

/** Who must permit what a sentence speaks of, or hold the role that it speaks of. */
interface Decider {
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

/** What must be permitted: whatever a sentence speaks of, or only what holds something important. */
export type PermitAsked = 'all' | 'important'

/** 「課長の承認を受ける」「許可したものに限る」: what the sentences of a text ask that it is permitted, one by one. */
export function permitsAskedIn(text: string): readonly PermitAsked[] {
  return sentencesIn(text)
    .filter((sentence) => permitAsked.test(sentence) && !permitWaived.test(sentence))
    .map((sentence) => (ofImportant.test(sentence) ? 'important' : 'all'))
}

const permitAsked =
  /(?:許可|承認|承諾|同意|決裁|認可)(?:[をがはの]|した|され|する|なく|のない|の上|権)|(?:認め|許)(?:た|られた|る)[^、。]{0,12}(?:限|のみ|だけ|のほか|以外|を除)/u
const permitWaived =
  /(?:許可|承認|承諾|同意|決裁)(?:を|は|も)?(?:要しない|必要としない|不要|受けずに使)/u
const ofImportant =
  /(?:重要|機密|秘密|個人情報|個人番号|要保護|非公開)(?:[^、。]{0,12}(?:を|が|の)[^、。]{0,4}(?:取り?扱|扱|含|載|入力|保存|置|預)|[^、。]{0,8}は、[^。]*(?:入力|保存|置|預))/u

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

/** Whether a text says of something that no consent to it is needed: 承諾の対象から除いたもの, 承諾を要しない, 承諾は不要. */
export function saysConsentFree(text: string): boolean {
  return /承[諾認](?:の対象)?(?:から(?:除|外)|[をは]?(?:要し|必要とし|求め)ない|[はが]?(?:不要|要らない|いらない))/u.test(
    normalise(text).replaceAll(' ', ''),
  )
}
