import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { memoryWorkspace } from '../../src/source/memory.ts'
import type { Workspace } from '../../src/source/workspace.ts'

const sample = readFileSync(
  join(resolve(import.meta.dirname, '../..'), 'policies/base/sample.yaml'),
  'utf8',
)

type Edit = (dossier: string) => string

/** The sound town of the base pack's sample as files of its own, its dossier edited first. */
export function sampleFiles(edit: Edit = (text) => text): Readonly<Record<string, string>> {
  const documents = sample.split(/^---\n/m)
  const isStandard = (text: string): boolean => /^kind: standard$/m.test(text)
  return {
    'policies/sample/pack.yaml': documents.filter(isStandard).join('---\n'),
    'town/all.yaml': edit(documents.filter((text) => !isStandard(text)).join('---\n')),
  }
}

/** The same as a workspace. */
export function sampleTown(edit?: Edit): Workspace {
  return memoryWorkspace(sampleFiles(edit))
}

/** Replaces one stretch of a text; it must be there. */
export function replaced(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`not there: ${String(from)}`)
  return changed
}
