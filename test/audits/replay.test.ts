import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readAudits, replay, table } from './replay.ts'

const root = resolve(import.meta.dirname, '../..')
const audits = readAudits(join(root, 'test/audits'))
const result = await replay(root, audits)

test('the audits have their 72 rows, each once', () => {
  const ids = audits.flatMap((audit) => audit.rows.map((row) => row.id))
  expect([ids.length, new Set(ids).size]).toEqual([72, 72])
})

test('every row is found and nothing else is, nor anything on the remedied twins', () => {
  const within = result.rows.filter(({ row }) => row.outOfReach === undefined)
  const open = within.filter(({ missing, owned }) => missing.length > 0 || owned.length === 0)
  expect({
    open: open.map(({ row }) => row.id),
    extra: result.extra,
    remedied: result.remedied,
    unfounded: result.unfounded,
  }).toEqual({ open: [], extra: [], remedied: [], unfounded: [] })
})

test('the last line of the table counts rows and what is over', () => {
  expect(table(result).split('\n').at(-1)).toBe('replay: 71/71 rows, 0 extra')
})
