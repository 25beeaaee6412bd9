import type { Change, ChangeReport, Grade } from '../../finding/change.ts'
import { gradeLabels } from '../../finding/grade.ts'
import { joinList } from '../../japanese/list.ts'
import { displayWidth } from '../../japanese/width.ts'
import { field, hang, type Page } from '../text/page.ts'
import type { Ink } from '../text/paint.ts'
import { placeText } from '../text/place.ts'
import { unfolded, visible, visibleLine } from '../text/visible.ts'
import { affectedNames } from './affected.ts'
import { sides } from './sides.ts'

const maxNames = 8

const inks: Readonly<Record<Grade, Ink>> = {
  removed: 'red',
  relaxed: 'red',
  transferred: 'yellow',
  added: 'blue',
  tightened: 'blue',
  changed: 'yellow',
  editorial: 'muted',
}

/** Said of a change that takes away from a clause which allows no exception. */
export const mandatoryText = '例外の認められない条項を守る定めを、なくすか弱めています'

/** Said of a change that must be told. */
export const noticeText = '通知が要る'

/** One change in full: what it is, both sides with their places, why it is graded so, whom it concerns. */
export function changeInFull(
  page: Page,
  change: Change,
  names: ChangeReport['names'],
): readonly string[] {
  const label = gradeLabels[change.grade]
  const head = `  ${page.paint('strong', page.paint(inks[change.grade], label))}  `
  return [
    ...hang(page, head, displayWidth(label, page.ambiguous) + 4, visibleLine(change.title)),
    ...sides(page, change),
    ...(change.reason ? field(page, '理由', visible(unfolded(change.reason))) : []),
    ...(change.breaksMandatory ? field(page, '注意', page.paint('red', mandatoryText)) : []),
    ...concerned(page, change, names),
    ...(change.needsNotice ? field(page, '通知', page.paint('strong', noticeText)) : []),
    `  ${page.paint('muted', kindText(change))}`,
  ]
}

/** One change on one line, as `grep` and editors expect it. */
export function changeInLine(page: Page, change: Change): string {
  const { grade, title, kind, needsNotice, breaksMandatory } = change
  const label = page.paint(inks[grade], gradeLabels[grade])
  const asides = [
    ...(change.after ? [] : ['変更前の場所']),
    ...(breaksMandatory ? ['例外の認められない条項'] : []),
    ...(needsNotice ? [noticeText] : []),
  ]
  const aside = asides.length > 0 ? `（${asides.join('、')}）` : ''
  return `${placeOf(change)}: ${label}${aside}: ${visibleLine(title)} ${page.paint('muted', `[${visibleLine(kind)}]`)}`
}

/** Changes of form alone, each on one line. */
export function editorialLines(page: Page, changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return []
  const label = page.paint('strong', page.paint(inks.editorial, gradeLabels.editorial))
  return [
    `  ${label}  定めの変わらない変更（表記、記録の追加など） ${changes.length}件`,
    ...changes.map(
      (change) => `        ${visibleLine(change.title)} ${page.paint('muted', placeOf(change))}`,
    ),
    '',
  ]
}

/** Where a change stands now, or stood. */
function placeOf({ before, after }: Change): string {
  const side = after ?? before
  return side ? placeText(side.location) : ''
}

function concerned(page: Page, change: Change, names: ChangeReport['names']): readonly string[] {
  const { roles, organisations } = affectedNames(change, names)
  const lines = [
    ...(roles.length > 0 ? [`役割: ${joinList(roles, maxNames)}`] : []),
    ...(organisations.length > 0 ? [`所属: ${joinList(organisations, maxNames)}`] : []),
  ]
  return lines.flatMap((line, index) => field(page, index === 0 ? '影響' : '', line))
}

function kindText({ kind, requirement }: Change): string {
  return visibleLine(requirement === null ? kind : `${kind}（${requirement}）`)
}
