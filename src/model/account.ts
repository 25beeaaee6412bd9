import { compareDays } from '../calendar/day.ts'
import type { DayRange } from '../calendar/fiscal.ts'
import type { Period } from '../calendar/period.ts'
import { possibleDays } from '../calendar/rough-day.ts'
import { compareText } from '../finding/order.ts'
import { knownOf, type OpenList, Unknown } from '../finding/unknown.ts'
import { mayHaveProviso } from '../japanese/proviso.ts'
import { saidText } from '../japanese/said.ts'
import { plainText, sentencesIn } from '../japanese/sentence.ts'
import { normalise } from '../japanese/width.ts'
import { bindingClausesOn } from './clause.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import { within } from './organisation.ts'
import type { Part } from './part.ts'
import { dutiesInherited } from './procedure.ts'
import { grouped, ledgersOf, openEntries, writtenLedger } from './record.ts'
import { phrasesOfStandard } from './sentence.ts'

/** The organisation whose ledger an entry stands in. */
export function holderOrganisation(entry: Part): Part {
  const organisation = entry.parent?.part('organisation')
  if (!organisation) throw new Unknown([{ kind: 'records', path: `${entry.key}/organisation` }])
  return organisation
}

/** Whether an account can still be used on the day of judgement. */
export function isOpen(account: Part): boolean {
  return account.days('removedOn') === undefined && account.days('disabledOn') === undefined
}

/**
 * The first day on which an account is known to be there: that of its registration, else the first of those for
 * which its ledger lists all accounts.
 */
export function listedFrom(account: Part): string | Unknown {
  const known = account.written('registeredOn')
    ? account.tellingDay('registeredOn')
    : account.parent?.writtenPart('covers')?.writtenText('from')
  if (known === undefined) throw account.missing('registeredOn')
  return known
}

/** The day an account could no longer be used: when it was disabled or removed, whichever came first. */
export function closedOn(account: Part): string | Unknown | undefined {
  const names = ['disabledOn', 'removedOn'].filter((name) => account.days(name) !== undefined)
  const [first, second] = names
  if (first === undefined || second === undefined) return account.tellingDay(first ?? 'removedOn')
  const [one, other] = [account.days(first), account.days(second)]
  if (one && other && one.to <= other.from) return account.tellingDay(first)
  if (one && other && other.to <= one.from) return account.tellingDay(second)
  throw account.missing(second)
}

/**
 * The time that is left for removing the account of somebody who left: that of the duty to remove accounts, else of
 * the duty to manage them, else the one that the clauses name. Undefined where nothing sets one.
 */
export function removalWithin(account: Part): Period | undefined {
  const organisation = holderOrganisation(account)
  const procedures = attempt(() => dossierOf(account).procedures)
  if (procedures instanceof Unknown) return termOfClauses(dossierOf(account))
  const removing = dossierOf(account).standard.words('removalActivities')
  const terms = procedures
    .filter((one) => coversOrganisation(one, organisation))
    .map(termsOfRemoval)
  const [first] = removing.flatMap((_, index) => terms.flatMap((own) => own[index] ?? []))
  return (first?.field('within') as Period | undefined) ?? termOfClauses(dossierOf(account))
}

/** The time that the clauses name for closing the IDs of those who leave, where they name one and no proviso. */
function termOfClauses(dossier: Dossier): Period | undefined {
  return dossier.root.remember('~term of removal', () =>
    theTerm(dossier, (sentence) => !onApplying.test(sentence)),
  ) as Period | undefined
}

/** The time that the clauses name for applying for the removal: it is over when the term for removing may still run. */
export function removalAppliedWithin(account: Part): Period | undefined {
  const dossier = dossierOf(account)
  return dossier.root.remember('~term of applying for removal', () =>
    theTerm(dossier, (sentence) => onApplying.test(sentence)),
  ) as Period | undefined
}

/** The one term of the sentences of clauses on closing what those who leave could use; none where they differ. */
function theTerm(dossier: Dossier, isMeant: (sentence: string) => boolean): Period | undefined {
  const phrases = phrasesOfStandard(dossier.standard)
  const terms = bindingClausesOn(dossier, 'removalActivities')
    .map((clause) => clause.writtenText('text') ?? '')
    .filter((text) => !mayHaveProviso(plainText(text)))
    .flatMap(sentencesIn)
    .filter((sentence) => [onLeaving, onIds, onClosing].every((words) => words.test(sentence)))
    .filter(isMeant)
    .flatMap((sentence) => saidText(sentence, phrases).deadline ?? [])
  const [term] = terms
  return terms.every((one) => term && one.compareCertain(term) === 0) ? term : undefined
}

const onLeaving = /異動|退職|離職|離れ|転出|任期/u
const onIds = /ID|アカウント|利用者|識別符号|ユーザ|権限/u
const onClosing =
  /削除|抹消|停止|止め|外す|外し|失効|無効|消す|消し|廃止|返上|取り?消|取上げ|取り上げ|解除|解く/u
/** To ask that it be closed is not to have closed it: 権限を外す申請, 抹消を情報政策課に依頼する. */
const onApplying =
  /(?:削除|抹消|停止|外す|失効|無効化?|廃止|解除|取り?消し?|返上)(?:する|の|を|ための|こと|[^、。]{1,12}[にへ])*(?:申請|申し?出|届|依頼|要請|請求|連絡|求め)/u

/** By when accounts are removed under a procedure, and by when they are administered; every entry of a long ledger asks. */
function termsOfRemoval(procedure: Part): readonly (Part | undefined)[] {
  return procedure.remember('~terms of removal', () =>
    dossierOf(procedure)
      .standard.words('removalActivities')
      .map((activity) =>
        knownOf(dutiesInherited(procedure))
          .filter((duty) => duty.text('activity') === activity)
          .map((duty) => duty.part('frequency'))
          .find((frequency) => frequency?.written('on') && frequency.written('within')),
      ),
  ) as readonly (Part | undefined)[]
}

function coversOrganisation(procedure: Part, organisation: Part): boolean {
  return (
    !procedure.written('covers') ||
    procedure.parts('covers').some((one) => within(organisation, one))
  )
}

/**
 * The day since which an account lies unused, as far as its ledger tells: that of its last use, or that of
 * its registration where the ledger says up to which day it would know of any.
 */
export function unusedSince(account: Part): string | Unknown | undefined {
  const last = account.tellingDay('lastUsedOn')
  if (last !== undefined) return last
  return account.parent?.text('usageSeenOn') === undefined
    ? undefined
    : account.tellingDay('registeredOn')
}

/** The day up to which it is known whether an account was used; that of a use says nothing of what followed. */
export function usageKnownUntil(account: Part): string {
  const { parent } = account
  const seen = parent?.text('usageSeenOn')
  if (parent && seen === undefined) throw parent.missing('usageSeenOn')
  return seen ?? account.world.asOf
}

/**
 * Whether an account was used when its holder had left: from the day of a transfer on, and after the last day of who
 * retires. Undefined where nobody left, or nobody wrote down a use.
 */
export function usedAfterLeaving(account: Part): boolean | Unknown | undefined {
  const used = account.writtenDays('lastUsedOn')
  const left = holderLeftOn(account)
  if (left instanceof Unknown) throw left
  const last = movesOf(account, account.text('holder') ?? '').at(-1)
  if (!used || left === undefined || !last) return undefined
  const { days, change } = last
  const isLastDayOwn = change.text('kind') === 'retire'
  if (isLastDayOwn ? used.from > days.to : used.from >= days.to) return true
  if (isLastDayOwn ? used.to <= days.from : used.to < days.from) return false
  throw account.missing('lastUsedOn')
}

/** The day the last of those left who may know what is shared in the organisation of an account, or of a credential. */
export function lastDepartureOn(shared: Part): string | Unknown | undefined {
  const own = shared.type === 'Credential' ? shared.part('organisation') : undefined
  const organisation = own ?? holderOrganisation(shared)
  return ledgersOf(dossierOf(shared), 'rosterChanges', organisation)
    .flatMap((series) => series.parts('entries'))
    .filter((change) => departures.has(change.text('kind') ?? ''))
    .sort((a, b) => compareText(a.days('on')?.to ?? '', b.days('on')?.to ?? ''))
    .at(-1)
    ?.tellingDay('on')
}

/** The changes of the roster by which somebody goes. */
export const departures: ReadonlySet<string> = new Set(['transfer', 'retire', 'secondment'])

/** The day the holder of what a ledger has left its organisation, as far as the roster tells; undefined where nobody left. */
export function holderLeftOn(entry: Part): string | Unknown | undefined {
  return personLeftOn(entry, entry.text('holder') ?? '')
}

/** The same of a person that a row of a ledger names. */
export function personLeftOn(entry: Part, person: string): string | Unknown | undefined {
  const moves = movesOf(entry, person)
  const [last, before] = [moves.at(-1), moves.at(-2)]
  if (!last || last.arrives) return undefined
  if (before && last.days.from < before.days.to) throw last.change.missing('on')
  // Somebody got this after the day they left: they may be back, and nobody wrote it down.
  const given = possibleDays(entry.writtenText(entry.shape.dated ?? '') ?? '')
  if (last.days.from < given.to) throw returnOf(entry, person)
  return last.change.tellingDay('on')
}

/** The day the holder of a thing left for good. */
export function holderGoneOn(entry: Part): string | Unknown | undefined {
  return personGoneOn(entry, entry.text('holder') ?? '')
}

/** The day a person left for good: who is on leave comes back, and may keep what was given to them. */
export function personGoneOn(entry: Part, person: string): string | Unknown | undefined {
  const last = movesOf(entry, person).at(-1)
  return last?.change.text('kind') === 'leave' ? undefined : personLeftOn(entry, person)
}

/** A person comes to the organisation of a ledger or goes from it. */
interface Move {
  readonly change: Part
  readonly days: DayRange
  readonly arrives: boolean
}

/** The moves of a person into the organisation of a ledger and out of it, by their days; who goes and comes on one day stays. */
function movesOf(entry: Part, person: string): readonly Move[] {
  const dossier = dossierOf(entry)
  const organisation = holderOrganisation(entry)
  const own = new Set(ledgersOf(dossier, 'rosterChanges', organisation))
  return dossier.withOrganisation
    .flatMap((one) => changesByPerson(one).get(person) ?? [])
    .flatMap((change): readonly Move[] => {
      const isOwn = change.parent !== undefined && own.has(change.parent)
      const arrives = arrivesAt(change, organisation, isOwn)
      const days = change.days('on')
      return days && (isOwn || arrives) ? [{ change, days, arrives }] : []
    })
    .sort((a, b) => compareDays(a.days.to, b.days.to) || Number(a.arrives) - Number(b.arrives))
}

/** Whether a change brings somebody to an organisation, whose own roster it may stand in. */
function arrivesAt(change: Part, organisation: Part, isOwn: boolean): boolean {
  const to = change.writtenPart('to')
  if (to) return within(to, organisation)
  return isOwn && arrivals.has(change.text('kind') ?? '')
}

const arrivals: ReadonlySet<string> = new Set(['join', 'return'])

/** All changes of the rosters by the person they tell of. */
export function changesByPerson(dossier: Dossier): ReadonlyMap<string, readonly Part[]> {
  return dossier.root.remember('~roster changes', () =>
    grouped(
      writtenLedger(dossier, 'rosterChanges').flatMap((series) => series.parts('entries')),
      (change) => change.text('person'),
    ),
  ) as ReadonlyMap<string, readonly Part[]>
}

function returnOf(entry: Part, person: string): Unknown {
  const organisation = holderOrganisation(entry).key
  const path = `rosterChanges/organisation:${organisation}/person:${person}`
  return new Unknown([{ kind: 'records', path }])
}

/**
 * Accounts of the same holder (or label), organisation and rights that were there before and are still
 * open. Unknown where there is only one of which nobody wrote down whether it is in the same place.
 */
export function earlierTwins(account: Part): OpenList<Part> {
  const key = twinKeyOf(account)
  const { byKey, lost } = openTwins(dossierOf(account))
  const alike = key === undefined ? [] : (byKey.get(key) ?? [])
  const earlier = alike.slice(0, Math.max(alike.indexOf(account), 0))
  const places = earlier.map((other) => isSamePlace(other, account))
  const twins = earlier.filter((_, index) => places[index] === true)
  const unplaced = places.find((place) => place instanceof Unknown)
  if (twins.length === 0 && unplaced) throw unplaced
  return [...twins, ...lost]
}

/** The open accounts of a system under what makes them twins, and what stands for those that could not be read. */
interface Twins {
  readonly byKey: ReadonlyMap<string, readonly Part[]>
  readonly lost: readonly Unknown[]
}

function openTwins(dossier: Dossier): Twins {
  return dossier.root.remember('~open twins', () => {
    const entries = openEntries(dossier, 'accounts')
    const open = knownOf(entries).filter(isOpen)
    const lost = entries.filter((one) => one instanceof Unknown)
    const unsorted = open.filter((one) => !one.written('kind'))
    return {
      byKey: grouped(open, (one) =>
        one.written('kind') && one.parent?.part('organisation') ? twinKeyOf(one) : undefined,
      ),
      lost: [...lost, ...unsorted.map((one) => one.missing('kind'))].slice(0, 1),
    }
  }) as Twins
}

/** What twins have in common; undefined where nobody can be named. */
function twinKeyOf(account: Part): string | undefined {
  const organisation = holderOrganisation(account).key
  const name = nameOf(account)
  if (name === undefined) return undefined
  return JSON.stringify([organisation, account.text('kind'), account.data['rights'], name])
}

/** The kinds of accounts that every machine has of its own. */
const ofMachines: ReadonlySet<string> = new Set([
  'privileged',
  'service',
  'test',
  'setup',
  'maintenance',
])

/** Whether two accounts are registered in the same place; those of people are in the system where nothing is written. */
function isSamePlace(other: Part, account: Part): boolean | Unknown {
  const [there, here] = [other.text('registeredIn'), account.text('registeredIn')]
  if (there !== undefined && here !== undefined) return normalise(there) === normalise(here)
  if (there === here && !ofMachines.has(account.text('kind') ?? '')) return true
  return (here === undefined ? account : other).missing('registeredIn')
}

/** The holder where there is one, else the label. */
function nameOf(account: Part): string | undefined {
  const holder = account.data['holder']
  if (typeof holder === 'string') return `holder:${holder}`
  const label = account.data['label']
  return typeof label === 'string' ? `label:${normalise(label)}` : undefined
}
