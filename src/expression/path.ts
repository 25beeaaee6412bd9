/** Paths: names joined by dots, as `each`, `at` and messages use them. Read without the CEL package. */
import type { Span } from '../source/source.ts'
import { suggest } from '../japanese/suggest.ts'
import { CheckContext, unchecked } from './check/context.ts'
import { findField } from './check/field.ts'
import type { CheckedExpr } from './checked.ts'
import type { Diagnostic } from './diagnostic.ts'
import { type FunctionTable, type Input, optional, type Type, type TypeTable } from './type.ts'
import { wording } from './wording.ts'

/** A checked path. Its type is optional where any step may be not stated; `expr` passes that on. */
export interface CheckedPath {
  readonly type: Type
  readonly expr: CheckedExpr
  readonly diagnostics: readonly Diagnostic[]
  readonly reads: readonly Input[]
}

const noFunctions: FunctionTable = new Map()
const segment = /^[A-Za-z_][A-Za-z0-9_]*$/

/**
 * Checks `doc.procedures` against the names of a scope. Unlike an expression a path may lead through
 * what is not stated: it then ends there. `offset` is added to every place.
 */
export function checkPath(
  text: string,
  scope: ReadonlyMap<string, Type>,
  types: TypeTable,
  offset = 0,
): CheckedPath {
  const context = new CheckContext(types, noFunctions, () => unchecked)
  const followed = follow(context, text, scope, offset)
  return {
    type: followed?.type ?? unchecked.type,
    expr: followed?.expr ?? unchecked.expr,
    diagnostics: context.diagnostics,
    reads: [...context.reads].sort(),
  }
}

interface Step {
  readonly type: Type
  readonly expr: CheckedExpr
}

function follow(
  context: CheckContext,
  text: string,
  scope: ReadonlyMap<string, Type>,
  offset: number,
): Step | undefined {
  const [first, ...rest] = segmentsOf(text, offset)
  if (!first || text.trim() === '') {
    const whole = { start: offset, end: offset + text.length }
    context.report('syntax', whole, wording.emptyPath())
    return undefined
  }
  const bad = [first, ...rest].find(({ name }) => !segment.test(name))
  if (bad) {
    context.report('syntax', bad, wording.badPath(text.trim()))
    return undefined
  }
  const root = scope.get(first.name)
  if (!root) {
    const near = suggest(first.name, scope.keys())
    context.report('unknown-name', first, wording.unknownName(first.name, near), near)
    return undefined
  }
  let step: Step = { type: root, expr: { op: 'name', name: first.name } }
  let before = first.name
  for (const next of rest) {
    const owner = step.type.kind === 'optional' ? step.type.of : step.type
    if (owner.kind === 'list') {
      context.report('unknown-field', next, wording.throughList(before))
      return undefined
    }
    const found = findField(context, { field: next.name, at: next }, owner)
    if (!found) return undefined
    context.reading(found.field.inputs)
    const through = step.type.kind === 'optional'
    step = {
      type: through ? optional(found.field.type) : found.field.type,
      expr: {
        op: 'field',
        object: step.expr,
        type: found.type.name,
        field: next.name,
        ...(through ? { through } : {}),
      },
    }
    before = next.name
  }
  return step
}

interface Segment extends Span {
  readonly name: string
}

/** The parts between the dots, blanks around the whole left out. */
function segmentsOf(text: string, offset: number): Segment[] {
  let start = offset + text.length - text.trimStart().length
  return text
    .trim()
    .split('.')
    .map((name) => {
      const part = { name, start, end: start + name.length }
      start = part.end + 1
      return part
    })
}
