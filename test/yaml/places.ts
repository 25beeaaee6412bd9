import { type Document, isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Node } from 'yaml'

/** What `yaml` says of one path: the data there and where the written value begins. */
export interface Place {
  readonly path: readonly (string | number)[]
  readonly value: unknown
  readonly start: number
  /** Undefined for blocks, whose end is a matter of taste. */
  readonly end: number | undefined
  /** Undefined where nothing is written. */
  readonly keyStart: number | undefined
}

/** Every path of a text with its place, as the `yaml` package has it: the yardstick of the contract. */
export function placesOf(text: string): { data: unknown[]; places: Place[][] } {
  const parsed = parseAllDocuments(text, { logLevel: 'silent', merge: false })
  const documents = Array.isArray(parsed) ? parsed : []
  return {
    data: documents.map((document) => document.toJS() as unknown),
    places: documents.map(placesIn),
  }
}

function placesIn(document: Document): Place[] {
  const places: Place[] = []
  const visit = (
    node: unknown,
    path: readonly (string | number)[],
    keyStart: number | undefined,
  ): void => {
    if (!isMap(node) && !isSeq(node) && !isScalar(node) && !isAlias(node)) return
    const range = node.range
    if (range && range[0] !== range[1]) {
      const end = isBlock(node) ? undefined : range[1]
      places.push({ path, value: node.toJS(document), start: range[0], end, keyStart })
    }
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isScalar(key) && key.range) visit(value, [...path, String(key.value)], key.range[0])
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        visit(item, [...path, index], undefined)
      })
    }
  }
  visit(document.contents, [], undefined)
  return places
}

function isBlock(node: Node): boolean {
  if (isMap(node) || isSeq(node)) return node.flow !== true
  return isScalar(node) && (node.type ?? '').startsWith('BLOCK')
}
