import type { Problem } from '../../finding/problem.ts'
import { suggest } from '../../japanese/suggest.ts'
import type { Location } from '../../source/source.ts'
import { mostSteps } from './limits.ts'
import { templateProblem } from './problem.ts'
import { type GroupShape, type Shape, textShape } from './shape.ts'
import type { EachNode, PartialNode, Template, TemplateNode, ValuePath, WithNode } from './tree.ts'
import * as words from './wording.ts'

/** Where the parts of a template are found by name. */
export interface Partials {
  readonly names: readonly string[]
  readonly find: (name: string) => Template | undefined
}

/** Holds every name of a template, and of the parts it uses, against the shape of a view. */
export function checkTemplate(
  template: Template,
  shape: GroupShape,
  partials: Partials,
): readonly Problem[] {
  const checking = new Checking(shape, partials)
  checking.nodes(template.nodes, { here: shape, above: undefined, names: new Map(), isEach: false })
  return [...checking.problems.values()]
}

/** What names mean at a place; an undefined shape follows from a mistake that was already told. */
interface Scope {
  readonly here: Shape | undefined
  readonly above: Scope | undefined
  /** The names that `as |…|` gave, here and further out. */
  readonly names: ReadonlyMap<string, Shape | undefined>
  readonly isEach: boolean
}

class Checking {
  /** By place and message: a part that is used twice is told of once. */
  readonly problems = new Map<string, Problem>()
  readonly #root: GroupShape
  readonly #partials: Partials
  /** The parts being looked into. */
  readonly #within: string[] = []
  #steps = 0

  constructor(root: GroupShape, partials: Partials) {
    this.#root = root
    this.#partials = partials
  }

  nodes(nodes: readonly TemplateNode[], scope: Scope): void {
    for (const node of nodes) {
      this.#steps += 1
      // Parts that use parts that use parts: the same mistakes over and over.
      if (this.#steps > mostSteps) return
      this.#node(node, scope)
    }
  }

  #node(node: TemplateNode, scope: Scope): void {
    switch (node.type) {
      case 'text':
        return
      case 'value': {
        const shape = this.#shapeAt(node.path, scope)
        if (shape && shape.kind !== 'text')
          this.#tell(node.path.at, words.notText(node.path, shape))
        return
      }
      case 'if':
        this.#shapeAt(node.path, scope)
        this.nodes(node.body, scope)
        this.nodes(node.otherwise, scope)
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

  #each(node: EachNode, scope: Scope): void {
    const shape = this.#shapeAt(node.path, scope)
    if (shape && shape.kind !== 'list') this.#tell(node.path.at, words.notList(node.path, shape))
    const here = shape?.kind === 'list' ? shape.item : undefined
    const [item, index] = node.names
    const names = new Map(scope.names)
    if (item !== undefined) names.set(item, here)
    if (index !== undefined) names.set(index, textShape)
    this.nodes(node.body, { here, above: scope, names, isEach: true })
    this.nodes(node.otherwise, scope)
  }

  #with(node: WithNode, scope: Scope): void {
    const shape = this.#shapeAt(node.path, scope)
    if (shape && shape.kind !== 'group') this.#tell(node.path.at, words.notGroup(node.path, shape))
    const here = shape?.kind === 'group' ? shape : undefined
    const [name] = node.names
    const names = new Map(scope.names)
    if (name !== undefined) names.set(name, here)
    this.nodes(node.body, { here, above: scope, names, isEach: false })
    this.nodes(node.otherwise, scope)
  }

  #partial(node: PartialNode, scope: Scope): void {
    const context = node.context ? this.#shapeAt(node.context, scope) : scope.here
    const additions = node.additions.map(([name, value]) => {
      return [name, this.#shapeOfAddition(value, scope)] as const
    })
    const template = this.#partials.find(node.name)
    if (!template) {
      this.#tell(node.at, words.unknownPartial(node.name, this.#partials.names))
      return
    }
    if (this.#within.includes(node.name)) {
      this.#tell(node.at, words.partialInItself(node.name))
      return
    }
    if (context && context.kind !== 'group' && additions.length > 0) {
      this.#tell(node.at, words.additionsToText(node.name))
      return
    }
    const here = context?.kind === 'group' ? extended(context, additions) : context
    this.#within.push(node.name)
    this.nodes(template.nodes, { here, above: undefined, names: new Map(), isEach: false })
    this.#within.pop()
  }

  #shapeOfAddition(value: ValuePath | string | boolean, scope: Scope): Shape | undefined {
    if (typeof value === 'string') return textShape
    return typeof value === 'boolean' ? { kind: 'flag' } : this.#shapeAt(value, scope)
  }

  #shapeAt(path: ValuePath, scope: Scope): Shape | undefined {
    const { from, up, at } = path
    if (from === 'root') return this.#follow(this.#root, path, path.names, undefined)
    if (from !== 'here') {
      if (eachAround(scope, up)) return from === 'index' ? textShape : { kind: 'flag' }
      this.#tell(at, words.outsideEach(path))
      return undefined
    }
    const [first, ...rest] = path.names
    if (up === 0 && !path.scoped && first !== undefined && scope.names.has(first)) {
      return this.#follow(scope.names.get(first), path, rest, undefined)
    }
    const start = climb(scope, up)
    if (start) return this.#follow(start.here, path, path.names, start)
    this.#tell(at, words.tooFarUp(path))
    return undefined
  }

  #follow(
    start: Shape | undefined,
    path: ValuePath,
    names: readonly string[],
    scope: Scope | undefined,
  ): Shape | undefined {
    let shape = start
    for (const name of names) {
      if (!shape) return undefined
      if (shape.kind !== 'group') {
        this.#tell(path.at, words.nothingInside(path, name, shape, this.#elsewhere(name, scope)))
        return undefined
      }
      const next = shape.fields.get(name)
      if (!next) {
        const near = suggest(name, [...shape.fields.keys(), ...(scope?.names.keys() ?? [])])
        const known = [...shape.fields.keys()]
        this.#tell(
          path.at,
          words.unknownName(path, name, this.#elsewhere(name, scope) ?? near, known),
        )
        return undefined
      }
      shape = next
    }
    return shape
  }

  /** The way to a name that is known further out. */
  #elsewhere(name: string, scope: Scope | undefined): string | undefined {
    let way = '../'
    for (let outer = scope?.above; outer; outer = outer.above) {
      if (outer.here?.kind === 'group' && outer.here.fields.has(name)) return way + name
      way += '../'
    }
    return scope && this.#root.fields.has(name) ? `@root.${name}` : undefined
  }

  #tell(at: Location, told: words.Words): void {
    const problem = templateProblem(at, told)
    const { path, start } = at
    this.problems.set([path, start.line, start.column, told.message].join('\0'), problem)
  }
}

function extended(
  context: GroupShape,
  additions: readonly (readonly [string, Shape | undefined])[],
): GroupShape {
  const fields = new Map(context.fields)
  for (const [name, shape] of additions) if (shape) fields.set(name, shape)
  return { kind: 'group', fields }
}

function climb(scope: Scope, up: number): Scope | undefined {
  let found: Scope | undefined = scope
  for (let step = 0; step < up && found; step += 1) found = found.above
  return found
}

/** The `{{#each}}` that a counter belongs to: the nearest, or one further out for each `../`. */
function eachAround(scope: Scope, up: number): Scope | undefined {
  let left = up
  for (let found: Scope | undefined = scope; found; found = found.above) {
    if (!found.isEach) continue
    if (left === 0) return found
    left -= 1
  }
  return undefined
}
