/**
 * The tree of `@handlebars/parser`, as far as it is read here. Its own declarations cannot be resolved
 * by modern TypeScript; the tests hold ours against Handlebars itself.
 */
export interface Program {
  readonly body: readonly Statement[]
  readonly blockParams?: readonly string[]
}

/** A piece of a template; kinds that are refused have only their place. */
export type Statement = Content | Comment | Mustache | Block | Partial | Refused

/** Where a piece stands: lines from one, columns from zero. */
export interface Placed {
  readonly loc: {
    readonly start: { readonly line: number; readonly column: number }
    readonly end: { readonly line: number; readonly column: number }
  }
}

/** Text between the braces; `original` is from before spaces were taken away around a block. */
export interface Content extends Placed {
  readonly type: 'ContentStatement'
  readonly value: string
  readonly original: string
}

/** `{{! … }}` */
export interface Comment extends Placed {
  readonly type: 'CommentStatement'
}

/** `{{ … }}` */
export interface Mustache extends Placed {
  readonly type: 'MustacheStatement'
  readonly path: Expression
  readonly params: readonly Expression[]
  readonly hash?: Hash
  readonly escaped: boolean
}

/** `{{# … }} … {{/ … }}`; `{{^ … }}` has only an inverse. */
export interface Block extends Placed {
  readonly type: 'BlockStatement'
  readonly path: Path | SubExpression
  readonly params: readonly Expression[]
  readonly hash?: Hash
  readonly program?: Program
  readonly inverse?: Program
}

/** `{{> … }}` */
export interface Partial extends Placed {
  readonly type: 'PartialStatement'
  readonly name: Path | SubExpression
  readonly params: readonly Expression[]
  readonly hash?: Hash
}

/** Decorators and partials with a block. */
export interface Refused extends Placed {
  readonly type: 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock'
}

/** What stands inside braces. */
export type Expression = Path | Literal | SubExpression | OtherExpression

/** `a.b`, `../a`, `@index` */
export interface Path extends Placed {
  readonly type: 'PathExpression'
  readonly original: string
  readonly data: boolean
  readonly depth: number
  readonly parts: readonly (string | SubExpression)[]
}

/** Text or a yes or no. */
export type Literal =
  | (Placed & { readonly type: 'StringLiteral'; readonly value: string })
  | (Placed & { readonly type: 'BooleanLiteral'; readonly value: boolean })

/** `(helper x)` */
export interface SubExpression extends Placed {
  readonly type: 'SubExpression'
}

/** Numbers, undefined, null, and hashes where no value is. */
export interface OtherExpression extends Placed {
  readonly type: 'NumberLiteral' | 'UndefinedLiteral' | 'NullLiteral' | 'HashLiteral'
}

/** `name=value …` */
export interface Hash {
  readonly pairs: readonly { readonly key: string; readonly value: Expression }[]
}
