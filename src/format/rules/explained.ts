import { articleLine } from '../../finding/finding.ts'
import type {
  Explained,
  JudgesBy,
  KeyCard,
  RequirementCard,
  RuleCard,
} from '../../finding/rule-card.ts'
import type { TextContext } from '../context.ts'
import { kindLabel } from '../../finding/missing-words.ts'
import { field, hang, type Page, pageFor } from '../text/page.ts'
import { visible, visibleLine } from '../text/visible.ts'
import { explainedWords } from './words.ts'
import { cardText } from '../rules.ts'

/** What `explain` prints. */
export function explainedText(explained: Explained, context: TextContext): string {
  switch (explained.kind) {
    case 'rule':
      return cardText(explained.rule, context)
    case 'requirement':
      return requirementText(explained.requirement, explained.rules, context)
    case 'names':
      return [
        ...(explained.keys.length > 0 ? [keysText(explained.keys, context)] : []),
        ...(explained.words.length > 0 ? [explainedWords(explained.words, context)] : []),
      ].join('\n')
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
    ...articles.flatMap((article, index) => said(index === 0 ? '条文' : '', articleLine(article))),
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

const mostKeys = 6

/** Keys of files: what each asks, how it is written, which rules read it. */
function keysText(keys: readonly KeyCard[], context: TextContext): string {
  const page = pageFor({ ...context, sources: new Map() })
  const rest = keys.length - mostKeys
  const more = `ほか${rest}か所にあります。contracts.id のように、上のキーの名前を付けると絞れます`
  return [
    ...keys
      .slice(0, mostKeys)
      .flatMap((key, index) => [...(index === 0 ? [] : ['']), ...keyLines(page, key)]),
    ...(rest > 0 ? ['', ...hang(page, '', 0, more)] : []),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function keyLines(page: Page, key: KeyCard): readonly string[] {
  const said = (label: string, words: string): string[] => field(page, label, visible(words))
  const { path, owner, label, example, rules } = key
  return [
    page.paint('strong', `${path}（${kindLabel(key.kind)}、kind: ${key.kind}）`),
    '',
    ...said('見出し', `${owner}の「${label}」${key.isRequired ? '（必須）' : ''}`),
    ...(key.asks === null ? [] : said('問い', key.asks)),
    ...said('意味', key.about),
    ...said('書き方', key.form),
    ...key.vocabularies.flatMap((name) => said('用語', `policy-lint words ${name} で見られる`)),
    ...(key.isShared ? said('全庁', '全庁のファイルに書くと、どのシステムにも及ぶ') : []),
    ...(example === null
      ? []
      : ['', page.paint('strong', '例'), ...example.split('\n').map((line) => `  ${line}`)]),
    ...(rules.length === 0
      ? []
      : [
          '',
          page.paint('strong', 'このキーを見る規則'),
          ...rules.flatMap(({ id, title }) => [
            ...hang(page, '  ', 2, id),
            ...hang(page, '      ', 6, visibleLine(title)),
          ]),
        ]),
  ]
}
