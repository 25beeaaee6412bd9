import { isPart, type Part, type WrittenPart } from '../model/part.ts'
import type { Reading } from '../model/reading.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import type { WrittenStandard } from '../model/standard.ts'
import type { Violation } from './evaluate.ts'
import { readingOf, type RuleReading } from './facts.ts'
import type { CheckedRule } from './checked-rule.ts'

/** A key that was read out of a document by program, and that nobody has confirmed: the element and the key. */
interface Unconfirmed {
  readonly element: string
  readonly key: string
}

/** How many readings of the procedures of a system nobody has confirmed. */
export function countUnconfirmed(dossier: WrittenDossier): number {
  return ofProcedures(dossier).length
}

/** How many readings of the clauses and roles of a standard nobody has confirmed. */
export function countUnconfirmedOf({ clauses, roles }: WrittenStandard): number {
  return [...clauses, ...roles].flatMap(({ data }) => keysOf(data)).length
}

/** Whether nobody has confirmed of what requirement a clause is, or how far it binds: by these a finding goes. */
export function isUnconfirmed(clause: WrittenPart): boolean {
  return ofClause(clause).length > 0
}

function ofClause({ data }: WrittenPart): readonly Unconfirmed[] {
  return keysOf(data).filter(({ key }) => key === 'requirement' || key === 'force')
}

/** All that is unconfirmed in the procedures of a system, gone through once. */
function ofProcedures({ procedures }: WrittenDossier): readonly Unconfirmed[] {
  return procedures.flatMap(
    (one) => one.remember('~unconfirmed', () => within(one.legible)) as readonly Unconfirmed[],
  )
}

/**
 * The readings nobody confirmed that a finding stands on: of its element those that its rule looks at, or of
 * whole procedures, where it is about what they have not. What a function looks at, it does not say: it may
 * be any key. Of the clause that it goes by, for what it is and how far it binds.
 */
export function unconfirmedUnder(
  { rule, bound }: Violation,
  dossier: WrittenDossier | undefined,
  clause: WrittenPart | undefined,
): readonly string[] {
  const looksAt = readOf(rule.rule)
  const element = bound.filter(isPart).at(-1)
  const ofAll = dossier ? ofProcedures(dossier) : []
  const found = element ? (ownOf(element) ?? within(element.legible)) : ofAll
  const under = [...found.filter(({ key }) => looksAt(key)), ...(clause ? ofClause(clause) : [])]
  return [...new Set(under.map(({ element: id, key }) => `${id}.${key}`))]
}

/** What is unconfirmed of the element that a part is, or stands in: of what stands in it, the key alone under which it stands. */
function ownOf<R extends Reading>({
  legible,
  parent,
  path,
}: Part<R>): readonly Unconfirmed[] | undefined {
  const own = keysOf(legible)
  if (own.length > 0) return own
  if (!parent) return undefined
  const key = path[parent.path.length]
  const above = keysOf(parent.legible).filter((one) => one.key === key)
  return above.length > 0 ? above : undefined
}

function keysOf(data: object): readonly Unconfirmed[] {
  if (!('unconfirmed' in data)) return nothing
  const { unconfirmed, id } = data as { readonly unconfirmed?: unknown; readonly id?: unknown }
  if (!Array.isArray(unconfirmed)) return []
  const element = typeof id === 'string' ? id : ''
  return unconfirmed.filter((key) => typeof key === 'string').map((key) => ({ element, key }))
}

const nothing: readonly Unconfirmed[] = []

/** All that is unconfirmed in a mapping and below it. */
function within(data: unknown): readonly Unconfirmed[] {
  const found: Unconfirmed[] = []
  collect(data, found, new Set())
  return found
}

/** Aliases may make it a circle. */
function collect(data: unknown, into: Unconfirmed[], seen: Set<unknown>): void {
  if (typeof data !== 'object' || data === null || seen.has(data)) return
  seen.add(data)
  if (!Array.isArray(data)) for (const key of keysOf(data)) into.push(key)
  for (const one of Object.values(data)) collect(one, into, seen)
}

/** Whether a rule may look at a key, made out once. */
const known = new WeakMap<CheckedRule, (key: string) => boolean>()

function readOf(rule: CheckedRule): (key: string) => boolean {
  const made = known.get(rule) ?? looking(readingOf(rule))
  known.set(rule, made)
  return made
}

/** Functions of what the rule names itself: they look at no other key. */
const ofWhatIsNamed: ReadonlySet<string> = new Set([
  'size',
  'stated',
  'known',
  'default',
  'written',
])

function looking({ fields, functions }: RuleReading): (key: string) => boolean {
  const named = new Set(fields.map(({ field }) => field))
  const mayLookAnywhere = functions.some((name) => !ofWhatIsNamed.has(name))
  return (key) => named.has(key) || mayLookAnywhere
}
