import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Change, ChangeReport, Impact } from '../../src/finding/change.ts'
import type { Finding } from '../../src/finding/finding.ts'
import { changesFormats } from '../../src/format/changes.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import type { Location } from '../../src/source/source.ts'
import type { Workspace } from '../../src/source/workspace.ts'
import type { CompareOutcome } from '../../src/workflow/compare.ts'
import { compareEditions } from '../../src/workflow/compare/editions.ts'
import { editionNamed } from '../../src/workflow/open/edition-name.ts'
import { editionFiles, editionTown } from '../sample/editions.ts'
import { replaced } from '../sample/town.ts'
import { opposite } from '../sample/opposite.ts'
import { absentIn } from './absent.ts'

const root = diskWorkspace({ cwd: resolve(import.meta.dirname, '../..') })
const fixtures = join(import.meta.dirname, 'fixtures/editions')

interface More {
  readonly systems?: readonly string[]
  readonly asOf?: string
}

function outcomeOf(
  before: string,
  after: string,
  workspace: Workspace,
  more: More = {},
): Promise<CompareOutcome> {
  const [first, second] = [before, after].map(editionNamed)
  if (!first || !second) throw new Error('not an edition')
  return compareEditions({ before: first, after: second, workspace, today: '2026-04-10', ...more })
}

async function reportOf(...request: Parameters<typeof outcomeOf>): Promise<ChangeReport> {
  return (await outcomeOf(...request)).report
}

const line = ({ path, start }: Location): string => `${path}:${start.line}`
const changeLine = ({ grade, subject, kind, before, after, breaksMandatory }: Change): string =>
  [
    `${grade}: ${subject} ${kind}`,
    [before, after].map((side) => (side ? line(side.location) : '-')).join(' → '),
    ...(breaksMandatory ? ['mandatory'] : []),
  ].join(' | ')
const findingLine = ({ rule, location }: Finding): string => `${rule} ${line(location)}`

/** Everything of an impact, its texts and places in one line each. */
function whole({ introduced, resolved, stricter, reviews, ...head }: Impact): unknown {
  return {
    ...head,
    introduced: introduced.map(findingLine),
    resolved: resolved.map(findingLine),
    stricter: stricter.map(
      ({ message, location, certain }) => `${certain ? '' : '? '}${message} ${line(location)}`,
    ),
    reviews: reviews.map(
      ({ procedure, message, location }) => `${procedure}: ${message} ${line(location)}`,
    ),
  }
}

function told(report: ChangeReport): unknown {
  return {
    standards: report.standards,
    changes: report.changes.map(changeLine),
    impact: report.impact.map(whole),
  }
}

describe('an invented standard that adds, drops, tightens and relaxes clauses', () => {
  test('is told clause by clause and system by system', async () => {
    const report = await reportOf('wakaba@2024', 'wakaba@2026', editionTown())
    expect(told(report)).toMatchSnapshot()
  })

  test.each([80, 120])('reads well on %i columns', async (width) => {
    const { report, sources, ruleTitles } = await outcomeOf(
      'wakaba@2024',
      'wakaba@2026',
      editionTown(),
    )
    const context = { sources: sources.after, color: false, width, ruleTitles }
    const text = changesFormats.text(report, context)
    await expect(text).toMatchFileSnapshot(join(fixtures, `wakaba-${width}.txt`))
  })

  test('is mirrored the other way round', async () => {
    const [there, back] = [
      await reportOf('wakaba@2024', 'wakaba@2026', editionTown()),
      await reportOf('wakaba@2026', 'wakaba@2024', editionTown()),
    ]
    const shown = ({ subject, before, after, grade }: Change): string =>
      [subject, grade, JSON.stringify(before), JSON.stringify(after)].join(' ')
    expect(back.changes.map(shown).sort()).toEqual(
      there.changes
        .map((change) =>
          shown({
            ...change,
            grade: opposite[change.grade],
            before: change.after,
            after: change.before,
          }),
        )
        .sort(),
    )
    const turned = there.impact.map((one) => ({
      system: one.system,
      introduced: absentIn(one).map(findingLine).sort(),
      absent: one.introduced.map(findingLine).sort(),
    }))
    expect(
      back.impact.map((one) => ({
        system: one.system,
        introduced: one.introduced.map(findingLine).sort(),
        absent: absentIn(one).map(findingLine).sort(),
      })),
    ).toEqual(turned)
  })

  test('says nothing of an edition held against itself', async () => {
    const { standards, changes, impact } = await reportOf(
      'wakaba@2026',
      'wakaba@2026',
      editionTown(),
    )
    expect({ changes, impact, standards }).toEqual({
      changes: [],
      impact: [],
      standards: [
        {
          pack: 'wakaba',
          name: '若葉市情報セキュリティ対策基準',
          before: '2026',
          after: '2026',
        },
      ],
    })
  })

  test('asks no review of a procedure that is written for the later edition already', async () => {
    const files = editionFiles()
    const town = (files['town/all.yaml'] ?? '').replaceAll(
      "standard: { pack: wakaba, edition: '2024' }",
      "standard: { pack: wakaba, edition: '2026' }",
    )
    const { impact } = await reportOf(
      'wakaba@2024',
      'wakaba@2026',
      editionTown({ 'town/all.yaml': town }),
    )
    expect(impact.map(({ stricter, reviews }) => ({ stricter, reviews }))).toEqual([
      { stricter: [], reviews: [] },
      { stricter: [], reviews: [] },
      { stricter: [], reviews: [] },
    ])
  })

  test('touches the systems of a standard that extends it', async () => {
    const files = editionFiles()
    const own = `kind: standard\nid: ward\nname: 若葉区の基準\nextends: wakaba\neditions: [{ id: '1', from: 2021-04-01 }]\n`
    const town = (files['town/all.yaml'] ?? '')
      .replaceAll(
        /\{ pack: wakaba, edition: '2021', from: .*\}/g,
        "{ pack: ward, edition: '1', from: 2021-04-01 }",
      )
      .replaceAll(/^ {2}- \{ pack: wakaba, edition: '2024'.*\n/gm, '')
      .replaceAll(
        /standard: \{ pack: wakaba, edition: '\d+' \}/g,
        "standard: { pack: ward, edition: '1' }",
      )
    const more = { 'policies/ward/pack.yaml': own, 'town/all.yaml': town }
    const { impact } = await reportOf('wakaba@2024', 'wakaba@2026', editionTown(more))
    expect(impact.map(whole)).toMatchSnapshot()
  })

  test('says so where a new clause finds nothing that answers to it', async () => {
    const files = editionFiles()
    const town = replaced(
      files['town/all.yaml'] ?? '',
      /^ {2}- id: telework\n {4}requirement: TLW-1\n/m,
      '  - id: telework\n    requirement: HUM-1\n',
    )
    const { impact } = await reportOf(
      'wakaba@2024',
      'wakaba@2026',
      editionTown({ 'town/all.yaml': town }),
    )
    const [, organisation] = impact
    expect(organisation?.reviews.map(({ message }) => message)).toMatchSnapshot()
  })
})

describe('the standards of the audited municipalities', () => {
  test.each([
    ['osaka-city@2022-04-01', 'osaka-city@2025-04-09', 'procedures/osaka-city'],
    ['osaka-city@2022-04-01', 'osaka-city@2025-04-09', 'examples/remedied/osaka-city'],
    ['yokkaichi-city@2018', 'yokkaichi-city@2022', 'procedures/yokkaichi-city'],
    ['yokkaichi-city@2018', 'yokkaichi-city@2022', 'examples/remedied/yokkaichi-city'],
    ['arakawa-ward@2022-04-01', 'arakawa-ward@2023-04-01', 'procedures/arakawa-ward'],
    ['osaka-pref@2014-04-01', 'osaka-pref@2018-01-26', 'procedures/osaka-pref'],
  ])('%s → %s: %s', async (before, after, systems) => {
    expect(told(await reportOf(before, after, root, { systems: [systems] }))).toMatchSnapshot()
  })

  test('a later day finds procedures that did not follow, and a guideline that went on', async () => {
    const { impact } = await reportOf('yokkaichi-city@2018', 'yokkaichi-city@2022', root, {
      systems: ['procedures/yokkaichi-city'],
      asOf: '2025-06-01',
    })
    expect(impact.map(whole)).toMatchSnapshot()
  })
})
