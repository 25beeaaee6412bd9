import { sentencesIn } from './sentence.ts'
import { normalise } from './width.ts'

/**
 * The words by which a text has something told only once the cause is found or the facts are sure (原因が分かってから):
 * undefined where it does not, or where it is what follows on a first word (続報, 最終の報告).
 */
export function heldUpUntil(text: string): string | undefined {
  const sentence = sentencesIn(text).find((one) => waiting.test(one) && !further.test(one))
  return sentence === undefined ? undefined : waiting.exec(sentence)?.groups?.['until']
}

const waiting =
  /(?<until>(?:(?:原因|事実関係|真相)[がのはを]?[^、。]{0,8}(?:判明|分か|わか|明らか|特定|究明|確認|確定)|[^、。]{1,12}(?:を|が)(?:確認|把握|特定)でき)[^、。]{0,5}?(?:後|てから|た上で|次第|とき|場合))/u
const further = /最終|詳細|詳報|続報|第1報|第二報|第2報|再発|改めて|追って|結果|あわせて|併せて/u

/** Whether a text has something told at once, or within hours. */
export function saysToldAtOnce(text: string): boolean {
  return /報告|連絡|通報|知らせ/u.test(text) && promptly.test(normalise(text))
}

const promptly = /直ちに|速やかに|遅滞なく|当日中|時間以内/u

/** Whether a text only has something audited by whoever may do so, and has no audit made: 監査委員の監査を受ける. */
export function saysOnlyAudited(text: string): boolean {
  return (
    /監査(?:委員)?[^。]{0,16}を受け/u.test(text) &&
    !/(?:内部|外部)監査|監査[^、。]{0,8}を(?:定期的?に)?(?:行|実施)|監査(?:統括|責任|人|班|チーム|担当)/u.test(
      text,
    )
  )
}
