import type { Location } from '../source/source.ts'

/** Why a case did not pass. */
export interface CaseFault {
  readonly message: string
  readonly fix: string
  readonly location: Location
}

/** One thing that was tried of a rule: an example, or whether the examples reach one of its branches. */
export interface RuleCase {
  readonly title: string
  readonly kind: 'good' | 'bad' | 'branch'
  /** Null where it passed. */
  readonly fault: CaseFault | null
}

/** A rule and its cases. */
export interface RuleTest {
  readonly rule: string
  readonly title: string
  readonly cases: readonly RuleCase[]
}

/** The rules of one pack. */
export interface PackTest {
  readonly pack: string
  readonly name: string
  /** The file of its standard. */
  readonly path: string
  readonly rules: readonly RuleTest[]
}

/** What a run of the rules' own examples came to. */
export interface RuleTestReport {
  readonly packs: readonly PackTest[]
  /** What keeps a pack from being tried at all. */
  readonly problems: readonly CaseFault[]
}
