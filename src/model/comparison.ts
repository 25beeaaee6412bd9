import type { Day } from '../calendar/day.ts'
import { normalise } from '../japanese/width.ts'
import { writeDays, writeDayText } from '../japanese/date.ts'
import { type OpenList, Unknown } from '../finding/unknown.ts'
import { holderOrganisation } from './account.ts'
import { isIdle, isKept, isWhole, ledgerAround } from './count.ts'
import { dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import { within } from './organisation.ts'
import type { Word } from './pack.ts'
import { DerivedPart, type Part } from './part.ts'
import { coverOf } from './record.ts'
import { shapeOf } from './shape.ts'

/** One of the records that a count held against each other. */
interface Side {
  readonly name: string
  /** How many it has, at least and at most; undefined where nobody said. */
  readonly least?: number
  readonly most?: number
  /** What it has, and what may stand in it or not. */
  readonly holds: readonly Thing[]
  readonly mayHold: readonly Thing[]
  /** Whether all that it has is named. */
  readonly isNamed: boolean
  /** Whether what it lacks should be in it. */
  readonly isWhole: boolean
}

/** Something in a record, and the names it may go by. */
interface Thing {
  readonly label: string
  readonly names: readonly string[]
}

/**
 * Each record of a count beside its ledger, or beside the first of them where it names no ledger, and those
 * that agree with it beside one another: what either lacks that it should have. None where it is written
 * why they differ, unless that is written of fewer.
 */
export function comparisonsOf(count: Part): OpenList<Part> {
  return compared(count).filter((gap) => gap instanceof Unknown || !isExplained(count, gap))
}

/** The same where it is written why they differ: those that do. */
export function explainedGaps(count: Part): OpenList<Part> {
  return compared(count).filter(
    (gap) => gap instanceof Unknown || (isExplained(count, gap) && gap.field('agrees') === false),
  )
}

/** Whether it is written why two records differ, of all by which they do. */
function isExplained(count: Part, gap: Part): boolean {
  return count.written('explained') && gap.field('left') === undefined
}

function compared(count: Part): OpenList<Part> {
  if (!count.written('records')) return []
  const written = count.parts('records').map(sideOf)
  const ledger = count.written('ledger') ? attempt(() => ledgerSide(count)) : undefined
  const unread = ledger instanceof Unknown ? [ledger] : []
  const sides = ledger && !(ledger instanceof Unknown) ? [ledger, ...written] : written
  const [first, ...others] = sides
  if (!first) return unread
  const beside = others.map((other) => gapOf(count, first, other))
  // Records that differ from the first are told with it; of those that do not, one may still differ from another.
  const alike = others.filter((_, at) => beside[at]?.field('agrees') === true)
  const among = alike.flatMap((one, at) =>
    alike.slice(at + 1).map((other) => gapOf(count, one, other)),
  )
  return [...beside, ...among.filter((gap) => gap.field('agrees') === false), ...unread]
}

/** What two records of a count have that the other lacks. */
function gapOf(count: Part, first: Side, second: Side): Part {
  const unit = count.text('unit') ?? wordOf(count)?.unit ?? '件'
  const surplus = first.isWhole ? beyond(second, first) : nothing
  const missing = second.isWhole ? beyond(first, second) : nothing
  const by = surplus.by + missing.by
  const known = count.written('explained') ? count.number('explainedNumber') : undefined
  return new DerivedPart(shapeOf('Comparison'), count, second.name, {
    first: first.name,
    second: second.name,
    firstNumber: numberOf(first, unit),
    secondNumber: numberOf(second, unit),
    onlyFirst: missing.named,
    onlySecond: surplus.named,
    by: `${by}${unit}`,
    agrees: by === 0,
    isNamed: by > 0 && lackingIn(count, [first.name, second.name]) === by,
    ...(known !== undefined &&
      known < by && { left: `${by - known}${unit}`, known: `${known}${unit}` }),
  })
}

/** How many things are written to be lacking from the records of a count that go by some names. */
function lackingIn(count: Part, names: readonly string[]): number {
  return count
    .parts('records')
    .filter((record) => names.includes(record.text('record') ?? ''))
    .reduce((sum, record) => sum + record.writtenTexts('lacks').length, 0)
}

/**
 * The requirement that a count is about: as written, else that under which things of this kind are kept;
 * without a kind, that of what its ledger usually holds.
 */
export function requirementOfCount(count: Part): string | undefined {
  return count.text('requirement') ?? wordOf(count)?.requirement ?? usualWord(count)?.requirement
}

/** The word for what a ledger usually holds, or for anything. */
function usualWord(count: Part): Word | undefined {
  const words = [...(dossierOf(count).standard.vocabularies.get('countedThings')?.values() ?? [])]
  const ledger = count.text('ledger') ?? ''
  return words.find(({ ledgers = [] }) => ledgers.includes(ledger)) ?? words.find(isUnspecific)
}

const isUnspecific = ({ unspecific }: Word): boolean => unspecific === true

/** What was counted, in words: as written, else by its kind, else by the ledger. */
export function subjectOf(count: Part): string {
  const ledger = labelOf(count.text('ledger') ?? 'counts', count)
  return count.text('what') ?? wordOf(count)?.name ?? ledger
}

/** What a count is called in a sentence: by its day, whose it is, and the time that it counts, as far as written. */
export function nameOfCount(count: Part): string {
  const [day, by] = [count.writtenText('on'), count.writtenText('by')]
  const during = count.writtenPart('during')
  const [from, to] = [during?.writtenText('from'), during?.writtenText('to')]
  const more = [
    ...(by === undefined ? [] : [`${by}による`]),
    ...(from && to ? [`${writeDays({ from: from as Day, to: to as Day })}の分`] : []),
  ].join('、')
  return `${day === undefined ? '' : `${writeDayText(day)}の`}突き合わせ${more === '' ? '' : `（${more}）`}`
}

const nothing = { by: 0, named: [] as readonly string[] }

/** What one record has that another should have and has not: how many at least, and which as far as is known. */
function beyond(own: Side, other: Side): { by: number; named: readonly string[] } {
  const there = new Set([...other.holds, ...other.mayHold].flatMap(({ names }) => names))
  const named = other.isNamed
    ? own.holds.filter(({ names }) => !names.some((name) => there.has(name)))
    : []
  const by = (own.least ?? 0) - (other.most ?? Infinity)
  return { by: Math.max(by, named.length), named: named.map(({ label }) => label) }
}

/** A record of a count, as it is written. */
function sideOf(record: Part): Side {
  const holds = record.texts('holds').map((label) => ({ label, names: [normalise(label)] }))
  const number = record.number('number') ?? (record.written('holds') ? holds.length : undefined)
  return {
    name: record.text('record') ?? '',
    ...(number !== undefined && { least: number, most: number }),
    holds,
    mayHold: [],
    isNamed: record.written('holds') && number === holds.length,
    isWhole: isWhole(record),
  }
}

/** The ledger of a count on its day. Unknown where it does not speak for that day. */
function ledgerSide(count: Part): Side {
  const [name, day] = [count.text('ledger') ?? '', count.text('on') ?? '']
  const organisation = count.part('organisation')
  if (!organisation) throw count.missing('organisation')
  const entries = ledgerAround(count, name, organisation).filter(
    (entry) => within(holderOrganisation(entry), organisation) && isKept(entry, day),
  )
  if (entries.some((entry) => !speaksOn(entry, day))) {
    throw new Unknown([{ kind: 'records', path: `${name}/organisation:${organisation.key}` }])
  }
  const kinds = wordOf(count)?.deviceKinds
  const isOther = (entry: Part): boolean =>
    kinds !== undefined && entry.written('kind') && !kinds.includes(entry.text('kind') ?? '')
  const counted = entries.filter((entry) => !isOther(entry))
  const isOpen = (entry: Part): boolean =>
    isIdle(entry, day) || (kinds !== undefined && !entry.written('kind'))
  const holds = counted.filter((entry) => !isOpen(entry)).map(thingOf)
  return {
    name: labelOf(name, count),
    least: holds.length,
    most: counted.length,
    holds,
    mayHold: counted.filter(isOpen).map(thingOf),
    isNamed: true,
    isWhole: true,
  }
}

function speaksOn(entry: Part, day: string): boolean {
  const cover = entry.parent && coverOf(entry.parent)
  return cover !== undefined && cover.from <= day && day <= cover.to
}

function thingOf(entry: Part): Thing {
  const known = new Set(['label', 'id', ...entry.shape.key])
  const names = [...known].flatMap((name) => entry.writtenText(name) ?? [])
  return { label: names[0] ?? entry.key, names: names.map(normalise) }
}

/** 26台, or 24から26台 where some of it may stand there or not. */
function numberOf({ least, most, holds }: Side, unit: string): string {
  if (least === undefined || most === undefined) return `${holds.length}${unit}`
  return least === most ? `${least}${unit}` : `${least}から${most}${unit}`
}

function wordOf(count: Part): Word | undefined {
  return dossierOf(count).standard.word('countedThings', count.text('of'))
}

function labelOf(ledger: string, count: Part): string {
  return dossierOf(count).standard.recordsShape.fields[ledger]?.label ?? ledger
}
