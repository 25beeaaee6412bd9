import { Period } from '../calendar/period.ts'
import { knownOf, type OpenList, Unknown } from '../finding/unknown.ts'
import { isReadAsAnother } from '../japanese/ended.ts'
import { normalise } from '../japanese/width.ts'
import { dossierOf } from './dossier.ts'
import { dutiesAll, inherited, provisionsAll } from './procedure.ts'
import { procedureOf } from './duty.ts'
import { limitOf } from './event.ts'
import { goneIn } from './organisation.ts'
import type { Word } from './pack.ts'
import type { Part } from './part.ts'
import { heldUpBy, saysAtOnce, saysLimit, saysLimitBeside } from './sentence.ts'
import { shapeOf } from './shape.ts'
import { documentOf, isAbove } from './upper.ts'
import { coversWord, isSaidIn } from './word.ts'

/*
 * A provision or a duty as something that rules: what it forbids, what it allows or asks for, and how long
 * its record is kept. Two of them may contradict one another.
 */

/** What a procedure and its documents rule. */
export function rulingsOf(procedure: Part): OpenList<Part> {
  return procedure.remember('~rulings', () =>
    [...provisionsAll(procedure), ...dutiesAll(procedure)].map(asRuling),
  ) as OpenList<Part>
}

/** The same with what the organisation-wide procedure rules. */
export function rulingsInherited(procedure: Part): OpenList<Part> {
  return inherited(procedure, 'rulings', rulingsOf)
}

/** The same with what the documents above a procedure rule, which it must obey though they are not its own. */
export function rulingsBinding(procedure: Part): OpenList<Part> {
  return procedure.remember('~rulings binding', () => [
    ...rulingsInherited(procedure),
    ...inherited(procedure, 'rulings above', rulingsAbove),
  ]) as OpenList<Part>
}

/** What a procedure and each of its documents rule, those above among them. */
export function rulingsOfTexts(procedure: Part): OpenList<Part> {
  return procedure.remember('~rulings of texts', () => [
    ...rulingsOf(procedure),
    ...rulingsAbove(procedure),
  ]) as OpenList<Part>
}

function rulingsAbove(procedure: Part): OpenList<Part> {
  return (procedure.parts('documents') as OpenList<Part>).flatMap((document) => {
    if (document instanceof Unknown) return [document]
    if (!isAbove(document)) return []
    return [...document.parts('provisions'), ...document.parts('duties')].map(asRuling)
  })
}

function asRuling(element: Part | Unknown): Part | Unknown {
  return element instanceof Unknown ? element : element.with({ shape: shapeOf('Ruling') })
}

/** What a ruling forbids whatever the case: nothing where its sentence makes the ban depend on something. */
export function forbiddenBy(ruling: Part): readonly string[] {
  return ruling.remember('~forbidden', () => forbidden(ruling)) as readonly string[]
}

function forbidden(ruling: Part): readonly string[] {
  const isBan = ruling.text('modality') === 'mustNot'
  const uses = [...ruling.texts('forbids'), ...(isBan ? usesOfActivity(ruling) : [])]
  return uses.length === 0 || saysLimit(ruling, 'ban') ? [] : uses
}

/**
 * What a ruling forbids, also where its sentence limits the ban by nothing but the things that its exceptions
 * name (掲示用の端末を除き): what is left out is told then.
 */
export function forbiddenSaveNamed(ruling: Part): readonly string[] {
  const forbidden = forbiddenBy(ruling)
  if (forbidden.length > 0 || ruling.texts('forbids').length === 0) return forbidden
  const named = exceptionsTo(ruling).flatMap((one) => one.writtenTexts('targets'))
  return saysLimitBeside(ruling, named) ? [] : ruling.texts('forbids')
}

/** What a ruling allows, be it after a permit, or asks for. */
export function allowedBy(ruling: Part): readonly string[] {
  const isBan = ruling.text('modality') === 'mustNot'
  return [...ruling.texts('allows'), ...(isBan ? [] : usesOfActivity(ruling))]
}

/** The uses that a duty of its kind of work makes possible. */
function usesOfActivity(ruling: Part): readonly string[] {
  const activity = ruling.text('activity')
  if (activity === undefined) return []
  return dossierOf(ruling).standard.root.remember(`~uses of ${activity}`, () =>
    [...useWords(ruling).values()]
      .filter(({ activities = [] }) => activities.includes(activity))
      .map(({ id }) => id),
  ) as readonly string[]
}

/** The ways of using things that may be forbidden or allowed. */
export function useWords(part: Part): ReadonlyMap<string, Word> {
  return dossierOf(part).standard.vocabularies.get('uses') ?? new Map<string, Word>()
}

/**
 * The bans that forbid what a ruling allows: of the same procedure, of its documents, of those above it or of
 * the whole organisation. Where one of the two is limited to other things, or where the ruling says that it is an
 * exception, they do not contradict one another.
 */
export function bansOn(ruling: Part): OpenList<Part> {
  const allowed = allowedBy(ruling)
  if (allowed.length === 0 || saysLimit(ruling, 'others')) return []
  return against(
    ruling,
    rulingsBinding,
    (ban) =>
      (isOfSameThings(ban, ruling) || isOfAnything(ban, ruling)) &&
      allowed.some((use) => coversWord(forbiddenBy(ban), use, useWords(ruling))),
  )
}

/**
 * The rulings that forbid without a permit what a ruling has done at once, where its own steps give no permit:
 * at night nobody can do both.
 */
export function permitsAwaited(ruling: Part): OpenList<Part> {
  const allowed = allowedBy(ruling)
  if (allowed.length === 0 || !isWithinADay(ruling) || saysLimit(ruling, 'others')) return []
  if (ruling.parts('steps').some((step) => step.text('does') === 'approve')) return []
  return against(
    ruling,
    rulingsBinding,
    (ban) =>
      saysLimit(ban, 'permit') &&
      !saysLimit(ban, 'others') &&
      isOfSameThings(ban, ruling) &&
      allowed.some((use) => coversWord(ban.texts('forbids'), use, useWords(ruling))),
  )
}

/** Whether something is to be done at once or within a day: by its deadline or by its sentence. */
function isWithinADay(ruling: Part): boolean {
  const frequency = ruling.shape.fields['frequency'] && ruling.writtenPart('frequency')
  const within = frequency?.writtenPeriod('within')
  return within?.isAtMost(aDay) === true || saysAtOnce(ruling)
}

const aDay = new Period(0, 1)

/** The kinds of places for information of which the title and the sentence of a ruling speak. */
export function storagesNamed(ruling: Part): readonly string[] {
  const text = ['title', 'text'].map((name) => ruling.writtenText(name) ?? '').join('、')
  const kinds = dossierOf(ruling).standard.vocabularies.get('storages') ?? new Map<string, Word>()
  return [...kinds].filter(([, word]) => isSaidIn(word, text)).map(([id]) => id)
}

/** The organisations that the text of a ruling names and that are not there. */
export function goneInText(ruling: Part): readonly Part[] {
  const beside = ['provisions', 'duties'].flatMap((list) => ruling.parent?.writtenParts(list) ?? [])
  const texts = beside.map((one) => one.writtenText('text') ?? '')
  return goneIn(ruling.text('text') ?? '', dossierOf(ruling)).filter(
    (gone) => !isReadAsAnother(gone.text('name') ?? '', texts),
  )
}

/** The rulings that have the record of one kept longer than it does. */
export function longerKeepers(ruling: Part): OpenList<Part> {
  const record = normalise(ruling.text('record') ?? '')
  const kept = ruling.field('keepFor') as Period | undefined
  if (record === '' || !kept) return []
  return against(ruling, rulingsBinding, (other) => {
    const longer = other.field('keepFor') as Period | undefined
    const isSame = normalise(other.text('record') ?? '') === record && isOfSameThings(other, ruling)
    return isSame && longer?.compareCertain(kept) === 1
  })
}

/**
 * The duties of other texts, none of them above the procedure, that want the same done sooner after the same
 * event: of the same roles, as far as both name some, and for the same receivers where both do.
 */
export function soonerAsked(ruling: Part): OpenList<Part> {
  const time = timeOf(ruling)
  if (!time) return []
  return elsewhere(ruling, (other) => {
    const sooner = timeOf(other)
    return (
      sooner?.event === time.event &&
      sooner.within.compareCertain(time.within) === -1 &&
      haveOneReceiver(other, ruling) &&
      areOfSamePerformer(other, ruling)
    )
  })
}

/**
 * The duties of other texts that want an incident told within a time of its own, where a ruling has the same told, to
 * the same, only once the cause is found. A text that has it told before as well does not hold it up.
 */
export function toldAtOnce(ruling: Part): OpenList<Part> {
  const reporting = dossierOf(ruling).standard.words('reportActivities')
  if (!reporting.includes(ruling.text('activity') ?? '')) return []
  if (heldUpBy(ruling) === undefined) return []
  const isFirst = (other: Part): boolean =>
    reporting.includes(other.text('activity') ?? '') &&
    other.key !== ruling.key &&
    heldUpBy(other) === undefined &&
    timeOf(other) !== undefined &&
    haveOneReceiver(other, ruling)
  const own = ruling.parent?.parts('duties') ?? []
  if (knownOf(own).some((one) => isFirst(asRuling(one) as Part))) return []
  return elsewhere(ruling, isFirst)
}

/** When a ruling has something done, and in which text: 「業務継続計画」では障害から4時間以内. */
export function toldTime(ruling: Part): string {
  const frequency = ruling.writtenPart('frequency')
  const unnamed = ruling.written('performers') ? '' : '（行う者は書かれていません）'
  return `「${ruling.parent?.text('title') ?? ''}」${unnamed}では${frequency ? limitOf(frequency) : ''}`
}

/** The duties of other texts, none of them above the procedure, by which nobody of the same roles decides the same. */
export function otherDeciders(ruling: Part): OpenList<Part> {
  const decides = activityWord(ruling)?.byAuthority === true
  const own = decides ? ruling.parts('performers') : []
  if (own.length === 0) return []
  return elsewhere(ruling, (other) => {
    const others = other.parts('performers')
    return others.length > 0 && !shareRole(others, own)
  })
}

/** The rulings of other texts on the same kind of work and the same things of which something holds. */
export function elsewhere(
  ruling: Part,
  holds: (other: Part) => boolean,
  rulings = rulingsInherited,
): OpenList<Part> {
  const word = activityWord(ruling)
  if (!word) return []
  return against(
    ruling,
    (procedure) => ofActivity(rulings(procedure), word.id),
    (other) =>
      (word.unspecific !== true || isOfSameUse(other, ruling)) &&
      isOfOtherText(other, ruling) &&
      isOfSameThings(other, ruling) &&
      !saysLimit(other, 'others') &&
      holds(other),
  )
}

/** The rulings on one kind of work, with what may be among them, by the list that they are taken from. */
const byActivity = new WeakMap<OpenList<Part>, ReadonlyMap<string | undefined, OpenList<Part>>>()

function ofActivity(rulings: OpenList<Part>, activity: string): OpenList<Part> {
  const known = byActivity.get(rulings) ?? sortedByActivity(rulings)
  byActivity.set(rulings, known)
  return known.get(activity) ?? known.get(undefined) ?? []
}

/** What stands for some that are not known stands under every activity, and alone under none. */
function sortedByActivity(
  rulings: OpenList<Part>,
): ReadonlyMap<string | undefined, OpenList<Part>> {
  const open: (Part | Unknown)[] = []
  const sorted = new Map<string | undefined, (Part | Unknown)[]>([[undefined, open]])
  for (const one of rulings) {
    if (one instanceof Unknown) for (const list of sorted.values()) list.push(one)
    const activity = one instanceof Unknown ? undefined : one.text('activity')
    if (activity === undefined) continue
    const list = sorted.get(activity) ?? [...open]
    sorted.set(activity, list)
    list.push(one)
  }
  return sorted
}

/** The rulings of which something holds, but for those that are an exception to one or it to them; open where a list goes on. */
function against(
  ruling: Part,
  rulings: (procedure: Part) => OpenList<Part>,
  holds: (other: Part) => boolean,
): OpenList<Part> {
  return rulings(procedureOf(ruling)).filter(
    (other) => other instanceof Unknown || (holds(other) && !areException(other, ruling)),
  )
}

/** Whether two rulings on work that no kind tells apart allow one use of things that both name. */
function isOfSameUse(one: Part, other: Part): boolean {
  if (one.writtenTexts('targets').length === 0) return false
  const uses = other.writtenTexts('allows')
  return one.writtenTexts('allows').some((use) => uses.includes(use))
}

function activityWord(ruling: Part): Word | undefined {
  return dossierOf(ruling).standard.word('activities', ruling.text('activity'))
}

/** After which event and within what a duty is done, where it says both. */
function timeOf(ruling: Part): { readonly event: string; readonly within: Period } | undefined {
  const frequency = ruling.shape.fields['frequency'] && ruling.writtenPart('frequency')
  const event = frequency?.writtenText('on') ?? frequency?.writtenText('occasion')
  const within = frequency?.writtenPeriod('within')
  return event === undefined || !within ? undefined : { event: normalise(event), within }
}

/**
 * Whether two duties are of the same performer. Where one does not say who does it, nobody else is told of it if
 * both are the office's own and speak of the same named things or points.
 */
export function areOfSamePerformer(one: Part, other: Part): boolean {
  const both = [one, other]
  const isNamed = both.every((ruling) => ruling.written('performers'))
  if (!isNamed && both.every(isOwn) && shareSubject(one, other)) return true
  return shareRole(one.parts('performers'), other.parts('performers'))
}

/** Whether a text is the procedure itself or a document that the office laid down. */
function isOwn(ruling: Part): boolean {
  const text = documentOf(ruling)
  return !text || text.data['relation'] === 'own'
}

/** Whether two rulings on the same kind of work name one and the same thing or point. */
function shareSubject(one: Part, other: Part): boolean {
  const named = (ruling: Part): readonly string[] => [
    ...ruling.writtenTexts('targets').map((target) => `target ${normalise(target)}`),
    ...ruling.writtenTexts('states').map((point) => `point ${point}`),
  ]
  const others = named(other)
  return named(one).some((name) => others.includes(name))
}

/** Whether one role is among both: the very same, or one that a standard has. */
function shareRole(some: readonly Part[], others: readonly Part[]): boolean {
  if (some.some((role) => others.includes(role))) return true
  const names = new Set(others.map(nameOfRole))
  return some.some((role) => names.has(nameOfRole(role)))
}

/** The name that a standard gives to a role: the one that two texts have in common. */
function nameOfRole(role: Part): string {
  return role.text('canonical') ?? role.key
}

/** Whether two rulings tell one and the same role, as far as both tell somebody. */
export function haveOneReceiver(one: Part, other: Part): boolean {
  const [some, others] = [one, other].map((ruling) =>
    ruling.parts('reportTo').flatMap((report) => report.writtenPart('role') ?? []),
  )
  if (!some?.length || !others?.length) return true
  return shareRole(some, others)
}

/**
 * The rulings that need a measure which a ruling does without: of anything, or of the same things. Where the
 * ruling says that it is an exception, they do not contradict one another.
 */
export function measuresNeeded(ruling: Part): OpenList<Part> {
  const waived = ruling.texts('waives')
  if (waived.length === 0 || saysLimit(ruling, 'others')) return []
  return against(
    ruling,
    rulingsBinding,
    (other) =>
      other.texts('needs').some((control) => waived.includes(control)) &&
      (other.texts('targets').length === 0 || isOfSameThings(other, ruling)),
  )
}

/** The rulings that say that they are an exception to a ban, or of which it says so, and that let a use of it pass. */
export function exceptionsTo(ban: Part): readonly Part[] {
  return knownOf(rulingsBinding(procedureOf(ban))).filter(
    (other) => areException(other, ban) && allowedBy(other).length > 0,
  )
}

/** Whether two rulings speak of the same things: both of anything, or both of one that is named. */
export function isOfSameThings(one: Part, other: Part): boolean {
  const [first, second] = [one, other].map((ruling) => ruling.texts('targets').map(normalise))
  if (!first || !second) return false
  if (first.length === 0 && second.length === 0) return true
  return first.some((target) => second.includes(target))
}

/** Whether another text bans for anything what a ruling allows for some things. One text may limit its own ban. */
function isOfAnything(ban: Part, ruling: Part): boolean {
  return ban.texts('targets').length === 0 && isOfOtherText(ban, ruling)
}

function isOfOtherText(one: Part, other: Part): boolean {
  return one.parent?.trail !== other.parent?.trail
}

function areException(one: Part, other: Part): boolean {
  return (
    one.texts('exceptionTo').includes(other.key) || other.texts('exceptionTo').includes(one.key)
  )
}
