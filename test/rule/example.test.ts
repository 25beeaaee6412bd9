import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Day } from '../../src/calendar/day.ts'
import { runExamples } from '../../src/rule/example.ts'
import { packsBelow, project } from './packs.ts'

const never = '9999-12-31' as Day
const folders = ['policies', 'examples/invented/policies'].filter((folder) =>
  existsSync(join(project, folder)),
)

describe.each(packsBelow(...folders))('$pack.id', ({ pack, chain, sample }) => {
  const results = runExamples(pack, chain, sample, never)

  test(`${results.length} examples pass`, () => {
    const failed = results.flatMap(({ rule, title, problem }) => {
      if (!problem) return []
      const { path, start } = problem.location
      return [`${path}:${start.line}:${start.column} ${rule} (${title}) ${problem.message}`]
    })
    expect(failed).toEqual([])
  })
})
