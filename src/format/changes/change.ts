import { type Change, type ChangeReport, type Grade, gradeLabels } from '../../finding/change.ts'
import { municipalityIdOf } from '../../finding/system-id.ts'
import { joinList } from '../../japanese/list.ts'
import { displayWidth, padEnd } from '../../japanese/width.ts'
import { field, fieldIndent, hang, type Ink, type Page } from '../text/page.ts'
import { placeText, unfolded, visible, visibleLine } from '../text/visible.ts'
import { wrap } from '../../japanese/wrap.ts'

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
  const lines = affectedLines(change, names, '')
  return lines.flatMap((line, index) => field(page, index === 0 ? '影響' : '', line))
}

function kindText({ kind, requirement }: Change): string {
  return visibleLine(requirement === null ? kind : `${kind}（${requirement}）`)
}

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

/** 影響を受ける役割: … and 影響を受ける所属: …, as far as there are any. */
export function affectedLines(
  change: Change,
  names: ChangeReport['names'],
  how = '影響を受ける',
): readonly string[] {
  const { roles, organisations } = affectedNames(change, names)
  return [
    ...(roles.length > 0 ? [`${how}役割: ${joinList(roles, maxNames)}`] : []),
    ...(organisations.length > 0 ? [`${how}所属: ${joinList(organisations, maxNames)}`] : []),
  ]
}

/** Whom a change concerns, by name. */
export interface AffectedNames {
  readonly roles: readonly string[]
  readonly organisations: readonly string[]
}

/** The names of the roles and organisations a change concerns; an id without a name stands for itself. */
export function affectedNames(
  { system, affected }: Change,
  names: ChangeReport['names'],
): AffectedNames {
  const municipality = system === null ? undefined : municipalityIdOf(system)
  const nameOf = (kind: 'role' | 'organisation', owner: string | undefined, id: string): string => {
    const name = owner === undefined ? onlyName(names, kind, id) : ownName(names, kind, owner, id)
    return visibleLine(name ?? id)
  }
  return {
    roles: [...new Set(affected.roles.map((id) => nameOf('role', system ?? undefined, id)))],
    organisations: [
      ...new Set(affected.organisations.map((id) => nameOf('organisation', municipality, id))),
    ],
  }
}

function ownName(names: ChangeReport['names'], kind: string, owner: string, id: string) {
  const key = `${kind}:${owner}/${id}`
  return Object.hasOwn(names, key) ? names[key] : undefined
}

/** Where the owner is not said, a name is only sure if one owner alone has such an id. */
function onlyName(names: ChangeReport['names'], kind: string, id: string): string | undefined {
  const found = Object.entries(names).filter(
    ([key]) => key.startsWith(`${kind}:`) && key.endsWith(`/${id}`),
  )
  return found.length === 1 ? found[0]?.[1] : undefined
}

const wide = 100
const indent = '  '
const between = ' | '

/** Both sides of a change with their places; the one there is, where the other is not. */
function sides(page: Page, { before, after }: Change): readonly string[] {
  if (before && after && page.width >= wide) {
    return [
      ...sideBySide(page, said(before.value), said(after.value)),
      ...field(page, '場所', '').map((line) => `${line}変更前 ${placeText(before.location)}`),
      `${fieldIndent}変更後 ${placeText(after.location)}`,
    ]
  }
  return [
    ...(before ? oneSide(page, '変更前', 'red', before) : []),
    ...(after ? oneSide(page, '変更後', 'green', after) : []),
  ]
}

function oneSide(
  page: Page,
  label: string,
  ink: 'red' | 'green',
  { value, location }: NonNullable<Change['before']>,
): readonly string[] {
  const room = page.width - fieldIndent.length
  const [first = '', ...rest] = wrap(said(value), room, page.ambiguous)
  return [
    ...field(page, label, '').map((line) => line + page.paint(ink, first)),
    ...rest.map((line) => fieldIndent + page.paint(ink, line)),
    fieldIndent + page.paint('muted', placeText(location)),
  ]
}

function sideBySide(page: Page, before: string, after: string): readonly string[] {
  const room = Math.floor((page.width - indent.length - between.length) / 2)
  const [left, right] = [before, after].map((text) => wrap(text, room, page.ambiguous))
  const row = (ink: 'muted' | 'body', a = '', b = ''): string => {
    const cell = padEnd(a, room, page.ambiguous)
    const [first, second] =
      ink === 'muted'
        ? [page.paint('muted', cell), page.paint('muted', b)]
        : [page.paint('red', cell), page.paint('green', b)]
    return `${indent}${first}${between}${second}`.trimEnd()
  }
  const rows = Math.max(left?.length ?? 0, right?.length ?? 0)
  return [
    row('muted', '変更前', '変更後'),
    ...Array.from({ length: rows }, (_, index) => row('body', left?.[index], right?.[index])),
  ]
}

/** A value as it can be measured: what would steer the terminal is gone, and tabs are spaces. */
function said(value: string): string {
  return visible(unfolded(value)).replaceAll('\t', ' ').trimEnd()
}
