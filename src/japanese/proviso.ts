import { sentencesIn } from './sentence.ts'

/*
 * What a text lets off: its provisos (ただし、…), and what a sentence leaves out of itself (…を除き、…).
 */

/** A sentence that lets something off, with the sentence it lets off from. */
export interface Proviso {
  readonly whole: string
  readonly letsOff: string
}

const head = /^(?:ただし|但し)、?/u

/** Whether a sentence begins as a proviso does. */
export function isHeadedAsProviso(sentence: string): boolean {
  return head.test(sentence)
}

/** A proviso without the word that it begins with. */
export function withoutHead(sentence: string): string {
  return sentence.replace(head, '')
}

/** Whether a text may have a proviso anywhere, also in the middle of a sentence. */
export function mayHaveProviso(text: string): boolean {
  return /ただし|この限りで/u.test(text) || sentencesIn(text).some(isExemption)
}

/** Whether a sentence without the words of a proviso lets something off in some case: …ときは、証明書を要しない. */
function isExemption(sentence: string): boolean {
  const deed = /(?:とき|場合|もの|者|間|限り)(?:に|について|に対して)?(?:は|、)(.*)/u.exec(
    sentence,
  )?.[1]
  return deed !== undefined && (notNeeded.test(deed) || leftOut.test(deed))
}

const notNeeded =
  /(?:要[しさ]ない|必要と[しさ]ない|必要[はが]ない|不要とする|適用しない|除外?する|除く)(?:ものとする)?$/u
const leftOut =
  /(?:省く|省略する|代える|行わない|しない)ことができる$|(?:を省く|を省略する|をもって(?:これに)?代える)(?:ものとする)?$/u

/** The provisos of a text, in its order. */
export function provisosOf(text: string): readonly Proviso[] {
  const sentences = sentencesIn(text)
  return sentences.flatMap((sentence, index) => {
    const main = sentences[index - 1]
    const isProviso = isHeadedAsProviso(sentence) || /この限りで(?:は)?ない/u.test(sentence)
    if (isProviso) return [{ whole: `${main ?? ''}。${sentence}`, letsOff: sentence }]
    if (/を除[きくい]|にかかわらず|に関わらず/u.test(sentence))
      return [{ whole: sentence, letsOff: sentence }]
    if (!isExemption(sentence)) return []
    return [{ whole: [main ?? [], sentence].flat().join('。'), letsOff: sentence }]
  })
}

/** Whether what is let off hangs on somebody's leave. */
export function hangsOnLeave(text: string): boolean {
  return /許可|承認|認め[たるらて]|同意|指定し|届け?出/u.test(text)
}

/** Whether what is let off has an end of its own that is no length of time from its beginning: until a decision, a year after it. */
export function saysItsEnd(text: string): boolean {
  return /(?:決定|裁決|判決|確定|終わ|終了|終結|完了|解決|解除|満了|更新|更改|入替|切替|移行|導入|撤去|廃止|経過?)[^、。]{0,20}(?:まで|間)/u.test(
    text,
  )
}

/** Whether what is let off may be how often something is done: all of it, its interval, or that it is done at all. */
export function concernsCycle(text: string): boolean {
  return /この限りで(?:は)?ない|適用しない|要しない|(?:行わ|し)ないことができる|省略|省く|必要と[しさ]ない|免除|間隔|頻度|回数|周期|時期を|延ば|延長|隔年|おき/u.test(
    text,
  )
}

/** Whether what is let off lasts for a length of time from its beginning: 30日を限り, 14日以内の間. */
export function saysItsTerm(text: string): boolean {
  return /\d+(?:日|週間?|か月|月|年)間?(?:を限|に限|以内|を超えない|を限度|まで)/u.test(text)
}
