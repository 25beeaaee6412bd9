import { check } from '../../../src/workflow/check.ts'
import type { Report } from '../../../src/finding/report.ts'
import { memoryWorkspace } from '../../../src/source/memory.ts'
import { municipality, pack } from './town.ts'

/** The report of a run over a municipality kept in memory; its files stand in `procedures/hoshi`. */
export async function run(
  files: Readonly<Record<string, string | Uint8Array>>,
  paths: readonly string[] = ['procedures'],
): Promise<Report> {
  const workspace = memoryWorkspace({
    'policies/hoshi/pack.yaml': pack,
    'procedures/hoshi/municipality.yaml': municipality,
    ...files,
  })
  const { report } = await check({ workspace, paths })
  return report
}

/** What was found: the rule, the words, and where. */
export function found({ findings }: Report): readonly unknown[] {
  return findings.map(({ rule, message, location: { path, start } }) => [
    rule,
    message,
    `${path}:${start.line}:${start.column}`,
  ])
}
