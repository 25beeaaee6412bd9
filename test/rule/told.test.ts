import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'
import { project } from './packs.ts'
import { patched, toldOf, town } from './sound-town.ts'

/** What changes in the sound town, and all that is told of it then. */
interface Case {
  readonly title: string
  readonly asOf?: Day
  readonly set?: Readonly<Record<string, unknown>>
  readonly unset?: readonly string[]
  readonly told: readonly string[]
}

const folder = join(project, 'test/cases/told')
const cases = readdirSync(folder)
  .sort()
  .flatMap((name) => {
    const source = { path: name, text: readFileSync(join(folder, name), 'utf8') }
    return parseDocuments(source).documents.map(({ value }) => value as Case)
  })

test.each(cases)('$title', async ({ asOf, told, ...patch }) => {
  expect(await toldOf(patched(town, patch), asOf)).toEqual(told)
})
