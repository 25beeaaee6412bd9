import { knownOf } from '../finding/unknown.ts'
import type { Part, WrittenPart } from '../model/part.ts'
import { isMapping } from '../schema/variant.ts'
import type { Path } from '../yaml/document.ts'
import { put, remove } from './example/pointer.ts'
import { type Keeper, keepingPart } from './kept.ts'
import type { NamesRead } from './facts.ts'

/** How a change deletes or weakens. */
export type MutationKind = 'delete' | 'drop' | 'unset' | 'rarer' | 'looser' | 'uncover'

/** One way to delete or weaken what keeps a clause. */
export interface Mutation {
  readonly kind: MutationKind
  /** What is changed, below the document: all of it at once. */
  readonly paths: readonly Path[]
  /** The changed value; undefined where the document itself goes. */
  readonly apply: (value: unknown) => unknown
}

/** What a rule read while it judged, and what it demands. */
export interface Attention {
  readonly isRead: (path: Path) => boolean
  readonly names: NamesRead
  /** What the result was about. */
  readonly subject: readonly unknown[]
}

/** What stands under these names binds nobody, or says how another field is meant. */
const unbinding: ReadonlySet<string> = new Set([
  ...['id', 'key', 'title', 'text', 'name', 'label', 'basis', 'source', 'notes', 'bands'],
  ...['since', 'from', 'to', 'until', 'covers', 'each', 'counted', 'variant', 'owner', 'system'],
  ...['effort', 'means', 'occasion', 'on', 'period', 'kind', 'holder', 'rights', 'activity'],
  ...['nodes', 'duty', 'requirement', 'by', 'seen', 'performedBy', 'contains', 'auditees'],
])

/** A cycle or deadline nobody would call one; a time in which nothing is kept. */
const rarest = 'P10Y'
const shortest = 'P1D'

/**
 * The ways to delete or weaken what keeps one clause on one element: to take it away, all of it where
 * there are several, and to take away or loosen what the rule read of it. A fact that is itself what was
 * judged is not taken away: what was never written down cannot be missed.
 */
export function mutationsOf(keepers: readonly Keeper[], attention: Attention): readonly Mutation[] {
  const [only] = keepers
  if (!only || keepers.some(isWide)) return []
  const isFact = keepers.some((keeper) => {
    const part = keepingPart(keeper)
    const isSubject = keeper.field === null && attention.subject.includes(part)
    return part.world.input !== 'procedure' && isSubject
  })
  const whole = isFact ? [] : [deletion(keepers.map(pathOf))]
  if (keepers.length > 1) return whole
  const { field } = only
  const part = keepingPart(only)
  const below = field === null ? inPart(part, attention) : inField(part, field, attention)
  return [...whole, ...below, ...uncovering(part)]
}

/** A procedure as a whole, or all it says: which part of it keeps the clause is not told. */
export function isWide({ part, field }: Keeper): boolean {
  if (part.type !== 'Procedure') return false
  return field === null || field === 'duties' || field === 'provisions'
}

/** The duties and provisions of a procedure that speak of a requirement, taken away all at once. */
export function silencing(procedure: WrittenPart, requirement: string): Mutation | undefined {
  const paths = [...procedure.within('duties'), ...procedure.within('provisions')]
    .filter(({ data }) => data['requirement'] === requirement)
    .map(({ path }) => path)
  return paths.length === 0 ? undefined : deletion(paths)
}

function pathOf({ part, field }: Keeper): Path {
  return field === null ? part.path : [...part.path, field]
}

/** Later items go first, so that the places of the others stay what they are. */
function deletion(paths: readonly Path[]): Mutation {
  const inOrder = [...paths].sort((a, b) => comparePaths(b, a))
  return {
    kind: 'delete',
    paths,
    apply: (value) =>
      inOrder.reduce<unknown>((left, path) => {
        return path.length === 0 ? undefined : remove(left, path)
      }, value),
  }
}

function comparePaths(a: Path, b: Path): number {
  for (const [index, step] of a.entries()) {
    const other = b[index]
    if (step === other) continue
    if (typeof step === 'number' && typeof other === 'number') return step - other
    return String(step) < String(other) ? -1 : 1
  }
  return a.length - b.length
}

function inPart(part: Part, attention: Attention): readonly Mutation[] {
  if (typeof part.legible['word'] === 'string') return []
  return Object.keys(part.shape.fields)
    .filter((name) => part.isLegible(name) && matters(part, name, attention))
    .flatMap((name) => [...ofField(part, name), ...inField(part, name, attention)])
}

/** Only what a procedure demands can be made rarer or looser; facts are as they are. */
function isDemand({ world: { input } }: Part): boolean {
  return input === 'procedure'
}

/** What was done, told or reported can be left undone. */
function isDeed({ world: { input } }: Part): boolean {
  return input === 'records' || input === 'notice' || input === 'actions'
}

/** What a rule reads only to tell whether it applies is no part of what it demands. */
function matters(part: Part, name: string, { isRead, names }: Attention): boolean {
  if (!isRead([...part.path, name])) return false
  return names.demanded.has(name) || !names.conditional.has(name)
}

/** What can be done to a field as a whole. */
function ofField(part: Part, name: string): readonly Mutation[] {
  const path = [...part.path, name]
  const value = part.legible[name]
  const set = (kind: MutationKind, to: unknown): Mutation => {
    return { kind, paths: [path], apply: (file) => put(file, path, to) }
  }
  if (isDemand(part)) {
    if (name === 'frequency' && value !== 'asNeeded') return [set('looser', 'asNeeded')]
    if (name === 'modality') return value === 'must' ? [set('looser', 'may')] : []
    if (name === 'every' || name === 'within') return [set('rarer', rarest)]
    if (name === 'retention') return [set('looser', shortest)]
    if (typeof value === 'number') return [set('looser', 1)]
  }
  const { required, closed } = part.shape.fields[name] ?? {}
  const canGo = isDemand(part) || (isDeed(part) && closed === true)
  const isFree = unbinding.has(name) || required === true || !canGo
  if (isFree || Array.isArray(value)) return []
  return [{ kind: 'unset', paths: [path], apply: (file) => remove(file, path) }]
}

/** What can be done inside a field: items dropped, parts weakened. */
function inField(part: Part, name: string, attention: Attention): readonly Mutation[] {
  if (unbinding.has(name)) return []
  const path = [...part.path, name]
  const value = part.legible[name]
  const children = childrenOf(part, name)
  if (!Array.isArray(value)) {
    return isMapping(value) ? children.flatMap((child) => inPart(child, attention)) : []
  }
  // Of what was done again and again, one turn more or less is made up for by the next.
  if (name === 'entries') {
    const last = children.at(-1)
    const emptied: Mutation = { kind: 'drop', paths: [path], apply: (file) => put(file, path, []) }
    return [emptied, ...(last ? inPart(last, attention) : [])]
  }
  const below = children.flatMap((child) => inPart(child, attention))
  // Where the rule wants one at least, one is as good as another.
  if (attention.names.counted.has(name)) {
    return [{ kind: 'drop', paths: [path], apply: (file) => put(file, path, []) }, ...below]
  }
  const drops = value
    .map((_, index) => [...path, index])
    .filter((at) => attention.isRead(at))
    .map((at): Mutation => ({ kind: 'drop', paths: [at], apply: (file) => remove(file, at) }))
  return [...drops, ...below]
}

function childrenOf(part: Part, name: string): readonly Part[] {
  const { type } = part.shape.fields[name] ?? {}
  if (type?.kind === 'list') {
    return knownOf(part.list(name)).filter((child) => child.parent === part)
  }
  const value = type?.kind === 'object' || type?.kind === 'union' ? part.part(name) : undefined
  return value?.parent === part ? [value] : []
}

/** A series that is no longer written covers nothing. */
function uncovering(part: Part): readonly Mutation[] {
  const series = [part, part.parent].find((one) => {
    return one?.shape.fields['covers'] !== undefined && one.isLegible('entries')
  })
  if (!series || typeof series.path.at(-1) !== 'number') return []
  const { path } = series
  return [{ kind: 'uncover', paths: [path], apply: (value) => remove(value, path) }]
}
