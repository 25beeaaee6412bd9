import { wideSpace } from '../../japanese/width.ts'
import { isFallen, type Reviewed, reviewKey } from '../../finding/review.ts'
import type { RequirementCard, RuleCard } from '../../finding/rule-card.ts'
import { usualConventions } from '../conventions.ts'
import { sourceOf } from '../trace.ts'
import { type ExplainedStandard, finished, type View, type ViewMaker } from '../view.ts'
import type { TableText } from './article.ts'
import { type ClauseText, clauseName, clausesOf, clauseText } from './standard/clause.ts'
import { gravityOf, levelsOf, type RuleText, ruleText } from './standard/rule.ts'
import { levelGrid, reviewGrid } from './standard/sheet.ts'
import { type Style, styleOf } from './style.ts'
import { type Grid, sheetOf, tableOf } from './tabular.ts'

/** What the template of a 対策基準の解説書 sees. */
export interface StandardText {
  readonly title: string
  readonly asOf: string
  readonly lead: string
  readonly summary: TableText
  readonly reading: readonly string[]
  /** Clauses that no rule judges for their own sake, and those that none judges at all. */
  readonly lacking: readonly TitledText[]
  /** The levels that the standard set itself; those it took over as they are. */
  readonly levels: readonly TableText[]
  readonly commonLevels: readonly TableText[]
  readonly chapters: readonly ChapterText[]
  readonly others: readonly GroupText[]
  readonly shared: readonly TableText[]
}

/** A table under its title, or what stands there where it has no rows. */
export interface TitledText {
  readonly title: string
  readonly tables: readonly TableText[]
  readonly empty: string
}

/** The rules of a requirement that no clause of the standard stands behind. */
export interface GroupText {
  readonly title: string
  readonly rules: readonly Pick<RuleText, 'title' | 'levels' | 'gravity'>[]
}

/** A chapter of the clauses. */
export interface ChapterText {
  readonly title: string
  readonly requirements: readonly {
    readonly title: string
    readonly text: string
    readonly clauses: readonly ClauseText[]
    readonly rules: readonly RuleText[]
    readonly empty: string
  }[]
}

/** 対策基準の解説書: for each standard its clauses beside the rules that judge them. */
export const standardViews: ViewMaker<readonly ExplainedStandard[]> = (standards, { asOf }) => {
  const style = styleOf(usualConventions)
  return standards.map((explained): View => {
    const { standard } = explained
    const title = style.text(`${standard.name}の解説書`)
    const heads = { title, asOf: `${style.day(asOf)}現在` }
    return {
      title,
      stem: `${standard.id}-standard`,
      text: finished(standardText(explained, heads, style)),
      sheets: [
        sheetOf({ heading: '確認票', grid: reviewGrid(explained, style) }, heads, style),
        sheetOf({ heading: '水準', grid: levelGrid(explained, style) }, heads, style),
      ],
      fonts: style.conventions.fonts,
    }
  })
}

function standardText(
  explained: ExplainedStandard,
  heads: Pick<StandardText, 'title' | 'asOf'>,
  style: Style,
): StandardText {
  const { standard, requirements, rules } = explained
  const told = requirements.filter(({ key }) => clausesOf(standard, key).length > 0)
  const untold = requirements.filter((one) => !told.includes(one))
  const common = rules.filter((card) => ownKey(card) === undefined)
  const none = '該当する条文はない。'
  return {
    ...heads,
    lead: `この解説書は、${style.text(standard.name)}の条文と、条文が守られているかを確かめる規則とを並べて示し、規則が条文の求めるところに合っているかを確かめるためのものである。`,
    summary: tableOf(summaryGrid(explained, told, common, style), style),
    reading: readingOf(style),
    lacking: [
      {
        title: '固有の規則のない条文',
        keys: told.filter(({ key }) => ownRules(key, rules).length === 0),
      },
      {
        title: 'どの規則でも確かめていない条文',
        keys: told.filter((one) => one.rules.length === 0),
      },
    ].map(({ title, keys }) => {
      const tables = keys.length === 0 ? [] : [tableOf(clauseGrid(explained, keys), style)]
      return { title, tables, empty: keys.length === 0 ? none : '' }
    }),
    levels: tablesOf(levelGrid(explained, style, 'own'), style),
    commonLevels: tablesOf(levelGrid(explained, style, 'shared'), style),
    chapters: chaptersOf(explained, told, style),
    others: othersOf(explained, untold, style),
    shared: tablesOf(sharedGrid(common, explained, style), style),
  }
}

const tablesOf = (grid: Grid, style: Style): readonly TableText[] =>
  grid.rows.length === 0 ? [] : [tableOf(grid, style)]

/** The requirement that a rule is there for; undefined where it judges whatever has one. */
function ownKey({ requirement, keeps }: RuleCard): string | undefined {
  return requirement?.key ?? keeps ?? undefined
}

function ownRules(key: string, rules: readonly RuleCard[]): readonly RuleCard[] {
  return rules.filter((card) => ownKey(card) === key)
}

function summaryGrid(
  { standard, requirements, rules, reviewed }: ExplainedStandard,
  told: readonly RequirementCard[],
  common: readonly RuleCard[],
  style: Style,
): Grid {
  const count = (all: readonly unknown[]): string => `${style.number(all.length)}件`
  const own = [...standard.parameters.values()].filter(({ setBy }) => setBy === standard.id)
  const behind = rules.filter((card) => told.some(({ key }) => key === ownKey(card)))
  const others = rules.filter((card) => !behind.includes(card) && !common.includes(card))
  const isIn = (test: (one: Reviewed) => boolean): string => count(reviewed.filter(test))
  const rows = [
    ['条文', count(standard.clauses)],
    ['条文のある要求事項', `${count(told)}（要求事項は、すべてで${count(requirements)}）`],
    ['使っている規則', count(rules)],
    ['　うち、条文のある要求事項のための規則', count(behind)],
    ['　うち、条文のない要求事項のための規則', count(others)],
    ['　うち、すべての要求事項に共通の規則', count(common)],
    [
      'この対策基準が自ら定めた水準',
      `${count(own)}（水準は、すべてで${count([...standard.parameters])}）`,
    ],
    ['確認する項目（規則と、固有の規則のない条文）', count(reviewed)],
    ['　うち、確認済みの項目', isIn(({ state }) => state === 'confirmed')],
    ['　うち、確認の後に条文又は規則が変わった項目', isIn(isFallen)],
    ['　うち、まだ確認していない項目', isIn(({ mark }) => mark === null)],
  ]
  return {
    columns: [
      { label: '区分', width: 60 },
      { label: '件数', width: 40 },
    ],
    rows: rows.map((cells) => ({ source: '', cells })),
  }
}

function readingOf(style: Style): readonly string[] {
  return [
    '章の分けは、国のガイドラインの章節による。条文は、対策基準に書かれたままを引用している。',
    '「区分」は、規則が守られていないときに、この対策基準で何と呼ぶかを示す。条文の強さが「努めなければならない」以下のときは、それより重く扱わない。',
    '「見る事実」は、規則が守られているかどうかを決める事実である。※を付けた事実は、書かれていないことがある。それが書かれておらず、ほかの事実だけでは決まらないときは、守られていないとはせず、「判断できない」とする。',
    '一部だけを写した実施手順及び台帳では、書かれていないことを、ないこととしては扱わない。',
    '例の「○」は規則に合うもの又は判断しないもの、「×」は合わないものである。例は、規則を変えるたびに、そのとおりに判断されるかを確かめている。',
  ].map(style.text)
}

function clauseGrid({ standard }: ExplainedStandard, keys: readonly RequirementCard[]): Grid {
  return {
    columns: [
      { label: '要求事項', width: 25 },
      { label: '条', width: 15 },
      { label: '条文', width: 60 },
    ],
    rows: keys.flatMap(({ key, title }) =>
      clausesOf(standard, key).map((clause) => ({
        source: sourceOf(clause),
        cells: [`${key}${wideSpace}${title}`, clauseName(clause), clause.writtenText('text') ?? ''],
      })),
    ),
  }
}

function chaptersOf(
  explained: ExplainedStandard,
  told: readonly RequirementCard[],
  style: Style,
): readonly ChapterText[] {
  const { standard, rules, reviewed } = explained
  const reviews = new Map(reviewed.map((one) => [reviewKey(one), one]))
  const chapters = new Map<string, RequirementCard[]>()
  for (const one of told) {
    const title = one.place ?? 'その他'
    chapters.set(title, [...(chapters.get(title) ?? []), one])
  }
  return [...chapters].map(([title, own]) => ({
    title: style.text(title.replace(' ', '　')),
    requirements: own.map(({ key, title: name, text }) => {
      const cards = ownRules(key, rules)
      return {
        title: `${key}${wideSpace}${name}`,
        text: style.sentence(text.trim()),
        clauses: clausesOf(standard, key).map((one) =>
          clauseText(one, standard, style, sourceOf(one)),
        ),
        rules: cards.map((card) => {
          const review = reviews.get(reviewKey({ requirement: key, rule: card.id }))
          return ruleText(card, standard, review, style)
        }),
        empty: cards.length === 0 ? '固有の規則はない。共通の規則だけで確かめる。' : '',
      }
    }),
  }))
}

/** What is judged without a clause of the standard: by the common catalogue alone. */
function othersOf(
  { standard, rules }: ExplainedStandard,
  untold: readonly RequirementCard[],
  style: Style,
): readonly GroupText[] {
  return untold
    .map(({ key, title }) => ({
      title: `${key}${wideSpace}${title}`,
      rules: ownRules(key, rules).map((card) => ({
        title: style.sentence(card.title),
        levels: levelsOf(card, standard, style),
        gravity: gravityOf(card),
      })),
    }))
    .filter((group) => group.rules.length > 0)
}

function sharedGrid(
  common: readonly RuleCard[],
  { standard }: ExplainedStandard,
  style: Style,
): Grid {
  return {
    columns: [
      { label: '規則', width: 32 },
      { label: '理由', width: 34 },
      { label: '水準', width: 22 },
      { label: '区分', width: 12, center: true },
    ],
    rows: common.map((card) => ({
      source: '',
      cells: [
        card.title,
        card.rationale.trim(),
        levelsOf(card, standard, style).join('\n'),
        gravityOf(card),
      ],
    })),
  }
}
