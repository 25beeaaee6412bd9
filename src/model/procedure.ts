import { addPeriod } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import { writeDayText } from '../japanese/date.ts'
import { distinct, knownOf, Lost, type OpenList, Unknown } from '../finding/unknown.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { attempt, concerns, ownerOf } from './duty.ts'
import { isThere } from './organisation.ts'
import { DerivedPart, type Part } from './part.ts'
import type { Reading } from './reading.ts'
import { shapeOf } from './shape.ts'
import { isAbove } from './upper.ts'

/** All written duties of a procedure: its own and those of the documents it contains or adopts, not those of documents above it. */
export function dutiesOf<R extends Reading>(procedure: Part<R>): readonly Part<R>[] {
  return knownOf(dutiesAll(procedure))
}

/** All written provisions of a procedure, those of its documents included. */
export function provisionsOf<R extends Reading>(procedure: Part<R>): readonly Part<R>[] {
  return knownOf(provisionsAll(procedure))
}

/** The duties of a procedure, which go on where it was not copied whole. */
export function dutiesAll<R extends Reading>(procedure: Part<R>): OpenList<Part<R>> {
  return withDocuments(procedure, 'duties')
}

/** The duties of the documents above a procedure. */
export function dutiesAbove(procedure: Part): readonly Part[] {
  return knownOf(procedure.list('documents'))
    .filter(isAbove)
    .flatMap((document) => knownOf(document.list('duties')))
}

/** The provisions of a procedure, which go on where it was not copied whole. */
export function provisionsAll<R extends Reading>(procedure: Part<R>): OpenList<Part<R>> {
  return withDocuments(procedure, 'provisions')
}

/** The duties of a procedure and of the documents the body has made itself: what it has put in its own words. */
export function dutiesOwn<R extends Reading>(procedure: Part<R>): OpenList<Part<R>> {
  return withDocuments(procedure, 'duties', ['own'])
}

/**
 * What a list of a procedure holds, with the same list of the documents beside it, but for those above it that
 * it only obeys; it goes on where it was not copied whole.
 */
export function withDocuments<R extends Reading>(
  procedure: Part<R>,
  name: 'duties' | 'provisions' | 'logs' | 'passwords',
  relations: readonly unknown[] = ['own', 'applied'],
): OpenList<Part<R>> {
  const inDocuments = (one: Part<R> | Unknown): OpenList<Part<R>> => {
    if (one instanceof Unknown) return [one]
    return relations.includes(one.data['relation']) ? one.parts(name) : []
  }
  return procedure.remember(`~${name} of ${relations.join()}`, () =>
    oneEnd([...procedure.list(name), ...procedure.list('documents').flatMap(inDocuments)]),
  ) as OpenList<Part<R>>
}

/** The same list with one end, where the lists it is made of may each go on. */
function oneEnd<Item>(items: OpenList<Item>): OpenList<Item> {
  const isEnd = (item: Item | Unknown): item is Unknown =>
    item instanceof Unknown && !(item instanceof Lost) && item.reason === 'missing'
  const ends = items.filter(isEnd)
  if (ends.length < 2) return items
  const missing = ends.flatMap((end) => end.missing)
  return [...items.filter((item) => !isEnd(item)), new Unknown(missing)]
}

/**
 * What the procedures whose duties and provisions hold here have: this one and the organisation-wide ones. The
 * list goes on where no procedure of the whole organisation is written.
 */
export function fromBearing(
  procedure: Part,
  listOf: (one: Part) => OpenList<Part>,
): OpenList<Part> {
  const wide = dossierOf(procedure).organisationWide
  const others = wide ? attempt(() => wide.procedures) : []
  if (others instanceof Unknown) return [...listOf(procedure), others]
  return [procedure, ...others].flatMap(listOf)
}

/** The roles of a procedure with those of the organisation-wide procedure. */
export function rolesInherited(procedure: Part): OpenList<Part> {
  return fromBearing(procedure, (one) => one.list('roles'))
}

/** The contact chains of a procedure with those of the organisation-wide procedure. */
export function chainsInherited(procedure: Part): OpenList<Part> {
  return fromBearing(procedure, (one) => one.list('chains'))
}

/** The duties of a procedure with those of its documents and of the organisation-wide procedure. */
export function dutiesInherited(procedure: Part): OpenList<Part> {
  return inherited(procedure, 'duties', dutiesAll)
}

/** The provisions of a procedure with those of its documents and of the organisation-wide procedure. */
export function provisionsInherited(procedure: Part): OpenList<Part> {
  return inherited(procedure, 'provisions', provisionsAll)
}

/** What the procedures whose lists hold here have together, gathered once for all rules that ask for it. */
export function inherited(
  procedure: Part,
  what: string,
  listOf: (one: Part) => OpenList<Part>,
): OpenList<Part> {
  return procedure.remember(`~${what} inherited`, () =>
    fromBearing(procedure, listOf),
  ) as OpenList<Part>
}

/** The logs that a procedure and its documents ask for. */
export function logsAll(procedure: Part): OpenList<Part> {
  return withDocuments(procedure, 'logs')
}

/** The same with those of the organisation-wide procedure. */
export function logsInherited(procedure: Part): OpenList<Part> {
  return fromBearing(procedure, logsAll)
}

/** The rules on passwords of a procedure and its documents, with those of the organisation-wide procedure. */
export function passwordsInherited(procedure: Part): OpenList<Part> {
  return fromBearing(procedure, (one) => withDocuments(one, 'passwords'))
}

/** The requirements that a procedure speaks of, in a duty or in a provision, each once. */
export function requirementsStated(procedure: Part): OpenList<string> {
  const parts = [...dutiesInherited(procedure), ...provisionsInherited(procedure)]
  return distinct(parts.map((part) => (part instanceof Unknown ? part : part.text('requirement'))))
}

/** The logs of the system that fall under a procedure. */
export function contextLogs(procedure: Part): readonly Part[] {
  return dossierOf(procedure)
    .context.parts('logs')
    .filter((log) => concerns(log, procedure))
}

/**
 * Who administers the accounts under a procedure, as far as no practice tells of the same accounts: a practice that
 * does, does so in more detail.
 */
export function accountAdministration(procedure: Part): readonly Part[] {
  const { context, standard } = dossierOf(procedure)
  const administering = standard.words('removalActivities')
  const practices = context
    .writtenParts('practices')
    .filter((practice) => administering.includes(practice.text('activity') ?? ''))
  return context
    .parts('accountAdministration')
    .filter((one) => concerns(one, procedure))
    .filter((one) => !practices.some((practice) => concerns(practice, one)))
}

/**
 * Every organisation that is there and owns, operates, uses, relays, hosts or maintains the system as far
 * as this procedure covers it, each once. A sub-contractor is reached through its prime unless it is direct.
 */
export function involvedIn<R extends Reading>(procedure: Part<R>): readonly Part<R>[] {
  const all = dossierOf(procedure).context?.parts('involved') ?? []
  const involved = all.filter((one) => concerns(one, procedure)).filter(isReached)
  const parties = new Map<string, Part<R>>()
  const add = (organisation: Part<R> | undefined, involvement: Part<R> | undefined): void => {
    if (!organisation || !isThere(organisation) || parties.has(organisation.key)) return
    const values = { organisation, involvement }
    parties.set(
      organisation.key,
      new DerivedPart(shapeOf('Party'), procedure, organisation.key, values),
    )
  }
  add(ownerOf(procedure), undefined)
  for (const one of involved) add(one.part('organisation'), one)
  return [...parties.values()]
}

/** Whether an organisation is spoken to itself; one of the municipality's own is, however it is involved. */
function isReached<R extends Reading>(involvement: Part<R>): boolean {
  if (isDirect(involvement)) return true
  const isOwn = (involvement.part('organisation')?.text('kind') ?? 'internal') === 'internal'
  return (
    (isOwn && !involvement.written('relation')) || involvement.text('relation') !== 'subcontracts'
  )
}

/** Whether a sub-contractor is spoken to directly, by its involvement or by the contract it works under. */
function isDirect<R extends Reading>(involvement: Part<R>): boolean {
  if (involvement.data['direct'] === true) return true
  const { context } = dossierOf(involvement)
  const contracts = context?.writtenParts('contracts') ?? []
  return contracts
    .flatMap((contract) => contract.writtenParts('subcontractors'))
    .some(
      (one) =>
        one.data['direct'] === true &&
        one.part('organisation')?.key === involvement.part('organisation')?.key,
    )
}

/** What a copy that lies in an office is called: by its day where that is known, as an old one otherwise. */
export function nameOfCopy(copy: Part): string {
  const day = copy.writtenText('edition')
  const kind = copy.data['draft'] === true ? '案' : '版'
  if (day !== undefined) return `${writeDayText(day)}の${kind}`
  return copy.data['draft'] === true ? '日付の分からない案' : '日付の分からない古い版'
}

/** The longest time that the procedures here allow for applying a patch once it is published; undefined where none is written. */
export function termOfPatch(patch: Part): Period | undefined {
  return termsOf(patch, 'patchActivities').at(-1)
}

/** The shortest time that the procedures here allow for telling of an incident; undefined where none is written. */
export function termOfReport(incident: Part): Period | undefined {
  return termsOf(incident, 'reportActivities', 'incidentEvents')[0]
}

/** The times within which the procedures here want duties of some kind done, on some events, from the shortest. */
function termsOf(part: Part, kinds: string, events?: string): readonly Period[] {
  const dossier = dossierOf(part)
  const end = (term: Period): string => addPeriod(dossier.asOf, term)
  return proceduresWithTerms(dossier)
    .flatMap((procedure) => knownOf(dutiesInherited(procedure)))
    .filter((duty) => isDutyOf(duty, kinds, events))
    .flatMap((duty) => duty.writtenPart('frequency')?.writtenPeriod('within') ?? [])
    .sort((one, other) => end(one).localeCompare(end(other)))
}

/** Whether a duty is of a kind that a parameter of the packs lists, and on an event that another lists. */
export function isDutyOf(duty: Part, kinds: string, events?: string): boolean {
  const { standard } = dossierOf(duty)
  const isAmong = (word: string | undefined, parameter: string): boolean =>
    standard.words(parameter).includes(word ?? '')
  return (
    isAmong(duty.writtenText('activity'), kinds) &&
    (events === undefined || isAmong(duty.writtenPart('frequency')?.writtenText('on'), events))
  )
}

/** The procedures of a system; where it has none of its own that is known, those of the whole organisation. */
export function proceduresWithTerms(dossier: Dossier): readonly Part[] {
  const own = attempt(() => dossier.procedures)
  const isKnown = !(own instanceof Unknown)
  if (isKnown && own.length > 0) return own
  return dossier.organisationWide?.procedures ?? dossier.procedures
}

/**
 * The duties and provisions that hold for a system, as far as they are written: what needs a clause only can be told
 * without them. The list goes on where nobody handed in a procedure.
 */
export function laidDownFor(dossier: Dossier): OpenList<Part> {
  const laidDown = (one: Part): OpenList<Part> => [
    ...dutiesInherited(one),
    ...provisionsInherited(one),
  ]
  const own = attempt(() => dossier.procedures)
  if (!(own instanceof Unknown)) return own.flatMap(laidDown)
  const wide = attempt(() => dossier.organisationWide?.procedures ?? [])
  return [...(wide instanceof Unknown ? [] : wide.flatMap(laidDown)), own]
}
