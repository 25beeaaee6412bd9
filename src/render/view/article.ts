/** One paragraph (項) before numbering: its text may refer to other articles by `{{ref "id"}}`. */
export interface DraftParagraph {
  readonly text: string
  readonly source: string
  readonly items: readonly DraftItem[]
}

/** A 号, or what stands below one. */
export interface DraftItem {
  readonly text: string
  readonly source: string
  readonly items: readonly DraftItem[]
}

/** An article (条) before numbering. */
export interface DraftArticle {
  /** What it is found by in another edition and in references, e.g. `duty:account-review`. */
  readonly id: string
  readonly caption: string
  readonly source: string
  readonly paragraphs: readonly DraftParagraph[]
  readonly tables: readonly TableText[]
  readonly figures: readonly FigureText[]
}

/** Articles under one heading; the heading is empty where a chapter has no sections. */
export interface DraftSection {
  readonly heading: string
  readonly articles: readonly DraftArticle[]
}

/** A chapter (章) before numbering. */
export interface DraftChapter {
  readonly id: string
  readonly heading: string
  readonly sections: readonly DraftSection[]
}

/** A finished article. */
export interface ArticleText {
  readonly id: string
  readonly number: string
  readonly caption: string
  readonly source: string
  readonly paragraphs: readonly ParagraphText[]
  readonly tables: readonly TableText[]
  readonly figures: readonly FigureText[]
}

/** A finished paragraph; the first of an article has no number. */
export interface ParagraphText {
  readonly number: string
  readonly text: string
  readonly source: string
  readonly items: readonly ItemText[]
}

/** A finished 号 with what stands below it. */
export interface ItemText {
  readonly number: string
  readonly text: string
  readonly source: string
  readonly items: readonly SubitemText[]
}

/** What stands below a 号. */
export interface SubitemText {
  readonly number: string
  readonly text: string
  readonly source: string
}

/** A finished section. */
export interface SectionText {
  readonly number: string
  readonly heading: string
  readonly articles: readonly ArticleText[]
}

/** A finished chapter. */
export interface ChapterText {
  readonly id: string
  readonly number: string
  readonly heading: string
  readonly sections: readonly SectionText[]
}

/** A table: heads with their widths in percent, and rows of cells. */
export interface TableText {
  readonly caption: string
  readonly columns: readonly ColumnText[]
  readonly rows: readonly RowText[]
}

/** The head of a column. */
export interface ColumnText {
  readonly label: string
  readonly width: string
}

/** A row of a table. */
export interface RowText {
  readonly source: string
  readonly cells: readonly CellText[]
}

/** A cell; marked where something is missing. */
export interface CellText {
  readonly text: string
  readonly center: boolean
  readonly missing: boolean
}

/** A picture of the view with its caption. */
export interface FigureText {
  readonly picture: string
  readonly alt: string
  readonly caption: string
  /** All that it shows in words, row by row: two pictures that show the same are the same. */
  readonly shows: readonly (readonly string[])[]
  readonly source: string
}

/** A paragraph without 号. */
export function paragraph(
  text: string,
  source: string,
  items: readonly DraftItem[] = [],
): DraftParagraph {
  return { text, source, items }
}

/** A 号 without anything below it. */
export function item(text: string, source: string): DraftItem {
  return { text, source, items: [] }
}

/** An article of paragraphs alone. */
export function article(
  id: string,
  caption: string,
  source: string,
  paragraphs: readonly DraftParagraph[],
  more: { readonly tables?: readonly TableText[]; readonly figures?: readonly FigureText[] } = {},
): DraftArticle {
  return { id, caption, source, paragraphs, tables: more.tables ?? [], figures: more.figures ?? [] }
}

/** A cell of a table. */
export function cell(
  text: string,
  more: { readonly center?: boolean; readonly missing?: boolean } = {},
): CellText {
  return { text, center: more.center ?? false, missing: more.missing ?? false }
}
