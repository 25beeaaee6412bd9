import { says, type Verdict } from './table.ts'

/**
 * Records, notices and actions tell what has happened, and grow every month. They lay no duty on
 * anybody, so their types are not graded field by field: what they show is judged by rules, and appears
 * among the findings that a change introduces or resolves.
 */
export const eventKinds: Readonly<Record<string, EventGrades>> = {
  records: {
    added: says('editorial', '行ったことが記録される。業務の定めは変わらない。'),
    removed: says('changed', '過去の記録がなくなる。行ったことを示せなくなる。'),
    changed: says('changed', '過去の記録が書き換えられる。理由を確かめる。'),
  },
  notice: {
    added: says('editorial', '知らせたことが記される。業務の定めは変わらない。'),
    removed: says('changed', '知らせたことの記載がなくなる。'),
    changed: says('changed', '知らせたことの記載が変わる。'),
  },
  actions: {
    added: says('editorial', '改善措置が書き加えられる。'),
    removed: says('changed', '改善措置の記載がなくなる。'),
    changed: says('changed', '改善措置の状況が変わる。'),
  },
}

/** How additions, removals and alterations of what has happened are graded. */
export interface EventGrades {
  readonly added: Verdict
  readonly removed: Verdict
  readonly changed: Verdict
}

/** Parts of a rule that are there for its readers. */
export const unread: Readonly<Record<string, string>> = {
  Citation: '規則の引用元である。規則の求めることは変わらない。',
  Assert: '規則の求めることとして、一つの値で比べる。',
  RelatedPlace: '指摘に添える場所である。規則の求めることは変わらない。',
  GoodExample: '規則の例である。規則の求めることは変わらない。',
  BadExample: '規則の例である。規則の求めることは変わらない。',
  ExpectedFinding: '規則の例である。規則の求めることは変わらない。',
}
