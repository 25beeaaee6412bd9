import type { Change, ChangeReport } from '../../finding/change.ts'
import { joinList } from '../../japanese/list.ts'
import { placeText } from '../text/place.ts'
import { unfolded } from '../text/visible.ts'
import { affectedNames } from './affected.ts'
import { mandatoryText, noticeText } from './change.ts'

const maxNames = 8

/** A change as plain lines, for forges that show them beside the place. */
export function changeText(change: Change, names: ChangeReport['names']): string {
  const { title, reason, before, after, breaksMandatory, needsNotice } = change
  // The place now is where the lines are shown; only a place that is gone has to be said.
  const gone = before && !after ? `（${placeText(before.location)}）` : ''
  return [
    title,
    ...(reason ? [unfolded(reason)] : []),
    ...(before ? [`変更前: ${unfolded(before.value)}${gone}`] : []),
    ...(after ? [`変更後: ${unfolded(after.value)}`] : []),
    ...(breaksMandatory ? [mandatoryText] : []),
    ...affectedLines(change, names),
    ...(needsNotice ? [noticeText] : []),
  ].join('\n')
}

/** 役割: … and 所属: …, as far as there are any. */
export function affectedLines(change: Change, names: ChangeReport['names']): readonly string[] {
  const { roles, organisations } = affectedNames(change, names)
  return [
    ...(roles.length > 0 ? [`影響を受ける役割: ${joinList(roles, maxNames)}`] : []),
    ...(organisations.length > 0 ? [`影響を受ける所属: ${joinList(organisations, maxNames)}`] : []),
  ]
}
