import type { ViewGroup, ViewValue } from '../view.ts'
import type { Partials } from './check.ts'
import { deepest, mostSteps } from './limits.ts'
import { Output } from './output.ts'
import { TemplateError, type TemplateWords } from './problem.ts'
import { isGroup, shapeOf } from './shape.ts'
import type { EachNode, PartialNode, Template, TemplateNode, ValuePath, WithNode } from './tree.ts'
import * as words from './wording.ts'

/** Which way conditions go: as the values say, or, to look at every piece of a template, always one way. */
export type Branches = 'asSaid' | 'body' | 'otherwise'

/**
 * Places the values of a view where a template says. Nothing of a template is compiled or run; only own
 * properties are read; steps, depth and length are limited. Throws a `TemplateError` at its place.
 */
export function fillTemplate(
  template: Template,
  view: ViewGroup,
  partials: Partials,
  branches: Branches = 'asSaid',
): Output {
  const filling = new Filling(view, partials, branches)
  filling.nodes(template.nodes, {
    here: view,
    above: undefined,
    names: new Map(),
    counter: undefined,
  })
  return filling.output
}

interface Scope {
  readonly here: ViewValue
  readonly above: Scope | undefined
  /** The names that `as |…|` gave, here and further out. */
  readonly names: ReadonlyMap<string, ViewValue>
  /** Only directly in an `{{#each}}`. */
  readonly counter: { readonly index: number; readonly count: number } | undefined
}

class Filling {
  readonly output = new Output()
  readonly #root: ViewGroup
  readonly #partials: Partials
  readonly #branches: Branches
  #steps = 0
  #depth = 0

  constructor(root: ViewGroup, partials: Partials, branches: Branches) {
    this.#root = root
    this.#partials = partials
    this.#branches = branches
  }

  nodes(nodes: readonly TemplateNode[], scope: Scope): void {
    for (const node of nodes) {
      this.#steps += 1
      this.#node(node, scope)
    }
  }

  #node(node: TemplateNode, scope: Scope): void {
    switch (node.type) {
      case 'text':
        this.output.markup(node.text, node.at)
        return
      case 'value':
        this.output.value(this.#textAt(node.path, scope), node.at)
        return
      case 'if':
        this.nodes(this.#isSo(node.path, scope) ? node.body : node.otherwise, scope)
        return
      case 'each':
        this.#each(node, scope)
        return
      case 'with':
        this.#with(node, scope)
        return
      case 'partial':
        this.#partial(node, scope)
    }
  }

  #isSo(path: ValuePath, scope: Scope): boolean {
    const isSo = isSomething(this.#valueAt(path, scope))
    return this.#branches === 'asSaid' ? isSo : this.#branches === 'body'
  }

  #each(node: EachNode, scope: Scope): void {
    const list = this.#valueAt(node.path, scope)
    if (typeof list !== 'object' || isGroup(list)) {
      throw new TemplateError(node.path.at, words.notList(node.path, shapeOf(list)))
    }
    if (list.length === 0) {
      this.nodes(node.otherwise, scope)
      return
    }
    const [item, counted] = node.names
    for (const [index, here] of list.entries()) {
      if (this.#steps > mostSteps) throw new TemplateError(node.path.at, tooManySteps)
      const names = new Map(scope.names)
      if (item !== undefined) names.set(item, here)
      if (counted !== undefined) names.set(counted, String(index))
      this.nodes(node.body, { here, above: scope, names, counter: { index, count: list.length } })
    }
  }

  #with(node: WithNode, scope: Scope): void {
    const here = this.#valueAt(node.path, scope)
    if (!isGroup(here)) {
      throw new TemplateError(node.path.at, words.notGroup(node.path, shapeOf(here)))
    }
    const [name] = node.names
    const names = new Map(scope.names)
    if (name !== undefined) names.set(name, here)
    this.nodes(node.body, { here, above: scope, names, counter: undefined })
  }

  #partial(node: PartialNode, scope: Scope): void {
    const template = this.#partials.find(node.name)
    if (!template) {
      throw new TemplateError(node.at, words.unknownPartial(node.name, this.#partials.names))
    }
    if (this.#depth >= deepest) throw new TemplateError(node.at, words.partialInItself(node.name))
    if (this.#steps > mostSteps) throw new TemplateError(node.at, tooManySteps)
    const context = node.context ? this.#valueAt(node.context, scope) : scope.here
    const here = node.additions.length === 0 ? context : this.#extended(context, node, scope)
    this.#depth += 1
    this.nodes(template.nodes, { here, above: undefined, names: new Map(), counter: undefined })
    this.#depth -= 1
  }

  #extended(context: ViewValue, node: PartialNode, scope: Scope): ViewGroup {
    if (!isGroup(context)) throw new TemplateError(node.at, words.additionsToText(node.name))
    const additions = node.additions.map(([name, value]) => {
      return [name, typeof value === 'object' ? this.#valueAt(value, scope) : value] as const
    })
    return Object.fromEntries([...Object.entries(context), ...additions])
  }

  #textAt(path: ValuePath, scope: Scope): string {
    const value = this.#valueAt(path, scope)
    if (typeof value === 'string') return value
    throw new TemplateError(path.at, words.notText(path, shapeOf(value)))
  }

  #valueAt(path: ValuePath, scope: Scope): ViewValue {
    const { from, names, up } = path
    if (from === 'root') return this.#follow(this.#root, names, path)
    if (from !== 'here') return counterOf(path, scope)
    const [first, ...rest] = names
    const given =
      up === 0 && !path.scoped && first !== undefined ? scope.names.get(first) : undefined
    if (given !== undefined) return this.#follow(given, rest, path)
    let start: Scope | undefined = scope
    for (let step = 0; step < up && start; step += 1) start = start.above
    if (!start) throw new TemplateError(path.at, words.tooFarUp(path))
    return this.#follow(start.here, names, path)
  }

  #follow(start: ViewValue, names: readonly string[], path: ValuePath): ViewValue {
    let value = start
    for (const name of names) {
      if (!isGroup(value)) {
        throw new TemplateError(path.at, words.nothingInside(path, name, shapeOf(value), undefined))
      }
      const next: ViewValue | undefined = Object.hasOwn(value, name) ? value[name] : undefined
      if (next === undefined) {
        throw new TemplateError(
          path.at,
          words.unknownName(path, name, undefined, Object.keys(value)),
        )
      }
      value = next
    }
    return value
  }
}

function counterOf(path: ValuePath, scope: Scope): ViewValue {
  let left = path.up
  for (let around: Scope | undefined = scope; around; around = around.above) {
    if (!around.counter) continue
    if (left === 0) {
      const { index, count } = around.counter
      if (path.from === 'first') return index === 0
      return path.from === 'last' ? index === count - 1 : String(index)
    }
    left -= 1
  }
  throw new TemplateError(path.at, words.outsideEach(path))
}

/** What `{{#if}}` takes for there: no empty text, no empty list. */
function isSomething(value: ViewValue): boolean {
  if (typeof value === 'object') return isGroup(value) || value.length > 0
  return value !== false && value !== ''
}

const tooManySteps: TemplateWords = {
  code: 'too-many-steps',
  message: 'テンプレートの繰り返しが多すぎます。',
  why: '繰り返しの中で同じ並びを何度も繰り返すと、処理が終わらなくなります。',
  fix: '{{#each}} の中で、同じ並びをもう一度繰り返していないか確かめてください。',
}
