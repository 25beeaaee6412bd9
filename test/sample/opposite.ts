import type { Grade } from '../../src/finding/change.ts'

/** What a change comes to, told the other way round. */
export const opposite: Readonly<Record<Grade, Grade>> = {
  added: 'removed',
  removed: 'added',
  tightened: 'relaxed',
  relaxed: 'tightened',
  transferred: 'transferred',
  changed: 'changed',
  editorial: 'editorial',
}
