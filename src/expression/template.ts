/** Messages with `{{ path }}`: only paths and names of `let`, so that no message can break a run. */
import type { CheckedExpr } from './checked.ts'
import { compile, type Program } from './compile.ts'
import { diagnose, type Diagnostic } from './diagnostic.ts'
import { checkPath } from './path.ts'
import type { Scope } from './scope.ts'
import type { FunctionTable, Input, Type, TypeTable } from './type.ts'
import { wording } from './wording.ts'

/** What printing needs to know of a type: plain JSON, words without their vocabulary's contents. */
export type Shape =
  | { readonly kind: Exclude<Type['kind'], 'word' | 'list' | 'optional' | 'object'> }
  | { readonly kind: 'word'; readonly vocabulary: string }
  | { readonly kind: 'list' | 'optional'; readonly of: Shape }
  | { readonly kind: 'object'; readonly name: string }

/** A piece of a message: its own text, or a value to be printed. */
export type TemplatePart = string | { readonly expr: CheckedExpr; readonly shape: Shape }

/** A checked message; `parts` is plain JSON and can be compiled only if there are no diagnostics. */
export interface CheckedTemplate {
  readonly parts: readonly TemplatePart[]
  readonly diagnostics: readonly Diagnostic[]
  readonly reads: readonly Input[]
}

/** Prints a value: also `undefined` for what is not stated and `Unknown` for what nobody knows. */
export type Print = (value: unknown, shape: Shape) => string

/** A compiled message. */
export type Message = (scope: Scope, print: Print) => string

/** Reads a message and checks its placeholders; places are offsets into the message. */
export function checkTemplate(
  text: string,
  scope: ReadonlyMap<string, Type>,
  types: TypeTable,
): CheckedTemplate {
  const parts: TemplatePart[] = []
  const diagnostics: Diagnostic[] = []
  const reads = new Set<Input>()
  let from = 0
  const plain = (until: number): void => {
    const piece = text.slice(from, until)
    const stray = piece.indexOf('}}')
    if (stray >= 0) {
      const start = from + stray
      diagnostics.push(diagnose('syntax', { start, end: start + 2 }, wording.strayPlaceholder()))
    }
    if (piece !== '') parts.push(piece)
  }
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    plain(open)
    const close = text.indexOf('}}', open)
    const next = text.indexOf('{{', open + 2)
    if (close < 0 || (next >= 0 && next < close)) {
      const span = { start: open, end: next >= 0 ? next : text.length }
      diagnostics.push(diagnose('syntax', span, wording.openPlaceholder()))
      from = span.end
      continue
    }
    const path = checkPath(text.slice(open + 2, close), scope, types, open + 2)
    for (const one of path.diagnostics) diagnostics.push(one)
    for (const input of path.reads) reads.add(input)
    parts.push({ expr: path.expr, shape: shapeOf(path.type) })
    from = close + 2
  }
  plain(text.length)
  return { parts, diagnostics, reads: [...reads].sort() }
}

/** Compiles a checked message for scopes of a layout. */
export function compileTemplate(
  parts: readonly TemplatePart[],
  layout: readonly string[],
  types: TypeTable,
): Message {
  const noFunctions: FunctionTable = new Map()
  const pieces = parts.map((part): string | { read: Program; shape: Shape } =>
    typeof part === 'string'
      ? part
      : { read: compile(part.expr, layout, types, noFunctions), shape: part.shape },
  )
  return (scope, print) =>
    pieces
      .map((piece) => (typeof piece === 'string' ? piece : print(piece.read(scope), piece.shape)))
      .join('')
}

/** A type as printing needs it. */
function shapeOf(type: Type): Shape {
  switch (type.kind) {
    case 'word':
      return { kind: 'word', vocabulary: type.vocabulary }
    case 'list':
    case 'optional':
      return { kind: type.kind, of: shapeOf(type.of) }
    case 'object':
      return { kind: 'object', name: type.name }
    default:
      return { kind: type.kind }
  }
}
