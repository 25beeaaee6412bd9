import { elementPath } from '../../schema/element-path.ts'
import type { Shape } from '../../schema/shape.ts'
import { isMapping, type Mapping } from '../../schema/variant.ts'
import { valueAt } from '../../schema/walk.ts'
import type { ParsedDocument, Path } from '../../yaml/document.ts'
import type { Location, Source, Span } from '../../source/source.ts'

/** A document a pointer leads into, by the first step of the pointer, and the steps below it. */
interface Pointer {
  readonly document: string
  readonly steps: readonly string[]
}

/**
 * Reads `/procedure@before/duties/account-review/frequency` or `/organisation:context/places`; `~1`
 * stands for a slash in a step.
 */
export function parsePointer(text: string): Pointer {
  const [, document = '', ...steps] = text
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return { document, steps }
}

/**
 * The path that steps lead to. A step into a list is the id of an element, the fields that identify
 * it, its number, or `-` for the place after the last. Undefined where something on the way is not
 * written; the last step itself need not be.
 */
export function pathOf(file: Mapping, shape: Shape, steps: readonly string[]): Path | undefined {
  const path: (string | number)[] = []
  let at: unknown = file
  for (const [depth, step] of steps.entries()) {
    const isLast = depth === steps.length - 1
    if (Array.isArray(at) || (at === undefined && step === '-' && isLast)) {
      const list: readonly unknown[] = Array.isArray(at) ? at : []
      const index = indexOf(list, step, (one) => elementPath(file, shape, [...path, one]).at(-1))
      if (index === undefined) return undefined
      path.push(index)
      at = list[index]
    } else if (isMapping(at)) {
      path.push(step)
      at = Object.hasOwn(at, step) ? at[step] : undefined
    } else return undefined
  }
  return path
}

function indexOf(
  list: readonly unknown[],
  step: string,
  nameOf: (index: number) => string | undefined,
): number | undefined {
  if (step === '-') return list.length
  const named = list.findIndex((_, index) => nameOf(index) === step)
  if (named >= 0) return named
  return /^\d+$/.test(step) && Number(step) < list.length ? Number(step) : undefined
}

/** A copy with a value put at a path; what the path does not touch is shared. */
export function put(value: unknown, path: Path, leaf: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return leaf
  if (typeof step === 'string') {
    const mapping = isMapping(value) ? value : {}
    return { ...mapping, [step]: put(mapping[step], rest, leaf) }
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  const item = put(list[step], rest, leaf)
  return step < list.length ? list.with(step, item) : [...list, item]
}

/** A copy without what stands at a path. */
export function remove(value: unknown, path: Path): unknown {
  const above = path.slice(0, -1)
  const last = path.at(-1)
  const holder = valueAt(value, above)
  const left: unknown = Array.isArray(holder)
    ? holder.filter((_, index) => index !== last)
    : Object.fromEntries(Object.entries(holder as Mapping).filter(([key]) => key !== last))
  return put(value, above, left)
}

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
