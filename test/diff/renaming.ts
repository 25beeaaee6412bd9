import type { ValueShape } from '../../src/schema/shape.ts'
import { isMapping, type Mapping } from '../../src/schema/variant.ts'
import { spotsIn, type Spot, writtenFields } from './spot.ts'

type Draft = ReadonlyMap<string, Mapping[]>

/** Something with an id by which others refer to it, and where the id holds. */
export interface Named {
  readonly nouns: readonly string[]
  readonly id: string
  /** Whether the id means this thing in a document. */
  readonly holds: (document: Mapping) => boolean
}

/** The types that others refer to, by the noun in references. */
const referred: Readonly<Record<string, string>> = {
  Organisation: 'organisation',
  Group: 'group',
  Body: 'body',
  Role: 'role',
  Duty: 'duty',
  Procedure: 'procedure',
  ContextLog: 'log',
  Contract: 'contract',
  Sla: 'sla',
  Place: 'place',
}
/** Types with an id that nothing refers to. */
const alone: ReadonlySet<string> = new Set([
  ...['Provision', 'AppliedDocument', 'Chain', 'PasswordLevel', 'Log', 'Exception'],
  ...['ContactPoint', 'Plan', 'Officer', 'AccountAdministration', 'Practice', 'Demand'],
  ...['ContractReport', 'Capability', 'DeviceGroup', 'Terminal', 'Network', 'Control'],
])

const hasName = ({ shape: { name } }: Spot): boolean =>
  Object.hasOwn(referred, name) || alone.has(name)

const nounOf = ({ shape: { name } }: Spot): string => referred[name] ?? `own ${name}`

/** Everything in a version that may be given another id. */
export function renamable(draft: Draft): readonly Named[] {
  return [...draft.values()].flat().flatMap((document) =>
    spotsIn(document).flatMap((spot) => {
      const id = spot.value['id']
      if (typeof id !== 'string' || !hasName(spot)) return []
      return [named(nounOf(spot), id, spot)]
    }),
  )
}

/** An organisation's id holds in its municipality, a role's in its system. */
function named(noun: string, id: string, { document }: Spot): Named {
  const system = document['system']
  const holds = (other: Mapping): boolean =>
    typeof system === 'string'
      ? other['system'] === system
      : String(other['system'] ?? other['id']).split('/')[0] === document['id']
  return { nouns: [noun], id, holds }
}

/** Gives something another id, wherever it stands. */
export function renameIn(draft: Draft, { nouns, id, holds }: Named, to: string): void {
  for (const document of [...draft.values()].flat()) {
    if (!holds(document)) continue
    for (const spot of spotsIn(document)) {
      if (spot.value['id'] === id && nouns.includes(nounOf(spot))) spot.value['id'] = to
      for (const { name, field } of writtenFields(spot)) {
        spot.value[name] = renamed(field.type, spot.value[name], nouns, id, to)
      }
      if (spot.shape.name === 'Exception') renameExcused(spot.value, nouns, id, to)
    }
  }
}

function renamed(
  type: ValueShape,
  value: unknown,
  nouns: readonly string[],
  id: string,
  to: string,
): unknown {
  if (type.kind === 'ref') {
    return value === id && type.to.some((noun) => nouns.includes(noun)) ? to : value
  }
  if (type.kind === 'list' && Array.isArray(value) && !value.some(isMapping)) {
    return value.map((one: unknown) => renamed(type.of, one, nouns, id, to))
  }
  return value
}

/** An exception names what it excuses by its id, alone or behind its noun. */
function renameExcused(exception: Mapping, nouns: readonly string[], id: string, to: string): void {
  const { element } = exception
  if (element === id && ['duty', 'role', 'log', 'contract'].some((one) => nouns.includes(one))) {
    exception['element'] = to
  }
  for (const noun of nouns) if (element === `${noun}:${id}`) exception['element'] = `${noun}:${to}`
}

/** Gives the municipality of a version another id. */
export function renameMunicipality(draft: Draft, to: string): void {
  for (const document of [...draft.values()].flat()) {
    if (document['kind'] === 'municipality') document['id'] = to
    const { system } = document
    if (typeof system === 'string') document['system'] = `${to}/${system.split('/')[1] ?? ''}`
  }
}

/** Gives the first system of a version another id. */
export function renameSystem(draft: Draft, to: string): void {
  const documents = [...draft.values()].flat()
  const first = documents.find(({ kind, system }) => {
    return kind === 'context' && !String(system).endsWith('/organisation')
  })?.['system']
  for (const document of documents) {
    if (document['system'] === first) {
      document['system'] = `${String(first).split('/')[0] ?? ''}/${to}`
    }
  }
}
