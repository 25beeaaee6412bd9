import type { Day } from '../../src/calendar/day.ts'
import { Unknown } from '../../src/finding/unknown.ts'
import { buildDossiers, type StandardSource } from '../../src/model/build.ts'
import type { ShapedDocument } from '../../src/model/element.ts'
import { Dossier, type WrittenDossier } from '../../src/model/dossier.ts'
import { Part } from '../../src/model/part.ts'
import { nowhere } from '../../src/model/place.ts'
import type { Reading } from '../../src/model/reading.ts'
import { writtenStandard } from '../../src/model/standard.ts'

type Data = Readonly<Record<string, unknown>>

/** 架空市: two bureaus, an office for systems, a contractor, and groups over them. */
const municipality: Data = {
  kind: 'municipality',
  id: 'town',
  name: '架空市',
  standards: [{ pack: 'test', edition: '2020', from: '2020-04-01' }],
  organisations: [
    { id: 'it', name: '情報課', functions: ['it'] },
    {
      id: 'north',
      name: '北局',
      children: [
        { id: 'north-desk', name: '北局総務課', desk: true },
        { id: 'n1', name: '北第一課', children: [{ id: 'n1-team', name: '北第一課一係' }] },
        { id: 'n2', name: '北第二課' },
      ],
    },
    { id: 'south', name: '南局', children: [{ id: 's1', name: '南第一課' }] },
    { id: 'vendor', name: '架空システム', kind: 'external' },
    { id: 'other', name: '架空通信', kind: 'external' },
    {
      id: 'old',
      name: '旧局',
      until: '2025-03-31',
      children: [{ id: 'o1', name: '旧第一課' }],
    },
  ],
  groups: [
    {
      id: 'users',
      name: '利用課',
      known: 'all',
      members: [
        { organisation: 'n1' },
        { organisation: 'n2', from: '2024-04-01' },
        { organisation: 's1', until: '2025-03-31' },
      ],
    },
    {
      id: 'merged',
      name: '統合する課',
      known: 'all',
      members: [{ organisation: 'o1' }, { organisation: 'n1' }],
    },
    { id: 'clubs', name: '児童クラブ', known: 'sample', members: [{ organisation: 'n1' }] },
  ],
}

/** A procedure in force all the time, with roles held by every kind of organisation. */
export const procedure = {
  kind: 'procedure',
  id: 'p',
  title: '架空システム実施手順',
  standard: { pack: 'test', edition: '2020' },
  inForce: { from: '2020-04-01' },
  roles: [
    { id: 'manager', canonical: 'system-manager', name: '管理者', organisation: 'it' },
    { id: 'head', canonical: 'head', name: '課長', organisation: 'users', each: true },
    { id: 'group', canonical: 'group', name: '利用課', organisation: 'users' },
    { id: 'club', canonical: 'club', name: '指導員', organisation: 'clubs', each: true },
    { id: 'keeper', canonical: 'contractor', name: '受託者', organisation: 'vendor' },
  ],
  duties: [],
} as const

/** A duty of that procedure. */
export function duty(more: Data): Data {
  return {
    id: 'd',
    activity: 'account.review',
    requirement: 'ACC-2',
    performers: ['manager'],
    frequency: { every: 'P6M' },
    ...more,
  }
}

/** The context of the system, with what a test adds. */
export function context(more: Data = {}): Data {
  return { kind: 'context', name: '架空システム', owner: 'it', ...more }
}

/** Days a series speaks for. */
export const covers = { from: '2023-04-01', to: '2026-03-31' } as const

/** The dossier of documents written as values, as of a day. */
export function dossierOf(...given: Parameters<typeof writtenOf>): Dossier {
  return Dossier.asked(writtenOf(...given))
}

/** The same dossier as it is written. */
export function writtenOf(
  documents: readonly Data[],
  { asOf = '2025-10-01', pack = {} }: { asOf?: string; pack?: Data } = {},
): WrittenDossier {
  const shaped = [municipality, ...documents].map((value): ShapedDocument => {
    const system = value['kind'] === 'municipality' ? {} : { system: 'town/system' }
    return { kind: String(value['kind']), value: { ...system, ...value }, document: nowhere }
  })
  const value = {
    id: 'test',
    name: '架空市対策基準',
    editions: [{ id: '2020', from: '2020-04-01' }],
    requirements: [requirement('ACC-2', 'periodic'), requirement('PHY-3', 'event')],
    ...pack,
  }
  const packs = [{ id: 'test', value, document: nowhere }]
  const standardFor: StandardSource = (_, edition, day) =>
    writtenStandard({ packs, asOf: day, edition })
  // A day of a test is written right.
  const day = { asked: asOf as Day, today: '9999-12-31' as Day }
  const { dossiers, problems } = buildDossiers(shaped, standardFor, day)
  const [dossier] = dossiers
  if (!dossier || problems.length > 0) {
    throw new Error(problems.map(({ message }) => message).join('\n') || 'no dossier')
  }
  return dossier
}

function requirement(key: string, cycle: string): Data {
  return { key, title: key, subject: ['system-manager'], text: key, level: 'system', cycle }
}

/** An organisation or group of 架空市. */
export function organisation(dossier: Dossier, id: string): Part {
  const found = dossier.organisation(id)
  if (!found) throw new Error(`no organisation ${id}`)
  return found
}

/** The duty of the procedure in force. */
export function dutyOf(dossier: Dossier, id = 'd'): Part {
  return partOf(dossier.procedures[0]?.parts('duties') ?? [], id)
}

/** The part of a list that has a key. */
export function partOf<R extends Reading>(parts: readonly Part<R>[], key: string): Part<R> {
  const found = parts.find((part) => part.key === key)
  if (!found) throw new Error(`no part ${key}`)
  return found
}

/** What a calculation gives in plain words: parts by their key, what is unknown by what is missing. */
export function told(compute: () => unknown): unknown {
  try {
    return plain(compute())
  } catch (thrown) {
    if (thrown instanceof Unknown) return plain(thrown)
    throw thrown
  }
}

function plain(value: unknown): unknown {
  if (value instanceof Part) return value.key
  if (value instanceof Unknown) return value.missing.map(({ kind, path }) => `${kind}: ${path}?`)
  return Array.isArray(value) ? value.map(plain) : value
}
