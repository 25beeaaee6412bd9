import { expect, test } from 'vitest'
import { commonMeans, contactLines } from '../../../src/render/chart/contact-chart.ts'
import { chartOf, edgesOf, nodeOf } from './invented.ts'

const nodes = ['a', 'b', 'c', 'd'].map((id) => nodeOf(id, `架空${id}課`))

test('both ways between two boxes are one line', () => {
  const edges = [
    { from: 'a', to: 'b', means: '電話' },
    { from: 'b', to: 'a', means: 'メール' },
  ]
  expect(contactLines(chartOf({ nodes, edges }))).toEqual([
    { near: 'a', far: 'b', out: ['電話'], back: ['メール'] },
  ])
})

test('lines run outward from the first reporter, step by step', () => {
  const edges = edgesOf(['d>a', 'b>d', 'b>c', 'c>a'])
  expect(contactLines(chartOf({ nodes, edges, firstReporter: 'b' }))).toEqual([
    { near: 'd', far: 'a', out: [] },
    { near: 'b', far: 'd', out: [] },
    { near: 'b', far: 'c', out: [] },
    { near: 'c', far: 'a', out: [] },
  ])
  expect(contactLines(chartOf({ nodes, edges, firstReporter: 'a' }))).toEqual([
    { near: 'a', far: 'd', back: [] },
    { near: 'd', far: 'b', back: [] },
    { near: 'c', far: 'b', back: [] },
    { near: 'a', far: 'c', back: [] },
  ])
})

test('the same edge by several means is one line', () => {
  const edges = [
    ...edgesOf(['a>b'], '電話'),
    ...edgesOf(['a>b'], 'メール'),
    ...edgesOf(['a>b'], '電話'),
  ]
  expect(contactLines(chartOf({ nodes, edges }))).toEqual([
    { near: 'a', far: 'b', out: ['電話', 'メール'] },
  ])
})

test('what the first reporter does not reach, and who calls themselves, have lines too', () => {
  expect(contactLines(chartOf({ nodes, edges: edgesOf(['d>c', 'b>b']) }))).toEqual([
    { near: 'c', far: 'd', back: [] },
    { near: 'b', far: 'b', out: [] },
  ])
})

test.each([
  ['one means of all lines is common', edgesOf(['a=b', 'b>c'], '電話'), '電話'],
  ['several means are not', [...edgesOf(['a=b'], '電話'), ...edgesOf(['b>c'], 'FAX')], undefined],
  [
    'nor is one that a line does not state',
    [...edgesOf(['a=b'], '電話'), ...edgesOf(['b>c'])],
    undefined,
  ],
  [
    'nor one of two of a line',
    [...edgesOf(['a>b'], '電話'), ...edgesOf(['a>b'], 'FAX')],
    undefined,
  ],
  ['without lines there is none', [], undefined],
])('%s', (_, edges, means) => {
  expect(commonMeans(contactLines(chartOf({ nodes, edges })))).toBe(means)
})
