import { possibleDays } from '../calendar/rough-day.ts'
import { groupBy } from '../finding/order.ts'
import { ownValue } from '../finding/own-value.ts'
import { knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { saysRecord } from '../japanese/gist.ts'
import { normalise } from '../japanese/width.ts'
import { isOpen } from './account.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { attempt, procedureOf } from './duty.ts'
import type { SeenIn } from './pack.ts'
import { DerivedPart, type Part } from './part.ts'
import { writtenLedger } from './record.ts'
import { allowedBy, exceptionsTo, forbiddenSaveNamed, rulingsBinding, useWords } from './ruling.ts'
import { shapeOf } from './shape.ts'
import { coversWord } from './word.ts'

/** What a ruling forbids of which facts can tell whether it is done all the same. */
export function watchedBans(ruling: Part): readonly string[] {
  // What is left free by a ban on some things only cannot be told from what it forbids.
  if (ruling.texts('targets').length > 0) return []
  return seenOf(ruling, forbiddenSaveNamed(ruling))
}

/** The same of a ban on some things only: those that go by the very names that it gives can be told. */
export function watchedByName(ruling: Part): readonly string[] {
  if (ruling.texts('targets').length === 0) return []
  return seenOf(ruling, ruling.texts('forbids'))
}

/** Those of some forbidden uses that facts show; what an earlier ruling forbids in the same words is told of that. */
function seenOf(ruling: Part, forbidden: readonly string[]): readonly string[] {
  if (isSaidBefore(ruling)) return []
  if (forbidden.length === 0) return []
  const words = useWords(ruling)
  return [...words.values()]
    .filter(({ id, seenIn }) => seenIn !== undefined && coversWord(forbidden, id, words))
    .map(({ id }) => id)
}

/** Whether an earlier ruling that binds here forbids the same in the same words: what is written in two texts is told once. */
function isSaidBefore(ruling: Part): boolean {
  const wordsOf = (one: Part): string =>
    [normalise(one.writtenText('text') ?? ''), ...one.writtenTexts('forbids')].join(' ')
  if (!ruling.written('text') || !ruling.written('forbids')) return false
  const all = knownOf(rulingsBinding(procedureOf(ruling)))
  const first = all.find((one) => wordsOf(one) === wordsOf(ruling))
  return first !== undefined && first.data !== ruling.data && exceptionsTo(first).length === 0
}

/**
 * Where the facts of a system show what a ruling forbids and no exception to it allows. The list goes on where one
 * of the lists that would show it is not written.
 */
export function doneAgainst(doc: Part, ruling: Part): OpenList<Part> {
  const since = procedureOf(ruling).part('inForce')?.text('from') ?? ''
  const words = useWords(ruling)
  const exceptions = exceptionsTo(ruling)
  const targets = new Set(ruling.writtenTexts('targets').map(normalise))
  const isMeant = (thing: Part | undefined, use: string): boolean =>
    (targets.size === 0 || targets.has(normalise((thing && nameOf(thing)) ?? ''))) &&
    !exceptions.some((exception) => letsPass(exception, use, thing))
  const seen = [...watchedBans(ruling), ...watchedByName(ruling)].flatMap((use) => {
    const ofUse = (words.get(use)?.seenIn ?? []).flatMap((place) =>
      seenAt(dossierOf(doc), place, use, since)
        .filter((one) => one instanceof Unknown || isMeant(one.parent, use))
        .map((one) => ({
          one,
          isThing:
            !(one instanceof Unknown) && place.list !== 'traits' && place.list !== 'connection',
        })),
    )
    // That the system as a whole is of that kind says less than the thing that makes it so.
    return ofUse.some(({ isThing }) => isThing) ? ofUse.filter(({ isThing }) => isThing) : ofUse
  })
  return seen.sort((a, b) => Number(b.isThing) - Number(a.isThing)).map(({ one }) => one)
}

/**
 * The rulings that say that they are an exception, ask for no record of it, and let a use of a thing pass, in the
 * procedures of the system and of the whole organisation that were handed in.
 */
export function exceptionsFor(doc: Part, thing: Part, use: string): readonly Part[] {
  return dossierOf(doc)
    .withOrganisation.flatMap((dossier) => {
      const procedures = attempt(() => knownOf(dossier.procedures))
      return procedures instanceof Unknown ? [] : procedures
    })
    .flatMap((procedure) => knownOf(rulingsBinding(procedure)))
    .filter(
      (ruling) =>
        ruling.written('exceptionTo') && !asksForRecord(ruling) && letsPass(ruling, use, thing),
    )
}

/** Where things are known by what they are for as well: an account by its devices, who is given work by that. */
const sayingWhat = { Account: 'registeredIn', Subcontractor: 'work' }

/** Whether a ruling wants it written down who used a thing: as it is written, or by its sentence. */
function asksForRecord(ruling: Part): boolean {
  return ruling.written('record') || saysRecord(ruling.writtenText('text') ?? '')
}

/** Whether an exception lets a use pass: of anything, or of the thing that goes by the name of one of its targets. */
function letsPass(exception: Part, use: string, thing: Part | undefined): boolean {
  const words = useWords(exception)
  const targets = exception.writtenTexts('targets').map(normalise)
  const name = normalise((thing && nameOf(thing)) ?? '')
  const field = thing && ownValue(sayingWhat, thing.type)
  const home = normalise((field && thing.writtenText(field)) ?? '')
  return (
    allowedBy(exception).some((allowed) => coversWord([allowed], use, words)) &&
    (targets.length === 0 || targets.some((one) => one === name || home.includes(one)))
  )
}

/** The uses that a thing shows, as the packs say: a copy for tests is 試験での本物の情報の利用. */
export function usesShownBy(dossier: Dossier, thing: Part): readonly string[] {
  return usesByThing(dossier).get(thing.trail) ?? []
}

/** What all things show, gathered once: every row of a long ledger asks. */
function usesByThing(dossier: Dossier): ReadonlyMap<string, readonly string[]> {
  return dossier.root.remember('~uses by thing', () => {
    const pairs = [...useWords(dossier.root).values()].flatMap(({ id, seenIn = [] }) =>
      [...new Set(seenIn.flatMap((place) => trailsShowing(dossier, place)))].map((trail) => ({
        trail,
        id,
      })),
    )
    const byThing = groupBy(pairs, ({ trail }) => trail)
    return new Map([...byThing].map(([trail, own]) => [trail, own.map(({ id }) => id)]))
  }) as ReadonlyMap<string, readonly string[]>
}

function trailsShowing(dossier: Dossier, { list, kinds }: SeenIn): readonly string[] {
  const rows = attempt(() => knownOf(rowsOf[list](dossier)))
  if (rows instanceof Unknown) return []
  return rows.flatMap(({ part, kind }) => ((kinds?.includes(kind) ?? true) ? [part.trail] : []))
}

function seenAt(dossier: Dossier, place: SeenIn, use: string, since: string): OpenList<Part> {
  const rows = attempt(() => rowsOf[place.list](dossier))
  if (rows instanceof Unknown) return [rows]
  const watched = knownOf(rows).filter(({ kind }) => place.kinds?.includes(kind) ?? true)
  const unclear = watched.filter(({ on = since }) => {
    const days = possibleDays(on)
    return days.from < since && since <= days.to
  })
  const seen = watched
    .filter(({ on = since }) => possibleDays(on).from >= since)
    .map(({ part, kind }) => {
      const name = `${dossier.standard.wordName('uses', use)}${about(part)}`
      return new DerivedPart(shapeOf('UseSeen'), part, `${use}+${part.key}+${kind}`, { name })
    })
  const end = openEnd([...rows, ...unclear.map(({ part }) => part.missing('on'))])
  return end ? [...seen, end] : seen
}

/** Which thing it is, by the name it goes by, whom or what it leads to, or whose it is, as far as that is written. */
function about(part: Part): string {
  if (part.type === 'Context') return ''
  const name = nameOf(part)
  return name === undefined ? '' : `（${name}）`
}

function nameOf(part: Part): string | undefined {
  if (part.type === 'Account') return part.writtenText('label') ?? part.key
  // Media are held by their kind: they have no other name.
  const keys = part.type === 'MediaHeld' ? ['kind'] : ['name', 'label', 'medium']
  const own = keys.map((key) => part.writtenText(key))
  const ends = ['with', 'network'].map((key) => part.writtenPart(key)?.writtenText('name'))
  const whose = part.type === 'NetworkLink' ? part.parent?.writtenText('name') : undefined
  return [...own, ...ends, whose].find((one) => one !== undefined)
}

/** One thing that a list of facts holds: of what kind, and on what day where it is a deed. */
interface Row {
  readonly part: Part
  readonly kind: string
  readonly on?: string | undefined
}

const rowsIn = (list: OpenList<Part>, field: string): OpenList<Row> =>
  list.map((part) =>
    part instanceof Unknown
      ? part
      : { part, kind: part.writtenText(field) ?? '', on: part.writtenText('on') },
  )

const inside =
  (outer: string, list: string, field: string) =>
  ({ context }: Dossier): OpenList<Row> =>
    rowsIn(
      context.list(outer).flatMap((one) => (one instanceof Unknown ? [one] : one.list(list))),
      field,
    )

const inContext =
  (list: string, field: string) =>
  ({ context }: Dossier): OpenList<Row> =>
    rowsIn(context.list(list), field)

const inLedger =
  (name: string, field: string) =>
  (dossier: Dossier): OpenList<Row> =>
    rowsIn(
      writtenLedger(dossier, name).flatMap((series) => series.list('entries')),
      field,
    )

const rowsOf: Readonly<Record<SeenIn['list'], (dossier: Dossier) => OpenList<Row>>> = {
  traits: ({ context }) => context.texts('traits').map((kind) => ({ part: context, kind })),
  connection: ({ context }) => [{ part: context, kind: context.text('connection') ?? '' }],
  links: inside('networks', 'links', 'kind'),
  devices: inContext('devices', 'kind'),
  privateDevices: inLedger('devices', 'owner'),
  mediaHeld: ({ context }) =>
    rowsIn(context.list('mediaHeld'), 'kind').filter(
      (row) => row instanceof Unknown || (row.part.number('count') ?? 0) > 0,
    ),
  services: inContext('services', 'permit'),
  kept: inside('assets', 'kept', 'kind'),
  subcontractors: inside('contracts', 'subcontractors', 'organisation'),
  exchanges: inLedger('exchanges', 'direction'),
  transfers: inLedger('transfers', 'by'),
  accounts: (dossier) =>
    inLedger(
      'accounts',
      'kind',
    )(dossier).filter((row) => row instanceof Unknown || isOpen(row.part)),
}
