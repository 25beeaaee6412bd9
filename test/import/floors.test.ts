import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { markedDocuments } from './marks.ts'
import { type Draft, fields, measure, type Share, total } from './measure.ts'
import { readAs } from './read.ts'

function percent({ right, all }: Share): number {
  return all === 0 ? 100 : Math.floor((100 * right) / all)
}

/**
 * What the reader does not fall below, in percent of the marked sentences. They were marked before it saw
 * them, and it was mended by their grammar since.
 */
const floors: Readonly<Record<string, number>> = {
  found: 99,
  meant: 98,
  roles: 99,
  modality: 99,
  interval: 99,
  event: 96,
  deadline: 99,
  timing: 99,
  activity: 95,
  requirement: 30,
  record: 99,
  reportTo: 99,
  whole: 82,
}

test('the corpus keeps its floors', async () => {
  const measured = await Promise.all(
    markedDocuments().map(async (document) => {
      const name = document.file
      const { files } = await readAs(name, document.bytes)
      return measure(document, parse(String(files[0]?.content)) as Draft)
    }),
  )
  const { found, meant, of, whole } = total(measured)
  const shares = {
    found,
    meant,
    ...Object.fromEntries(fields.map((field) => [field, of[field]])),
    whole,
  }
  const reached = Object.fromEntries(
    Object.entries(shares).map(([name, share]) => [name, percent(share)]),
  )
  for (const [name, floor] of Object.entries(floors))
    expect(reached[name], name).toBeGreaterThanOrEqual(floor)
})
