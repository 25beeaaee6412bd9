import { sentencesIn } from '../japanese/sentence.ts'
import { normalise } from '../japanese/width.ts'
import type { WrittenPart } from '../model/part.ts'
import { isSaidIn } from '../model/word.ts'
import type { Missing } from './quoted-clause.ts'

/** The clauses of the requirement of a point and of others, and how much one has in common with the point. */
interface Among {
  readonly own: readonly WrittenPart[]
  readonly others: readonly WrittenPart[]
  readonly whole: (clause: WrittenPart) => number
}

/**
 * The clause that says what a text must lay down, where a point is missing from that text: one of the same
 * requirement, if the finding goes by a clause that speaks of the point only to let something off; else one of
 * another requirement that names the text. Undefined where there is none.
 */
export function layingDown(
  { point, holder }: Missing,
  ground: WrittenPart | undefined,
  { own, others, whole }: Among,
): WrittenPart | undefined {
  const lays = (clause: WrittenPart): boolean => whole(clause) > 0 && order.test(textOf(clause))
  if (ground) {
    const isMeant = !isSaidIn(point, textOf(ground)) || isSaidIn(point, askingIn(textOf(ground)))
    return isMeant ? undefined : only(own.filter((one) => one !== ground && lays(one)))
  }
  if (holder === undefined || own.length > 0) return undefined
  const name = normalise(holder)
  return only(others.filter((one) => lays(one) && normalise(textOf(one)).includes(name)))
}

const textOf = (clause: WrittenPart): string => clause.writtenText('text') ?? ''

/** 機器の返却の手順には、…を定める, 計画に…を記載する. */
const order =
  /(?:手順|要領|手引|マニュアル|計画|様式|要綱|規程)(?:書)?に(?:は|おいて)?[、]?[^。]*(?:定め|記載|掲げ|盛り込|入れ)/u

/** The sentences of a text that do not let something off. */
const askingIn = (text: string): string =>
  sentencesIn(text)
    .filter((sentence) => !/要しない|この限りで(?:は)?ない|足りる|妨げない|できる$/u.test(sentence))
    .join('。')

/** The only one of some clauses: of two, nobody knows which is meant. */
const only = (clauses: readonly WrittenPart[]): WrittenPart | undefined =>
  clauses.length === 1 ? clauses[0] : undefined
