import { blankEraDay } from '../../japanese/official-day.ts'
import { wideSpace } from '../../japanese/width.ts'
import { startOf } from '../../model/edition.ts'
import type { WrittenPart } from '../../model/part.ts'
import { organisationName, postName } from '../../words/name.ts'
import { sourceOf } from '../trace.ts'
import { type BeforeAndAfter, finished, type View, type ViewMaker } from '../view.ts'
import type { AmendmentText } from './amendment/sentence.ts'
import { amendmentText } from './amendment/text.ts'
import { type RevisedProcedure, revisionsIn } from './comparison.ts'
import type { ComparisonText } from './comparison/text.ts'
import { stemOf } from './procedure/subject.ts'
import { type ProcedureText, procedureText } from './procedure/text.ts'
import type { Style } from './style.ts'
import type { ArticleText, FigureText, ParagraphText } from './article.ts'
import { chainsOf, pictureName } from './chain.ts'
import { picturesOf } from './picture.ts'
import { withAlt } from './procedure.ts'
import { isGroup, lineOf } from '../../model/organisation.ts'
import { saysSame } from './comparison/article.ts'
import { entriesOf, type Entry, pairEntries } from './comparison/entry.ts'

/** 起案文 as finished text: the sheet that asks for a decision, the amendment, and both texts side by side. */
export interface DecisionText {
  readonly title: string
  readonly municipality: string
  /** The section that drafts; empty where nobody owns the procedure. */
  readonly section: string
  readonly seals: readonly SealText[]
  readonly subject: string
  readonly inquiry: string
  readonly points: readonly DecisionPointText[]
  readonly amendment: {
    readonly title: string
    readonly lead: string
    /** How the table is to be read. */
    readonly table: string
    /** Whether words say it; else the table does. */
    readonly isByWords: boolean
    readonly amendments: readonly AmendmentText[]
    /** The charts that the table says in words only, as they are now; empty where words amend them. */
    readonly charts: readonly {
      readonly heading: string
      readonly figures: readonly FigureText[]
    }[]
    /** 附則: from when it is in force, and what holds for a while only. */
    readonly supplement: readonly ParagraphText[]
  }
  readonly comparison: ComparisonText
  readonly source: string
}

/** １ 改正の理由, with what is said of it; lines to write on where nobody said it. */
export interface DecisionPointText {
  readonly number: string
  readonly heading: string
  readonly lines: readonly string[]
}

/** 起案文: one for each procedure that reads differently now. */
export const decisionViews: ViewMaker<BeforeAndAfter> = (both) =>
  Promise.all(revisionsIn(both).map(decisionView))

async function decisionView(revised: RevisedProcedure): Promise<View> {
  const { after, style } = revised
  const { fonts } = style.conventions
  const stem = stemOf(after.dossier, after.procedure, 'decision')
  const text = decisionText(revised)
  const view = { title: text.subject, stem, text: finished(text), fonts }
  const named = picturesNamed(text)
  const chains = chainsOf(after.procedure, style).filter(({ chain }) =>
    named.has(pictureName(chain)),
  )
  if (chains.length === 0) return view
  const pictures = await picturesOf(chains)
  return { ...view, text: finished(decisionText(revised, pictures)), pictures }
}

/** The charts that an amendment puts in, with the articles that have one. */
function picturesNamed({ amendment }: DecisionText): ReadonlySet<string> {
  const { amendments, charts, isByWords } = amendment
  const put = isByWords
    ? amendments.flatMap(({ articles, figures }) => [
        ...figures,
        ...articles.flatMap((one) => one.figures),
      ])
    : charts.flatMap(({ figures }) => figures)
  return new Set(put.map(({ picture }) => picture))
}

/** The decision sheet of one revision. */
export function decisionText(
  { before, after, text, style }: RevisedProcedure,
  pictures: NonNullable<View['pictures']> = {},
): DecisionText {
  const texts = {
    before: procedureText({ ...before, style }),
    after: withAlt(procedureText({ ...after, style }), pictures),
  }
  const name = texts.after.variant === '' ? text.procedure : `${text.procedure}（${text.variant}）`
  const amendments = amendmentText(texts.before, texts.after, style)
  const owner = after.procedure.writtenPart('owner') ?? after.dossier.context?.writtenPart('owner')
  const words = style.conventions.comparison
  const day = firstDay(before.procedure, after.procedure, style)
  return {
    title: '起案文書',
    municipality: after.dossier.municipality.name,
    section: owner ? style.text(organisationName(owner)) : '',
    seals: sealsOf(after.procedure, owner, style),
    subject: `${name}の一部改正について（伺い）`,
    inquiry: `${name}の一部を${amendments ? '別紙１' : '別紙'}のとおり改正し、${day}から施行してよろしいか、伺います。`,
    points: pointsOf(before.procedure, after.procedure, texts, style, day),
    amendment: {
      title: `${name}の一部改正`,
      lead: `${texts.before.title}の一部を次のように改正する。`,
      table: `次の表の${words.before}の欄に掲げる部分を、同表の${words.after}の欄に掲げる部分のように改める。`,
      isByWords: amendments !== undefined,
      amendments: amendments ?? [],
      charts: amendments ? [] : changedCharts(texts.before, texts.after),
      supplement: supplementOf(texts.after, day),
    },
    comparison: text,
    source: sourceOf(after.procedure),
  }
}

/** The 附則 of the amendment: that of the later edition, which says when it begins and what holds for a while only. */
function supplementOf({ supplements }: ProcedureText, day: string): readonly ParagraphText[] {
  const [first, ...more] = supplements.at(-1)?.paragraphs ?? []
  const text = `この改正は、${day}から施行する。`
  return [{ number: first?.number ?? '', text, source: first?.source ?? '', items: [] }, ...more]
}

/** The day it is to be in force from; room for one where the later edition begins no other day than the earlier. */
function firstDay(before: WrittenPart, after: WrittenPart, style: Style): string {
  const day = startOf(after)
  return day === '' || day === startOf(before) ? blankEraDay : style.day(day)
}

function pointsOf(
  before: WrittenPart,
  after: WrittenPart,
  texts: { readonly before: ProcedureText; readonly after: ProcedureText },
  style: Style,
  day: string,
): readonly DecisionPointText[] {
  const changed = changedIn(texts.before, texts.after)
  const counted = [
    ['改める条', changed.articles.amended],
    ['加える条', changed.articles.added],
    ['削る条', changed.articles.removed],
    ['改める別表及び様式', changed.others.amended],
    ['加える別表及び様式', changed.others.added],
    ['削る別表及び様式', changed.others.removed],
  ] as const
  const named = counted
    .filter(([, names]) => names.length > 0)
    .map(
      ([label, names]) =>
        `${label}${wideSpace}${listed(names, label.endsWith('条') ? '条' : '件')}`,
    )
  const points = [
    // Why the office amends it nobody registers: what is amended is no reason.
    ['改正の理由', []],
    ['改正の概要', summariesOf(before, after)],
    ['改正の内容', named.length > 0 ? named : ['題名又は章の見出しの整理']],
    ['施行期日', [day]],
  ] as const
  return points.map(([heading, lines], at) => ({
    number: style.number(at + 1),
    heading,
    lines: lines.map(style.text),
  }))
}

function listed(names: readonly string[], unit: string): string {
  const rest = names.length - mostNamed
  return `${names.slice(0, mostNamed).join('、')}${rest > 0 ? ` ほか${rest}${unit}` : ''}`
}

/** More of them than this are counted. */
const mostNamed = 12

/** What the revisions say that the earlier edition did not have yet. */
function summariesOf(before: WrittenPart, after: WrittenPart): readonly string[] {
  const known = new Set(before.parts('revisions').map((one) => one.writtenText('on')))
  const said = after
    .parts('revisions')
    .filter((one) => !known.has(one.writtenText('on')))
    .flatMap((one) => one.writtenText('summary') ?? [])
  return said.map((one) => (/[。）]$/.test(one) ? one : `${one}。`))
}

/** A row of boxes for seals (決裁欄). */
interface SealText {
  /** 決裁, 合議 */
  readonly label: string
  readonly boxes: readonly { readonly post: string }[]
  readonly width: string
}

/** As many boxes as a page has room for beside each other. */
const perRow = 6

/** Posts from the highest down. */
const ranks: readonly RegExp[] = [
  /(?<!副)(?:市長|町長|村長|区長|知事|管理者)$/,
  /副(?:市長|町長|村長|区長|知事)$|教育長$/,
  /局長$/,
  /部長$|理事$/,
  /次長$|参事$/,
  /課長$|室長$|所長$|館長$|センター長$/,
  /課長補佐$|主幹$|副主幹$|室長補佐$/,
  /係長$|主査$|班長$/,
  /主任$/,
]

/**
 * The boxes of those whose posts the procedure names: the line of the section that owns it decides, the others agree
 * (合議). The drafter and a post that is not known have empty boxes.
 */
function sealsOf(
  procedure: WrittenPart,
  owner: WrittenPart | undefined,
  style: Style,
): readonly SealText[] {
  const holders = procedure.parts('roles').filter(hasPost)
  const line = new Set(owner ? lineOf(owner).map(({ key }) => key) : [])
  const isOwn = (role: WrittenPart): boolean => {
    const own = role.part('organisation')
    return !owner || !own || lineOf(own).some(({ key }) => key === owner.key) || line.has(own.key)
  }
  const deciding = postsOf(holders.filter(isOwn))
  const agreeing = postsOf(holders.filter((role) => !isOwn(role)))
  return [
    ...rowsOf(
      '決裁',
      [...(deciding.length > 0 ? deciding : [blank, blank, blank]), '起案者'],
      style,
    ),
    ...rowsOf('合議', agreeing.length > 0 ? agreeing : [blank, blank], style),
  ]
}

/** A post that is written in by hand. */
const blank = ''

/** A post of the office itself that one person holds. */
function hasPost(role: WrittenPart): boolean {
  const organisation = role.part('organisation')
  const isInside = organisation?.writtenText('kind') !== 'external'
  return role.written('post') && isInside && !(organisation && isGroup(organisation))
}

/** The posts of some roles, each once: by rank, of one rank the head of the larger organisation first. */
function postsOf(roles: readonly WrittenPart[]): readonly string[] {
  const posts = roles.flatMap((role) => {
    const name = postName(role)
    const organisation = role.part('organisation')
    const depth = organisation ? lineOf(organisation).length : 0
    return name === undefined ? [] : [{ name, rank: rankOf(name), depth }]
  })
  posts.sort((a, b) => a.rank - b.rank || a.depth - b.depth)
  return [...new Set(posts.map(({ name }) => name))]
}

function rankOf(name: string): number {
  const at = ranks.findIndex((one) => one.test(name))
  return at < 0 ? ranks.length : at
}

function rowsOf(label: string, posts: readonly string[], style: Style): readonly SealText[] {
  const rows = Math.ceil(posts.length / perRow)
  return Array.from({ length: rows }, (_, at) => {
    const own = posts.slice(at * perRow, (at + 1) * perRow)
    const boxes = [...own, ...Array.from({ length: perRow - own.length }, () => '')]
    return {
      label,
      boxes: boxes.map((post) => ({ post: style.text(post) })),
      width: '15',
    }
  })
}

/** What a revision touches, by number and caption: that amended and added by the later numbers. */
interface Touched {
  readonly amended: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** Which articles, and which of 別表 and 様式, say something else in two editions, are new or are gone. */
function changedIn(
  before: ProcedureText,
  after: ProcedureText,
): { readonly articles: Touched; readonly others: Touched } {
  const pairs = pairEntries(entriesOf(before), entriesOf(after), new Map())
  const touched = (isOne: (entry: Entry | undefined) => boolean): Touched => {
    const own = pairs.filter((pair) => isOne(pair.before) || isOne(pair.after))
    return {
      amended: own
        .filter((pair) => pair.before && pair.after && !isSame(pair.before, pair.after))
        .map((pair) => nameOf(pair.after)),
      added: own.filter((pair) => !pair.before).map((pair) => nameOf(pair.after)),
      removed: own.filter((pair) => !pair.after).map((pair) => nameOf(pair.before)),
    }
  }
  return {
    articles: touched(isArticle),
    others: touched((one) => /^(?:records$|form:)/.test(one?.id ?? '')),
  }
}

function isArticle(one: Entry | undefined): boolean {
  return one?.kind === 'article' && !Number.isNaN(one.place)
}

function isSame(one: Entry, other: Entry): boolean {
  return one.kind === 'article' && other.kind === 'article' && saysSame(one.article, other.article)
}

/** The articles whose charts changed, with the charts as they are now. */
function changedCharts(
  before: ProcedureText,
  after: ProcedureText,
): DecisionText['amendment']['charts'] {
  const old = new Map(articlesOf(before).map(({ id, figures }) => [id, shownIn(figures)]))
  return articlesOf(after)
    .filter(({ id, figures }) => figures.length > 0 && old.get(id) !== shownIn(figures))
    .map(({ number, figures }) => ({ heading: `${number}の図`, figures }))
}

function articlesOf({ chapters }: ProcedureText): readonly ArticleText[] {
  return chapters.flatMap(({ sections }) => sections.flatMap(({ articles }) => articles))
}

function shownIn(figures: readonly FigureText[]): string {
  return JSON.stringify(figures.map(({ caption, shows }) => [caption, shows]))
}

/** 第５条（システム主任） */
function nameOf(entry: Entry | undefined): string {
  return entry?.kind === 'article' ? `${entry.article.number}${entry.article.caption}` : ''
}
