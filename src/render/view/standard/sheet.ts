import { wideSpace } from '../../../japanese/width.ts'
import { isFallen, type Reviewed, reviewKey } from '../../../finding/review.ts'
import type { RequirementCard, RuleCard } from '../../../finding/rule-card.ts'
import type { ExplainedStandard } from '../../view.ts'
import type { Style } from '../style.ts'
import type { Column, Grid } from '../tabular.ts'
import { clauseName, clausesOf } from './clause.ts'
import { gravityOf, levelsOf, levelText, reviewText } from './rule.ts'

/** The columns of a review sheet. The heads of the last are what it is read back by. */
export const reviewColumns = {
  requirement: '要求事項',
  clause: '条文',
  rule: '規則',
  why: '理由',
  level: '水準',
  gravity: '区分',
  state: '状況',
  opinion: '意見',
  by: '確認者（職名）',
  on: '確認日',
  token: '照合番号（変えない）',
} as const

const widths: Readonly<Record<keyof typeof reviewColumns, number>> = {
  requirement: 10,
  clause: 22,
  rule: 16,
  why: 18,
  level: 12,
  gravity: 6,
  state: 11,
  opinion: 14,
  by: 9,
  on: 9,
  token: 14,
}

/** The review sheet: each rule beside its clauses, with room for who looked at it, and when. */
export function reviewGrid(explained: ExplainedStandard, style: Style): Grid {
  const cards = new Map(explained.rules.map((card) => [card.id, card]))
  const asked = new Map(explained.requirements.map((one) => [one.key, one]))
  const names = Object.keys(reviewColumns) as (keyof typeof reviewColumns)[]
  return {
    columns: names.map((name): Column => ({
      label: reviewColumns[name],
      width: widths[name],
      isDay: name === 'on',
    })),
    rows: explained.reviewed.map((one) => {
      const cells = reviewCells(explained, one, style, {
        card: cards.get(one.rule ?? ''),
        requirement: asked.get(one.requirement ?? ''),
      })
      return { source: '', cells: names.map((name) => cells[name]) }
    }),
  }
}

function reviewCells(
  { standard }: ExplainedStandard,
  item: Reviewed,
  style: Style,
  of: {
    readonly card: RuleCard | undefined
    readonly requirement: RequirementCard | undefined
  },
): Readonly<Record<keyof typeof reviewColumns, string | { readonly day: string | undefined }>> {
  const { card, requirement } = of
  const clauses = requirement ? clausesOf(standard, requirement.key) : []
  const mark = item.state === 'confirmed' ? item.mark : null
  return {
    requirement: requirement
      ? `${requirement.key}${wideSpace}${requirement.title}`
      : 'すべてに共通',
    clause:
      clauses
        .map((one) => `${clauseName(one)}${wideSpace}${one.writtenText('text') ?? ''}`)
        .join('\n') || '（条文なし）',
    rule: card?.title ?? '（固有の規則なし）',
    why: card?.rationale.trim() ?? '',
    level: card ? levelsOf(card, standard, style).join('\n') : '',
    gravity: card ? gravityOf(card) : '',
    state: item.mark ? (isFallen(item) ? reviewText(item, style) : '確認済み') : '未確認',
    opinion: mark?.opinion ?? '',
    by: mark?.by ?? '',
    on: { day: mark?.on },
    token: reviewToken(item),
  }
}

/** What a row of the sheet is known by when it comes back: the item, and its words as they were. */
export function reviewToken(item: Reviewed): string {
  return `${reviewKey(item)} ${item.clauses} ${item.judging}`
}

/** The levels that rules go by, and who set them: all, or those of one side alone, where who set them is plain. */
export function levelGrid(
  { standard, rules }: ExplainedStandard,
  style: Style,
  side?: 'own' | 'shared',
): Grid {
  const values = new Map(
    rules.flatMap(({ parameters }) => parameters.map((one) => [one.name, one.values[0]?.text])),
  )
  const told = [...standard.parameters].filter(
    ([name, { setBy }]) =>
      values.has(name) && (side === undefined || (setBy === standard.id) === (side === 'own')),
  )
  const all: readonly Column[] = [
    { label: '水準', width: side === 'shared' ? 65 : 35 },
    { label: '値', width: side === undefined ? 20 : 35 },
    ...(side === undefined ? [{ label: '定めた者', width: 15 }] : []),
    ...(side === 'shared' ? [] : [{ label: '理由', width: 30 }]),
  ]
  return {
    columns: all,
    rows: told.map(([name, { title, setBy, rationale }]) => ({
      source: '',
      cells: [
        ...levelCells(title, values.get(name)),
        ...(side === undefined ? [setBy === standard.id ? 'この対策基準' : '共通'] : []),
        ...(side === 'shared' ? [] : [style.sentence(rationale.trim())]),
      ],
    })),
  }
}

function levelCells(title: string, value = ''): readonly string[] {
  const level = levelText(title, value)
  return [level.title, level.value]
}
