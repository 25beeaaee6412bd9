import { wholeOrganisationOf } from '../../finding/system-id.ts'
import { buildDossiers } from '../../model/build.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { Element, ShapedDocument } from '../../model/element.ts'
import { elementOf, type Result } from '../../rule/evaluate.ts'
import { evaluateDossier } from '../../rule/judge.ts'
import type { Evaluated } from '../../rule/judgement.ts'
import { type Keeper, keepersOf, writtenKeeper } from '../../rule/kept.ts'
import type { LinkedRule } from '../../rule/link.ts'
import { namesRead } from '../../rule/facts.ts'
import { type Attention, isWide, type Mutation, mutationsOf, silencing } from '../../rule/mutate.ts'
import { validate } from '../../schema/validate.ts'
import type { ParsedDocument } from '../../yaml/document.ts'
import type { Packs } from '../open/packs.ts'
import { isMapping } from '../../schema/variant.ts'

/** What a system is judged by. */
export interface MutateBench {
  /** Its own documents, its municipality's, and the whole organisation's. */
  readonly documents: readonly ShapedDocument[]
  readonly packs: Packs
  readonly day: Parameters<typeof buildDossiers>[2]
}

/** A change of one document. */
export interface Change {
  readonly document: ShapedDocument
  readonly mutation: Mutation
}

/** One change to be tried, and the clauses that what it changes keeps. */
export interface Trial {
  readonly changes: readonly [Change, ...Change[]]
  readonly keeper: Keeper
  readonly claims: Result[]
}

/** All that is to be tried on one system, in an order that does not depend on chance. */
export interface Plan {
  readonly dossier: WrittenDossier
  /** What is broken or cannot be judged before any change. */
  readonly faults: ReadonlySet<string>
  /** How many clauses are kept on elements. */
  readonly kept: number
  readonly trials: readonly Trial[]
}

/** The documents that one system is judged by. */
export function documentsOf(
  { id, municipality }: WrittenDossier,
  documents: readonly ShapedDocument[],
): readonly ShapedDocument[] {
  const own = new Set([id, wholeOrganisationOf(municipality.id)])
  return documents.filter(({ kind, value }) => {
    if (kind === 'municipality') return value['id'] === municipality.id
    return own.has(String(value['system']))
  })
}

/** Finds out what keeps each clause of a system, and the ways to take it away. */
export function planFor(dossier: WrittenDossier, bench: MutateBench): Plan {
  const { packs } = bench
  const rules = packs.rulesFor(dossier.standard)
  const before = evaluateDossier(dossier, rules, packs.clock, { holding: true })
  const kept = satisfiedIn(before)
  const trials = new Map<string, Trial>()
  for (const rule of new Set(kept.map((result) => result.rule))) {
    for (const trial of trialsOf(rule, dossier, bench)) {
      const key = keyOf(trial, bench)
      const known = trials.get(key)
      if (known) for (const one of trial.claims) known.claims.push(one)
      else trials.set(key, trial)
    }
  }
  const faults = new Set(faultsIn(before))
  return { dossier, faults, kept: kept.length, trials: [...trials.values()] }
}

/** What is broken, and what cannot be judged. */
export function faultsIn({ results }: Evaluated): readonly string[] {
  return results.flatMap(({ result, open }) => {
    const place = `${result.rule.rule.id}\0${elementOf(result.bound)}`
    if (result.outcome === 'cannotJudge') return [`open\0${place}`]
    return open.map(({ assert }) => `broken\0${place}\0${assert.id}`)
  })
}

/** The dossiers of changed documents. Where a change breaks what refers to what, the rules alone tell. */
export function dossiersFrom(
  documents: readonly ShapedDocument[],
  { standardFor }: Packs,
  day: MutateBench['day'],
): readonly WrittenDossier[] {
  return buildDossiers(documents, standardFor, day, undefined, () => false).dossiers
}

/** The results under which a clause is kept. */
export function satisfiedIn({ results }: Evaluated): readonly Result[] {
  return results
    .map(({ result }) => result)
    .filter(({ outcome, rule }) => outcome === 'satisfied' && !rule.rule.onlyFinds)
}

function keyOf({ changes }: Trial, { documents }: MutateBench): string {
  return changes
    .map(({ document, mutation: { kind, paths } }) => {
      return [documents.indexOf(document), kind, ...paths.map((path) => path.join('/'))].join(' ')
    })
    .join('\n')
}

/** The dossier of a system under the same standard among others built anew. */
export function sameIn(
  dossiers: readonly WrittenDossier[],
  { id, standard }: WrittenDossier,
): WrittenDossier | undefined {
  return dossiers.find((one) => one.id === id && one.standard.id === standard.id)
}

/** The changes that concern one rule: it is judged alone, so that what it reads is known. */
function trialsOf(rule: LinkedRule, whole: WrittenDossier, bench: MutateBench): readonly Trial[] {
  const traces = bench.documents.map((document) => ({ document, trace: traced(document.value) }))
  const documents = traces.map(({ document, trace }) => ({ ...document, value: trace.value }))
  const dossier = sameIn(dossiersFrom(documents, bench.packs, bench.day), whole)
  if (!dossier) return []
  // Building looks through everything; what counts is what the rule itself reads.
  for (const { trace } of traces) trace.reads.clear()
  const evaluated = evaluateDossier(dossier, [rule], bench.packs.clock, { holding: true })
  const claims = satisfiedIn(evaluated).map((result) => ({ result, all: keepersOf(result) }))
  const names = namesRead(rule.rule)
  const reads = new Map(traces.map(({ document, trace }) => [document, new Set(trace.reads)]))
  return claims.flatMap(({ result, all }): readonly Trial[] => {
    const keepers = all.map(writtenKeeper)
    const [first] = keepers
    const document = first && documentOf(first.part, bench)
    if (!first || !document || !isOwn(document, dossier)) return []
    const attention: Attention = {
      isRead: (path) => reads.get(document)?.has(path.join('/')) ?? false,
      names,
      subject: result.bound,
    }
    const own = keepers.filter(({ part }) => part.document === first.part.document)
    const single = mutationsOf(own, attention).map((mutation): readonly [Change, ...Change[]] => [
      { document, mutation },
    ])
    return [...single, ...silencingOf(result, keepers, dossier, bench)]
      .filter((changes) => changes.every(isWellFormed))
      .map((changes) => ({ changes, keeper: first, claims: [result] }))
  })
}

/**
 * Where a procedure as a whole keeps a clause, all that speaks of its requirement is taken away, in the
 * procedure and in what holds for the whole organisation.
 */
function silencingOf(
  { requirement }: Result,
  keepers: readonly Keeper[],
  dossier: WrittenDossier,
  bench: MutateBench,
): readonly (readonly [Change, ...Change[]])[] {
  const whole = keepers.find(isWide)
  if (!whole || requirement === null) return []
  const own = dossier.editions.filter(({ document }) => document === whole.part.document)
  const wide = dossier.organisationWide?.procedures ?? []
  const changes = [...own, ...wide].flatMap((procedure): readonly Change[] => {
    const mutation = silencing(procedure, requirement)
    const document = documentOf(procedure, bench)
    return mutation && document ? [{ document, mutation }] : []
  })
  const [first, ...more] = changes
  return first ? [[first, ...more]] : []
}

/** Whether what a document says is judged with a system, not with the whole organisation. */
function isOwn({ kind, value }: ShapedDocument, { id }: WrittenDossier): boolean {
  return kind === 'municipality' || value['system'] === id
}

function documentOf(part: Element, { documents }: MutateBench): ShapedDocument | undefined {
  return documents.find(({ document }) => document === part.document)
}

/** A change that the shape check refuses is noticed before any rule looks. */
function isWellFormed({ document, mutation }: Change): boolean {
  const value = structuredClone(mutation.apply(document.value))
  if (value === undefined) return true
  // The check looks at the value alone; its places stay those of the file.
  return validate({ ...(document.document as ParsedDocument), value }).ok
}

/** A value that remembers what of it was read, as paths joined by slashes. */
interface Traced {
  readonly value: Readonly<Record<string, unknown>>
  readonly reads: Set<string>
}

/** A view of a value through which every read is noted; the value itself is not touched. */
function traced(value: Readonly<Record<string, unknown>>): Traced {
  const reads = new Set<string>()
  const views = new WeakMap<object, unknown>()
  const view = (item: unknown, path: string): unknown => {
    if (!Array.isArray(item) && !isMapping(item)) return item
    const known = views.get(item)
    if (known !== undefined) return known
    const proxy: object = new Proxy(item, {
      get(target, key) {
        const inner: unknown = Reflect.get(target, key)
        if (typeof key !== 'string' || !Object.hasOwn(target, key)) return inner
        const at = path === '' ? key : `${path}/${key}`
        if (key !== 'length') reads.add(at)
        return view(inner, at)
      },
    })
    views.set(item, proxy)
    return proxy
  }
  return { value: view(value, '') as Traced['value'], reads }
}
