import type { Period } from '../calendar/period.ts'
import { groupBy } from '../finding/order.ts'
import { knownOf } from '../finding/unknown.ts'
import { deciderIn, holderIn } from '../japanese/decider.ts'
import { deedOf, gistOf } from '../japanese/gist.ts'
import { isHeadedAsProviso } from '../japanese/proviso.ts'
import { differ, excludeOneAnother, type Retention, retentionsIn } from '../japanese/term.ts'
import { type Phrases, type SaidText, saidText } from '../japanese/said.ts'
import { plainText } from '../japanese/sentence.ts'
import { normalise } from '../japanese/width.ts'
import { ownText } from '../source/source.ts'
import { allowedBy, bansOn, rulingsOfTexts } from './ruling.ts'
import { siblingsOf } from './citation.ts'
import { dossierOf } from './dossier.ts'
import { procedureOf } from './duty.ts'
import type { Part } from './part.ts'
import { phrasesOfStandard } from './sentence.ts'
import { Standard } from './standard.ts'

/*
 * Two clauses of one standard, or two rulings of one text, that cannot both be kept. Of the two the later one is told.
 */

/** The earlier ones that keep what this one erases, or the other way round, so that nobody can obey both. */
export function erasedBeside(ruling: Part): readonly Part[] {
  return otherTerms(ruling, excludeOneAnother)
}

/** The earlier ones that have the very same kept for another time. */
export function keptOtherwise(ruling: Part): readonly Part[] {
  return otherTerms(ruling, differ)
}

function otherTerms(
  ruling: Part,
  clash: (one: Retention, other: Retention) => boolean,
): readonly Part[] {
  const own = saidBy(ruling).retentions
  return earlier(ruling, own, (other) =>
    saidBy(other).retentions.some((one) => own.some((mine) => clash(one, mine))),
  )
}

/** The earlier ones that ask for the very same at another interval, or by another time. */
export function timedOtherwise(ruling: Part): readonly Part[] {
  const own = saidBy(ruling).demands
  return earlier(ruling, own, (other) =>
    saidBy(other).demands.some((one) =>
      own.some(
        (mine) =>
          one.gist === mine.gist &&
          (isOther(one.every, mine.every) || isOther(one.deadline, mine.deadline)),
      ),
    ),
  )
}

/** The earlier ones that have the very same decided, or the same role held, by another post. */
export function decidedOtherwise(ruling: Part): readonly Part[] {
  const own = saidBy(ruling).decisions
  return earlier(ruling, own, (other) =>
    saidBy(other).decisions.some((one) =>
      own.some((mine) => one.what === mine.what && one.post !== mine.post),
    ),
  )
}

/** The bans of the same text on what a ruling allows. */
export function bansBeside(ruling: Part): readonly Part[] {
  if (allowedBy(ruling).length === 0) return []
  return knownOf(bansOn(ruling)).filter((ban) => ban.parent === ruling.parent)
}

function isOther(one: Period | undefined, other: Period | undefined): boolean {
  return one !== undefined && other !== undefined && Math.abs(one.compareCertain(other) ?? 0) === 1
}

/** Those before one in the same text of which something holds, but for exceptions: none where it says nothing itself. */
function earlier(
  ruling: Part,
  said: readonly unknown[],
  holds: (other: Part) => boolean,
): readonly Part[] {
  const before = ruling.remember('~earlier', () => {
    const all = besides(ruling)
    const place = all.findIndex(({ key, parent }) => key === ruling.key && parent === ruling.parent)
    const reach = reachOf(ruling)
    if (place < 1 || isException(ruling)) return []
    return all.slice(0, place).filter((other) => reachOf(other) === reach && !isException(other))
  }) as readonly Part[]
  return said.length === 0 ? [] : before.filter(holds)
}

/** All that stands in the same text: the rulings of a document, or the clauses of a pack. */
function besides(ruling: Part): readonly Part[] {
  if (ruling.type === 'Clause') return siblingsOf(ruling)
  const procedure = procedureOf(ruling)
  const all = procedure.remember('~rulings by text', () =>
    groupBy(knownOf(rulingsOfTexts(procedure)), ({ parent }) => parent),
  ) as ReadonlyMap<Part | undefined, readonly Part[]>
  return all.get(ruling.parent) ?? []
}

/** What something is laid down for. Clauses for other systems are no rules for the same. */
function reachOf(ruling: Part): string {
  return ruling.remember('~reach', () =>
    ruling.type === 'Clause'
      ? JSON.stringify(ruling.data['when'] ?? null)
      : ruling.writtenTexts('targets').map(normalise).sort().join(),
  ) as string
}

/** Whether a key or the text says that it is an exception to others. */
function isException(ruling: Part): boolean {
  return ruling.remember(
    '~exception',
    () =>
      (ruling.type !== 'Clause' && ruling.written('exceptionTo')) ||
      saidBy(ruling).text.limits('others'),
  ) as boolean
}

export interface Demand {
  readonly gist: string
  /** The word of what is done: the last. */
  readonly deed: string | undefined
  readonly every: Period | undefined
  readonly deadline: Period | undefined
  /** Asked of some cases only, which the sentence before leaves to it. */
  readonly isProviso: boolean
}

interface Decision {
  readonly what: string
  readonly post: string
}

interface Reading extends Told {
  readonly text: SaidText
}

/** What a text tells, whatever stands beside it. */
interface Told {
  readonly retentions: readonly Retention[]
  readonly demands: readonly Demand[]
  readonly decisions: readonly Decision[]
}

/** What the text of a clause or a ruling plainly says, and its keys of what is kept; read once. */
export function saidBy(ruling: Part): Reading {
  return ruling.remember('~reading', () => read(ruling)) as Reading
}

function read(ruling: Part): Reading {
  const written = ownText(ruling.writtenText('text') ?? '')
  const standard = ruling.type === 'Clause' ? Standard.of(ruling) : dossierOf(ruling).standard
  const phrases = phrasesOfStandard(standard)
  const text = saidText(written, phrases)
  const all = told.get(text) ?? tellingOf(written, text, phrases)
  told.set(text, all)
  return { ...all, text, retentions: [...all.retentions, ...retentionInKeys(ruling, all)] }
}

/** The same text stands in many systems. */
const told = new WeakMap<SaidText, Told>()

function tellingOf(written: string, { sentences }: SaidText, phrases: Phrases): Told {
  return {
    retentions: retentionsIn(written),
    demands: sentences.map((sentence) => {
      const { every, deadline } = saidText(sentence, phrases)
      const isProviso = isHeadedAsProviso(sentence)
      return { gist: gistOf(sentence), deed: deedOf(sentence), every, deadline, isProviso }
    }),
    decisions: sentences.flatMap(decisionsIn),
  }
}

/** The term of a record that a ruling gives in its keys; a text that has it erased says that itself. */
function retentionInKeys(ruling: Part, { retentions }: Told): readonly Retention[] {
  if (ruling.type === 'Clause') return []
  const [record, period] = [ruling.writtenText('record'), ruling.writtenPeriod('keepFor')]
  const isErasing = retentions.some(({ way }) => way === 'erase')
  return record === undefined || !period || isErasing
    ? []
    : [{ what: plainText(record), period, way: 'keep' }]
}

function decisionsIn(sentence: string): readonly Decision[] {
  const [decider, holder] = [deciderIn(sentence), holderIn(sentence)]
  return [
    ...(decider
      ? [{ what: `${gistOf(sentence, decider.post)} ${decider.deed}`, post: decider.post }]
      : []),
    ...(holder ? [{ what: `post of ${holder.role}`, post: holder.post }] : []),
  ]
}
