import { compareDays, type Day } from '../calendar/day.ts'
import { dossierOf } from './dossier.ts'
import { within } from './organisation.ts'
import type { Part } from './part.ts'
import { currentEntries } from './recent.ts'
import type { Word } from './pack.ts'
import { grouped } from './record.ts'
import { coversWord } from './word.ts'

/** The share of those invited who came, 0 to 1: as stated, else reckoned; unknown where neither can be. */
export function coverageOf(training: Part): number {
  const stated = training.data['coverage']
  if (typeof stated === 'number') return stated
  const counted = countOf(training)
  if (!counted || counted.invited === 0) throw training.missing('coverage')
  return Math.min(1, counted.came / counted.invited)
}

/** The joinings that a ledger has on one day, this one among them. */
export function joinedTogether(change: Part): readonly Part[] {
  const ledger = change.parent
  const days = ledger?.remember('~changes of one day', () =>
    grouped(ledger.writtenParts('entries'), dayAndKind),
  ) as ReadonlyMap<string, readonly Part[]> | undefined
  return days?.get(dayAndKind(change)) ?? []
}

const dayAndKind = ({ data }: Part): string => JSON.stringify([data['kind'], data['on']])

/** Those who joined on one day, in words: staff-a, or the first of many and how many more. */
export function newcomersTogether(change: Part): string {
  const persons = joinedTogether(change).map((one) => one.text('person') ?? '')
  if (persons.length <= fewPersons) return persons.join('、')
  return `${persons[0]}ほか${persons.length - 1}人`
}

/** More are counted, not named. */
const fewPersons = 3

/** How many of those invited came, in words: 30人のうち20人, or the share where nobody counted. */
export function attendanceOf(training: Part): string {
  const counted = countOf(training)
  if (counted) return `${counted.invited}人のうち${counted.came}人`
  return `${Math.round(coverageOf(training) * 100)}%`
}

/** Those invited, and those who came then or to a later session for those who had not. */
function countOf(training: Part): { invited: number; came: number } | undefined {
  const [invited, attended] = [training.data['invited'], training.data['attended']]
  if (typeof invited !== 'number' || typeof attended !== 'number') return undefined
  const later = training.shape.fields['followUp'] ? training.writtenParts('followUp') : []
  const came = later.reduce((sum, one) => sum + (one.number('attended') ?? 0), attended)
  return { invited, came: Math.min(invited, came) }
}

/**
 * The checks of understanding that still hold: of each topic the newest, and older ones of people whom
 * no later check on the topic reached.
 */
export function latestComprehension(root: Part): readonly Part[] {
  const checks = currentEntries(dossierOf(root), 'trainings')
    .flatMap((training) => training.parts('comprehension'))
    .sort((a, b) => compareDays(dayOfCheck(a), dayOfCheck(b)))
  const standing = checks.filter(
    (check, index) => !checks.slice(index + 1).some((later) => supersedes(later, check)),
  )
  const newest = new Map(standing.map((check) => [topicOf(check), check]))
  return standing.map((check) => {
    const topic = topicOf(check)
    const key = newest.get(topic) === check ? topic : `${topic}+${peopleOf(check)}`
    return check.with({ key })
  })
}

/** Whether a later check on the same topic reached all the people of an earlier one. */
function supersedes(later: Part, earlier: Part): boolean {
  if (topicOf(later) !== topicOf(earlier)) return false
  const [reached, wanted] = [later.parent, earlier.parent]
  if (!reached || !wanted) return true
  const audience = reached.texts('audience')
  const words = dossierOf(later).standard.vocabularies.get('audiences') ?? new Map<string, Word>()
  return (
    isOfOffice(reached, wanted) &&
    wanted.texts('audience').every((one) => coversWord(audience, one, words)) &&
    narrowings.every((name) => {
      const [keys, others] = [keysOf(reached, name), keysOf(wanted, name)]
      return keys.length === 0 || (others.length > 0 && others.every((one) => keys.includes(one)))
    })
  )
}

/** What narrows an audience down to some of it. */
const narrowings = ['roles', 'bodies'] as const

/** Whether a training was held by the office of another, one above it, or for all staff of the whole organisation. */
function isOfOffice(training: Part, other: Part): boolean {
  const [own, theirs] = [officeOf(training), officeOf(other)]
  if (!own || !theirs || within(theirs, own)) return true
  return (
    dossierOf(training).level === 'organisation' && training.texts('audience').includes('allStaff')
  )
}

function officeOf(training: Part): Part | undefined {
  return training.parent?.part('organisation')
}

function keysOf(training: Part, name: 'roles' | 'bodies'): readonly string[] {
  const written = training.data[name]
  return Array.isArray(written) ? written.map(String) : []
}

function topicOf(check: Part): string {
  return check.text('topic') ?? ''
}

/** Names the people a check was for: the topic alone is the key of the newest check. */
function peopleOf(check: Part): string {
  const training = check.parent
  if (!training) return ''
  const narrowed = narrowings.flatMap((name) => keysOf(training, name))
  return [officeOf(training)?.key ?? '', ...training.texts('audience'), ...narrowed].join('+')
}

function dayOfCheck(check: Part): Day {
  return (check.parent?.text('on') ?? '') as Day
}
