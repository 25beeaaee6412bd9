import { Element, keyOf, rootElement, type ShapedDocument } from '../../src/model/element.ts'
import { holdsElements, shapeIn } from '../../src/schema/walk.ts'
import type { Fact } from '../../src/diff/fact.ts'
import type { Path } from '../../src/yaml/document.ts'
import type { PlacedDocument } from '../../src/model/place.ts'
import type { Shape, ValueShape } from '../../src/schema/shape.ts'
import { isMapping, type Mapping } from '../../src/schema/variant.ts'

/** An element as it counts: its plain values, and what stands in it, whatever the order. */
interface Node {
  readonly name: string
  /** The fields that hold plain values, as text; documents of one name are one, so several may stand. */
  readonly plain: Map<string, string[]>
  readonly inside: Map<string, Node[]>
  holder: { readonly node: Node; readonly field: string } | undefined
}

/** The elements of one version, by where they are written. */
export class State {
  readonly #roots = new Map<string, Node>()
  readonly #nodes = new Map<PlacedDocument, Map<string, Node>>()
  /** Elements of the other version that stand for one of this. */
  readonly #counterparts = new Map<PlacedDocument, Map<string, Node>>()

  readonly #added = new Map<PlacedDocument, Set<string>>()

  constructor(documents: readonly ShapedDocument[]) {
    const newest = newestOf(documents)
    for (const document of documents) {
      const root = rootElement(document)
      // Earlier editions are history, which no difference of the present touches.
      if (document.kind !== 'procedure' || newest.get(nameOfRoot(root)) === document) {
        this.#read(root)
      }
    }
  }

  /** What the version says, in a form in which order does not count. */
  said(): unknown {
    const entries = [...this.#roots].map(([name, node]) => [name, normal(node)] as const)
    return Object.fromEntries(entries.filter(([, node]) => node !== undefined).sort(byName))
  }

  /** Does what a comparison says. */
  apply(facts: readonly Fact[]): void {
    const whole = new Set<unknown>()
    const gone = new Set<unknown>()
    for (const { verb, before, after } of facts) {
      if (verb === 'split' && after) whole.add(after.document)
      if (verb === 'merged' && before) gone.add(before.document)
      if (verb === 'added' && after) {
        const known = this.#added.get(after.document) ?? new Set()
        this.#added.set(after.document, known.add(after.path.join('/')))
      }
    }
    for (const { verb, before, after } of facts) {
      if (before && after && (verb === 'moved' || !gone.has(before.document))) {
        this.#note(after, before)
      }
    }
    for (const verb of ['split', 'moved', 'merged', 'removed', 'added', 'changed'] as const) {
      for (const fact of facts) if (fact.verb === verb) this.#do(fact, whole)
    }
  }

  #do({ verb, before, after, field }: Fact, whole: ReadonlySet<unknown>): void {
    if (field === 'inForce') return
    const isWhole = after !== undefined && whole.has(after.document)
    switch (verb) {
      case 'split':
        if (after) this.#read(after)
        return
      case 'moved': {
        const node = before && this.#find(before)
        if (!node || !after) return
        if (isOrganisation(after)) {
          node.plain.set('above', [ownerOf(after)])
          return
        }
        detach(node)
        // It is told in the ids of the procedure it came to.
        const told = this.#build(before.with({ key: after.key }))
        this.#note(after, before)
        if (!isWhole && after.parent && !this.#isAdded(after.parent))
          attach(told, this.#counterpart(after.parent), after.parentField)
        return
      }
      case 'merged':
      case 'removed':
        if (before) this.#remove(before)
        return
      case 'added':
        if (after && !isWhole) this.#add(after)
        return
      case 'changed':
        if (before && after && field !== undefined && !isWhole) this.#change(before, after, field)
        return
      case 'renamed':
      case 'reordered':
        return
    }
  }

  /** Whether something stands in what was added whole. */
  #isAdded({ document, path }: Element): boolean {
    return this.#added.get(document)?.has(path.join('/')) ?? false
  }

  #change(before: Element, after: Element, field: string): void {
    const node = this.#find(before)
    const type = after.shape.fields[field]?.type
    if (!node || !type) throw new Error(`nothing at ${nameOfRoot(before)}`)
    const [from, to] = [plainOf(type, before.data[field]), plainOf(type, after.data[field])]
    const kept = (node.plain.get(field) ?? []).filter((one) => one !== from)
    node.plain.set(field, [...kept, ...(to === undefined ? [] : [to])])
  }

  #remove(before: Element): void {
    const node = this.#find(before)
    if (node?.holder) detach(node)
    else if (before.parent === undefined) this.#roots.delete(nameOfRoot(before))
  }

  #add(after: Element): void {
    if (after.parent === undefined) this.#read(after)
    else if (isOrganisation(after)) this.#addOrganisation(after, after.root)
    else attach(this.#build(after), this.#counterpart(after.parent), after.parentField)
  }

  #read(root: Element): void {
    const name = nameOfRoot(root)
    const known = this.#roots.get(name)
    const node = known ?? newNode(root.key)
    this.#roots.set(name, node)
    this.#build(root, node)
  }

  #build(element: Element, into?: Node): Node {
    const node = into ?? newNode(element.key.replace(/~\d+$/, ''))
    this.#set(element, node)
    for (const [field, { type }] of Object.entries(element.shape.fields)) {
      const value = element.data[field]
      if (field === 'id' || field === 'key' || field === 'children') continue
      if (!holdsElements(type)) {
        const plain = plainOf(type, value)
        if (plain !== undefined && !(element.parent === undefined && field === 'system')) {
          node.plain.set(field, [...new Set([...(node.plain.get(field) ?? []), plain])])
        }
        continue
      }
      for (const child of childrenIn(element, field, type, value)) {
        if (child.shape.name === 'Organisation') this.#readOrganisation(child, element)
        else attach(this.#build(child), node, field)
      }
    }
    return node
  }

  /** Organisations stand side by side, each knowing the one above. */
  #readOrganisation(element: Element, municipality: Element): void {
    this.#addOrganisation(element, municipality)
    const type = element.shape.fields['children']?.type
    if (!type) return
    for (const child of childrenIn(element, 'children', type, element.data['children'])) {
      this.#readOrganisation(child, municipality)
    }
  }

  #addOrganisation(element: Element, municipality: Element): void {
    const node = this.#build(element)
    node.plain.set('above', [ownerOf(element)])
    attach(
      node,
      this.#roots.get(nameOfRoot(municipality)) ?? this.#rootFor(municipality),
      'organisations',
    )
  }

  #rootFor(element: Element): Node {
    const node = newNode(element.key)
    this.#roots.set(nameOfRoot(element), node)
    return node
  }

  #counterpart(after: Element): Node {
    const known = this.#counterparts.get(after.document)?.get(after.path.join('/'))
    if (known) return known
    if (after.parent === undefined) {
      return this.#roots.get(nameOfRoot(after)) ?? this.#rootFor(after)
    }
    const owner = this.#counterpart(after.parent)
    const name = after.key.replace(/~\d+$/, '')
    const found = owner.inside.get(after.parentField)?.find((one) => one.name === name)
    if (!found) throw new Error(`no counterpart of ${after.parentField} ${after.key}`)
    return found
  }

  #note(after: Element, before: Element): void {
    const node = this.#find(before)
    if (!node) return
    const known = this.#counterparts.get(after.document) ?? new Map<string, Node>()
    known.set(after.path.join('/'), node)
    this.#counterparts.set(after.document, known)
  }

  #find({ document, path }: Element): Node | undefined {
    return this.#nodes.get(document)?.get(path.join('/'))
  }

  #set({ document, path }: Element, node: Node): void {
    const known = this.#nodes.get(document) ?? new Map<string, Node>()
    known.set(path.join('/'), node)
    this.#nodes.set(document, known)
  }
}

function newNode(name: string): Node {
  return { name, plain: new Map(), inside: new Map(), holder: undefined }
}

function attach(node: Node, to: Node, field: string): void {
  to.inside.set(field, [...(to.inside.get(field) ?? []), node])
  node.holder = { node: to, field }
}

function detach(node: Node): void {
  const { holder } = node
  if (!holder) return
  const others = (holder.node.inside.get(holder.field) ?? []).filter((one) => one !== node)
  holder.node.inside.set(holder.field, others)
  node.holder = undefined
}

function childrenIn(owner: Element, field: string, type: ValueShape, value: unknown): Element[] {
  const found: Element[] = []
  const seen = new Map<string, number>()
  const walk = (type: ValueShape, value: unknown, path: Path, name: string): void => {
    if (type.kind === 'list' && Array.isArray(value)) {
      value.forEach((one, index) => {
        walk(type.of, one, [...path, index], name)
      })
      return
    }
    if (!isMapping(value)) return
    if (type.kind === 'map') {
      for (const [key, one] of Object.entries(value)) walk(type.of, one, [...path, key], key)
      return
    }
    const shape = shapeIn(type, value)
    if (!shape) throw new Error(`no shape for ${field}`)
    const own = [name, keyOf(shape, value) ?? ''].filter((one) => one !== '').join('/')
    const count = (seen.get(own) ?? 0) + 1
    seen.set(own, count)
    const key = count === 1 ? own : `${own}~${count}`
    const { document } = owner
    found.push(new Element({ shape, data: value, document, path, key, parent: owner }))
  }
  walk(type, value, [...owner.path, field], '')
  return found
}

const isOrganisation = ({ shape }: { readonly shape: Shape }): boolean =>
  shape.name === 'Organisation'

/** The organisation above one in the tree. */
const ownerOf = ({ parentField, parent }: Element): string =>
  parentField === 'children' ? (parent?.key ?? '') : ''

/** A plain value as text, lists as sets; undefined where nothing is written. */
function plainOf(type: ValueShape, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (type.kind === 'list' && Array.isArray(value)) {
    return `{${[...new Set(value.map(textOf))].sort().join()}}`
  }
  return textOf(value)
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isMapping(inner) ? Object.fromEntries(Object.entries(inner).sort(byName)) : inner,
  )
}

function normal({ name, plain, inside }: Node): unknown {
  const fields = [...plain].filter(([, values]) => values.length > 0)
  const parts = [...inside].filter(([, nodes]) => nodes.length > 0)
  return {
    name,
    plain: Object.fromEntries(
      fields.map(([field, values]) => [field, values.sort()] as const).sort(byName),
    ),
    inside: Object.fromEntries(
      parts.map(([field, nodes]) => [field, nodes.map(normal).sort(byText)] as const).sort(byName),
    ),
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** Which documents are one: of a kind, a system and a name. */
function nameOfRoot(element: Element): string {
  const { root } = element
  const { system, id, pack } = root.data
  return textOf([root.shape.kind, system, root.shape.kind === 'rules' ? pack : id])
}

const startOf = (value: Readonly<Mapping>): string =>
  String((value['inForce'] as { readonly from?: string } | undefined)?.from)

/** The newest edition of every procedure. */
function newestOf(documents: readonly ShapedDocument[]): ReadonlyMap<string, ShapedDocument> {
  const newest = new Map<string, ShapedDocument>()
  for (const document of documents) {
    if (document.kind !== 'procedure') continue
    const name = nameOfRoot(rootElement(document))
    const known = newest.get(name)
    if (!known || startOf(known.value) < startOf(document.value)) newest.set(name, document)
  }
  return newest
}
