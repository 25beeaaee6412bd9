import { isDeepStrictEqual } from 'node:util'
import type { Frequency, Mark, MarkedDocument, Timing } from './marks.ts'

/** A draft of a procedure as the format writes it, as far as the marks speak of it. */
export interface Draft {
  readonly roles: readonly { readonly id: string; readonly name: string }[]
  readonly duties?: readonly DraftDuty[]
  readonly provisions?: readonly { readonly text: string }[]
}

interface DraftDuty {
  readonly text?: string
  readonly activity: string
  readonly requirement?: string
  readonly performers?: readonly string[]
  readonly modality?: string
  readonly frequency?: Frequency
  readonly timing?: Timing
  readonly record?: string
  readonly reportTo?: readonly { readonly role: string }[]
}

/** What of a sentence is measured. */
export const fields = [
  'roles',
  'modality',
  'interval',
  'event',
  'deadline',
  'timing',
  'activity',
  'requirement',
  'record',
  'reportTo',
] as const

export type Field = (typeof fields)[number]

/** Right among all. */
export interface Share {
  readonly right: number
  readonly all: number
}

/** How a draft stands against the marks of its document. */
export interface Measured {
  /** Of the marked duties, those that the draft has as such. */
  readonly found: Share
  /** Of the duties of the draft, those that are marked so. */
  readonly meant: Share
  /** Of the duties found, those whose field is read as the text has it. */
  readonly of: Readonly<Record<Field, Share>>
  /** Of all marked duties, those that are found and right in every field. */
  readonly whole: Share
  /** What differs, a line each, to be read by whoever mends the reader. */
  readonly wrong: readonly string[]
}

const none: Share = { right: 0, all: 0 }
const plus = (a: Share, b: Share): Share => ({ right: a.right + b.right, all: a.all + b.all })
const one = (isRight: boolean): Share => ({ right: isRight ? 1 : 0, all: 1 })

/** The sum of some measurements. */
export function total(all: readonly Measured[]): Measured {
  const sum = (of: (measured: Measured) => Share): Share => all.map(of).reduce(plus, none)
  return {
    found: sum(({ found }) => found),
    meant: sum(({ meant }) => meant),
    of: Object.fromEntries(
      fields.map((field) => [field, sum(({ of }) => of[field])]),
    ) as Measured['of'],
    whole: sum(({ whole }) => whole),
    wrong: all.flatMap(({ wrong }) => wrong),
  }
}

/** Holds a draft against the marks of its document. */
export function measure(document: MarkedDocument, draft: Draft): Measured {
  const { duties = [], provisions = [] } = draft
  const naming = namesOf(document, draft)
  const marked = document.sentences.filter(({ kind }) => kind.includes('duty'))
  const wrong: string[] = []
  const say = (mark: Mark, what: string): void => {
    wrong.push(`${document.file} ${mark.at} ${what}: ${mark.text}`)
  }
  const wanted = marked.filter(({ kind }) => kind.length === 1)
  let found = none
  let whole = none
  const of = Object.fromEntries(fields.map((field) => [field, none])) as Record<Field, Share>
  for (const mark of wanted) {
    const likely = duties.filter(({ text }) => says(text, mark))
    // The format has a place of its own for what is forbidden or allowed and nobody's task.
    const isRuling = ['mustNot', 'may'].includes(mark.modality[0] ?? '')
    const isRuled = isRuling && provisions.some(({ text }) => says(text, mark))
    found = plus(found, one(likely.length > 0 || isRuled))
    if (likely.length === 0) {
      if (!isRuled) say(mark, 'not found')
      whole = plus(whole, one(isRuled))
      continue
    }
    const read = likely.map((duty) => fieldsRight(mark, duty, naming))
    const best = read.reduce((a, b) => (count(b) > count(a) ? b : a))
    for (const field of fields) {
      const isRight = best[field]
      if (isRight === undefined) continue
      of[field] = plus(of[field], one(isRight))
      if (!isRight) say(mark, `${field} ${JSON.stringify(likely[0])}`)
    }
    whole = plus(whole, one(fields.every((field) => best[field] !== false)))
  }
  const meant = duties.filter(({ text }) => marked.some((mark) => says(text, mark)))
  for (const { text } of duties) {
    if (!marked.some((mark) => says(text, mark)))
      wrong.push(`${document.file} no duty: ${text ?? ''}`)
  }
  return { found, meant: { right: meant.length, all: duties.length }, of, whole, wrong }
}

type Right = Readonly<Record<Field, boolean | undefined>>

function count(right: Right): number {
  return fields.filter((field) => right[field] !== false).length
}

/** Which fields are as marked; undefined where the sentence says nothing of the kind and neither does the draft. */
function fieldsRight(mark: Mark, duty: DraftDuty, naming: Naming): Right {
  const { frequency = 'unstated', timing, record, reportTo = [] } = duty
  const times = mark.frequency
  const named = (roles: readonly string[]): readonly string[] => roles.map(naming.ofId)
  const isAmong = (names: readonly string[], all: readonly (readonly string[])[]): boolean =>
    all.some((some) => isSame(some.map(naming.ofName), names))
  return {
    roles: isAmong(named(duty.performers ?? []), mark.by),
    modality: mark.modality.includes(duty.modality ?? 'must'),
    interval: speaks(times, frequency, (one) => typeof one === 'string' || 'every' in one)
      ? times.some((one) => isSameInterval(one, frequency))
      : undefined,
    event: speaks(times, frequency, isOccasion)
      ? times.some((one) => isSameEvent(one, frequency))
      : undefined,
    deadline: speaks(times, frequency, (one) => deadlineOf(one) !== undefined)
      ? times.some((one) => isDeepStrictEqual(deadlineOf(one), deadlineOf(frequency)))
      : undefined,
    timing: isUnsaid(mark.timing, timing)
      ? undefined
      : mark.timing.some((one) => isDeepStrictEqual(one, timing ?? 'none')),
    activity: mark.activity.includes(duty.activity),
    // Where no word of the vocabulary says what is done; one that was left open was not read.
    requirement:
      duty.activity === 'other' && mark.activity.includes('other')
        ? mark.requirement.includes(duty.requirement ?? '')
        : undefined,
    record: isUnsaid(mark.record, record) ? undefined : mark.record.includes(record ?? 'none'),
    reportTo: isUnsaid(
      mark.reportTo.map(({ length }) => (length === 0 ? 'none' : 'some')),
      reportTo[0],
    )
      ? undefined
      : isAmong(named(reportTo.map(({ role }) => role)), mark.reportTo),
  }
}

/** Whether a mark and the draft say that there is nothing of the kind. */
function isUnsaid(marked: readonly unknown[], read: unknown): boolean {
  return marked.length === 1 && marked[0] === 'none' && read === undefined
}

function speaks(
  marked: readonly Frequency[],
  read: Frequency,
  of: (frequency: Frequency) => boolean,
): boolean {
  const [meant] = marked
  return (meant !== undefined && of(meant)) || of(read)
}

function isOccasion(frequency: Frequency): boolean {
  return typeof frequency === 'object' && ('on' in frequency || 'occasion' in frequency)
}

/** An occasion is no interval: whether it is the right one, the event says. */
function isSameInterval(marked: Frequency, read: Frequency): boolean {
  if (isOccasion(marked) || isOccasion(read)) return isOccasion(marked) && isOccasion(read)
  return isDeepStrictEqual(marked, read)
}

function isSameEvent(marked: Frequency, read: Frequency): boolean {
  if (typeof marked === 'string' || typeof read === 'string') return marked === read
  if ('every' in marked || 'every' in read) return isDeepStrictEqual(marked, read)
  if ('on' in marked) return 'on' in read && marked.on === read.on
  return 'occasion' in read && plain(read.occasion).includes(plain(marked.occasion))
}

function deadlineOf(frequency: Frequency): Readonly<Record<string, string>> | undefined {
  if (typeof frequency === 'string' || 'every' in frequency) return undefined
  const { within, before } = frequency
  if (within !== undefined) return { within }
  return before === undefined ? undefined : { before }
}

/** Whether an element is of a sentence: it holds it, or most of it. */
function says(text: string | undefined, mark: Mark): boolean {
  const [read, sentence] = [plain(text ?? ''), plain(mark.text)]
  return read.includes(sentence) || (sentence.includes(read) && 2 * read.length > sentence.length)
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s。]/gu, '')
}

/** The names of roles: of those of the draft by their IDs, and one for all names that a document gives a role. */
interface Naming {
  readonly ofId: (id: string) => string
  readonly ofName: (name: string) => string
}

function namesOf({ alsoCalled = [] }: MarkedDocument, { roles }: Draft): Naming {
  const ofName = (name: string): string => alsoCalled.find((all) => all.includes(name))?.[0] ?? name
  return { ofName, ofId: (id) => ofName(roles.find((role) => role.id === id)?.name ?? id) }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return isDeepStrictEqual([...some].sort(), [...others].sort())
}
