import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadArrange } from '../../../src/render/chart/arrange.ts'
import { compose } from '../../../src/render/chart/compose.ts'
import {
  type ChartNode,
  type ContactChart,
  contactLines,
} from '../../../src/render/chart/contact-chart.ts'
import type { Figure } from '../../../src/render/chart/figure.ts'
import { largest, leastScale } from '../../../src/render/chart/fit.ts'
import { contactChartOf } from '../../../src/render/chart/from-chain.ts'
import type { Arrange, Arrangement } from '../../../src/render/chart/plan.ts'
import { type Manner, type Typeset, typeset } from '../../../src/render/chart/typeset.ts'
import { dossiersIn, shippedFolders } from '../view/dossiers.ts'
import { coveredTexts, overlaps, runsThrough, strayTexts, touches } from './figure-rules.ts'
import { chartOf, cityOf, edgesOf, nodeOf, thirteen } from './invented.ts'

let arrange: Arrange
beforeAll(async () => {
  arrange = await loadArrange()
})

const pages = { portrait: { width: 642, height: 868 }, landscape: { width: 960, height: 530 } }

/** What no figure may have. */
function faults(figure: Figure) {
  return {
    overlaps: overlaps(figure),
    strayTexts: strayTexts(figure),
    runsThrough: runsThrough(figure),
    coveredTexts: coveredTexts(figure),
  }
}

const none = { overlaps: [], strayTexts: [], runsThrough: [], coveredTexts: [] }

/** The texts of a figure without the places where lines were broken. */
const saidBy = (figure: Figure): string =>
  figure.texts
    .map(({ text }) => text)
    .join('')
    .replaceAll(' ', '')

describe.each(shippedFolders)('the chains of $path', ({ path, policies }) => {
  test('are drawn whole and legible', async () => {
    const dossiers = await dossiersIn(path, policies)
    const chains = dossiers.flatMap(({ editions }) =>
      editions.flatMap((one) => one.parts('chains')),
    )
    expect(chains.length).toBeGreaterThan(3)
    for (const chart of chains.map(contactChartOf)) {
      const fitted = await largest(chart, pages.portrait, arrange)
      expect(fitted?.scale).toBeGreaterThanOrEqual(leastScale)
      expect(fitted && faults(fitted.figure)).toEqual(none)
      const said = fitted ? saidBy(fitted.figure) : ''
      const names = [...chart.nodes, ...chart.unlisted].map(({ name }) => name.replaceAll(' ', ''))
      expect(names.filter((name) => !said.includes(name))).toEqual([])
      expect(fitted?.figure.lines.length).toBe(contactLines(chart).length)
    }
  })
})

describe('an invented chart', () => {
  test.each<[string, ContactChart, keyof typeof pages]>([
    ['of one node', chartOf(), 'portrait'],
    ['of thirteen nodes', thirteen, 'portrait'],
    ['of forty nodes in three departments', cityOf(3, 12), 'portrait'],
    ['of forty nodes in three departments, sideways', cityOf(3, 12), 'landscape'],
  ])('%s is drawn whole and legible', async (_, chart, page) => {
    const fitted = await largest(chart, pages[page], arrange)
    expect(fitted?.scale).toBeGreaterThanOrEqual(leastScale)
    expect(fitted && faults(fitted.figure)).toEqual(none)
    const said = fitted ? saidBy(fitted.figure) : ''
    const names = chart.nodes.map(({ name }) => name.replaceAll(' ', ''))
    expect(names.filter((name) => !said.includes(name))).toEqual([])
  })

  test('with a line for every pair is too much for any page', async () => {
    const nodes = Array.from({ length: 30 }, (_, index) => nodeOf(`n${index}`, `架空${index}課`))
    const edges = nodes.flatMap(({ id: from }, index) =>
      nodes.slice(index + 1).map(({ id: to }) => ({ from, to })),
    )
    expect(await largest(chartOf({ nodes, edges }), pages.portrait, arrange)).toBeUndefined()
  })

  test('of 300 halls that one office calls is a stack', async () => {
    const halls = Array.from({ length: 300 }, (_, index) => nodeOf(`h${index}`, `第${index}会館`))
    const nodes = [nodeOf('desk', '施設課'), ...halls]
    const chart = chartOf({
      nodes,
      edges: edgesOf(
        halls.map(({ id }) => `desk=${id}`),
        '電話',
      ),
    })
    const fitted = await largest(chart, pages.portrait, arrange)
    expect(fitted?.figure.lines.length).toBe(1)
    expect(fitted && faults(fitted.figure)).toEqual(none)
    expect(
      halls.filter(({ name }) => !saidBy(fitted?.figure ?? emptyFigure).includes(name)),
    ).toEqual([])
  })
})

const emptyFigure: Figure = {
  width: 0,
  height: 0,
  lines: [],
  frames: [],
  clearings: [],
  boxes: [],
  texts: [],
}

describe('any chart', () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from('総務課情報（）・システムA1 ')),
    maxLength: 24,
  })
  const phone = fc.option(fc.constantFrom('内線000', '000-000-0000'), { nil: undefined })
  const node = (index: number): fc.Arbitrary<ChartNode> =>
    fc
      .record({
        name: text,
        kind: fc.constantFrom('internal' as const, 'external' as const, 'facility' as const),
        frame: fc.constantFrom('f1', 'f2', 'f3', 'none'),
        role: text,
        day: phone,
        night: phone,
      })
      .map(({ name, kind, frame, role, day, night }) => ({
        id: `n${index}`,
        name: `架空${index}${name}`,
        kind,
        ...(frame === 'none' ? {} : { frame }),
        ...(role.trim() === '' ? {} : { role }),
        phones: [
          { band: 'day' as const, ...(day === undefined ? {} : { number: day }) },
          { band: 'night' as const, ...(night === undefined ? {} : { number: night }) },
        ],
      }))
  const chart = fc.integer({ min: 1, max: 9 }).chain((size) => {
    const id = fc.integer({ min: 0, max: size - 1 }).map((index) => `n${index}`)
    const means = fc.constantFrom('電話', 'メール', 'FAX')
    return fc.record({
      title: text,
      nodes: fc.tuple(...Array.from({ length: size }, (_, index) => node(index))),
      edges: fc.array(fc.record({ from: id, to: id, means }), { maxLength: 14 }),
      frames: fc.constant([
        { id: 'f1', name: '架空局' },
        { id: 'f2', name: '架空局の長い名前の部', parent: 'f1' },
        { id: 'f3', name: '別の局' },
      ]),
      firstReporter: id,
      goal: id,
      unlisted: fc.constant([nodeOf('u', '載っていない課', { phones: [] })]),
    })
  })
  const manner: fc.Arbitrary<Manner> = fc.record({
    lineWidth: fc.constantFrom(9, 13),
    direction: fc.constantFrom('down' as const, 'right' as const),
    isFramed: fc.boolean(),
  })

  test.each([
    ['of any kind', {}],
    ['with a nested frame that is narrower than its title', { seed: 1594574352 }],
  ])(
    '%s has no box over another, no text outside its box, no line through a box',
    async (_, chosen) => {
      await fc.assert(
        fc.asyncProperty(chart, manner, async (drawn, how) => {
          const { figure } = await draw(drawn, how)
          expect(faults(figure)).toEqual(none)
        }),
        { numRuns: 60, ...chosen },
      )
    },
  )

  test('has a line with the right heads for every contact', async () => {
    await fc.assert(
      fc.asyncProperty(chart, manner, async (drawn, how) => {
        const { figure, text, arrangement } = await draw(drawn, how)
        const seen = figure.lines.flatMap(({ points, headAtStart, headAtEnd }) => {
          const start = boxesAt(text, arrangement, points[0])
          const end = boxesAt(text, arrangement, points.at(-1))
          return [
            ...(headAtEnd ? [`${start}>${end}`] : []),
            ...(headAtStart ? [`${end}>${start}`] : []),
          ]
        })
        const meant = new Set(drawn.edges.map(({ from, to }) => `${from}>${to}`))
        expect(seen.sort()).toEqual([...meant].sort())
      }),
      { numRuns: 60 },
    )
  })

  async function draw(drawn: ContactChart, how: Manner) {
    const text = typeset(drawn, how)
    const arrangement = await arrange(text.plan, how.direction)
    return { figure: compose(drawn, text, how.lineWidth, arrangement), text, arrangement }
  }

  function boxesAt(
    { boxes }: Typeset,
    places: Arrangement,
    point = { x: Number.NaN, y: Number.NaN },
  ): string {
    const found = [...boxes].filter(([id, { width, height }]) => {
      const at = places.boxes.get(id)
      return at !== undefined && touches({ ...at, width, height }, point)
    })
    return found.map(([id]) => id).join('&')
  }
})
