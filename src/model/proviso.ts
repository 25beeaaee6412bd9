import { knownOf } from '../finding/unknown.ts'
import { textLikeness } from '../japanese/likeness.ts'
import { provisosOf } from '../japanese/proviso.ts'
import { sentencesIn } from '../japanese/sentence.ts'
import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'

/**
 * Whether a duty is what a proviso of its clause lets off from, and not what the clause asks for: it says that it is
 * an exception to another, or its text is more like a proviso than like any other sentence of its clauses.
 */
export function isProviso(duty: Part): boolean {
  if (duty.writtenTexts('exceptionTo').length > 0) return true
  const text = duty.writtenText('text') ?? ''
  if (text === '') return false
  const { standard } = dossierOf(duty)
  const clauses = knownOf(standard.clausesFor(duty.text('requirement') ?? '', dossierOf(duty)))
  const texts = clauses.map((clause) => clause.writtenText('text') ?? '')
  const provisos = texts.flatMap((one) => provisosOf(one).map(({ letsOff }) => letsOff))
  const others = texts.flatMap(sentencesIn).filter((sentence) => !provisos.includes(sentence))
  const likest = (sentences: readonly string[]): number =>
    sentences
      .map((sentence) => textLikeness(withoutHead(sentence), text))
      .reduce((most, one) => (one > most ? one : most), 0)
  const proviso = likest(provisos)
  return proviso >= like && proviso > likest(others)
}

/** Two texts that share so many of their pairs of characters say the same. */
const like = 0.5

const withoutHead = (sentence: string): string => sentence.replace(/^(?:ただし|但し)、?/u, '')
