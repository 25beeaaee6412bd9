import type { Carried, Fonts, Picture, Sheet } from './view.ts'

/** The forms a document can be written in. */
export const formatNames = ['html', 'md', 'docx', 'pdf', 'xlsx'] as const

/** One of the forms. */
export type FormatName = (typeof formatNames)[number]

/** A document as all writers see it: what a template made, in the small fixed vocabulary. */
export interface Document {
  readonly title: string
  /** The day it is made for, ISO; the only date in its properties. */
  readonly day: string
  /** Marked 案 on every page. */
  readonly draft: boolean
  readonly sections: readonly Section[]
  readonly pictures: Readonly<Record<string, Picture>>
  readonly sheets: readonly Sheet[]
  /** The names of the fonts in Word and Excel; the usual ones without it. */
  readonly fonts?: Fonts
  /** What the Word file carries beside the text. */
  readonly carried?: Carried
  /** The texts of the view by name, for the placeholders of a letterhead. */
  readonly fields: Readonly<Record<string, string>>
}

/** Pages of one orientation: an `article`. */
export interface Section extends Traced {
  readonly orient: 'portrait' | 'landscape'
  readonly blocks: readonly Block[]
}

/** Where a piece comes from, `path:line:column`. */
export interface Traced {
  readonly source?: string
}

/** What stands below another on a page or in a cell. */
export type Block = Heading | Paragraph | Table | List | Figure

/** `h1` to `h3`. */
export interface Heading extends Traced {
  readonly type: 'heading'
  readonly level: 1 | 2 | 3
  /** A subject line of a letter (標題): from the left after three characters, not centred. */
  readonly subject: boolean
  readonly pageBreak: boolean
  readonly missing: boolean
  readonly content: readonly Inline[]
}

/** The styles of a paragraph; `plain` is a `p` without one. What each is for: docs/templates.ja.md. */
export const paragraphStyles = [
  'plain',
  // 規程の形: （見出し）、第１条 …、２ …、(1) …、ア …、(ア) …
  'midashi',
  'ko1',
  'ko',
  'go',
  'iroha',
  'iroha2',
  // 一般の文書: １ …、その本文、(1) …、その本文、ア …、(ア) …
  'num1',
  'num1b',
  'num2',
  'num2b',
  'num3',
  'num4',
  // 通知: 文書番号、日付、宛先、発信者、本文、記、以上
  'doc-number',
  'doc-date',
  'addressee',
  'sender',
  'body',
  'ki',
  'ijo',
  // そのほか
  'right',
  'center',
  'hang1',
  'hang2',
  'note',
  'large',
  'draft',
] as const

/** The style of a paragraph. */
export type ParagraphStyle = (typeof paragraphStyles)[number]

/** `p`. */
export interface Paragraph extends Traced {
  readonly type: 'paragraph'
  readonly style: ParagraphStyle
  readonly pageBreak: boolean
  /** Something that should be there is not: shown so that nobody overlooks it. */
  readonly missing: boolean
  readonly content: readonly Inline[]
}

/** `table.grid`; places covered by a merged cell are left out, as in HTML. */
export interface Table extends Traced {
  readonly type: 'table'
  readonly caption: readonly Inline[]
  /** Widths of the columns in percent, together 100; empty where the template gives none. */
  readonly widths: readonly number[]
  /** Rows repeated at the top of every page. */
  readonly head: readonly Row[]
  readonly body: readonly Row[]
}

/** `tr`. */
export interface Row extends Traced {
  readonly cells: readonly Cell[]
}

/** `td` or `th`. */
export interface Cell extends Traced {
  readonly heading: boolean
  readonly align: 'left' | 'center' | 'right'
  readonly rows: number
  readonly columns: number
  readonly missing: boolean
  readonly blocks: readonly Block[]
}

/** `ul`. */
export interface List extends Traced {
  readonly type: 'list'
  readonly items: readonly ListItem[]
}

/** `li`. */
export interface ListItem extends Traced {
  readonly blocks: readonly Block[]
}

/** `figure` with one picture. */
export interface Figure extends Traced {
  readonly type: 'figure'
  /** The name of a picture of the view. */
  readonly picture: string
  readonly alt: string
  readonly caption: readonly Inline[]
}

/** What stands in a line. */
export type Inline = Text | Break | Marked

/** Plain text. */
export interface Text {
  readonly type: 'text'
  readonly text: string
}

/** `br`. */
export interface Break {
  readonly type: 'break'
}

/** The marks of a piece of a line; `num` is the number of a paragraph, `missing` what should be there. */
export const marks = ['u', 'ins', 'del', 'strong', 'num', 'missing', 'span'] as const

/** `u`, `ins`, `del`, `strong`, `span.num`, `span.missing`, and `span` that only carries its source. */
export interface Marked extends Traced {
  readonly type: 'marked'
  readonly mark: (typeof marks)[number]
  readonly content: readonly Inline[]
}

/** A file of a written document. */
export interface WrittenFile {
  /** The name in the folder of documents. */
  readonly name: string
  readonly content: string | Uint8Array
}
