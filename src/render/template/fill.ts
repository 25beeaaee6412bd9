import type { Problem } from '../../finding/problem.ts'
import { suggest } from '../../japanese/suggest.ts'
import type { Location } from '../../source/source.ts'
import { isGroup, type ViewGroup, type ViewValue } from '../view.ts'
import { deepest, maxSteps } from './limits.ts'
import { Output } from './output.ts'
import { TemplateError, templateProblem, type TemplateWords } from './problem.ts'
import type {
  EachNode,
  IfNode,
  PartialNode,
  Template,
  TemplateNode,
  ValuePath,
  WithNode,
} from './tree.ts'
import * as words from './wording.ts'

/** Where the parts of a template are found by name. */
export interface Partials {
  readonly names: readonly string[]
  readonly find: (name: string) => Template | undefined
}

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
  const output = new Output()
  const refuse = (at: Location, told: TemplateWords): never => {
    throw new TemplateError(at, told)
  }
  new Filling({ view, partials, branches, output, tell: refuse }).template(template)
  return output
}

/**
 * Holds every name of a template, and of the parts it uses, against a view that has every name: goes both
 * ways at every condition, places nothing, and tells each mistake once.
 */
export function checkTemplate(
  template: Template,
  sample: ViewGroup,
  partials: Partials,
): readonly Problem[] {
  const problems = new Map<string, Problem>()
  const collect = (at: Location, told: TemplateWords): void => {
    const { path, start } = at
    const key = [path, start.line, start.column, told.message].join('\0')
    problems.set(key, templateProblem(at, told))
  }
  const work: Work = { view: sample, partials, branches: 'both', output: undefined, tell: collect }
  new Filling(work).template(template)
  return [...problems.values()]
}

/** A value at a place of a template; none where it follows from a mistake that was already told. */
type Value = ViewValue | undefined

/** What names mean at a place. */
interface Scope {
  readonly here: Value
  readonly above: Scope | undefined
  /** The names that `as |…|` gave, here and further out. */
  readonly names: ReadonlyMap<string, Value>
  /** Only directly in an `{{#each}}`. */
  readonly counter: { readonly index: number; readonly count: number } | undefined
}

interface Work {
  readonly view: ViewGroup
  readonly partials: Partials
  readonly branches: Branches | 'both'
  /** Where values are placed; nowhere where the template is only checked. */
  readonly output: Output | undefined
  /** Hears of a mistake, and may throw; else what follows from it is passed over. */
  readonly tell: (at: Location, told: TemplateWords) => void
}

class Filling {
  readonly #work: Work
  /** The parts being placed. */
  readonly #within: string[] = []
  #steps = 0

  constructor(work: Work) {
    this.#work = work
  }

  template({ nodes }: Template): void {
    this.#outermost(nodes, this.#work.view)
  }

  #outermost(nodes: readonly TemplateNode[], here: Value): void {
    this.#nodes(nodes, { here, above: undefined, names: new Map(), counter: undefined })
  }

  #nodes(nodes: readonly TemplateNode[], scope: Scope): void {
    for (const node of nodes) {
      if (this.#steps === maxSteps) this.#work.tell(placeOf(node), tooManySteps)
      this.#steps += 1
      if (this.#steps > maxSteps) return
      this.#node(node, scope)
    }
  }

  #node(node: TemplateNode, scope: Scope): void {
    switch (node.type) {
      case 'text':
        this.#work.output?.markup(node.text, node.at)
        return
      case 'value':
        this.#value(node.path, node.at, scope)
        return
      case 'if':
        this.#either(isSomething(this.#valueAt(node.path, scope)), node, scope)
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

  #value(path: ValuePath, at: Location, scope: Scope): void {
    const value = this.#valueAt(path, scope)
    if (typeof value === 'string') this.#work.output?.value(value, at)
    else if (value !== undefined) this.#work.tell(path.at, words.notText(path, value))
  }

  #either(isSo: boolean, { body, otherwise }: IfNode, scope: Scope): void {
    const { branches } = this.#work
    if (branches === 'both' || branches === 'body' || (branches === 'asSaid' && isSo)) {
      this.#nodes(body, scope)
    }
    if (branches === 'both' || branches === 'otherwise' || (branches === 'asSaid' && !isSo)) {
      this.#nodes(otherwise, scope)
    }
  }

  #each(node: EachNode, scope: Scope): void {
    const list = this.#valueAt(node.path, scope)
    const isList = list === undefined || (typeof list === 'object' && !isGroup(list))
    if (!isList) this.#work.tell(node.path.at, words.notList(node.path, list))
    const entries: readonly Value[] = isList && list !== undefined ? list : []
    const isChecked = this.#work.branches === 'both'
    if (entries.length === 0 || isChecked) this.#nodes(node.otherwise, scope)
    const placed = entries.length === 0 && isChecked ? [undefined] : entries
    const [item, counted] = node.names
    for (const [index, here] of placed.entries()) {
      if (this.#steps > maxSteps) return
      const names = new Map(scope.names)
      if (item !== undefined) names.set(item, here)
      if (counted !== undefined) names.set(counted, String(index))
      const counter = { index, count: placed.length }
      this.#nodes(node.body, { here, above: scope, names, counter })
    }
  }

  #with(node: WithNode, scope: Scope): void {
    const found = this.#valueAt(node.path, scope)
    const here = found !== undefined && isGroup(found) ? found : undefined
    if (!here && found !== undefined) {
      this.#work.tell(node.path.at, words.notGroup(node.path, found))
    }
    const [name] = node.names
    const names = new Map(scope.names)
    if (name !== undefined) names.set(name, here)
    this.#nodes(node.body, { here, above: scope, names, counter: undefined })
    if (this.#work.branches === 'both') this.#nodes(node.otherwise, scope)
  }

  #partial(node: PartialNode, scope: Scope): void {
    const { partials, tell } = this.#work
    const context = node.context ? this.#valueAt(node.context, scope) : scope.here
    const additions = node.additions.map(([name, value]): readonly [string, Value] => {
      return [name, typeof value === 'object' ? this.#valueAt(value, scope) : value]
    })
    const template = partials.find(node.name)
    if (!template) {
      tell(node.at, words.unknownPartial(node.name, partials.names))
      return
    }
    if (this.#within.includes(node.name) || this.#within.length >= deepest) {
      tell(node.at, words.partialInItself(node.name))
      return
    }
    if (additions.length > 0 && context !== undefined && !isGroup(context)) {
      tell(node.at, words.additionsToText(node.name))
      return
    }
    this.#within.push(node.name)
    this.#outermost(template.nodes, extended(context, additions))
    this.#within.pop()
  }

  #valueAt(path: ValuePath, scope: Scope): Value {
    const { from, names, up } = path
    if (from === 'root') return this.#follow(this.#work.view, names, path, undefined)
    if (from !== 'here') {
      const counter = counterAround(scope, up)
      if (counter) return countedBy(counter, from)
      this.#work.tell(path.at, words.outsideEach(path))
      return undefined
    }
    const [first, ...rest] = names
    if (up === 0 && !path.scoped && first !== undefined && scope.names.has(first)) {
      return this.#follow(scope.names.get(first), rest, path, undefined)
    }
    let start: Scope | undefined = scope
    for (let step = 0; step < up && start; step += 1) start = start.above
    if (start) return this.#follow(start.here, names, path, start)
    this.#work.tell(path.at, words.tooFarUp(path))
    return undefined
  }

  #follow(
    start: Value,
    names: readonly string[],
    path: ValuePath,
    scope: Scope | undefined,
  ): Value {
    let value = start
    for (const name of names) {
      if (value === undefined) return undefined
      const fields: ViewGroup | undefined = isGroup(value) ? value : undefined
      const next: Value = fields && Object.hasOwn(fields, name) ? fields[name] : undefined
      if (next === undefined) {
        const elsewhere = this.#elsewhere(name, scope)
        this.#work.tell(
          path.at,
          fields
            ? words.unknownName(path, name, elsewhere ?? near(name, fields, scope), fields)
            : words.nothingInside(path, name, value, elsewhere),
        )
      }
      value = next
    }
    return value
  }

  /** The way to a name that is known further out. */
  #elsewhere(name: string, scope: Scope | undefined): string | undefined {
    let way = '../'
    for (let outer = scope?.above; outer; outer = outer.above) {
      if (outer.here !== undefined && isGroup(outer.here) && Object.hasOwn(outer.here, name)) {
        return way + name
      }
      way += '../'
    }
    return scope && Object.hasOwn(this.#work.view, name) ? `@root.${name}` : undefined
  }
}

function placeOf(node: TemplateNode): Location {
  return 'at' in node ? node.at : node.path.at
}

function near(name: string, fields: ViewGroup, scope: Scope | undefined): string | undefined {
  return suggest(name, [...Object.keys(fields), ...(scope?.names.keys() ?? [])])
}

function extended(context: Value, additions: readonly (readonly [string, Value])[]): Value {
  if (additions.length === 0 || context === undefined || !isGroup(context)) return context
  const added = additions.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return Object.fromEntries([...Object.entries(context), ...added]) as ViewGroup
}

/** The counter of the `{{#each}}` around a place: of the nearest, or one further out for each `../`. */
function counterAround(scope: Scope, up: number): Scope['counter'] {
  let left = up
  for (let around: Scope | undefined = scope; around; around = around.above) {
    if (!around.counter) continue
    if (left === 0) return around.counter
    left -= 1
  }
  return undefined
}

function countedBy(
  { index, count }: NonNullable<Scope['counter']>,
  from: 'index' | 'first' | 'last',
): ViewValue {
  if (from === 'first') return index === 0
  return from === 'last' ? index === count - 1 : String(index)
}

/** What `{{#if}}` takes for there: no empty text, no empty list. */
function isSomething(value: Value): boolean {
  if (typeof value === 'object') return isGroup(value) || value.length > 0
  return value !== undefined && value !== false && value !== ''
}

const tooManySteps: TemplateWords = {
  code: 'too-many-steps',
  message: 'テンプレートの繰り返しが多すぎます。',
  why: '繰り返しの中で同じ並びを何度も繰り返すと、処理が終わらなくなります。',
  fix: '{{#each}} の中で、同じ並びをもう一度繰り返していないか確かめてください。',
}
