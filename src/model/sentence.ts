import type { Period } from '../calendar/period.ts'
import { heldUpUntil } from '../japanese/telling.ts'
import { type Phrases, phrasesOf, type SaidText, saidText } from '../japanese/said.ts'
import { normalise } from '../japanese/width.ts'
import { ownText } from '../source/source.ts'
import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'
import type { Reading } from './reading.ts'
import { isDeleted, type Standard } from './standard.ts'

/*
 * What the sentence of a duty plainly says, by the words of the pack (`phrases`).
 */

/** How binding a text is, where all its sentences end the same way and none orders one thing and forbids another. */
export function saidForce(element: Part): string | undefined {
  const text = textOf(element)
  return text.isOrderAndBan ? undefined : text.force
}

/**
 * How often, where a text has one sentence and names one length of time. On each day of work is said of what is written
 * to be done every day: the days off are those of the text.
 */
export function saidEvery(element: Part): Period | undefined {
  const said = textOf(element).every
  const written = element.writtenPart('frequency')?.writtenPeriod('every')
  const isDaily = written?.months === 0 && written.days === 1
  return said?.officeDays === 1 && isDaily ? written : said
}

/** The plain word for how often (always, asNeeded, periodic), where a text names that and no length of time. */
export function saidFrequency(element: Part): string | undefined {
  return textOf(element).frequency
}

/** By when, where a text names one length of time 以内. */
export function saidDeadline(element: Part): Period | undefined {
  return textOf(element).deadline
}

/** Whether a text says in which part of the year something is done. */
export function saysWhen(element: Part): boolean {
  return textOf(element).saysWhen
}

/** The months in which something is done, where a text names them one by one. */
export function saidMonths(element: Part): readonly number[] {
  return textOf(element).monthsOfOneAct
}

/** The roles of the procedure to which a text says that something is reported. */
export function saidReportTo(element: Part, roles: readonly Part[]): readonly Part[] {
  return roles.filter((role) => textOf(element).isReportedTo(role.text('name') ?? ''))
}

/** The words by which a duty has something told only once its cause is found: in its occasion, else in its text. */
export function heldUpBy(duty: Part): string | undefined {
  const occasion = duty.writtenPart('frequency')?.writtenText('occasion') ?? ''
  return heldUpUntil(occasion) ?? heldUpUntil(duty.writtenText('text') ?? '')
}

/** Whether a text has something done at once. */
export function saysAtOnce(element: Part): boolean {
  return textOf(element).isAtOnce
}

/**
 * Whether a text limits what it forbids to some cases, says that it is an exception to another, or forbids what
 * nobody has permitted.
 */
export function saysLimit(element: Part, limits: 'ban' | 'others' | 'permit'): boolean {
  return textOf(element).limits(limits)
}

/** Whether a text limits what it forbids by anything but things that are named elsewhere. */
export function saysLimitBeside(element: Part, named: readonly string[]): boolean {
  const things = named.map(normalise)
  const rest = normalise(element.text('text') ?? '')
    .split(/(?<=[、。])/u)
    .filter((phrase) => !things.some((one) => phrase.includes(one)))
  return saidText(rest.join(''), phrasesFor(element)).limits('ban')
}

/** Whether a text asks for one thing alone: that something is told. */
export function saysOnlyReport(element: Part): boolean {
  return textOf(element).isReport
}

/** How long a text has something kept, where it names one length of time. */
export function saidKept(element: Part): Period | undefined {
  return textOf(element).kept
}

/** How many characters a text asks for at least, where it names one number. */
export function saidLength(element: Part): number | undefined {
  return textOf(element).length
}

/**
 * The fewest characters with which a proviso of the standard is content, for devices that do something else
 * against guessing; undefined where none has one.
 */
export function lengthOfProviso(password: Part): number | undefined {
  const { standard } = dossierOf(password)
  const ofPasswords: readonly unknown[] = standard.words('passwordRequirements')
  const numbers = standard.clauses
    .filter((clause) => ofPasswords.includes(clause.data['requirement']) && !isDeleted(clause))
    .map(
      (clause) =>
        saidText(clause.writtenText('text') ?? '', phrasesOfStandard(standard)).lengthOfProviso,
    )
    .filter((one) => one !== undefined)
  return numbers.sort((one, other) => one - other)[0]
}

/** The text of an element, read once. */
function textOf(element: Part): SaidText {
  return element.remember('~said', () =>
    saidText(ownText(element.text('text') ?? ''), phrasesFor(element)),
  ) as SaidText
}

/** The words of the standard that an element goes by. */
function phrasesFor(element: Part): Phrases {
  return phrasesOfStandard(dossierOf(element).standard)
}

/** The words by which a standard has sentences read, read once. */
export function phrasesOfStandard<R extends Reading>(standard: Standard<R>): Phrases {
  return standard.root.remember('~phrases', () => phrasesIn(standard)) as Phrases
}

/** The words by which a standard has sentences read. */
export function phrasesIn<R extends Reading>(standard: Standard<R>): Phrases {
  return phrasesOf(
    standard
      .list('phrases')
      .map((phrase) => ({ ...phrase.data, words: phrase.writtenTexts('words') })),
  )
}
