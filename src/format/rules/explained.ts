import type { Explained, JudgesBy, RequirementCard, RuleCard } from '../../finding/rule-card.ts'
import type { TextContext } from '../context.ts'
import { field, hang, pageFor } from '../text/page.ts'
import { visible, visibleLine } from '../text/visible.ts'
import { wordsText } from './words.ts'
import { cardText } from './text.ts'

/** What `explain` prints. */
export function explainedText(explained: Explained, context: TextContext): string {
  switch (explained.kind) {
    case 'rule':
      return cardText(explained.rule, context)
    case 'requirement':
      return requirementText(explained.requirement, explained.rules, context)
    case 'words':
      return wordsText(explained.words, context)
  }
}

const levels: Readonly<Record<RequirementCard['level'], string>> = {
  system: 'システムごとに応える',
  organisation: '全庁で応える',
  standard: '対策基準そのものが応える',
}
const judging: Readonly<Record<JudgesBy, string>> = {
  named: 'この要求事項を確かめる規則',
  listed: '要求事項や条文などを順に見る規則',
  written: 'この要求事項の担当業務などがあれば見る規則',
}

/** One requirement in full: what it asks, the articles behind it, the rules that judge it. */
function requirementText(
  { key, title, text, place, level, articles, rules }: RequirementCard,
  cards: ReadonlyMap<string, RuleCard>,
  context: TextContext,
): string {
  const page = pageFor({ ...context, sources: new Map() })
  const said = (label: string, words: string): string[] => field(page, label, visible(words))
  const lines = [
    page.paint('strong', `${key} ${visibleLine(title)}`),
    '',
    ...said('義務', text),
    ...said('単位', levels[level]),
    ...(place === null ? [] : said('章', place)),
    ...articles.flatMap(({ document, number, text: quoted }, index) =>
      said(index === 0 ? '条文' : '', `${document} ${number ?? ''}「${quoted}」`),
    ),
    ...(['named', 'listed', 'written'] as const).flatMap((by) => {
      const own = rules.filter((rule) => rule.by === by)
      if (own.length === 0) return []
      return [
        '',
        page.paint('strong', judging[by]),
        ...own.flatMap(({ id }) => [
          ...hang(page, '  ', 2, id),
          ...hang(page, '      ', 6, visibleLine(cards.get(id)?.title ?? '')),
        ]),
      ]
    }),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
