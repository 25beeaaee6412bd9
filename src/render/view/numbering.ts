import type { Location } from '../../source/source.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { suggest } from '../../japanese/suggest.ts'
import type {
  ArticleText,
  ChapterText,
  DraftArticle,
  DraftChapter,
  DraftItem,
  DraftParagraph,
  DraftSection,
  ParagraphText,
  SectionText,
  SubitemText,
} from './article.ts'
import type { Style } from './style.ts'

/** `{{ref "account-review"}}` in a text stands for the number of that article. */
const reference = /\{\{\s*ref\s+["'“”]([^"'“”{}]+)["'“”]\s*\}\}/g

/** What a text becomes: its place tells where a reference in it is wrong. */
type Finish = (text: string, source: string) => string

/** What the parts of a document are finished with. */
interface Pen {
  readonly style: Style
  readonly write: Finish
}

/** Numbers chapters, sections, articles, paragraphs and 号, and then writes every text in the style. */
export function numbered(chapters: readonly DraftChapter[], style: Style): readonly ChapterText[] {
  const articles = chapters.flatMap(({ sections }) => sections.flatMap((one) => one.articles))
  const numbers = new Map(
    articles.map(({ id }, at) => [id, style.counted('第', at + 1, '条')] as const),
  )
  const pen = { style, write: finisher(numbers, style) }
  return chapters.map((chapter, at) => ({
    id: chapter.id,
    number: style.counted('第', at + 1, '章'),
    heading: style.text(chapter.heading),
    sections: sectionTexts(chapter.sections, numbers, pen),
  }))
}

function sectionTexts(
  sections: readonly DraftSection[],
  numbers: ReadonlyMap<string, string>,
  pen: Pen,
): readonly SectionText[] {
  const headed = sections.filter(({ heading }) => heading !== '')
  return sections.map((section) => ({
    number:
      section.heading === '' ? '' : pen.style.counted('第', headed.indexOf(section) + 1, '節'),
    heading: pen.style.text(section.heading),
    articles: section.articles.map((one) => articleText(one, numbers.get(one.id) ?? '', pen)),
  }))
}

function articleText(draft: DraftArticle, number: string, pen: Pen): ArticleText {
  const { id, caption, source, tables, figures } = draft
  return {
    id,
    number,
    caption: caption === '' ? '' : `（${pen.write(caption, source)}）`,
    source,
    paragraphs: draft.paragraphs.map((one, at) => paragraphText(one, at, pen)),
    tables,
    figures,
  }
}

/** Paragraphs of an article, or of supplementary provisions; the first has no number. */
function paragraphText(draft: DraftParagraph, at: number, pen: Pen): ParagraphText {
  return {
    number: at === 0 ? '' : pen.style.number(at + 1),
    text: pen.write(draft.text, draft.source),
    source: draft.source,
    items: draft.items.map((one, index) => ({
      ...itemText(one, 0, index, pen),
      items: one.items.map((below, place) => itemText(below, 1, place, pen)),
    })),
  }
}

function itemText(draft: DraftItem, level: 0 | 1, at: number, pen: Pen): SubitemText {
  return {
    number: pen.style.item(level, at + 1),
    text: pen.write(draft.text, draft.source),
    source: draft.source,
  }
}

/** Writes a text in the style, with its references led to their articles. */
function finisher(numbers: ReadonlyMap<string, string>, style: Style): Finish {
  return (text, source) =>
    style.text(
      text.replace(reference, (whole, written: string) => {
        const number = numberFor(written.trim(), numbers)
        if (number !== undefined) return number
        throw dangling(whole, written.trim(), source, numbers)
      }),
    )
}

/** By the whole id (`duty:account-review`), or by the part behind the colon where only one has it. */
function numberFor(id: string, numbers: ReadonlyMap<string, string>): string | undefined {
  const known = numbers.get(id)
  if (known !== undefined) return known
  const ending = [...numbers].filter(([key]) => key.slice(key.indexOf(':') + 1) === id)
  return ending.length === 1 ? ending[0]?.[1] : undefined
}

function dangling(
  whole: string,
  id: string,
  source: string,
  numbers: ReadonlyMap<string, string>,
): UsageError {
  const several = [...numbers.keys()].filter((key) => key.slice(key.indexOf(':') + 1) === id)
  const near = suggest(
    id,
    [...numbers.keys()].flatMap((key) => [key, key.slice(key.indexOf(':') + 1)]),
  )
  const hint =
    several.length > 1
      ? `${several.map((key) => `{{ref "${key}"}}`).join('、')} のどれかを書いてください。`
      : near === undefined
        ? '同じ実施手順にある担当業務や規定の ID を書いてください。'
        : `「${near}」の誤りではありませんか。`
  const message =
    several.length > 1
      ? `条文の参照「${whole}」に当たる条が、二つ以上あります。`
      : `条文の参照「${whole}」に当たる条がありません。`
  return new UsageError(message, { hint, location: locationOf(source) })
}

function locationOf(source: string): Location {
  const match = /^(.*):(\d+):(\d+)$/.exec(source)
  const at = { line: Number(match?.[2] ?? 1), column: Number(match?.[3] ?? 1) }
  return { path: match?.[1] ?? source, start: at, end: at }
}
