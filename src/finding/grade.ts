import type { Change, Grade } from './change.ts'

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

/** 廃止 1、移管 2: the grades that there are, in their order. */
export function gradeCounts(changes: readonly Pick<Change, 'grade'>[]): string {
  return gradesInOrder
    .map((grade) => [grade, changes.filter((change) => change.grade === grade).length] as const)
    .filter(([, count]) => count > 0)
    .map(([grade, count]) => `${gradeLabels[grade]} ${count}`)
    .join('、')
}
