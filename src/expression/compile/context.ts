import type { CheckedExpr } from '../checked.ts'
import type { Scope } from '../scope.ts'
import type { FunctionTable, TypeTable } from '../type.ts'

/** A compiled expression: the value in a scope, or an `Unknown`. */
export type Program = (scope: Scope) => unknown

/** What compiling a node needs to know. */
export interface CompileContext {
  readonly types: TypeTable
  readonly functions: FunctionTable
  /** The slot of each name visible here. */
  readonly slots: ReadonlyMap<string, number>
  /** The first slot no name around this node uses. */
  readonly free: number
  /** Compiles a part; handed down so that the families of nodes need not know each other. */
  readonly build: (expr: CheckedExpr, context: CompileContext) => Program
}
