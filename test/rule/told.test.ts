import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import { type Patch, patchSample } from '../../src/rule/example/patch.ts'
import type { Sample } from '../../src/rule/example.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'
import { packsBelow, project } from './packs.ts'

/** What changes in the sound town of the base pack, and all that is told of it then. */
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
const town = patched(packsBelow('policies').find(({ pack }) => pack.id === 'base')?.sample ?? [], {
  // Nothing in the town needs it.
  unset: ['/procedure/exceptions'],
})

function patched(sample: Sample, patch: Patch): Sample {
  const result = patchSample(sample, patch)
  if (!result.ok) throw new Error(result.fault.message)
  return result.sample
}

test.each(cases)('$title', async ({ asOf, told, ...patch }) => {
  const sample = patched(town, patch)
  // What is JSON is YAML.
  const textOf = (isStandard: boolean): string =>
    sample
      .filter(({ kind }) => (kind === 'standard') === isStandard)
      .map(({ value }) => JSON.stringify(value, undefined, 1))
      .join('\n---\n')
  const workspace = memoryWorkspace({
    'policies/sample/pack.yaml': textOf(true),
    'town/all.yaml': textOf(false),
  })
  const { report } = await check({ workspace, paths: ['town'], ...(asOf && { asOf }) })
  expect(report.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual(told)
})
