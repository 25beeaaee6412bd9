import { elementPath } from '../../schema/element-path.ts'
import type { Shape } from '../../schema/shape.ts'
import { isMapping, type Mapping } from '../../schema/variant.ts'
import type { Location, Source, Span } from '../../source/source.ts'
import type { ParsedDocument, Path } from '../../yaml/document.ts'

/**
 * A patched document stands in no file. Its text is the list of its places, one pointer a line, so
 * that the place of a finding tells which part it is about, appended parts included.
 */
export class ListedDocument implements ParsedDocument {
  readonly value: Mapping
  readonly index = 0
  readonly #name: string
  readonly #shape: Shape
  #list: { readonly source: Source; readonly spans: ReadonlyMap<string, Span> } | undefined

  constructor(name: string, shape: Shape, value: Mapping) {
    this.#name = name
    this.#shape = shape
    this.value = value
  }

  get source(): Source {
    return this.#listed.source
  }

  spanOf(path: Path): Span {
    for (let length = path.length; length > 0; length -= 1) {
      const span = this.#listed.spans.get(path.slice(0, length).join('/'))
      if (span) return span
    }
    return { start: 0, end: this.#name.length + 1 }
  }

  scalarAt(): undefined {
    return undefined
  }

  get #listed(): { readonly source: Source; readonly spans: ReadonlyMap<string, Span> } {
    return (this.#list ??= this.#write())
  }

  /** Made only when a place is asked for: most examples have no finding. */
  #write(): { readonly source: Source; readonly spans: ReadonlyMap<string, Span> } {
    const spans = new Map<string, Span>()
    let text = `/${this.#name}\n`
    for (const path of pathsBelow(this.value, [])) {
      const line = ['', this.#name, ...elementPath(this.value, this.#shape, path)].join('/')
      spans.set(path.join('/'), { start: text.length, end: text.length + line.length })
      text += `${line}\n`
    }
    return { source: { path: this.#name, text }, spans }
  }
}

/** The pointer that a place in a listed document stands for. */
export function pointerAt({ path, start }: Location, documents: Iterable<ParsedDocument>): string {
  for (const { source } of documents) {
    if (source.path === path) return source.text.split('\n')[start.line - 1] ?? `/${path}`
  }
  return path
}

function* pathsBelow(value: unknown, path: Path): Generator<Path> {
  const entries: Iterable<readonly [string | number, unknown]> = Array.isArray(value)
    ? value.entries()
    : isMapping(value)
      ? Object.entries(value)
      : []
  for (const [step, inner] of entries) {
    yield [...path, step]
    yield* pathsBelow(inner, [...path, step])
  }
}
