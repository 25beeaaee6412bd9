import { performingRoles } from '../../../model/duty.ts'
import type { WrittenPart } from '../../../model/part.ts'

/** What a role has to do with a duty. */
export type PartTaken = 'perform' | 'receive' | 'confirm' | 'assist' | 'unsettled'

/** The signs of the table, in the order of its legend. */
export const signs: readonly (readonly [PartTaken, string, string])[] = [
  ['perform', '◎', '実施'],
  ['receive', '○', '報告の受領'],
  ['confirm', '◇', '確認'],
  ['assist', '△', '支援又は手順の一部'],
  ['unsettled', '※', '分担の定めなし'],
]

/** Every part a role takes in a duty: its own share, reports it gets, results it confirms, steps it does. */
export function partsTaken(duty: WrittenPart, role: WrittenPart): readonly PartTaken[] {
  const shares = duty
    .parts('split')
    .filter((share) => share.data['role'] === role.key)
    .map((share) => share.writtenText('part') as PartTaken)
  const isPerformer = duty.parts('performers').some(({ key }) => key === role.key)
  const performs = performingRoles(duty).some(({ key }) => key === role.key)
  const receives = duty.parts('reportTo').some((report) => report.data['role'] === role.key)
  const confirm = duty.data['confirm'] as { by?: string } | undefined
  const steps = duty.parts('steps').some((step) => step.data['by'] === role.key)
  const found = new Set<PartTaken>([
    ...(performs ? (['perform'] as const) : []),
    ...shares,
    ...(receives ? (['receive'] as const) : []),
    ...(confirm?.by === role.key ? (['confirm'] as const) : []),
  ])
  if (found.size === 0 && isPerformer) found.add('unsettled')
  if (found.size === 0 && steps) found.add('assist')
  return signs.map(([part]) => part).filter((part) => found.has(part))
}

/** ◎○: the signs of the parts. */
export function signsOf(parts: readonly PartTaken[]): string {
  return signs
    .filter(([part]) => parts.includes(part))
    .map(([, sign]) => sign)
    .join('')
}

/** 実施、確認: the words of the parts. */
export function wordsOf(parts: readonly PartTaken[]): string {
  return signs
    .filter(([part]) => parts.includes(part))
    .map(([, , word]) => word)
    .join('、')
}
