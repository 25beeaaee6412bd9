import type { Day } from '../../src/calendar/day.ts'
import { type Patch, patchSample } from '../../src/rule/example/patch.ts'
import type { Sample } from '../../src/rule/example.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { packsBelow } from './packs.ts'

/** The sound town of the base pack, without an exception: nothing in it needs one. */
export const town = patched(
  packsBelow('policies').find(({ pack }) => pack.id === 'base')?.sample ?? [],
  {
    unset: ['/procedure/exceptions'],
  },
)

/** The sample with what a case changes in it. */
export function patched(sample: Sample, patch: Patch): Sample {
  const result = patchSample(sample, patch)
  if (!result.ok) throw new Error(result.fault.message)
  return result.sample
}

/** All that is told of a town, by rule and message. */
export async function toldOf(sample: Sample, asOf?: Day): Promise<readonly string[]> {
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
  return report.findings.map(({ rule, message }) => `${rule} ${message}`)
}
