import type { Block, Paragraph, Table } from './block.ts'
import { type Marker, type MarkerKind, markerOf } from './marker.ts'

/** Where in a document a unit stands. */
export type Section = 'front' | 'body' | 'supplement' | 'appendix'

/** A stretch of text below one number: an article's paragraph, an item, a line. */
export interface Unit {
  /** 第5条第2項第1号, 6.1(ア); empty where nothing is numbered. */
  readonly place: string
  readonly section: Section
  /** The headings it stands under, the highest first. */
  readonly headings: readonly string[]
  /** The heading of the article or of the numbered section, as it stands there. */
  readonly caption: string
  readonly text: string
  /** How many numbers deep it stands: what follows with more belongs to what leads in to it. */
  readonly depth: number
  readonly table?: Table
  /** What of the document it was made of. */
  readonly block: Block
}

/** What a piece of the source is. Together the pieces are the whole of it, in its order. */
export interface Piece {
  readonly is: 'title' | 'heading' | 'caption' | 'number' | 'contents' | 'text' | 'table'
  readonly text: string
  /** The unit whose text it is. */
  readonly unit?: Unit
  readonly place: string
}

/** A document by its units. */
export interface Layout {
  readonly title: string | undefined
  readonly units: readonly Unit[]
  readonly pieces: readonly Piece[]
}

/** Lays out a document: what is numbered, where each text stands and what it stands under. */
export function layOut(blocks: readonly Block[]): Layout {
  const layout = new LayingOut(isByArticles(blocks))
  for (const block of withoutContents(blocks, (one) => {
    layout.contents(one)
  })) {
    if (block.kind === 'table') layout.table(block)
    else layout.paragraph(block)
  }
  return layout.result()
}

function isByArticles(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) => block.kind === 'paragraph' && signOf(block).marker?.kind === 'article',
  )
}

/** Gives the blocks but for the table of contents, which it hands over in its place. */
function* withoutContents(
  blocks: readonly Block[],
  leave: (block: Paragraph) => void,
): Generator<Block> {
  let inContents = false
  for (const block of blocks) {
    const text = block.kind === 'paragraph' ? (block.number ?? '') + block.text : ''
    if (/^\s*目\s*次\s*$/u.test(text)) inContents = true
    else if (inContents && !isEntry(text)) inContents = false
    if (block.kind === 'paragraph' && (inContents || block.isContents)) leave(block)
    else yield block
  }
}

/** A line of a table of contents: with a page, with the articles it covers, or 附則 alone. */
function isEntry(text: string): boolean {
  if (/[。]/u.test(text)) return false
  if (/(?:[…‥・.．]{2,}|\t)\s*[0-9０-９]+\s*$/u.test(text)) return true
  if (/[（(]第.{1,12}条(?:[―－ー〜~-].*)?[）)]\s*$/u.test(text)) return true
  return /\s[0-9０-９]{1,3}\s*$/u.test(text) || /^(?:附\s*則|別表|様式)$/u.test(text.trim())
}

/** A number or sign that is open: what follows stands below it. */
interface Open {
  readonly kind: MarkerKind
  readonly label: string
  /** Whether it stands over what follows, without a text of its own. */
  isHeading: boolean
}

/** A heading in parentheses; parentheses may stand in it: （自己点検（年度末）） */
const inParentheses = '[（(]((?:[^（()）]|[（(][^（()）]*[）)]){1,60})[）)]'
const inlineCaption = new RegExp(`^${inParentheses}\\s*`, 'u')
const wholeCaption = new RegExp(`^${inParentheses}$`, 'u')

class LayingOut {
  readonly #byArticles: boolean
  readonly #units: Unit[] = []
  readonly #pieces: Piece[] = []
  readonly #chapters: { readonly level: number; readonly text: string }[] = []
  #title: string | undefined
  #open: Open[] = []
  #captions: string[] = []
  /** A heading in parentheses that stands above its article. */
  #nextCaption: string | undefined
  #section: Section = 'front'
  /** What numbers of a part outside the body begin with: 附則, 別表第1. */
  #part = ''
  #bullets = 0
  /** A number alone on its line, whose text is the next paragraph. */
  #isAwaiting = false
  #block: Block = { kind: 'paragraph', text: '' }

  constructor(byArticles: boolean) {
    this.#byArticles = byArticles
  }

  result(): Layout {
    const placed = placesWithFirst(this.#units)
    const pieces = this.#pieces.map((piece) => {
      const unit = piece.unit && placed.get(piece.unit)
      return unit ? { ...piece, unit, place: unit.place } : piece
    })
    return {
      title: this.#title,
      units: this.#units.map((unit) => placed.get(unit) ?? unit),
      pieces,
    }
  }

  contents(block: Paragraph): void {
    this.#piece('contents', (block.number ?? '') + block.text)
  }

  table(table: Table): void {
    this.#block = table
    const text = table.rows.map((row) => row.join('\t')).join('\n')
    const unit = this.#unit(text, this.#place, table)
    this.#pieces.push({ is: 'table', text, unit, place: unit.place })
  }

  paragraph(block: Paragraph): void {
    this.#block = block
    const { marker, sign, rest } = signOf(block)
    if (this.#isAwaiting && !marker) {
      this.#isAwaiting = false
      this.#numbered(rest, block)
      return
    }
    this.#isAwaiting = false
    if (marker) this.#marked(marker, sign, rest, block)
    else this.#plain(rest, block)
  }

  #marked(marker: Marker, sign: string, rest: string, block: Paragraph): void {
    if (marker.kind === 'chapter') {
      this.#chapter(levelOf(marker.label), sign + rest)
      return
    }
    if (marker.kind === 'supplement' || marker.kind === 'appendix') {
      this.#section = marker.kind
      this.#part = marker.label
      this.#reset()
      this.#chapters.length = 0
      this.#chapters.push({ level: 0, text: (sign + rest).trim() })
      this.#piece('heading', sign + rest)
      return
    }
    if (this.#section === 'front') this.#section = 'body'
    this.#enter(marker)
    if (sign !== '') this.#piece('number', sign)
    if (rest.trim() === '') this.#isAwaiting = true
    else this.#numbered(rest, block)
  }

  /** The text after a number: the heading of what follows, or a unit. */
  #numbered(text: string, block: Paragraph): void {
    const own = this.#open.at(-1)
    const inline = own?.kind === 'article' ? inlineCaption.exec(text) : null
    if (inline) {
      this.#captions = [inline[1] ?? '']
      this.#piece('caption', inline[0])
    }
    const rest = inline ? text.slice(inline[0].length) : text
    if (rest.trim() === '') {
      this.#isAwaiting = true
      return
    }
    if (own && isHeadingText(rest, block, this.#leadsIn())) {
      own.isHeading = true
      this.#captions = [
        ...this.#captions.slice(0, this.#open.filter((one) => one.isHeading).length - 1),
        rest.trim(),
      ]
      this.#piece('heading', rest)
      return
    }
    this.#text(rest)
  }

  /** Whether the last text says that a list follows. */
  #leadsIn(): boolean {
    const last = this.#units.at(-1)
    const above = this.#units.findLast((unit) => unit.depth < this.#open.length)
    return [last, above].some((unit) => unit !== undefined && leadsIn(unit.text))
  }

  #plain(text: string, block: Paragraph): void {
    const caption = wholeCaption.exec(text.trim())
    if (caption) {
      this.#nextCaption = caption[1] ?? ''
      this.#piece('caption', text)
      return
    }
    if (block.heading !== undefined && !/。\s*$/u.test(text)) {
      if (this.#title === undefined && this.#units.length === 0 && this.#chapters.length === 0)
        this.#named(text)
      else this.#chapter(10 + block.heading, text)
      return
    }
    if (this.#section === 'front' && this.#title === undefined && isTitle(text)) {
      this.#named(text)
      return
    }
    while (
      this.#open.length > 0 &&
      !this.#open.at(-1)?.isHeading &&
      this.#open.at(-1)?.kind !== 'article'
    ) {
      this.#open.pop()
    }
    this.#text(text)
  }

  #named(text: string): void {
    this.#title = text.trim()
    this.#piece('title', text)
  }

  #chapter(level: number, text: string): void {
    if (this.#section === 'front') this.#section = 'body'
    if (level > 0 && level < 10 && this.#section !== 'body') {
      this.#section = 'body'
      this.#part = ''
    }
    while ((this.#chapters.at(-1)?.level ?? -1) >= level) this.#chapters.pop()
    this.#chapters.push({ level, text: text.trim() })
    this.#reset()
    this.#piece('heading', text)
  }

  #reset(): void {
    this.#open = []
    this.#captions = []
    this.#bullets = 0
  }

  #enter(marker: Marker): void {
    const { kind } = marker
    const at = this.#open.findIndex((one) => one.kind === kind)
    if (kind === 'article') this.#open = []
    else if (at >= 0) this.#open = this.#open.slice(0, at)
    // ２ after the items of an article whose first paragraph has no number: its second paragraph.
    else if (kind === 'number' && (marker.count ?? 1) > 1)
      this.#open = this.#open.slice(0, this.#open.findIndex((one) => one.kind === 'article') + 1)
    else if (kind.startsWith('decimal'))
      this.#open = this.#open.filter((one) => isAboveDecimal(one.kind, kind))
    if (kind === 'article') {
      this.#captions = this.#nextCaption === undefined ? [] : [this.#nextCaption]
      this.#nextCaption = undefined
    }
    this.#captions = this.#captions.slice(
      0,
      Math.max(this.#byArticles ? 1 : 0, this.#open.filter((one) => one.isHeading).length),
    )
    this.#bullets = kind === 'bullet' ? this.#bullets + 1 : 0
    this.#open.push({ kind, label: this.#labelOf(marker), isHeading: false })
  }

  #labelOf({ kind, label, count }: Marker): string {
    if (kind === 'bullet') return `・${this.#bullets}`
    if (this.#section === 'supplement' && kind === 'number') return `第${count ?? label}項`
    if (!this.#byArticles) return label
    const isInArticle = this.#open.some((one) => one.kind === 'article')
    if (!isInArticle) return label
    const isInItem = this.#open.some((one) => one.label.endsWith('号'))
    if (kind === 'number' && !isInItem) return `第${count ?? label}項`
    if (!isInItem && count !== undefined && (kind === 'kanji' || kind === 'parenthesised'))
      return `第${count}号`
    return label
  }

  get #place(): string {
    const labels: string[] = []
    for (const { label } of this.#open) {
      const above = labels.at(-1)
      if (above !== undefined && (label.startsWith(`${above}.`) || label.startsWith(`${above}-`)))
        labels.pop()
      labels.push(label.startsWith('・') ? `の「・」${label.slice(1)}つ目` : label)
    }
    const written = labels.reduce(
      (whole, label) => whole + (/\d$/u.test(whole) && /^\d/u.test(label) ? '-' : '') + label,
      '',
    )
    return (this.#part + written).replace(/^の/u, '')
  }

  #text(text: string): void {
    const unit = this.#unit(text.trim(), this.#place)
    this.#pieces.push({ is: 'text', text, unit, place: unit.place })
  }

  #unit(text: string, place: string, table?: Table): Unit {
    const unit: Unit = {
      place,
      section: this.#section,
      headings: this.#chapters.map((one) => one.text),
      caption: this.#captions.at(-1) ?? '',
      text,
      depth: this.#open.length,
      ...(table && { table }),
      block: this.#block,
    }
    this.#units.push(unit)
    return unit
  }

  #piece(is: Piece['is'], text: string): void {
    if (text.trim() !== '') this.#pieces.push({ is, text, place: this.#place })
  }
}

/** The sign of a paragraph, typed or put there by the program, and the text after it. */
function signOf({ number, text }: Paragraph): {
  marker: Marker | undefined
  sign: string
  rest: string
} {
  if (number !== undefined && number.trim() !== '') {
    const marker = markerOf(`${number.trim()} `)
    if (marker) return { marker, sign: `${number} `, rest: text }
    return { marker: undefined, sign: '', rest: `${number} ${text}` }
  }
  const blank = /^\s*/u.exec(text)?.[0].length ?? 0
  const inner = text.slice(blank)
  const marker = markerOf(inner)
  if (!marker) return { marker: undefined, sign: '', rest: inner }
  return { marker, sign: inner.slice(0, marker.length), rest: inner.slice(marker.length) }
}

/** 編 1, 章 2, 節 3, 款 4 */
function levelOf(label: string): number {
  return '編章節款'.indexOf(/[編章節款]/u.exec(label)?.[0] ?? '章') + 1
}

function isAboveDecimal(kind: MarkerKind, decimal: MarkerKind): boolean {
  const order: readonly MarkerKind[] = ['article', 'number', 'decimal2', 'decimal3', 'decimal4']
  const at = order.indexOf(kind)
  return at >= 0 && at < order.indexOf(decimal)
}

/** Whether a text says that what it is about follows below: 次に掲げる, 以下の. */
export function leadsIn(text: string): boolean {
  return /(?:次|以下|下記|つぎ)(?:の|に|のとおり|に掲げる|に定める|に示す)|次の各号|は、次のとおり|[：:]$/u.test(
    text.normalize('NFKC'),
  )
}

/** A short text that is no sentence stands over what follows; below a lead-in it is an item of a list. */
function isHeadingText(text: string, block: Paragraph, isListed: boolean): boolean {
  if (block.heading !== undefined && !/。\s*$/u.test(text)) return true
  if (isListed) return false
  const inner = text.trim()
  return (
    inner.length <= 40 &&
    !/[。、：:]|(?:する|こと|ない|とおり|ある|いう|いる|れる|せる|ます|です)$/u.test(inner)
  )
}

/** The first line of a document that names it. */
function isTitle(text: string): boolean {
  const inner = text.trim()
  return (
    inner.length <= 60 &&
    !/[。]/u.test(inner) &&
    /(?:手順|要領|要綱|基準|規程|規則|規定|マニュアル|手引|細則|書|方針|ルール)(?:[（(].*[）)])?$/u.test(
      inner,
    )
  )
}

/** In an article with several paragraphs the first, which has no number, is 第1項. */
function placesWithFirst(units: readonly Unit[]): ReadonlyMap<Unit, Unit> {
  const second = units.flatMap(({ place }) => /^(.*条(?:の\d+)*)第2項/u.exec(place)?.[1] ?? [])
  const several = new Set(second)
  return new Map(
    units.flatMap((unit): readonly (readonly [Unit, Unit])[] => {
      const [, article = '', rest = ''] = /^(.*?条(?:の\d+)*)(.*)$/u.exec(unit.place) ?? []
      if (!several.has(article) || /^第\d+項/u.test(rest)) return []
      return [[unit, { ...unit, place: `${article}第1項${rest}` }]]
    }),
  )
}
