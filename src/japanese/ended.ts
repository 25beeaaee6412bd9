import { asPattern } from './sentence.ts'
import { normalise } from './width.ts'

/*
 * Whether a sentence gives something to do to a body, or only tells that the body came to its end or what was before.
 */

/** The sentences of a text by which something that it names still has its part: not those that tell of its end or of the past. */
export function sentencesAtWork(text: string, name: string): readonly string[] {
  const own = normalise(name)
  return normalise(text)
    .split(/(?<=。)/u)
    .filter((sentence) => !(sentence.includes(own) && (isPast(sentence) || isEnd(sentence, own))))
}

/** Whether some texts have a name read as another: この基準中「電算課」とあるのは、「総務課」と読み替える. */
export function isReadAsAnother(name: string, texts: readonly string[]): boolean {
  const told = new RegExp(`「${asPattern(normalise(name))}[^」]{0,6}」とある(?:の|もの)は`, 'u')
  return texts.some((text) => told.test(normalise(text)))
}

/** A norm does not end in the past tense; what was before it is named as such. */
function isPast(sentence: string): boolean {
  return (
    /(?:ていた|であった|された|がした|を行った|を担った|置いた|定めた)。?$/u.test(sentence) ||
    /従前の例|従前の(?:規定|規程|基準|組織)|施行の(?:日の前|際)|施行前に|(?:廃止|改正|統合|再編)前の|なお(?:その)?効力/u.test(
      sentence,
    )
  )
}

/** Whether a sentence ends a body of a name, and not something that the body deals with (情報課はシステムを廃止する). */
function isEnd(sentence: string, name: string): boolean {
  const it = asPattern(name)
  const ending = '(?:廃止|解散|統合|改組|再編|合併|閉鎖|閉所|廃(?=[さしすせ]))'
  // The ending itself is no object that the body permits or reports (情報課は廃止を承認する).
  const done = `${ending}(?![をにのがは時後等]|前)`
  return [
    new RegExp(`${it}(?:[、及び並と・][^。をはが]{0,30})?(?:は|が|も|を)[^。を]{0,30}${done}`, 'u'),
    new RegExp(`${it}の${ending}`, 'u'),
    new RegExp(`${it}[(（][^)）]{0,30}(?:${ending}|限り|まで)[^)）]{0,10}[)）]`, 'u'),
    new RegExp(`${it}の(?:事務|所掌|業務|権限|職務|庶務)[^。]{0,20}(?:引き継|承継|移管)`, 'u'),
  ].some((way) => way.test(sentence))
}
