import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GradedChange } from '../../src/diff/change.ts'
import type { Element, ShapedDocument } from '../../src/model/element.ts'
import { elementOf, type Fact } from '../../src/diff/fact.ts'
import { isForAll } from '../../src/diff/grade/table.ts'
import type { ChangeReport } from '../../src/finding/change.ts'
import type { PlacedDocument } from '../../src/model/place.ts'
import { yamlBelow } from '../rule/packs.ts'
import { compare } from '../../src/workflow/compare.ts'
import { concernedBy } from './concerned.ts'
import { type Edit, edited, edits } from './edit.ts'
import { reworded, shuffled } from './same-meaning.ts'
import {
  type Compared,
  compared,
  copyOf,
  documentsOf,
  graded,
  sideOf,
  type Version,
  versionOf,
} from './sides.ts'
import { renamable, renameIn, renameMunicipality, renameSystem } from './renaming.ts'
import { State } from './state.ts'

/** `FUZZ=200 SEED=7 npx vitest run test/diff/property.test.ts` looks longer and elsewhere. */
const numRuns = Number(process.env['FUZZ'] ?? 6)
const seed = Number(process.env['SEED'] ?? 1)
const often = { numRuns, seed }
/** For what judges both sides. */
const seldom = { numRuns: Math.ceil(numRuns / 4), seed }

const subjects: readonly (readonly [string, Version])[] = [
  ['examples/remedied/arakawa-ward', ''],
  ['examples/remedied/osaka-pref', ''],
  ['examples/invented/procedures/minamoto-town', 'after-school'],
  ['procedures/osaka-city', 'facility-reservation'],
].map(([folder = '', system = '']) => {
  const files = [...versionOf(folder)].filter(
    ([path]) => !path.includes('/') || path.startsWith(system),
  )
  return [`${folder} ${system}`.trim(), new Map(files)] as const
})

const packs = Object.fromEntries(
  yamlBelow('examples/invented/policies').map(({ path, text }) => [
    path.slice('examples/invented/'.length),
    text,
  ]),
)

const editsOf = (...kinds: readonly Edit['what'][]) =>
  fc.array(fc.record<Edit>({ what: fc.constantFrom(...kinds), seed: fc.nat() }), {
    minLength: 1,
    maxLength: 6,
  })

const anyEdits = editsOf(...(Object.keys(edits) as Edit['what'][]))

describe.each(subjects)('%s', (_, version) => {
  const before = documentsOf(version)
  const known = new Map<string, Revised>()

  /** A revision and how it compares; every property sees the same ones. */
  function revised(steps: readonly Edit[]): Revised {
    const name = JSON.stringify(steps)
    const found = known.get(name) ?? revisedFrom(before, documentsOf(edited(version, steps)))
    known.set(name, found)
    return found
  }

  test('compared with itself shows nothing', () => {
    expect(compared(before, documentsOf(version)).facts).toEqual([])
  })

  test('compared backwards shows the same the other way round', () => {
    fc.assert(
      fc.property(anyEdits, (steps) => {
        const { there, places } = revised(steps)
        const back = compared(there.after, before)
        expect(back.facts.map((fact) => told(reversed(fact), places)).sort()).toEqual(
          there.facts.map((fact) => told(fact, places)).sort(),
        )
      }),
      often,
    )
  })

  test('becomes the other version when the differences are applied', () => {
    fc.assert(
      fc.property(anyEdits, (steps) => {
        const { aligned, after, facts } = revised(steps).there
        const state = new State(aligned.documents)
        state.apply(facts)
        expect(state.said()).toEqual(new State(after).said())
      }),
      often,
    )
  })

  test('has every difference graded in one change', () => {
    fc.assert(
      fc.property(anyEdits, (steps) => {
        const { there, changes, places } = revised(steps)
        const standing = changes.flatMap(({ fact, folded = [] }) => [fact, ...folded])
        // A role that was merged into another points to it.
        const names = (facts: readonly Fact[]): readonly string[] =>
          facts.map((fact) => told({ ...fact, after: undefined }, places)).sort()
        expect(names(standing)).toEqual(names(there.facts))
      }),
      often,
    )
  })

  test('gives every change a fingerprint of its own', () => {
    fc.assert(
      fc.property(anyEdits, (steps) => {
        const prints = revised(steps).changes.map(({ fingerprint }) => fingerprint)
        expect([...new Set(prints)]).toEqual(prints)
      }),
      often,
    )
  })

  test('concerns those that are named where it changed, and nobody else', () => {
    fc.assert(
      fc.property(editsOf('set', 'unset', 'remove', 'add'), (steps) => {
        const after = edited(version, steps)
        const { changes } = graded(compared(before, documentsOf(after)))
        const inProcedures = changes.filter(({ subject }) => /^(duty|role):/.test(subject))
        expect(inProcedures.map(({ subject, affected }) => [subject, affected])).toEqual(
          inProcedures.map((change) => [change.subject, concernedBy(change, version, after)]),
        )
      }),
      often,
    )
  })

  test('needs a notice wherever somebody is concerned by what procedures ask', () => {
    fc.assert(
      fc.property(anyEdits, (steps) => {
        const revision = revised(steps)
        const untold = revision.changes.filter(
          ({ fact, needsNotice, grade }) =>
            grade !== 'editorial' && !needsNotice && isForAll(elementOf(fact).shape, undefined),
        )
        expect(untold.filter((change) => !mayStayUntold(change, revision))).toEqual([])
      }),
      often,
    )
  })

  test('has the same fingerprints in other words', () => {
    fc.assert(
      fc.property(editsOf('set', 'unset', 'remove', 'reorder', 'rename'), (steps) => {
        const after = edited(version, steps)
        const prints = ([first, second]: readonly Version[]): readonly string[] =>
          graded(compared(documentsOf(first ?? version), documentsOf(second ?? version)))
            .plain.map(({ fingerprint }) => fingerprint)
            .sort()
        expect(prints([reworded(version), reworded(after)])).toEqual(prints([version, after]))
      }),
      often,
    )
  })

  test('shows nothing when keys, lists, documents and files stand in another order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (dice) => {
        const other = shuffled(version, dice)
        expect(compared(before, documentsOf(other)).facts).toEqual([])
        const report = await reportOf(version, other)
        expect(report).toEqual({ ...report, changes: [], findings: nothing })
      }),
      seldom,
    )
  })

  test('gives the same report byte for byte when files are found in another order', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdits, async (steps) => {
        const after = edited(version, steps.slice(0, 2))
        const turned = (one: Version): Version => new Map([...one].toReversed())
        const [first, second] = await Promise.all([
          reportOrMessage(version, after),
          reportOrMessage(turned(version), turned(after)),
        ])
        expect(second).toBe(first)
      }),
      seldom,
    )
  })

  test('shows only other names when things are given other ids, and judges the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), async (dice) => {
        const after = renamed(version, dice)
        const { facts } = compared(before, documentsOf(after))
        expect(facts.filter(({ verb }) => verb !== 'renamed')).toEqual([])
        expect(facts.length).toBeGreaterThan(0)

        const { changes, findings } = await reportOf(version, after)
        expect(changes.filter(({ grade }) => grade !== 'editorial')).toEqual([])
        expect(changes.length).toBe(facts.length)
        expect(findings).toEqual(nothing)
      }),
      seldom,
    )
  })

  test('shows a municipality of another id as one change, and judges the same', async () => {
    const after = copyOf(version)
    renameMunicipality(after, 'another')
    const { changes, findings } = await reportOf(version, after)
    expect(changes.map(({ kind, grade }) => [kind, grade])).toEqual([
      ['municipality.renamed', 'editorial'],
    ])
    expect(findings).toEqual(nothing)
  })

  test('shows a system of another id as one change, and judges the same', async () => {
    const after = copyOf(version)
    renameSystem(after, 'another')
    const { changes, findings } = await reportOf(version, after)
    expect(changes.map(({ kind, grade }) => [kind, grade])).toEqual([
      ['context.renamed', 'editorial'],
    ])
    expect(findings).toEqual(nothing)
  })
})

interface Revised {
  readonly there: Compared
  readonly changes: readonly GradedChange[]
  readonly places: Places
}

function revisedFrom(before: readonly ShapedDocument[], after: readonly ShapedDocument[]): Revised {
  const there = compared(before, after)
  const places = placesOf([...before, ...after].map(({ document }) => document))
  return { there, changes: graded(there).changes, places }
}

const nothing = { introduced: [], resolved: [], gone: [] }

function renamed(version: Version, dice: readonly number[]): Version {
  const draft = copyOf(version)
  dice.forEach((at, index) => {
    const things = renamable(draft)
    const thing = things[at % things.length]
    if (thing) renameIn(draft, thing, `renamed${index}`)
  })
  return draft
}

/** The report of two versions, judged by the packs that ship and those of the invented town. */
async function reportOf(before: Version, after: Version): Promise<ChangeReport> {
  const municipality = [...before.values()].flat().find(({ kind }) => kind === 'municipality')
  const beside = municipality?.['id'] === 'minamoto-town' ? packs : {}
  const outcome = await compare({
    before: sideOf(before, '前', beside),
    after: sideOf(after, '後', beside),
    today: '2026-01-01',
  })
  return outcome.report
}

/** Random edits may leave references that lead nowhere; then the message is what must be the same. */
async function reportOrMessage(before: Version, after: Version): Promise<string> {
  try {
    return JSON.stringify(await reportOf(before, after))
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

/** Where nobody is told of a change of what procedures ask, and why. */
function mayStayUntold({ affected, fact }: GradedChange, { there }: Revised): boolean {
  const { shape, parent } = elementOf(fact)
  // An earlier edition is history.
  const isHistory = fact.field === 'inForce' && shape.name === 'Procedure'
  // A group that no procedure names lays nothing on its members.
  const isUnused =
    shape.name === 'GroupMember' &&
    ![...there.aligned.documents, ...there.after].some(
      ({ kind, value }) =>
        kind === 'procedure' && JSON.stringify(value).includes(`"${parent?.key ?? ''}"`),
    )
  // There is nobody to be told: no role, or roles of no organisation.
  return isHistory || isUnused || affected.organisations.length === 0
}

type Places = (element: Element | undefined) => string

/** Names for the places of elements, whichever ids they are told in. */
function placesOf(documents: readonly PlacedDocument[]): Places {
  const numbers = new Map(documents.map((one, index) => [one, index]))
  return (element) =>
    element ? `${numbers.get(element.document) ?? '?'}:${element.path.join('/')}` : '-'
}

function told({ verb, before, after, field }: Fact, places: Places): string {
  return `${verb} ${field ?? ''} ${places(before)} ${places(after)}`
}

const opposite: Partial<Record<Fact['verb'], Fact['verb']>> = {
  added: 'removed',
  removed: 'added',
  merged: 'split',
  split: 'merged',
}

function reversed(fact: Fact): Fact {
  const { verb, before, after } = fact
  return { ...fact, verb: opposite[verb] ?? verb, before: after, after: before }
}
