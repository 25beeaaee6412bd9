/** A piece of HTML as written: nothing is closed, moved or added silently. */
export type HtmlNode = Element | HtmlText

/** An element with its attributes, and where its tag begins. */
export interface Element {
  readonly type: 'element'
  readonly name: string
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly children: HtmlNode[]
  readonly at: number
}

/** An attribute's value, and where it begins. */
export interface Attribute {
  readonly value: string
  readonly at: number
}

/** Characters between tags. */
export interface HtmlText {
  readonly type: 'text'
  readonly text: string
  readonly at: number
}

/** Something wrong at an offset of the HTML. */
export interface HtmlMistake {
  readonly at: number
  readonly code: string
  readonly message: string
  readonly fix: string
}
