import type { CheckedExpr } from '../expression/checked.ts'
import type { TemplatePart } from '../expression/template.ts'
import type { Input } from '../expression/type.ts'
import type { FindingClass, Severity } from '../finding/finding.ts'

/** A place a finding may point to: a field of an object, or what the whole path leads to. */
export interface CheckedPlace {
  readonly owner: CheckedExpr | null
  readonly field: string | null
  readonly whole: CheckedExpr
}

/** A message at another place. */
export interface CheckedRelated {
  readonly at: CheckedPlace
  readonly message: readonly TemplatePart[]
}

/** The words of a finding, with their placeholders. */
export interface CheckedWords {
  readonly message: readonly TemplatePart[]
  readonly fix: readonly TemplatePart[] | null
  readonly expected: readonly TemplatePart[] | null
  readonly actual: readonly TemplatePart[] | null
  readonly related: readonly CheckedRelated[]
}

/** One assertion: entries of a rule are independent of each other. */
export interface CheckedAssert extends CheckedWords {
  /** Empty for a rule with a single assertion. */
  readonly id: string
  readonly when: CheckedExpr | null
  readonly that: CheckedExpr
  readonly at: readonly CheckedPlace[]
  /** What keeps the clause where the assertion holds; the element itself without it. */
  readonly keptBy: CheckedPlace | null
}

/** What a rule is judged on: each system, the whole organisation, both, or the standard itself. */
export type RuleScope = 'system' | 'organisation' | 'any' | 'standard'

/**
 * How grave a violation is: the same everywhere, or as the element itself says. What a pack sets for a
 * topic stands; other severities are capped by the force of the clause.
 */
export type SeverityOf = Severity | { readonly path: CheckedExpr; readonly uncapped: boolean }

/** Where a requirement of a finding comes from: a key of the catalogue, or the element itself. */
export type RequirementOf = { readonly key: string } | { readonly path: CheckedExpr } | null

/** What a rule cites where no clause of the standard stands behind it. */
export interface Citation {
  readonly kind: string
  readonly text: string
  readonly quoted?: string
}

/**
 * A rule that has been checked against the language: plain JSON, so that shipped packs are checked
 * when they are built and run without parser and checker.
 */
export interface CheckedRule {
  readonly id: string
  readonly pack: string
  readonly title: string
  readonly requirement: RequirementOf
  /** The requirement that a rule keeps as a whole, where each of its findings goes by another. */
  readonly keeps: string | null
  /** Finds what contradicts another thing; that nothing does shows no requirement to be kept. */
  readonly onlyFinds: boolean
  readonly cite: readonly Citation[]
  readonly severity: SeverityOf
  readonly advice: boolean
  readonly scope: RuleScope
  readonly class: FindingClass
  /** The kinds of file its expressions look at. */
  readonly reads: readonly Input[]
  readonly rationale: string
  /** The names a scope holds, in order: the roots, the bound names, the lets. */
  readonly layout: readonly string[]
  readonly each: readonly { readonly name: string; readonly path: CheckedExpr }[]
  readonly where: CheckedExpr | null
  readonly lets: readonly { readonly name: string; readonly expr: CheckedExpr }[]
  readonly asserts: readonly CheckedAssert[]
  readonly yieldsTo: readonly string[]
}
