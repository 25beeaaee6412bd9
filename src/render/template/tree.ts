import type { Location } from '../../source/source.ts'

/** A template as it is checked and filled: what Handlebars has, less all that could compute. */
export interface Template {
  readonly path: string
  readonly nodes: readonly TemplateNode[]
}

/** A piece of a template. */
export type TemplateNode = TextNode | ValueNode | IfNode | EachNode | WithNode | PartialNode

/** HTML as it stands in the template. */
export interface TextNode {
  readonly type: 'text'
  readonly text: string
  readonly at: Location
}

/** `{{name}}` */
export interface ValueNode {
  readonly type: 'value'
  readonly path: ValuePath
  readonly at: Location
}

/** `{{#if}}`, `{{#unless}}` */
export interface IfNode {
  readonly type: 'if'
  readonly path: ValuePath
  readonly body: readonly TemplateNode[]
  readonly otherwise: readonly TemplateNode[]
}

/** `{{#each}}`, with the names that `as |item index|` gives. */
export interface EachNode {
  readonly type: 'each'
  readonly path: ValuePath
  readonly names: readonly string[]
  readonly body: readonly TemplateNode[]
  readonly otherwise: readonly TemplateNode[]
}

/** `{{#with}}` */
export interface WithNode {
  readonly type: 'with'
  readonly path: ValuePath
  readonly names: readonly string[]
  readonly body: readonly TemplateNode[]
  readonly otherwise: readonly TemplateNode[]
}

/** `{{> name context label="text"}}` */
export interface PartialNode {
  readonly type: 'partial'
  readonly name: string
  readonly context: ValuePath | undefined
  readonly additions: readonly (readonly [name: string, value: ValuePath | string | boolean])[]
  readonly at: Location
}

/** A name that leads to a value. */
export interface ValuePath {
  /** As written, e.g. `../roles`. */
  readonly written: string
  /** `up` counts `../`; `root` is `@root`; `index`, `first` and `last` are of the `{{#each}}` around. */
  readonly from: 'here' | 'root' | 'index' | 'first' | 'last'
  readonly up: number
  /** Whether `this.` or `./` keeps it from meaning a name given by `as |…|`. */
  readonly scoped: boolean
  readonly names: readonly string[]
  readonly at: Location
}
