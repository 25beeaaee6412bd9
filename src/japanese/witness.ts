import { readKanjiNumber } from './numbering.ts'
import { plainText, sentencesIn } from './sentence.ts'

/** How something was erased, and who stood by: text, `none` where it is known that nobody did, or not written. */
interface Erased {
  readonly how: unknown
  readonly witness: unknown
}

/**
 * Whether an erasure is one that a proviso speaks of, which lets a document be left out where staff stand by:
 * 「職員が立ち会って物理的に壊したときは、この限りでない」. Undefined where that cannot be told.
 */
export function isErasedBeforeWitnesses(
  proviso: string,
  { how, witness }: Erased,
): boolean | undefined {
  const asked = plainText(proviso)
  if (!standing.test(asked)) return undefined
  if (witness === 'none' || how === 'none') return false
  if (typeof witness !== 'string' || !hasMeans(asked, how)) return undefined
  return areEnough(plainText(witness), asked)
}

const standing = /立ち?会/u
const destroyed = /壊|砕|裁断|溶解|溶融|焼却|穿孔|穴/u

/** Whether it was done by the means that a proviso asks for; where it names none, by any. */
function hasMeans(asked: string, how: unknown): boolean {
  if (!destroyed.test(asked)) return true
  return typeof how === 'string' && destroyed.test(plainText(how))
}

/** Whether as many stood by as a proviso asks for; undefined where nobody says how many. */
function areEnough(witness: string, asked: string): boolean | undefined {
  const least = personsIn(asked) ?? 1
  if (least === 1) return true
  const persons = personsIn(witness)
  return persons === undefined ? undefined : persons >= least
}

function personsIn(text: string): number | undefined {
  const written = /(\d+|[一二三四五六七八九])[人名]/u.exec(text)?.[1]
  return written === undefined ? undefined : (readKanjiNumber(written) ?? Number(written))
}

/**
 * Whether a sentence of a text asks for one of some documents: not where it only says how long they are kept, or that
 * none is needed.
 */
export function asksForDocument(text: string, documents: readonly string[]): boolean {
  return sentencesIn(text).some((sentence) =>
    documents.some((document) => {
      const after = sentence.split(plainText(document)).slice(1)
      return after.some((rest) => !notNeeded.test(rest) && (!kept.test(rest) || got.test(sentence)))
    }),
  )
}

const notNeeded = /^[^、。]{0,8}(?:要[しさ]ない|必要と[しさ]ない|必要[はが]ない|省[くい略])/u
const kept = /^[^、。]{0,4}(?:の|を|は、?)[^、。]{0,12}(?:保[管存有]|綴)/u
const got = /受け?取|受け|受領|取[りるっ]|取得|求め|提出|交付|徴|徴収|添付|得[るて]/u
