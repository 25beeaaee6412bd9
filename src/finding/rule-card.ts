import type { Article, FindingClass, Severity } from './finding.ts'
import type { Location } from '../source/source.ts'

/** How a pack takes a rule. */
export interface PackStance {
  readonly pack: string
  /** Null where each finding takes its severity from the element. */
  readonly severity: Severity | null
  /** The pack's word for the severity. */
  readonly label: string | null
  /** Whether findings of the rule are given at all: it is not switched off, and adopted if it is advice. */
  readonly isActive: boolean
  /** Why the pack takes it so; null where it takes the rule as it is. */
  readonly rationale: string | null
}

/** An example as its author wrote it. */
export interface CardExample {
  readonly kind: 'good' | 'bad'
  readonly title: string
  /** What it changes of the sample, one pointer a line; none for the sample itself. */
  readonly changes: readonly string[]
}

/** All that there is to say of a rule to somebody who has a finding of it before him. */
export interface RuleCard {
  readonly id: string
  readonly pack: string | null
  readonly title: string
  readonly requirement: {
    readonly key: string
    readonly title: string
    readonly text: string
  } | null
  /** The clauses of the packs that stand behind the requirement. */
  readonly articles: readonly Article[]
  readonly cite: readonly string[]
  readonly class: FindingClass
  readonly scope: 'system' | 'organisation' | 'any' | 'standard'
  readonly isAdvice: boolean
  readonly isBuiltIn: boolean
  /** The kinds of file it looks at. */
  readonly reads: readonly string[]
  readonly rationale: string
  readonly fix: readonly string[]
  readonly expected: readonly string[]
  /** The ids of its assertions; none where there is but one. */
  readonly asserts: readonly string[]
  readonly stances: readonly PackStance[]
  readonly examples: readonly CardExample[]
  /** Where the rule stands; null for one that is built in. */
  readonly location: Location | null
}

/** Every rule at hand, as in the JSON contract `policy-lint/rules.v1`. */
export interface RuleCatalogue {
  readonly format: 'policy-lint/rules.v1'
  readonly tool: { readonly name: string; readonly version: string }
  readonly packs: readonly {
    readonly id: string
    readonly name: string
    readonly extends: string | null
  }[]
  readonly rules: readonly RuleCard[]
}
