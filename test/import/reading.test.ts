import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { markedDocuments, type MarkedDocument } from './marks.ts'
import { type Draft, type Field, measure, type Share, total } from './measure.ts'
import { readAs } from './read.ts'

/**
 * Where the reader stood when it first met the marks, in per cent and rounded down, or its goal where it
 * reached that: it may get better and not worse. Who mends the reader raises the floor, and changes no mark.
 */
const floors: Readonly<Record<Figure, number>> = {
  found: 73,
  meant: 95,
  roles: 84,
  modality: 95,
  interval: 68,
  event: 70,
  deadline: 50,
  timing: 63,
  activity: 74,
  record: 52,
  reportTo: 58,
  whole: 25,
}

/** Duties found and meant, each field of those found, and all fields of all. */
type Figure = 'found' | 'meant' | Field | 'whole'

/** What the reader is to reach. */
const goals: Readonly<Partial<Record<Figure, number>>> = {
  found: 95,
  meant: 95,
  roles: 85,
  modality: 95,
  interval: 95,
  event: 95,
  deadline: 95,
  activity: 85,
  whole: 75,
}

const nothing: Draft = { roles: [] }

/** What the reader makes of a document: nothing, where it does not read what it is kept in. */
async function draftOf({ file, bytes }: MarkedDocument): Promise<Draft> {
  const read = await readAs(file, bytes).catch(() => undefined)
  const procedure = read?.files.find(({ name }) => name === 'procedure.yaml')
  return typeof procedure?.content === 'string' ? (parse(procedure.content) as Draft) : nothing
}

const measured = await Promise.all(
  markedDocuments().map(async (document) => measure(document, await draftOf(document))),
)
const { wrong, ...sum } = total(measured)

function figure(name: Figure): Share {
  if (name === 'found' || name === 'meant' || name === 'whole') return sum[name]
  return sum.of[name]
}

const percent = ({ right, all }: Share): number => (100 * right) / all

/** How a line says what is wrong, where that is not the name of the figure. */
const words: Readonly<Partial<Record<Figure, string>>> = { found: 'not found', meant: 'no duty' }

const rows = (Object.entries(floors) as [Figure, number][]).map(([name, floor]) => {
  const { right, all } = figure(name)
  return [name, floor, `${right} of ${all}, goal ${goals[name] ?? 'none'}`] as const
})

test.each(rows)('%s keeps its floor of %d per cent (%s)', (name, floor, figures) => {
  const lines = wrong.filter((line) => line.includes(` ${words[name] ?? name}`))
  expect(percent(figure(name)), [figures, ...lines].join('\n')).toBeGreaterThanOrEqual(floor)
})
