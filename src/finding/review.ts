/** What a reviewer looks at: a rule with the clauses behind it, or clauses that have no rule of their own. */
export interface ReviewItem {
  /** Null where each finding of the rule goes by another requirement. */
  readonly requirement: string | null
  /** Null where the requirement has no rule of its own. */
  readonly rule: string | null
  /** The fingerprint of the clauses: of every word of them. */
  readonly clauses: string
  /** The fingerprint of the rule as it is written, with the levels it goes by. */
  readonly judging: string
}

/** That somebody has looked at an item as it was, and has found it right or said what is not. */
export interface ReviewMark extends ReviewItem {
  /** Who, by post. */
  readonly by: string
  /** On which day, ISO. */
  readonly on: string
  /** What was said; empty where nothing was. */
  readonly opinion: string
}

/** The marks of one standard, as they are kept beside its pack. */
export interface ReviewFile {
  readonly format: 'policy-lint/review.v1'
  readonly pack: string
  readonly marks: readonly ReviewMark[]
}

/** Whether a mark stands, or which part of what it was given for is another now. */
export type ReviewState = 'open' | 'confirmed' | 'clauseChanged' | 'ruleChanged' | 'bothChanged'

/** An item with the last mark that was given for it. */
export interface Reviewed extends ReviewItem {
  readonly state: ReviewState
  readonly mark: ReviewMark | null
}

/** Holds marks against the items as they are now: the last of each item counts, and falls with what it was given for. */
export function reviewed(
  items: readonly ReviewItem[],
  marks: readonly ReviewMark[],
): readonly Reviewed[] {
  const last = new Map(marks.toSorted(byDay).map((mark) => [reviewKey(mark), mark]))
  return items.map((item) => {
    const mark = last.get(reviewKey(item)) ?? null
    return { ...item, mark, state: mark ? stateOf(item, mark) : 'open' }
  })
}

/** What tells one item from the others, whatever its words. */
export function reviewKey({ requirement, rule }: Pick<ReviewItem, 'requirement' | 'rule'>): string {
  return `${requirement ?? '-'} ${rule ?? '-'}`
}

/** Whether a mark was given for other words than those that stand there now. */
export function isFallen({ mark, state }: Pick<Reviewed, 'mark' | 'state'>): boolean {
  return mark !== null && state !== 'confirmed'
}

function byDay(a: ReviewMark, b: ReviewMark): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0
}

function stateOf(item: ReviewItem, mark: ReviewMark): ReviewState {
  const isClauseSame = item.clauses === mark.clauses
  const isRuleSame = item.judging === mark.judging
  if (isClauseSame) return isRuleSame ? 'confirmed' : 'ruleChanged'
  return isRuleSame ? 'clauseChanged' : 'bothChanged'
}

/** How the marks of a standard stand. */
export interface ReviewReport {
  readonly pack: string
  readonly name: string
  readonly items: readonly (Reviewed & { readonly title: string })[]
  /** Marks of rules or requirements that are no longer in use. */
  readonly gone: readonly ReviewMark[]
}
