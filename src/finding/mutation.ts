import type { Location } from '../source/source.ts'

/** A clause that was kept on an element before the change. */
export interface KeptClaim {
  readonly rule: string
  readonly requirement: string | null
  readonly element: string
}

/** One change that deletes or weakens what keeps a clause, and no rule noticed. */
export interface Survivor {
  readonly system: string
  /** Deleted, an item dropped, a field taken away, a cycle made rarer, a demand made looser, a ledger taken away. */
  readonly kind: 'delete' | 'drop' | 'unset' | 'rarer' | 'looser' | 'uncover'
  /** What keeps the clause: 担当業務「利用者IDの点検」の「記録」. */
  readonly label: string
  /** What was changed, by the ids that lead to it: the same whatever the order of the file. */
  readonly pointers: readonly string[]
  readonly location: Location
  /** The clauses that still count as kept, or that nothing speaks of any more. */
  readonly claims: readonly KeptClaim[]
}

/** The deletion test of one system. */
export interface TestedSystem {
  readonly system: string
  readonly name: string
  readonly asOf: string
  /** How many clauses are kept on elements. */
  readonly kept: number
  /** Changes that a rule noticed. */
  readonly killed: number
  /** Changes that no rule noticed though nothing else keeps the clause. */
  readonly survived: number
  /** Changes after which something else keeps the clause. */
  readonly redundant: number
  /** Changes not tried, for there were more than allowed. */
  readonly untried: number
}

/** The deletion test, as in the JSON contract `policy-lint/mutation.v1`. */
export interface MutationReport {
  readonly format: 'policy-lint/mutation.v1'
  readonly asOf: string
  readonly tool: { readonly name: string; readonly version: string }
  readonly systems: readonly TestedSystem[]
  /** Systems that were not come to, for there were more changes than allowed. */
  readonly untested: readonly string[]
  readonly survivors: readonly Survivor[]
  /** What could not be read: what is kept there is not tried. */
  readonly unread: readonly { readonly message: string; readonly location: Location }[]
}
