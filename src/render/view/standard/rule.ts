import { wideSpace } from '../../../japanese/width.ts'
import { isFallen, type Reviewed } from '../../../finding/review.ts'
import type { RuleCard } from '../../../finding/rule-card.ts'
import { joinAnd } from '../../../japanese/list.ts'
import { groupBy } from '../../../finding/order.ts'
import type { WrittenStandard } from '../../../model/standard.ts'
import type { Style } from '../style.ts'

/** A rule for a reader who knows no programs. */
export interface RuleText {
  readonly title: string
  readonly id: string
  /** What the municipality calls a breach. */
  readonly gravity: string
  readonly why: string
  /** What is asked, what fulfils it. */
  readonly asks: readonly string[]
  /** What is gone through one by one. */
  readonly target: string
  /** The facts looked at, by what they are facts of; ※ after those that may be lacking. */
  readonly facts: readonly string[]
  readonly levels: readonly string[]
  /** Examples, with ○ or × before them. */
  readonly examples: readonly { readonly sign: string; readonly text: string }[]
  /** Whether somebody has looked at it, and what became of that. */
  readonly review: string
  readonly isFallen: boolean
  readonly source: string
}

/** A rule for a template. */
export function ruleText(
  card: RuleCard,
  standard: WrittenStandard,
  review: Reviewed | undefined,
  style: Style,
): RuleText {
  return {
    title: style.sentence(card.title),
    id: card.id,
    gravity: gravityOf(card),
    why: style.sentence(card.rationale.trim()),
    asks: asksOf(card, style),
    target: joinInto(card.elements),
    facts: factsOf(card),
    levels: levelsOf(card, standard, style),
    examples: card.examples.map(({ kind, title }) => ({
      sign: kind === 'good' ? '○' : '×',
      text: style.sentence(title.replace(otherRule, '（別の規則が見る）')),
    })),
    review: reviewText(review, style),
    isFallen: review !== undefined && isFallen(review),
    source: '',
  }
}

/** Names of rules are nothing to a reader: （ruling.ban-kept が見る）. */
const otherRule = /（[a-z][\w.-]+ ?が見る）/gu

/** The municipality's own word for a breach. */
export function gravityOf({ stances: [stance] }: RuleCard): string {
  const severity = stance?.severity ?? undefined
  return severity === undefined ? '対象による' : (stance?.label ?? words[severity])
}

const words = { error: '指摘', warning: '注意', info: '参考' } as const

function asksOf({ expected, keepers }: RuleCard, style: Style): readonly string[] {
  // What differs from finding to finding is nothing that could be said here.
  const asked = expected.filter((text) => !text.includes('〔…〕'))
  return [
    ...asked.map((text) => `求める状態${wideSpace}${style.sentence(text)}`),
    ...(keepers.length > 0 ? [`満たすもの${wideSpace}${joinAnd(keepers)}`] : []),
  ]
}

/** 実施手順の担当業務: an element in what it stands in. */
function joinInto(elements: readonly string[]): string {
  return elements.reduce(
    (whole, one) => (one.startsWith(whole) ? one : [whole, one].filter(Boolean).join('の')),
    '',
  )
}

/** 担当業務: 頻度、記録※. Where a list stands is no fact by itself. */
function factsOf({ facts }: RuleCard): readonly string[] {
  const told = facts.filter(({ type }) => type !== 'Dossier')
  const named = (told.length > 0 ? told : facts).map(({ label, mayLack }) => {
    const [, owner = '', name = label] = /^(.*?)の「(.*)」$/su.exec(label) ?? []
    return { owner, name: `${name}${mayLack ? '※' : ''}` }
  })
  return [...groupBy(named, ({ owner }) => owner)].map(
    ([owner, all]) => `${owner}${wideSpace}${[...new Set(all.map(({ name }) => name))].join('、')}`,
  )
}

/** The levels a rule goes by; whose they are is said of those that the standard set itself. */
export function levelsOf(
  { parameters }: RuleCard,
  standard: WrittenStandard,
  style: Style,
): readonly string[] {
  return parameters.map(({ title, values: [value] }) => {
    const by = value?.setBy === standard.id ? '（この対策基準）' : ''
    const level = levelText(title, value?.text ?? '')
    return `${style.text(level.title)}${wideSpace}${style.text(level.value)}${by}`
  })
}

/**
 * The title and the value of a level for a reader. What the words of a parameter mean stands in brackets at
 * the end of its title, 求め方（none 求めない、periodic 定期に変える）: the value is then the meaning alone.
 */
export function levelText(
  title: string,
  value: string,
): { readonly title: string; readonly value: string } {
  const [whole = '', inside = ''] = /（((?:[A-Za-z]+ [^、（）]+、?)+)）$/u.exec(title) ?? []
  const meanings = new Map(
    inside.split('、').map((one) => {
      const [word = '', ...meaning] = one.split(' ')
      return [word, meaning.join(' ')]
    }),
  )
  return {
    title: title.slice(0, title.length - whole.length),
    value: meanings.get(value) ?? (value === '' ? 'なし' : value),
  }
}

/** What became of a review, in a few words. */
export function reviewText(review: Reviewed | undefined, style: Style): string {
  const mark = review?.mark
  if (!review || !mark) return ''
  const by = `${style.text(mark.by)}（${style.day(mark.on)}）`
  if (review.state === 'confirmed') return `確認済み${wideSpace}${by}`
  return `${changed[review.state]}が変わったため、確認は無効${wideSpace}${by}の確認`
}

const changed: Readonly<Record<Reviewed['state'], string>> = {
  open: '',
  confirmed: '',
  clauseChanged: '確認の後に条文',
  ruleChanged: '確認の後に規則又は水準',
  bothChanged: '確認の後に条文と、規則又は水準',
}
