import { check, type CheckOutcome } from '../../../src/workflow/check.ts'
import type { Report } from '../../../src/finding/report.ts'
import { memoryWorkspace } from '../../../src/source/memory.ts'
import { municipality, pack } from './town.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

/** A run over a municipality kept in memory; its files stand in `procedures/hoshi`. */
export function outcome(
  files: Files,
  paths: readonly string[] = ['procedures'],
): Promise<CheckOutcome> {
  const workspace = memoryWorkspace({
    'policies/hoshi/pack.yaml': pack,
    'procedures/hoshi/municipality.yaml': municipality,
    ...files,
  })
  return check({ workspace, paths })
}

/** The report of such a run. */
export async function run(files: Files, paths?: readonly string[]): Promise<Report> {
  const { report } = await outcome(files, paths)
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
