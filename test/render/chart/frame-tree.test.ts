import { expect, test } from 'vitest'
import { clustersOf } from '../../../src/render/chart/cluster.ts'
import {
  type FrameTree,
  frameTree,
  namesAbove,
  withoutFrames,
} from '../../../src/render/chart/frame-tree.ts'
import { chartOf, edgesOf, nodeOf } from './invented.ts'

const frames = [
  { id: 'city', name: '架空市役所' },
  { id: 'bu', name: '総務部', parent: 'city' },
  { id: 'ka', name: '情報課', parent: 'bu' },
  { id: 'kikaku', name: '企画部', parent: 'city' },
]

/** The tree in short: `frame「title」[…]`, a box as `id` or `id<organisations above>`. */
function short(tree: FrameTree): string {
  const boxes = tree.clusters.map(({ nodes, above }) => {
    const ids = nodes.map(({ id }) => id).join('+')
    return above.length === 0 ? ids : `${ids}<${above.join('/')}>`
  })
  const inner = tree.frames.map((frame) => `${frame.title}[${short(frame)}]`)
  return [...boxes, ...inner].join(' ')
}

function treeOf(placed: readonly (readonly [string, string?])[], edges: readonly string[] = []) {
  const nodes = placed.map(([id, frame]) =>
    nodeOf(id, `架空${id}`, frame === undefined ? {} : { frame }),
  )
  const chart = chartOf({ nodes, frames, edges: edgesOf(edges), firstReporter: 'none' })
  const { clusters } = clustersOf(chart, edges.length > 0)
  return {
    framed: short(frameTree(clusters, frames)),
    flat: short(withoutFrames(clusters, frames)),
  }
}

test.each([
  ['a node in no frame stands on the page', [['x']], 'x', 'x'],
  [
    'a frame around one node is only named',
    [['x', 'ka']],
    'x<架空市役所/総務部/情報課>',
    'x<架空市役所/総務部/情報課>',
  ],
  [
    'a frame around several is drawn, with the names above it',
    [
      ['x', 'ka'],
      ['y', 'ka'],
    ],
    '架空市役所 総務部 情報課[x y]',
    'x<架空市役所/総務部/情報課> y<架空市役所/総務部/情報課>',
  ],
  [
    'an organisation stands in its own frame',
    [
      ['bu', 'bu'],
      ['x', 'ka'],
    ],
    '架空市役所 総務部[bu x<情報課>]',
    'bu<架空市役所> x<架空市役所/総務部/情報課>',
  ],
  [
    'frames stand in frames',
    [
      ['x', 'ka'],
      ['y', 'bu'],
      ['z', 'kikaku'],
    ],
    '架空市役所[z<企画部> 総務部[y x<情報課>]]',
    'x<架空市役所/総務部/情報課> y<架空市役所/総務部> z<架空市役所/企画部>',
  ],
] as const)('%s', (_, placed, framed, flat) => {
  expect(treeOf(placed)).toEqual({ framed, flat })
})

test('a frame around a stack is drawn', () => {
  const placed = [
    ['hub', 'kikaku'],
    ['x', 'ka'],
    ['y', 'ka'],
    ['z', 'ka'],
  ] as const
  expect(treeOf(placed, ['hub=x', 'hub=y', 'hub=z']).framed).toBe(
    '架空市役所[hub<企画部> 総務部 情報課[x+y+z]]',
  )
})

test('the names above an organisation leave out its own', () => {
  const node = nodeOf('bu', '総務部', { frame: 'bu' })
  expect(namesAbove(node, frames)).toEqual(['架空市役所'])
})
