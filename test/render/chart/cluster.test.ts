import { expect, test } from 'vitest'
import { clustersOf } from '../../../src/render/chart/cluster.ts'
import type { ChartNode, ContactChart } from '../../../src/render/chart/contact-chart.ts'
import { chartOf, edgesOf, nodeOf } from './invented.ts'

/** The boxes in short: `a b+c`. */
function stacked(
  more: Partial<ContactChart>,
  looks: Partial<Record<string, Partial<ChartNode>>> = {},
) {
  const nodes = ['hub', 'a', 'b', 'c'].map((id) => nodeOf(id, `架空${id}`, looks[id]))
  const { clusters, lines } = clustersOf(chartOf({ nodes, ...more }), true)
  return {
    boxes: clusters.map((one) => one.nodes.map(({ id }) => id).join('+')).join(' '),
    lines: lines.map(({ near, far }) => `${near}-${far}`).join(' '),
  }
}

const star = edgesOf(['hub=a', 'hub=b', 'hub=c'], '電話')

test.each<
  [string, Partial<ContactChart>, Partial<Record<string, Partial<ChartNode>>>, string, string]
>([
  ['alike are stacked and share a line', { edges: star }, {}, 'hub a+b+c', 'hub-a'],
  ['not the one a report must get to', { edges: star, goal: 'b' }, {}, 'hub a+c b', 'hub-a hub-b'],
  [
    'not those of another frame',
    { edges: star },
    { b: { frame: 'f' } },
    'hub a+c b',
    'hub-a hub-b',
  ],
  [
    'not outsiders with insiders',
    { edges: star },
    { c: { kind: 'external' } },
    'hub a+b c',
    'hub-a hub-c',
  ],
  [
    'not those told one way with those told both',
    { edges: edgesOf(['hub=a', 'hub=b', 'hub>c'], '電話') },
    {},
    'hub a+b c',
    'hub-a hub-c',
  ],
  [
    'not those told by other means',
    { edges: [...star, { from: 'hub', to: 'c', means: 'FAX' }] },
    {},
    'hub a+b c',
    'hub-a hub-c',
  ],
  [
    'not those with a second line',
    { edges: [...star, ...edgesOf(['b>c'])] },
    {},
    'hub a b c',
    'hub-a hub-b hub-c b-c',
  ],
  ['not those without any', { edges: [] }, {}, 'hub a b c', ''],
])('%s', (_, more, looks, boxes, lines) => {
  expect(stacked(more, looks)).toEqual({ boxes, lines })
})

test('unless asked for, every node has its own box', () => {
  const nodes = ['hub', 'a', 'b', 'c'].map((id) => nodeOf(id, `架空${id}`))
  const { clusters, lines } = clustersOf(chartOf({ nodes, edges: star }), false)
  expect([clusters.length, lines.length]).toEqual([4, 3])
})
