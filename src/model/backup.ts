import { normalise } from '../japanese/width.ts'
import type { Part } from './part.ts'

/** The backups of the same data that are written before one: what holds of all of them is told of the first. */
export function earlierOfSame(backup: Part): readonly Part[] {
  const nameOf = (one: Part): string => normalise(one.writtenText('of') ?? '')
  const all = backup.parent?.writtenParts('backups') ?? []
  const at = all.findIndex((one) => one.key === backup.key)
  return all.slice(0, Math.max(at, 0)).filter((one) => nameOf(one) === nameOf(backup))
}
