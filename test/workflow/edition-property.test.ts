import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChangeReport } from '../../src/finding/change.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { compareEditions } from '../../src/workflow/compare/editions.ts'
import { opposite } from '../sample/opposite.ts'
import { absentIn } from './absent.ts'

const keys = ['REC-1', 'REC-2', 'REC-3'] as const

/** What one edition says of a requirement: nothing, or a clause. */
interface Clause {
  readonly force: string
  readonly accept: readonly string[]
  readonly max: string | undefined
  readonly number: string | undefined
}

type Edition = Readonly<Record<(typeof keys)[number], Clause | undefined>>

const clause: fc.Arbitrary<Clause> = fc.record({
  force: fc.constantFrom('must', 'endeavour', 'may'),
  accept: fc.uniqueArray(fc.constantFrom('periodic', 'asNeeded', 'event', 'always'), {
    minLength: 1,
  }),
  max: fc.constantFrom(undefined, 'P1M', 'P30D', 'P6M', 'P2Y'),
  number: fc.constantFrom(undefined, '第1条', '第2条'),
})
const edition: fc.Arbitrary<Edition> = fc.record({
  'REC-1': fc.option(clause, { nil: undefined }),
  'REC-2': fc.option(clause, { nil: undefined }),
  'REC-3': fc.option(clause, { nil: undefined }),
})
const frequency = fc.constantFrom('{ every: P3M }', '{ every: P1Y }', 'asNeeded', 'always')

function packOf(before: Edition, after: Edition): string {
  const clauses = (all: Edition): string =>
    keys
      .flatMap((key) => {
        const one = all[key]
        if (!one) return []
        const max = one.max === undefined ? '' : `, max: ${one.max}`
        return [
          `      - id: ${key.toLowerCase()}`,
          `        requirement: ${key}`,
          `        text: ${key}を行う。`,
          '        quoted: 架空',
          '        subject: manager',
          `        force: ${one.force}`,
          `        cadence: { accept: [${one.accept.join(', ')}]${max} }`,
          ...(one.number === undefined ? [] : [`        number: ${one.number}`]),
        ]
      })
      .join('\n')
  const inEdition = (all: Edition): string =>
    keys.some((key) => all[key]) ? `\n    clauses:\n${clauses(all)}` : ''
  return `kind: standard
id: hoshi
name: 星町の基準
editions:
  - id: '1'
    from: 2020-04-01
    until: 2024-03-31${inEdition(before)}
  - id: '2'
    from: 2024-04-01${inEdition(after)}
requirements:
${keys.map((key) => `  - { key: ${key}, title: ${key}の業務, subject: [manager], text: 行う。, level: system }`).join('\n')}
vocabularies:
  roles: [{ id: manager, name: 管理者 }]
  activities: [{ id: work.do, name: 業務 }]
roles: [{ canonical: manager, name: 管理者 }]
`
}

const rules = `kind: rules
pack: hoshi
rules:
  - id: duty.cycle
    title: 間隔
    requirement: duty.requirement
    severity: error
    rationale: 間隔は最低の線である。
    each: { procedure: doc.procedures, duty: procedure.duties }
    where: duty.clauses.exists(c, stated(c.cadence) && stated(c.cadence.max))
    assert: |
      duty.clauses.filter(c, stated(c.cadence) && stated(c.cadence.max)).all(c,
        duty.frequency.atLeastEvery(c.cadence.max))
    message: 「{{ duty }}」の間隔が長すぎます。
    fix: 間隔を短くしてください。
    expected: 短い間隔
    actual: '{{ duty.frequency }}'
    examples: [{ good: よい, skip: true }, { bad: 長い, finds: [{ count: 1 }] }]
`

function townOf(frequencies: readonly string[]): string {
  const duties = keys.map(
    (key, index) =>
      `  - { id: ${key.toLowerCase()}, activity: work.do, requirement: ${key}, title: ${key}, performers: [kanri], frequency: ${frequencies[index] ?? 'always'} }`,
  )
  return `kind: municipality
id: hoshi
name: 星町
standards: [{ pack: hoshi, edition: '1', from: 2020-04-01 }]
organisations: [{ id: joho, name: 情報課 }]
---
kind: context
system: hoshi/tax
name: 税
foundOn: 2024-03-01
owner: joho
---
kind: procedure
system: hoshi/tax
id: tax
title: 税の手順
standard: { pack: hoshi, edition: '1' }
inForce: { from: 2020-04-01 }
roles: [{ id: kanri, canonical: manager, name: 管理者, post: 課長, organisation: joho }]
duties:
${duties.join('\n')}
`
}

interface Sample {
  readonly before: Edition
  readonly after: Edition
  readonly frequencies: readonly string[]
}

async function compared({ before, after, frequencies }: Sample): Promise<{
  readonly there: ChangeReport
  readonly back: ChangeReport
}> {
  const workspace = memoryWorkspace({
    'policies/hoshi/pack.yaml': packOf(before, after),
    'policies/hoshi/rules/duty.yaml': rules,
    'town.yaml': townOf(frequencies),
  })
  const [first, second] = [
    { pack: 'hoshi', edition: '1' },
    { pack: 'hoshi', edition: '2' },
  ]
  const [there, back] = [
    await compareEditions({ before: first, after: second, workspace }),
    await compareEditions({ before: second, after: first, workspace }),
  ]
  return { there: there.report, back: back.report }
}

const sample: fc.Arbitrary<Sample> = fc.record({
  before: edition,
  after: edition,
  frequencies: fc.tuple(frequency, frequency, frequency),
})

test('any two editions are mirrored the other way round', async () => {
  await fc.assert(
    fc.asyncProperty(sample, async (drawn) => {
      const { there, back } = await compared(drawn)
      // The ids of what was renamed are those of the later side.
      const changes = there.changes.map(({ grade, before, after }) => {
        return { grade: opposite[grade], before: after, after: before }
      })
      const turned = back.changes.map(({ grade, before, after }) => ({ grade, before, after }))
      const byText = (a: unknown, b: unknown): number =>
        JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
      expect(turned.sort(byText)).toEqual(changes.sort(byText))
      const come = ({ impact }: ChangeReport) =>
        impact.map(({ introduced }) => introduced.map(({ fingerprint }) => fingerprint).sort())
      const left = ({ impact }: ChangeReport) =>
        impact.map((one) =>
          absentIn(one)
            .map(({ fingerprint }) => fingerprint)
            .sort(),
        )
      expect(come(back)).toEqual(left(there))
      expect(left(back)).toEqual(come(there))
    }),
    { numRuns: 25 },
  )
})

test('what is said of a requirement follows from what becomes of its clause', async () => {
  await fc.assert(
    fc.asyncProperty(sample, async ({ before, after, frequencies }) => {
      const [system] = (await compared({ before, after, frequencies })).there.impact
      const told = (list: readonly { readonly message: string }[] = [], key: string): boolean =>
        list.some(({ message }) => message.includes(`担当業務「${key}」`))
      for (const key of keys) {
        const [first, second] = [before[key], after[key]].map(demandOf)
        if (first === second) {
          expect([told(system?.reviews, key), told(system?.stricter, key)]).toEqual([false, false])
        } else if (first === undefined || second === undefined) {
          expect([told(system?.reviews, key), told(system?.stricter, key)]).toEqual([
            true,
            second === undefined,
          ])
        }
      }
    }),
    { numRuns: 40 },
  )
})

/** What a clause asks for, whatever its number. */
function demandOf(one: Clause | undefined): string | undefined {
  return one && JSON.stringify([one.force, [...one.accept].sort(), one.max])
}
