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

/** A parameter that a rule reads, and how each pack sets it. */
export interface CardParameter {
  readonly name: string
  readonly title: string
  readonly values: readonly {
    readonly pack: string
    readonly value: unknown
    /** As it stands in a sentence. */
    readonly text: string
    /** The pack that sets the value: the pack itself, or one that it stands on. */
    readonly setBy: string
  }[]
}

/** A fact that a rule reads: the field of a type of element, and the kinds of file it comes from. */
export interface CardFact {
  readonly type: string
  readonly field: string
  /** 担当業務の「頻度」 */
  readonly label: string
  readonly kinds: readonly string[]
  /** Whether nobody may have written it down, so that the rule may not be able to judge. */
  readonly mayLack: boolean
}

/**
 * How a rule comes to judge a requirement: it names it, it goes through a list of the standard that holds
 * it, or it judges whatever elements of the files name it.
 */
export type JudgesBy = 'named' | 'listed' | 'written'

/** A requirement of the catalogue, the clauses that stand behind it, and what judges it. */
export interface RequirementCard {
  readonly key: string
  readonly title: string
  readonly text: string
  /** Where the guideline treats it. */
  readonly place: string | null
  /** What answers to it: each system, the whole organisation, or the standard itself. */
  readonly level: 'system' | 'organisation' | 'standard'
  readonly articles: readonly Article[]
  /** The rules in use in some pack that judge it. */
  readonly rules: readonly { readonly id: string; readonly by: JudgesBy }[]
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
  /** The requirement that the rule keeps as a whole, where each finding goes by another. */
  readonly keeps: string | null
  /** The clauses of the packs that stand behind the requirement. */
  readonly articles: readonly Article[]
  readonly cite: readonly string[]
  readonly class: FindingClass
  readonly scope: 'system' | 'organisation' | 'any' | 'standard'
  readonly isAdvice: boolean
  readonly isBuiltIn: boolean
  /** The kinds of file it looks at. */
  readonly reads: readonly string[]
  /** What it goes through one by one, as a reader calls it, the outermost first. */
  readonly elements: readonly string[]
  /** What keeps the requirement where the rule holds, as a reader calls it. */
  readonly keepers: readonly string[]
  readonly parameters: readonly CardParameter[]
  readonly facts: readonly CardFact[]
  /** The functions of the language it calls; what these look at is among `reads`, not among `facts`. */
  readonly functions: readonly string[]
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

/** A vocabulary and the words of it that files may use; the name is the only form a reader sees. */
export interface VocabularyCard {
  readonly vocabulary: string
  readonly label: string
  readonly words: readonly {
    readonly id: string
    readonly name: string
    /** Words an officer may look for it by. */
    readonly near: readonly string[]
    /** What else there is to say of it where one asks for it: what it answers, where it is recorded. */
    readonly more?: readonly { readonly label: string; readonly text: string }[]
  }[]
}

/** A key of the files: what it is for, how it is written, and who reads it. */
export interface KeyCard {
  /** The kind of file it stands in. */
  readonly kind: string
  /** The keys that lead to it from the top of the file: contracts.subcontractors */
  readonly path: string
  /** What a reader calls the object it belongs to. */
  readonly owner: string
  readonly label: string
  readonly about: string
  /** How its value is written. */
  readonly form: string
  /** The vocabularies whose words may stand there. */
  readonly vocabularies: readonly string[]
  readonly isRequired: boolean
  /** What one wants to know when one writes it; null where the page does not say. */
  readonly asks: string | null
  /** Whether what is written for the whole organisation holds for each system. */
  readonly isShared: boolean
  /** The rules that read it, or what its elements say. */
  readonly rules: readonly { readonly id: string; readonly title: string }[]
  /** How it stands in a sound dossier, as YAML; null where none has it. */
  readonly example: string | null
}

/** What a name stands for: a rule, a requirement with all rules by their ids, or keys and words of files. */
export type Explained =
  | { readonly kind: 'rule'; readonly rule: RuleCard }
  | {
      readonly kind: 'requirement'
      readonly requirement: RequirementCard
      readonly rules: ReadonlyMap<string, RuleCard>
    }
  | {
      readonly kind: 'names'
      readonly keys: readonly KeyCard[]
      readonly words: readonly VocabularyCard[]
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
  readonly requirements: readonly RequirementCard[]
  readonly rules: readonly RuleCard[]
}
