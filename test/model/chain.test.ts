import { describe, expect, test } from 'vitest'
import { chainCovers, chainReaches } from '../../src/model/chain.ts'
import { canReach } from '../../src/model/contract.ts'
import { overlaps, within } from '../../src/model/organisation.ts'
import { context, dossierOf, organisation, partOf, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

/** Edges as `n1>it`. */
function chainOf(firstReporter: string, edges: readonly string[], nodes: readonly string[] = []) {
  const chain = {
    id: 'c',
    triggers: ['failure'],
    firstReporter,
    nodes: nodes.map((id) => ({ organisation: id })),
    edges: edges.map((edge) => ({ from: edge.split('>')[0], to: edge.split('>')[1] })),
  }
  const dossier = dossierOf([context(), { ...procedure, chains: [chain] }])
  return { dossier, chain: partOf(dossier.procedures[0]?.parts('chains') ?? [], 'c') }
}

describe('a contact chain', () => {
  test.each<[string, readonly string[], string, boolean]>([
    ['covers those an edge names', ['n1>it'], 'it', true],
    ['covers the members of a group', ['users>it'], 'n2', true],
    ['not those who had left the group', ['users>it'], 's1', false],
    ['covers what stands below', ['north>it'], 'n1-team', true],
    ['not what stands above', ['n1>it'], 'north', false],
    ['not others', ['n1>it'], 'vendor', false],
  ])('%s', (_, edges, id, expected) => {
    const { dossier, chain } = chainOf('n1', edges)
    expect(chainCovers(chain, organisation(dossier, id))).toBe(expected)
  })

  test('covers a node without an edge, and the first reporter', () => {
    const { dossier, chain } = chainOf('n2', ['n1>it'], ['vendor'])
    const covered = ['vendor', 'n2', 'other'].map((id) =>
      chainCovers(chain, organisation(dossier, id)),
    )
    expect(covered).toEqual([true, true, false])
  })

  test.each<[string, readonly string[], string, string, boolean]>([
    ['along its edges', ['n1>it', 'it>vendor'], 'n1', 'vendor', true],
    ['in their direction', ['n1>it', 'vendor>it'], 'n1', 'vendor', false],
    ['not where it breaks off', ['n1>it', 'n2>vendor'], 'n1', 'vendor', false],
    ['round a circle', ['n1>it', 'it>n1', 'it>vendor'], 'n1', 'vendor', true],
    ['itself', ['n1>it'], 'n1', 'n1', true],
    ['from a member through its group', ['users>it'], 'n2', 'it', true],
    ['to a member through its group', ['it>users'], 'it', 'n1', true],
    ['to what stands below', ['it>north'], 'it', 'n1-team', true],
    ['by its own place before that of its group', ['users>it', 'n1>vendor'], 'n1', 'it', false],
    ['by the nearest above', ['north>vendor', 'n1>it'], 'n1-team', 'vendor', false],
    ['a member by its group, though its number is noted', ['it>users'], 'it', 'n2', true],
  ])('reaches %s', (_, edges, from, to, expected) => {
    const { dossier, chain } = chainOf(from, edges, ['n2'])
    const [start, goal] = [organisation(dossier, from), organisation(dossier, to)]
    expect(chainReaches(chain, start, goal)).toBe(expected)
  })
})

describe('one organisation within another', () => {
  test.each<[string, string, unknown, boolean]>([
    ['n1', 'n1', true, true],
    ['n1-team', 'north', true, true],
    ['north', 'n1', false, true],
    ['n1', 'users', true, true],
    ['n1-team', 'users', true, true],
    ['users', 'n1', false, true],
    ['users', 'north', true, true],
    ['clubs', 'n1', ['municipality: groups/clubs/members?'], true],
    ['clubs', 'users', ['municipality: groups/clubs/members?'], true],
    ['users', 'clubs', false, true],
    ['south', 'north', false, false],
    ['s1', 'users', false, false],
  ])('%s in %s: %s, overlapping: %s', (a, b, isWithin, isOverlapping) => {
    const dossier = dossierOf([context()])
    const [one, other] = [organisation(dossier, a), organisation(dossier, b)]
    expect([told(() => within(one, other)), overlaps(one, other)]).toEqual([
      isWithin,
      isOverlapping,
    ])
  })
})

describe('a log can be reached', () => {
  const log = { id: 'l', kind: 'access', holder: 'vendor', accessibleTo: ['it'] }
  const report = (topic: string, to: string): Data => ({
    id: 'k',
    name: '保守',
    contractor: 'vendor',
    from: '2024-04-01',
    reports: [{ id: 'r', document: 'monthlyReport', items: [{ id: 'i', topic }], to }],
  })
  test.each<[string, readonly Data[], string, boolean]>([
    ['by its holder', [], 'vendor', true],
    ['by those who may read it', [], 'it', true],
    ['not by others', [], 'n1', false],
    ['by those who get it in a report', [report('log.analysis', 'n1')], 'n1', true],
    ['not in a report on other things', [report('patch.apply', 'n1')], 'n1', false],
    ['not in a report to others', [report('log.analysis', 'n2')], 'n1', false],
  ])('%s', (_, contracts, id, expected) => {
    const dossier = dossierOf([context({ logs: [log], contracts })])
    const one = partOf(dossier.context.parts('logs'), 'l')
    expect(canReach(organisation(dossier, id), one)).toBe(expected)
  })
})
