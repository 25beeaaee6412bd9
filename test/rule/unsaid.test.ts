import { expect, test } from 'vitest'
import { makeDay } from '../../src/calendar/day.ts'
import { oneIn } from '../sample/sweep.ts'
import { toldOf, town } from './sound-town.ts'

// A procedure is a closed world: what it does not state is told. Of all else, nothing is known that was
// not handed in. What a file must hold, and references into what is gone, are told of the form.
const kinds = ['municipality', 'context', 'records', 'notice', 'actions'] as const
const ofForm = /^(shape|file)\./
const asOf = makeDay(2025, 10, 10)

/** What is told where a kind of document is not there, or lacks a key. */
async function claimed(kind: string, key?: string): Promise<readonly string[]> {
  const left = town.flatMap((one) => {
    if (one.kind !== kind) return [one]
    const entries = Object.entries(one.value).filter(([name]) => name !== key)
    return key === undefined ? [] : [{ ...one, value: Object.fromEntries(entries) }]
  })
  return (await toldOf(left, asOf)).filter((one) => !ofForm.test(one))
}

test.each(kinds)(
  'nothing is claimed of a %s that is not there, whole or in part',
  async (kind) => {
    const keys = town.flatMap((one) => (one.kind === kind ? Object.keys(one.value) : []))
    // Which revision it announces a notice says itself, or nobody does.
    const passed = ['kind', 'system', 'announces']
    const claims: [string, readonly string[]][] = []
    if (kind !== 'municipality') claims.push(['', await claimed(kind)])
    for (const key of oneIn(3, new Set(keys))) {
      if (!passed.includes(key)) claims.push([key, await claimed(kind, key)])
    }
    expect(claims.filter(([, told]) => told.length > 0)).toEqual([])
  },
  60_000,
)
