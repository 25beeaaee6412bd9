import type { Finding } from '../finding/finding.ts'
import type { Packs } from './packs.ts'
import type { Read } from './read.ts'

/** Packs that are themselves the subject of a run: how many, and what is wrong with them. */
export interface Subject {
  readonly packs: number
  readonly findings: readonly Finding[]
}

/** Verifies the packs among the files of a run. What is wrong with them is a finding, not a failed run. */
export async function packsAsSubject(read: Read, packs: Packs): Promise<Subject> {
  if (read.packSources.length === 0) return { packs: 0, findings: [] }
  const verified = await packs.verify(read.packSources)
  return { packs: verified.read.length, findings: verified.findings }
}
