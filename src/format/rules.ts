import { articleLine } from '../finding/finding.ts'
import type { CardParameter, RuleCard, RuleCatalogue } from '../finding/rule-card.ts'
import { joinList } from '../japanese/list.ts'
import { padEnd } from '../japanese/width.ts'
import type { Format, TextContext } from './context.ts'
import type { RulesFormatName } from './names.ts'
import { kindLabel } from '../finding/missing-words.ts'
import { field, hang, inkOf, type Page, pageFor } from './text/page.ts'
import { visible, visibleLine } from './text/visible.ts'

/** Every format of the catalogue by the name that `--format` takes. */
export const rulesFormats = {
  text: catalogueText,
  json: (catalogue) => `${JSON.stringify(catalogue, null, 2)}\n`,
} as const satisfies Record<RulesFormatName, Format<RuleCatalogue, TextContext>>

const classes: Readonly<Record<RuleCard['class'], string>> = {
  P: '実施手順だけで分かる',
  X: '実態と比べて分かる',
  R: '記録から分かる',
  N: '通知から分かる',
  S: '対策基準そのものの問題',
  F: 'ファイルの書き方',
}
const scopes: Readonly<Record<RuleCard['scope'], string>> = {
  system: 'システムごと',
  organisation: '全庁で一度',
  any: 'システムごとと全庁',
  standard: '対策基準ごと',
}

/** The rules pack by pack, a line or two for each. */
function catalogueText({ packs, rules }: RuleCatalogue, context: TextContext): string {
  const page = pageFor({ ...context, sources: new Map() })
  const groups = [...packs.map(({ id, name }) => ({ id, name })), { id: null, name: '組込み' }]
  const base = packs.find((pack) => pack.extends === null)?.id
  const lines = groups.flatMap(({ id, name }) => {
    const mine = rules.filter(({ pack }) => pack === id)
    if (mine.length === 0) return []
    const title = id === null ? name : `${name}（${id}）`
    return [
      page.paint('strong', visibleLine(title)),
      ...mine.flatMap((rule) => ruleLines(page, rule, id ?? base)),
      '',
    ]
  })
  const inUse = rules.filter(({ stances }) => stances.some(({ isActive }) => isActive)).length
  const total = `${rules.length}件の規則があり、${inUse}件がいずれかの対策基準で使われています`
  return [...lines, total].map((line) => `${line}\n`).join('')
}

function ruleLines(page: Page, rule: RuleCard, of: string | undefined): readonly string[] {
  const own = rule.stances.find(({ pack }) => pack === of)
  const severity = own?.severity ?? null
  const label = severity === null ? '対象による' : visibleLine(own?.label ?? severity)
  const ink = severity === null ? 'muted' : inkOf[severity]
  const head = `  ${page.paint(ink, padEnd(label, 10, page.ambiguous))}  `
  const open = rule.isBuiltIn ? undefined : '要求事項は対象による'
  const about = [
    rule.requirement?.key ?? open,
    rule.keeps,
    rule.isAdvice ? '採用した団体だけ' : '',
  ].filter(Boolean)
  const more = about.length > 0 ? `（${about.join('、')}）` : ''
  return [
    ...hang(page, head, 14, `${rule.id}${more}`),
    ...hang(page, ' '.repeat(14), 14, visibleLine(rule.title)),
  ]
}

/** One rule in full: the duty, the article, why, how to mend, what it looks at, its examples. */
export function cardText(card: RuleCard, context: TextContext): string {
  const page = pageFor({ ...context, sources: new Map() })
  const { requirement, articles } = card
  const said = (label: string, text: string): string[] => field(page, label, visible(text))
  const lines = [
    page.paint('strong', card.id),
    ...hang(page, '', 0, visibleLine(card.title)),
    '',
    ...(requirement
      ? said('義務', `${requirement.key} ${requirement.title}。${requirement.text}`)
      : said('義務', '対象となる担当業務などが定める要求事項による')),
    ...(card.keeps === null ? [] : said('', `合わせて ${card.keeps} も確かめる`)),
    ...articles.flatMap((article, index) => said(index === 0 ? '条文' : '', articleLine(article))),
    ...card.cite.flatMap((text, index) => said(index === 0 ? '出典' : '', text)),
    ...said('なぜ', card.rationale),
    ...card.expected.flatMap((text, index) => said(index === 0 ? '求め' : '', text)),
    ...card.fix.flatMap((text, index) => said(index === 0 ? '直し方' : '', text)),
    ...said('入力', joinList(card.reads.map(kindLabel)) || 'なし'),
    ...said('項目', joinList(card.facts.map(({ label }) => label)) || 'なし'),
    ...card.parameters.flatMap((one, index) => said(index === 0 ? '数値' : '', valueText(one))),
    ...said('種類', `${card.class}（${classes[card.class]}）、${scopes[card.scope]}`),
    ...stances(page, card),
    ...(card.location
      ? said('規則', `${visibleLine(card.location.path)}:${card.location.start.line}`)
      : said('規則', '組込み')),
    ...examples(page, card, 'good'),
    ...examples(page, card, 'bad'),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** A parameter with its value, or with those of the packs that set it differently. */
function valueText({ name, title, values }: CardParameter): string {
  const texts = [...new Set(values.map(({ text }) => text))]
  const told =
    texts.length === 1
      ? texts
      : texts.map((text) => {
          const packs = values.filter((one) => one.text === text).map(({ pack }) => pack)
          return `${text}（${packs.join('、')}）`
        })
  return `${title} ${told.join('、')}（params.${name}）`
}

function stances(page: Page, { stances: all }: RuleCard): readonly string[] {
  return all.flatMap(({ pack, severity, label, isActive, rationale }, index) => {
    const word = severity === null ? '対象による' : `${label ?? severity}（${severity}）`
    const state = isActive ? word : '使わない'
    const why = rationale === null ? '' : ` ${visibleLine(rationale)}`
    return field(page, index === 0 ? '程度' : '', `${pack}: ${state}${why}`)
  })
}

function examples(page: Page, { examples: all }: RuleCard, kind: 'good' | 'bad'): string[] {
  const mine = all.filter((example) => example.kind === kind)
  if (mine.length === 0) return []
  const [title, sign] = kind === 'good' ? ['よい例', '○'] : ['悪い例', '×']
  return [
    '',
    page.paint('strong', title),
    ...mine.flatMap(({ title: name, changes }) => [
      ...hang(page, `  ${sign} `, 5, visibleLine(name)),
      ...changes.flatMap((change) => hang(page, '      ', 6, visibleLine(change))),
    ]),
  ]
}
