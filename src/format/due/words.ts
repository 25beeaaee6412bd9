import { type DueItem, type DueReport, type DueState, dueStates } from '../../finding/due.ts'
import { groupBy } from '../../finding/order.ts'
import { writeDayText } from '../../japanese/date.ts'

/** What a state is headed with. */
export const stateHeadings: Readonly<Record<DueState, string>> = {
  overdue: '期限を過ぎているもの',
  open: 'これから期限の来るもの',
  unrecorded: '記録がないので、行われたかどうか分からないもの',
}

/** What stands where no section or no post is written. */
export const notWritten = '担当の記載なし'

/** Items of one state, in their order; states without any are left out. */
export function byState(
  items: readonly DueItem[],
): readonly (readonly [DueState, readonly DueItem[]])[] {
  const found = groupBy(items, ({ state }) => state)
  return dueStates.flatMap((state) => {
    const own = found.get(state)
    return own ? [[state, own] as const] : []
  })
}

/** 期限超過 2件、今後 5件、不明 1件: what a reader wants to know first. */
export function summaryText({ summary }: DueReport): string {
  const { overdue, open, unrecorded } = summary
  return `期限を過ぎているもの ${overdue}件、これから期限の来るもの ${open}件、記録がなく分からないもの ${unrecorded}件`
}

/** Which days were looked at, where they are the same for all systems. */
export function spanText({ systems }: DueReport): string {
  const spans = systems.map(({ asOf, from, to }) => {
    const since = from === null ? '' : `${writeDayText(from)}から`
    return `${writeDayText(asOf)}現在、${since}${writeDayText(to)}まで`
  })
  return [...new Set(spans)].join('／')
}

/** 利用者IDの点検（2026年度、42回分）: what is to be done, which time, and how many are listed as one. */
export function itemText({ title, turn, run }: DueItem): string {
  const times = run === null ? [] : [`${writeDayText(run.until)}まで${run.turns}回分`]
  const aside = [...(turn === null ? [] : [turn]), ...times]
  return aside.length === 0 ? title : `${title}（${aside.join('、')}）`
}

/** Items that say the same of several sections, in the order of the first of each. */
export function alike(items: readonly DueItem[]): readonly (readonly DueItem[])[] {
  const likeness = (item: DueItem): string =>
    [itemText(item), item.post ?? '', item.record ?? ''].join('\0')
  return [...groupBy(items, likeness).values()]
}

/** The sections of items that are alike, and the post they share. */
export function whomAlike(items: readonly DueItem[]): string {
  const [first, ...others] = items
  if (!first || others.length === 0) return first ? whomText(first) : notWritten
  const sections = items.map(({ section }) => section?.name ?? notWritten)
  return [sections.join('、'), ...(first.post === null ? [] : [`（${first.post}）`])].join('')
}

/** The section and the post; a post that begins with its section says both. */
export function whomText({ section, post }: DueItem): string {
  if (section === null) return post ?? notWritten
  if (post === null) return section.name
  return post.startsWith(section.name) ? post : `${section.name} ${post}`
}

/** The name of the system of an item. */
export function systemName({ systems }: DueReport, { system }: DueItem): string {
  return systems.find((one) => one.system === system)?.name ?? system
}

/** What is said where nothing is listed. */
export const nothingDue = 'この期間に期限のあるものは、書類からは見つかりませんでした。'

/** What is said where files could not be read. */
export const partial = '書類に誤りがあり、この一覧はすべてを示していません。'
