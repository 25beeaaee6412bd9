import { roughDays } from '../calendar/rough-day.ts'
import { knownOf, Unknown } from '../finding/unknown.ts'
import type { Period } from '../calendar/period.ts'
import { mayHaveProviso } from '../japanese/proviso.ts'
import { plainText } from '../japanese/sentence.ts'
import { normalise } from '../japanese/width.ts'
import { departures, isOpen, lastDepartureOn } from './account.ts'
import { goesBy } from './count.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import { overlaps } from './organisation.ts'
import type { Part } from './part.ts'
import { dutiesAbove, dutiesInherited } from './procedure.ts'
import { newestBy } from './recent.ts'
import { writtenLedger } from './record.ts'
import type { Word } from './pack.ts'
import { coversWord } from './word.ts'

/** What was last found of each credential; none where nobody looked. */
export function latestCredentials(root: Part): readonly Part[] {
  const seen = writtenLedger(dossierOf(root), 'credentials')
  return [
    ...newestBy(seen, (one) => `${one.writtenText('organisation') ?? ''}/${nameOf(one)}`).values(),
  ]
}

/** The account a credential is of; undefined where the ledger has none by its name: it is of something else. */
export function accountOf(credential: Part): Part | undefined {
  const organisation = credential.part('organisation')
  const accounts = writtenLedger(dossierOf(credential), 'accounts')
    .filter((series) => {
      const office = series.part('organisation')
      return office && organisation && overlaps(office, organisation)
    })
    .flatMap((series) => series.parts('entries'))
    .filter((account) => goesBy(account, nameOf(credential)))
  return accounts.find(isOpen) ?? accounts[0]
}

/** Whether a credential still opens anything: that of an account that was closed does not. */
export function isInUse(credential: Part): boolean {
  const account = accountOf(credential)
  return account === undefined || isOpen(account)
}

/**
 * Whether several know a credential: that of a shared account, or of something else that more than one is written
 * to know, or that a duty changes whenever somebody goes.
 */
export function isShared(credential: Part): boolean {
  const account = accountOf(credential)
  if (account) return account.text('kind') === 'shared'
  if (credential.written('knownBy')) return (credential.number('knownBy') ?? 0) > 1
  return changersOf(credential).length > 0
}

/**
 * How often the clauses want a password of this kind changed: the one interval that they name for those that are
 * shared, or for all. Undefined where they name none or several, or a proviso may let it off.
 */
export function changeWithin(credential: Part): Period | undefined {
  const dossier = dossierOf(credential)
  const terms = intervalsOfClauses(dossier)
  const isMeant = terms.filter(({ ofShared }) => !ofShared || isShared(credential))
  const [term] = isMeant
  return term && isMeant.length === 1 ? term.within : undefined
}

/** An interval that a clause names for changing passwords: of those that are shared, or of all. */
interface Interval {
  readonly within: Period
  readonly ofShared: boolean
}

function intervalsOfClauses(dossier: Dossier): readonly Interval[] {
  return dossier.root.remember('~intervals of passwords', () => {
    const clauses = knownOf(dossier.standard.holding(dossier.standard.clauses, dossier))
    return clauses
      .filter((clause) => clause.writtenText('force') === 'must')
      .flatMap((clause): readonly Interval[] => {
        const text = plainText(clause.writtenText('text') ?? '')
        const within = clause.writtenPart('cadence')?.writtenPeriod('max')
        const ofShared = /共用|共有/u.test(text)
        if (!within || mayHaveProviso(text) || !changing.test(text)) return []
        return ofShared || ofAll.test(text) ? [{ within, ofShared }] : []
      })
  }) as readonly Interval[]
}

/** パスワードは、6か月ごとに変える. */
const changing =
  /(?:パスワード|暗証番号)[はを][^。]*(?:ごとに|毎に|毎[年月]|年度?に|定期に|定期的に)[^。]*(?:変え|変更|更新|改め)/u
const ofAll = /^(?:(?:全て|すべて)の)?(?:利用者|職員等?)?(?:ID)?の?パスワード[はを]/u

/** The duties, of the procedures here and of documents above them, that change a credential whenever somebody goes. */
function changersOf(credential: Part): readonly Part[] {
  const dossier = dossierOf(credential)
  const name = nameOf(credential)
  const duties = dossier.procedures.flatMap((one) => [
    ...knownOf(dutiesInherited(one)),
    ...dutiesAbove(one),
  ])
  return duties.filter((duty) => {
    const names = [duty.writtenText('title') ?? '', ...duty.writtenTexts('targets')]
    return isForLeavers(dossier, duty) && names.some((one) => normalise(one).includes(name))
  })
}

/** Whether a duty is done upon changes of the roster: of one kind, or of all of them. */
function isForLeavers({ standard }: Dossier, duty: Part): boolean {
  const event = duty.writtenPart('frequency')?.writtenText('on')
  const words = standard.vocabularies.get('events') ?? new Map<string, Word>()
  return (
    event !== undefined &&
    [...words.values()].some(
      ({ id, arisesFrom = [] }) =>
        coversWord([event], id, words) &&
        arisesFrom.some(({ ledger }) => ledger === 'rosterChanges'),
    )
  )
}

/**
 * The last day on which somebody went who may know a credential: of its office, and of those outside where a duty
 * changes it when they end their work.
 */
export function lastKnowerLeftOn(credential: Part): string | Unknown | undefined {
  const own = attempt(() => lastDepartureOn(credential))
  const changers = attempt(() => changersOf(credential))
  const isOfOthers =
    !(changers instanceof Unknown) &&
    changers.some((duty) => /委託|受託|業務を離れ/u.test(duty.writtenText('text') ?? ''))
  const outside = isOfOthers
    ? writtenLedger(dossierOf(credential), 'rosterChanges')
        .filter((one) => one.writtenPart('organisation')?.data['kind'] === 'external')
        .flatMap((one) => one.parts('entries'))
        .filter((change) => departures.has(change.text('kind') ?? ''))
        .flatMap((change) => change.writtenText('on') ?? [])
        .filter((day) => roughDays(day) === undefined)
    : []
  if (outside.length === 0) return own
  const days = [...outside, ...(typeof own === 'string' ? [own] : [])]
  return days.sort().at(-1)
}

/**
 * The organisations that share what a duty changes: the shared accounts and credentials that it names, or all of
 * them where it is said to be for those.
 */
export function sharersOf(duty: Part): readonly Part[] {
  const dossiers = dossierOf(duty).withOrganisation
  const ofLedger = (name: string): readonly Part[] =>
    dossiers.flatMap((one) => writtenLedger(one, name))
  const { standard } = dossierOf(duty)
  const points = duty.writtenTexts('states')
  const isForAll = standard.words('sharedSecretPoints').some((point) => points.includes(point))
  const names = [duty.writtenText('title') ?? '', ...duty.writtenTexts('targets')].map(normalise)
  const isNamed = (name: string | undefined): boolean =>
    name !== undefined && (isForAll || names.some((one) => one.includes(normalise(name))))
  const offices = [
    ...ofLedger('accounts').filter((series) =>
      series
        .parts('entries')
        .some(
          (account) =>
            account.writtenText('kind') === 'shared' &&
            [account.writtenText('label'), account.writtenText('id')].some(isNamed),
        ),
    ),
    ...ofLedger('credentials').filter((one) => isNamed(one.writtenText('of')) && isShared(one)),
  ].flatMap((one) => one.writtenPart('organisation') ?? [])
  return [...new Set(offices)]
}

function nameOf(credential: Part): string {
  return normalise(credential.text('of') ?? '')
}
