import type { ValueShape } from '../../src/schema/shape.ts'
import type { Mapping } from '../../src/schema/variant.ts'
import { renameIn, renamable } from './renaming.ts'
import { copyOf, type Version } from './sides.ts'
import { type Spot, spotsIn, writtenFields } from './spot.ts'

/** One step of a random revision: what to do, and where the dice fall. */
export interface Edit {
  readonly what: keyof typeof edits
  readonly seed: number
}

/** A version being changed, and the values that stood in its fields at first. */
interface Draft extends Map<string, Mapping[]> {
  pool?: ReadonlyMap<string, readonly unknown[]>
}
/** A number from 0 to below the given one. */
type Dice = (below: number) => number

/** A version with some edits done to it, each of the right shape. */
export function edited(version: Version, steps: readonly Edit[]): Version {
  const draft = copyOf(version)
  for (const { what, seed } of steps) edits[what](draft, dice(seed))
  return draft
}

function dice(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const pick = <Item>(items: readonly Item[], roll: Dice): Item | undefined =>
  items[roll(items.length)]

const documentsIn = (draft: Draft): Mapping[] => [...draft.values()].flat()
const spotsOf = (draft: Draft): readonly Spot[] => documentsIn(draft).flatMap(spotsIn)

/** What may be done to a version. */
export const edits = {
  /** Takes an element out of its list. */
  remove(draft, roll) {
    const spot = pick(
      spotsOf(draft).filter(({ list, least }) => list && list.length > least),
      roll,
    )
    if (spot?.list) spot.list.splice(spot.list.indexOf(spot.value), 1)
  },
  /** Puts a copy of an element beside it, under a name of its own. */
  add(draft, roll) {
    const spot = pick(
      spotsOf(draft).filter(({ list }) => list),
      roll,
    )
    if (!spot?.list) return
    const copy = structuredClone(spot.value)
    for (const inner of innerSpots(spot, copy)) {
      if (typeof inner['id'] === 'string') inner['id'] = `new${roll(1000)}-${inner['id']}`
    }
    for (let times = roll(3); times > 0; times -= 1) set(draft, { ...spot, value: copy }, roll)
    spot.list.splice(roll(spot.list.length + 1), 0, copy)
  },
  /** Gives a field another value. */
  set(draft, roll) {
    const spot = pick(spotsOf(draft), roll)
    if (spot) set(draft, spot, roll)
  },
  /** Takes a field out that need not be there. */
  unset(draft, roll) {
    const optional = spotsOf(draft)
      .flatMap(writtenFields)
      .filter(({ field }) => !field.required)
    const found = pick(optional, roll)
    if (found) Reflect.deleteProperty(found.spot.value, found.name)
  },
  /** Gives an id another name, and all that refers to it. */
  rename(draft, roll) {
    const thing = pick(renamable(draft), roll)
    if (thing) renameIn(draft, thing, `other${roll(1000)}`)
  },
  /** Lets two elements of a list change their contents, but not their ids. */
  swap(draft, roll) {
    const spot = pick(
      spotsOf(draft).filter(({ list, value }) => list && list.length > 1 && 'id' in value),
      roll,
    )
    const other = spot?.list && (pick(spot.list, roll) as Mapping)
    if (!spot || !other) return
    ;[spot.value['id'], other['id']] = [other['id'], spot.value['id']]
  },
  /** Lets an id stand for something else altogether. */
  replace(draft, roll) {
    const spot = pick(
      spotsOf(draft).filter(({ list, value }) => list && typeof value['id'] === 'string'),
      roll,
    )
    if (!spot) return
    for (const { name, field } of writtenFields(spot)) {
      if (name === 'id') continue
      const value = valueFor(field.type, `${spot.shape.name}.${name}`, draft, roll)
      if (value !== undefined) spot.value[name] = value
      else if (!field.required) Reflect.deleteProperty(spot.value, name)
    }
  },
  /** Moves a duty or provision to another procedure or document of its system. */
  move(draft, roll) {
    const movable = spotsOf(draft).filter(({ shape }) => ['Duty', 'Provision'].includes(shape.name))
    const spot = pick(movable, roll)
    if (!spot?.list) return
    const field = spot.shape.name === 'Duty' ? 'duties' : 'provisions'
    const places = spotsOf(draft).filter(
      ({ shape, document }) =>
        ['Procedure', 'AppliedDocument'].includes(shape.name) &&
        document['system'] === spot.document['system'],
    )
    const to = pick(places, roll)
    if (!to) return
    const isThere = spotsIn(to.document).some(({ shape, value }) => {
      return shape === spot.shape && value !== spot.value && value['id'] === spot.value['id']
    })
    if (isThere) return
    spot.list.splice(spot.list.indexOf(spot.value), 1)
    const list = (to.value[field] ??= []) as unknown[]
    list.push(withRolesOf(to.document, spot.value))
  },
  /** Moves an organisation below another. */
  regroup(draft, roll) {
    const organisations = spotsOf(draft).filter(({ shape }) => shape.name === 'Organisation')
    const spot = pick(organisations, roll)
    if (!spot?.list || spot.list.length <= spot.least) return
    const inside = new Set(innerSpots(spot, spot.value))
    const to = pick(
      organisations.filter(({ value }) => !inside.has(value)),
      roll,
    )
    if (!to) return
    spot.list.splice(spot.list.indexOf(spot.value), 1)
    const list = (to.value['children'] ??= []) as unknown[]
    list.push(spot.value)
  },
  /** Puts the items of a list in another order. */
  reorder(draft, roll) {
    const spot = pick(
      spotsOf(draft).filter(({ list }) => list && list.length > 1),
      roll,
    )
    if (spot?.list) spot.list.unshift(...spot.list.splice(roll(spot.list.length), 1))
  },
  /** Drops a document. */
  drop(draft, roll) {
    const path = pick([...draft.keys()], roll)
    if (path !== undefined && draft.size > 1) draft.delete(path)
  },
  /** Puts a procedure beside another, with some of its duties moved into it. */
  split(draft, roll) {
    const procedure = pick(
      documentsIn(draft).filter(({ kind }) => kind === 'procedure'),
      roll,
    )
    if (!procedure) return
    const copy = structuredClone(procedure)
    const id = `split${roll(1000)}`
    const duties = procedure['duties'] as Mapping[]
    const cut = roll(duties.length)
    draft.set(`${id}.yaml`, [
      { ...copy, id, title: '分かれた実施手順', duties: duties.splice(cut) },
    ])
  },
  /** Puts a later edition of a procedure beside it. */
  edition(draft, roll) {
    const procedure = pick(
      documentsIn(draft).filter(({ kind }) => kind === 'procedure'),
      roll,
    )
    if (!procedure) return
    const copy = structuredClone(procedure)
    const from = `20${30 + roll(60)}-04-01`
    draft.set(`edition${from}.yaml`, [{ ...copy, inForce: { from } }])
  },
  /** Spreads the ledgers of a system over two files. */
  spread(draft, roll) {
    const records = pick(
      documentsIn(draft).filter(({ kind }) => kind === 'records'),
      roll,
    )
    if (!records) return
    const { kind, system, ...ledgers } = records
    const part: Mapping = { kind, system }
    for (const [name, list] of Object.entries(ledgers)) {
      if (!Array.isArray(list)) continue
      const cut = roll(list.length + 1)
      part[name] = list.slice(cut)
      records[name] = list.slice(0, cut)
    }
    draft.set(`spread${roll(1000)}.yaml`, [part])
  },
} satisfies Readonly<Record<string, (draft: Draft, roll: Dice) => void>>

/** A duty whose roles are those of a procedure. */
function withRolesOf(procedure: Mapping, duty: Mapping): unknown {
  const roles = (procedure['roles'] as Mapping[]).map(({ id }) => id)
  const known = (name: string, value: unknown): unknown =>
    ['role', 'by'].includes(name) && !roles.includes(value) ? roles[0] : value
  return JSON.parse(
    JSON.stringify(duty, (name, value: unknown) =>
      name === 'performers'
        ? [...new Set((value as unknown[]).map((one) => known('role', one)))]
        : known(name, value),
    ),
  )
}

/** The mappings of a copy of a spot's value, itself first. */
function innerSpots(spot: Spot, copy: Mapping): readonly Mapping[] {
  const inner = Object.values(copy).flatMap((value) =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? innerSpots(spot, one as Mapping)
        : [],
    ),
  )
  return [copy, ...inner]
}

function set(draft: Draft, spot: Spot, roll: Dice): void {
  const names = Object.keys(spot.shape.fields).filter(
    (name) => !['id', 'system', 'children', 'organisations'].includes(name),
  )
  const name = pick(names, roll)
  const field = name === undefined ? undefined : spot.shape.fields[name]
  if (name === undefined || !field) return
  const value = valueFor(field.type, `${spot.shape.name}.${name}`, draft, roll)
  if (value !== undefined) spot.value[name] = value
}

/** A value for a field: one that stands in such a field elsewhere, or a made-up one. */
function valueFor(type: ValueShape, path: string, draft: Draft, roll: Dice): unknown {
  const made = madeUp(type, roll)
  const known = poolOf(draft).get(path) ?? []
  const all =
    made === undefined ? known : [...known, ...Array<unknown>(known.length + 1).fill(made)]
  return structuredClone(pick(all, roll))
}

/** The values of every field, by type and field. */
function poolOf(draft: Draft): ReadonlyMap<string, readonly unknown[]> {
  if (draft.pool) return draft.pool
  const pool = new Map<string, unknown[]>()
  for (const spot of spotsOf(draft)) {
    for (const { name } of writtenFields(spot)) {
      const path = `${spot.shape.name}.${name}`
      const known = pool.get(path)
      if (known) known.push(spot.value[name])
      else pool.set(path, [spot.value[name]])
    }
  }
  draft.pool = pool
  return pool
}

function madeUp(type: ValueShape, roll: Dice): unknown {
  switch (type.kind) {
    case 'text':
    case 'label':
      return type.pattern === '\\S' ? `書き改めた文${roll(1000)}` : undefined
    case 'word':
      return 'words' in type ? pick(Object.keys(type.words), roll) : undefined
    case 'number':
      return type.least + roll(Math.min(type.most - type.least, 30) + 1)
    case 'bool':
      return roll(2) === 0
    case 'yes':
      return true
    case 'period':
      return pick(['P1D', 'P30D', 'P1M', 'P1Y', 'P3Y'], roll)
    case 'day':
      return pick(['2023-04-01', '2024-03-01', '2025-12-31'], roll)
    case 'list': {
      if (type.of.kind === 'object' || type.of.kind === 'union') return undefined
      const items = [0, 1, 2]
        .map(() => madeUp(type.of, roll))
        .slice(0, Math.max(type.least, roll(4)))
      return items.includes(undefined) ? undefined : [...new Set(items)]
    }
    case 'union':
      return type.name === 'Frequency' ? pick(frequencies, roll) : undefined
    default:
      return undefined
  }
}

const frequencies: readonly unknown[] = [
  'always',
  'asNeeded',
  'periodic',
  'unstated',
  { every: 'P6M' },
  { every: 'P1Y', counted: 'fiscalYear' },
  { on: 'staff-transfer', within: 'P7D' },
]
