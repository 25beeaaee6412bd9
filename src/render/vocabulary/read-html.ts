import { ownValue } from '../../finding/own-value.ts'
import type { Token } from 'parse5'
import { deepest } from '../template/limits.ts'
import type { Attribute, Element, HtmlMistake, HtmlNode } from './element.ts'

/** HTML as a tree, and what is wrong with how it is written. */
export interface ReadHtml {
  readonly nodes: readonly HtmlNode[]
  readonly mistakes: readonly HtmlMistake[]
}

/** Elements that have no end tag. */
const childless: ReadonlySet<string> = new Set(['br', 'img', 'col'])

/**
 * Reads HTML with the tokenizer of parse5, and closes elements only where they are closed: a browser's
 * repairs would hide a slip in a template.
 */
export async function readHtml(html: string): Promise<ReadHtml> {
  const { Tokenizer } = await import('parse5')
  const tree = new Tree()
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => {
        tree.open(tag)
      },
      onEndTag: (tag) => {
        tree.close(tag)
      },
      onCharacter: (token) => {
        tree.text(token)
      },
      onWhitespaceCharacter: (token) => {
        tree.text(token)
      },
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: ({ location }) => {
        tree.tell(location?.startOffset ?? 0, 'doctype', '<!DOCTYPE> は書けません。', noPage)
      },
      onEof: () => {
        tree.end()
      },
      onParseError: ({ startOffset, code }) => {
        tree.tell(startOffset, 'html-syntax', `HTML の書き方に誤りがあります（${code}）。`, syntax)
      },
    },
  )
  tokenizer.write(html, true)
  return tree
}

const noPage = 'テンプレートには <article> から書いてください。'
const syntax = '< > " & が組になっているか、記号が半角かを確かめてください。'

class Tree implements ReadHtml {
  readonly nodes: HtmlNode[] = []
  readonly mistakes: HtmlMistake[] = []
  readonly #open: Element[] = []

  open(tag: Token.TagToken): void {
    const at = tag.location?.startOffset ?? 0
    const name = tag.tagName
    const attributes = attributesOf(tag)
    const element: Element = { type: 'element', name, attributes, children: [], at }
    this.#add(element)
    if (childless.has(name)) return
    if (this.#open.length >= deepest) {
      this.tell(at, 'too-deep', '要素の入れ子が深すぎます。', '閉じ忘れがないか確かめてください。')
      return
    }
    this.#open.push(element)
  }

  close({ tagName, location }: Token.TagToken): void {
    const at = location?.startOffset ?? 0
    const index = this.#open.findLastIndex(({ name }) => name === tagName)
    if (index < 0) {
      const message = `</${tagName}> に当たる <${tagName}> がありません。`
      this.tell(at, 'unopened', message, '余分なら消してください。')
      return
    }
    for (const inner of this.#open.splice(index).slice(1)) this.#unclosed(inner)
  }

  text({ chars, location }: Token.CharacterToken): void {
    this.#add({ type: 'text', text: chars, at: location?.startOffset ?? 0 })
  }

  end(): void {
    for (const inner of this.#open.splice(0)) this.#unclosed(inner)
  }

  tell(at: number, code: string, message: string, fix: string): void {
    this.mistakes.push({ at, code, message, fix })
  }

  #unclosed({ name, at }: Element): void {
    const message = `<${name}> が閉じられていません。`
    this.tell(at, 'unclosed', message, `</${name}> で閉じてください。`)
  }

  #add(node: HtmlNode): void {
    const siblings = this.#open.at(-1)?.children ?? this.nodes
    siblings.push(node)
  }
}

function attributesOf({ attrs, location }: Token.TagToken): ReadonlyMap<string, Attribute> {
  const places = location?.attrs ?? {}
  return new Map(
    attrs.map(({ name, value }) => {
      const at = ownValue(places, name)?.startOffset ?? location?.startOffset ?? 0
      return [name, { value, at }]
    }),
  )
}
