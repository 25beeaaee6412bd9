import { type Expr, pathOf } from '../ast.ts'
import type { CheckedExpr } from '../checked.ts'
import { diagnose, type Diagnostic, type DiagnosticCode } from '../diagnostic.ts'
import type { Span } from '../../source/source.ts'
import type { FunctionTable, Input, Type, TypeTable } from '../type.ts'
import { typeWords, wording } from '../wording.ts'

/** The names an expression sees, and the paths known to be stated where it stands. */
export interface Names {
  readonly scope: ReadonlyMap<string, Type>
  readonly stated: ReadonlySet<string>
}

/** An expression with its type. */
export interface Inferred {
  readonly type: Type
  readonly expr: CheckedExpr
}

/** Infers one node; handed down so that the families of nodes need not know each other. */
export type Infer = (context: CheckContext, expr: Expr, names: Names) => Inferred

/** One check: the tables it looks at, and what it has found so far. */
export class CheckContext {
  readonly types: TypeTable
  readonly functions: FunctionTable
  readonly diagnostics: Diagnostic[] = []
  readonly reads = new Set<Input>()
  /** Names met so far, to find a macro whose variable nobody uses. */
  readonly used = new Set<string>()
  readonly #infer: Infer

  constructor(types: TypeTable, functions: FunctionTable, infer: Infer) {
    this.types = types
    this.functions = functions
    this.#infer = infer
  }

  /** Infers an operand that may be not stated. */
  inferAny(expr: Expr, names: Names): Inferred {
    return this.#infer(this, expr, names)
  }

  /** Infers an operand that must be stated. */
  infer(expr: Expr, names: Names): Inferred {
    const inferred = this.#infer(this, expr, names)
    if (inferred.type.kind !== 'optional') return inferred
    this.report('not-stated', expr, wording.notStated(this.nameOf(expr)))
    return { type: inferred.type.of, expr: inferred.expr }
  }

  /** Infers a condition. */
  inferBool(expr: Expr, names: Names): Inferred {
    const inferred = this.infer(expr, names)
    if (inferred.type.kind !== 'bool' && inferred.type.kind !== 'any') {
      this.report('wrong-type', expr, wording.notBool(this.words(inferred.type)))
    }
    return inferred
  }

  report(code: DiagnosticCode, at: Span, message: string, suggestion?: string): void {
    this.diagnostics.push(diagnose(code, at, message, suggestion))
  }

  reading(inputs: readonly Input[]): void {
    for (const input of inputs) this.reads.add(input)
  }

  words(type: Type): string {
    return typeWords(type, this.types)
  }

  /** How to speak of an operand: by its path if it has one. */
  nameOf(expr: Expr): string {
    const path = pathOf(expr)
    return path === undefined ? 'この値' : `「${path}」`
  }
}

/** What stands for a value that could not be checked. */
export const unchecked: Inferred = { type: { kind: 'any' }, expr: { op: 'invalid' } }
