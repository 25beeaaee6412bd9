import {
  type Block,
  type Figure,
  type Heading,
  type List,
  type ListItem,
  type Paragraph,
  type ParagraphStyle,
  paragraphStyles,
  type Section,
} from '../document.ts'
import { classesOf, Notes, sourceOf } from './builder.ts'
import type { Element, HtmlMistake, HtmlNode } from './element.ts'
import { inlineContent, isBlank, isInline } from './inline.ts'
import { tableOf } from './table.ts'

/** The sections of a document, and what stands outside the vocabulary. */
export interface Built {
  readonly sections: readonly Section[]
  readonly mistakes: readonly HtmlMistake[]
}

/** Makes a document of HTML in the vocabulary. `pictures` are the names that may be shown; any without it. */
export function buildSections(
  nodes: readonly HtmlNode[],
  pictures: readonly string[] | undefined,
): Built {
  const building = new Building(pictures)
  const sections = nodes.filter((node) => !isBlank(node)).flatMap((node) => building.section(node))
  const { mistakes } = building.notes
  if (sections.length === 0 && mistakes.length === 0) {
    building.notes.tell(0, 'no-article', '<article> がありません。', outermost)
  }
  return { sections, mistakes }
}

const outermost = '文書全体を <article data-orient="portrait">…</article> で囲んでください。'

class Building {
  readonly notes = new Notes()
  readonly #pictures: readonly string[] | undefined

  constructor(pictures: readonly string[] | undefined) {
    this.#pictures = pictures
  }

  section(node: HtmlNode): readonly Section[] {
    if (node.type === 'text') {
      this.notes.tell(node.at, 'stray-text', '<article> の外に文字があります。', outermost)
      return []
    }
    if (!this.notes.isKnown(node)) return []
    if (node.name !== 'article') {
      this.notes.tell(
        node.at,
        'misplaced',
        `<${node.name}> が <article> の外にあります。`,
        outermost,
      )
      return []
    }
    const orient = node.attributes.get('data-orient')
    const value = orient?.value ?? 'portrait'
    if (value !== 'portrait' && value !== 'landscape') {
      const message = `紙の向きの「${value}」は使えません。`
      const fix = 'portrait（縦）か landscape（横）と書いてください。'
      this.notes.tell(orient?.at ?? node.at, 'orient', message, fix)
    }
    const blocks = this.blocks(node.children, '<article> の中')
    const isLandscape = value === 'landscape'
    return [{ orient: isLandscape ? 'landscape' : 'portrait', blocks, ...sourceOf(node) }]
  }

  /** Blocks; text between them is a plain paragraph of its own. */
  blocks(nodes: readonly HtmlNode[], where: string): readonly Block[] {
    const blocks: Block[] = []
    let line: HtmlNode[] = []
    const endLine = (): void => {
      if (!line.every(isBlank)) blocks.push(plain(inlineContent(line, this.notes)))
      line = []
    }
    for (const node of nodes) {
      if (node.type === 'text' || isInline(node)) {
        line.push(node)
        continue
      }
      endLine()
      for (const one of this.#block(node, where)) blocks.push(one)
    }
    endLine()
    return blocks
  }

  #block(element: Element, where: string): readonly Block[] {
    if (!this.notes.isKnown(element)) return []
    const isInner = where !== '<article> の中'
    switch (element.name) {
      case 'h1':
      case 'h2':
      case 'h3':
        if (isInner) break
        return [this.#heading(element)]
      case 'p':
        return [this.#paragraph(element)]
      case 'table':
        if (isInner) break
        return [tableOf(element, this.notes, (nodes, inside) => this.blocks(nodes, inside))]
      case 'ul':
        return [this.#list(element)]
      case 'figure':
        if (isInner) break
        return this.#figure(element)
    }
    this.notes.misplaced(element, where)
    return []
  }

  #heading(element: Element): Heading {
    const classes = classesOf(element)
    return {
      type: 'heading',
      level: element.name === 'h1' ? 1 : element.name === 'h2' ? 2 : 3,
      subject: classes.includes('subject'),
      pageBreak: classes.includes('pagebreak'),
      missing: classes.includes('missing'),
      content: inlineContent(element.children, this.notes),
      ...sourceOf(element),
    }
  }

  #paragraph(element: Element): Paragraph {
    const classes = classesOf(element)
    const styles = paragraphStyles.filter((style) => classes.includes(style))
    if (styles.length > 1) {
      const message = `<p> に class が二つ重なっています（${styles.join('、')}）。`
      const place = element.attributes.get('class')?.at ?? element.at
      this.notes.tell(place, 'styles', message, '形を決める class は一つにしてください。')
    }
    return {
      ...plain(inlineContent(element.children, this.notes), styles[0]),
      pageBreak: classes.includes('pagebreak'),
      missing: classes.includes('missing'),
      ...sourceOf(element),
    }
  }

  #list(element: Element): List {
    const items = element.children.flatMap((item): readonly ListItem[] => {
      if (isBlank(item)) return []
      if (item.type === 'text' || item.name !== 'li') {
        this.notes.tell(item.at, 'misplaced', '<ul> のすぐ下には <li> だけを置けます。', inItem)
        return []
      }
      this.notes.isKnown(item)
      return [{ blocks: this.blocks(item.children, '<li> の中'), ...sourceOf(item) }]
    })
    return { type: 'list', items, ...sourceOf(element) }
  }

  #figure(element: Element): readonly Figure[] {
    const parts = element.children.filter((child): child is Element => child.type === 'element')
    const image = parts.find(({ name }) => name === 'img')
    const caption = parts.find(({ name }) => name === 'figcaption')
    for (const part of parts) {
      if (this.notes.isKnown(part) && part !== image && part !== caption) {
        this.notes.misplaced(part, '<figure> の中')
      }
    }
    if (!image) {
      const fix = '<img data-picture="図の名前" alt="説明"> を入れてください。'
      this.notes.tell(element.at, 'no-picture', '<figure> に <img> がありません。', fix)
      return []
    }
    const picture = image.attributes.get('data-picture')
    if (this.#pictures && !this.#pictures.includes(picture?.value ?? '')) {
      const message = `図「${picture?.value ?? ''}」はありません。`
      const known = this.#pictures.join('、')
      const fix = known === '' ? 'この文書に図はありません。' : `使える図: ${known}`
      this.notes.tell(picture?.at ?? image.at, 'unknown-picture', message, fix)
      return []
    }
    return [
      {
        type: 'figure',
        picture: picture?.value ?? '',
        alt: image.attributes.get('alt')?.value ?? '',
        caption: caption ? inlineContent(caption.children, this.notes) : [],
        ...sourceOf(element),
      },
    ]
  }
}

const inItem = '<li>…</li> の中に書いてください。'

function plain(content: Paragraph['content'], style: ParagraphStyle = 'plain'): Paragraph {
  return { type: 'paragraph', style, pageBreak: false, missing: false, content }
}
