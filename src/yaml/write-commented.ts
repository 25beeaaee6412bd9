import { Document, isDocument, isMap, isPair, isScalar, type Node, type Pair, visit } from 'yaml'
import type { Path } from './document.ts'

/** A remark beside a key, or above an element of a list. */
export interface Comment {
  readonly path: Path
  readonly text: string
}

/** Writes plain data as YAML as a person would, with comments: above all, and at keys. */
export function writeCommented(
  value: unknown,
  { head, comments }: { readonly head: readonly string[]; readonly comments: readonly Comment[] },
): string {
  const document = new Document(value, { version: '1.2', aliasDuplicateObjects: false })
  document.commentBefore = head.map((line) => ` ${line}`).join('\n')
  asWritten(document)
  for (const { path, text } of comments) addComment(document, path, text)
  return document.toString({ lineWidth: 100, singleQuote: true, flowCollectionPadding: true })
}

/** Lists of words and small mappings stand on one line, as people write them. */
export function asWritten<Written extends Document | Node>(written: Written): Written {
  visit(written, {
    Seq: (_, list) => {
      if (list.items.every((item) => isScalar(item))) list.flow = true
    },
    Map: (key, map) => {
      if (
        (key !== null || !isDocument(written)) &&
        map.items.length <= 3 &&
        map.items.every(({ value }) => isScalar(value)) &&
        textOf(map).length < 70
      )
        map.flow = true
    },
  })
  return written
}

function textOf(map: { readonly items: readonly Pair[] }): string {
  return map.items.map(({ key, value }) => `${String(key)}: ${String(value)}`).join(', ')
}

/** Puts a comment before a key; where the key is not written, before the element it belongs to. */
export function addComment(document: Document, path: Path, text: string): void {
  const above = document.getIn(path.slice(0, -1), true)
  const name = path.at(-1)
  if (!isMap(above)) return
  const pair = above.items.find((one) => isPair(one) && isScalar(one.key) && one.key.value === name)
  // A comment inside a flow collection would break it.
  above.flow = false
  const key = (pair ?? above.items[0])?.key
  if (!isScalar(key)) return
  add(pair && pair !== above.items[0] ? key : above.items[0] === pair || !pair ? above : key, text)
}

function add(node: Node, text: string): void {
  const before = node.commentBefore ?? ''
  node.commentBefore = before === '' ? ` ${text}` : `${before}\n ${text}`
}
