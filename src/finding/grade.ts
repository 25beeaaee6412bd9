import type { Grade } from './change.ts'

/** The grades in the order a reader wants them: what takes away first, what only looks different last. */
export const gradesInOrder = [
  'removed',
  'relaxed',
  'transferred',
  'added',
  'tightened',
  'changed',
  'editorial',
] as const satisfies readonly Grade[]

/** The word for a grade. */
export const gradeLabels: Readonly<Record<Grade, string>> = {
  removed: '廃止',
  relaxed: '緩和',
  transferred: '移管',
  added: '新設',
  tightened: '強化',
  changed: '変更',
  editorial: '形式',
}
