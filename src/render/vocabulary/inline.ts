import { displayWidth } from '../../japanese/width.ts'
import { type Inline, type Marked, marks } from '../document.ts'
import { lineBreak } from '../template/output.ts'
import { inlineNames } from './allowed.ts'
import { classesOf, type Notes, sourceOf } from './builder.ts'
import type { HtmlNode } from './element.ts'

/** Whether a node stands in a line, not below another. */
export function isInline(node: HtmlNode): boolean {
  return node.type === 'text' || inlineNames.has(node.name)
}

/** Whether a node is nothing but the template's own spaces. */
export function isBlank(node: HtmlNode): boolean {
  return node.type === 'text' && /^[ \t\n\f\r]*$/.test(node.text)
}

/** Makes one line of text, spaces of the template's layout taken away. */
export function inlineContent(nodes: readonly HtmlNode[], notes: Notes): readonly Inline[] {
  return tidy(nodes.flatMap((node) => inlineOf(node, notes)))
}

function inlineOf(node: HtmlNode, notes: Notes): readonly Inline[] {
  if (node.type === 'text') {
    return node.text.split(lineBreak).flatMap((text, index): readonly Inline[] => {
      const line: Inline = { type: 'text', text }
      return index === 0 ? [line] : [{ type: 'break' }, line]
    })
  }
  if (!notes.isKnown(node)) return []
  if (node.name === 'br') return [{ type: 'break' }]
  if (!inlineNames.has(node.name)) {
    notes.misplaced(node, '文の中')
    return []
  }
  const [special] = classesOf(node)
  const mark = marks.find((one) => one === (special ?? node.name)) ?? 'span'
  const content = node.children.flatMap((child) => inlineOf(child, notes))
  return [{ type: 'marked', mark, content, ...sourceOf(node) }]
}

const spaces = /([ \t\n\f\r]+)/

/**
 * Takes away the spaces that only lay out the template: at the ends of a line, and line ends beside
 * full-width characters. Other runs become one space.
 */
function tidy(content: readonly Inline[]): readonly Inline[] {
  let last: string | undefined
  let waiting: 'none' | 'space' | 'newline' = 'none'
  const tidyText = (text: string): string => {
    let tidied = ''
    for (const piece of text.split(spaces)) {
      if (piece === '') continue
      if (spaces.test(piece)) {
        if (waiting !== 'newline') waiting = piece.includes('\n') ? 'newline' : 'space'
        continue
      }
      const first = firstOf(piece)
      const isKept =
        waiting === 'space' || (waiting === 'newline' && !isWide(last) && !isWide(first))
      if (last !== undefined && isKept) tidied += ' '
      tidied += piece
      last = lastOf(piece)
      waiting = 'none'
    }
    return tidied
  }
  const walk = (nodes: readonly Inline[]): readonly Inline[] =>
    nodes.flatMap((node): readonly Inline[] => {
      if (node.type === 'marked') return [{ ...node, content: walk(node.content) } satisfies Marked]
      if (node.type === 'break') {
        last = undefined
        waiting = 'none'
        return [node]
      }
      const text = tidyText(node.text)
      return text === '' ? [] : [{ type: 'text', text }]
    })
  return walk(content)
}

function isWide(character: string | undefined): boolean {
  return character !== undefined && displayWidth(character) === 2
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

function lastOf(text: string): string {
  const low = text.charCodeAt(text.length - 1)
  return text.slice(low >= 0xdc00 && low <= 0xdfff ? -2 : -1)
}

/** The plain text of a line; a break is a line end. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((node) => {
      if (node.type === 'break') return '\n'
      return node.type === 'text' ? node.text : plainText(node.content)
    })
    .join('')
}
