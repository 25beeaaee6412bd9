import { says, type Verdict } from './table.ts'

/**
 * Records, notices and actions tell what has happened, and grow every month. They lay no duty on
 * anybody, so their types are not graded field by field: what they show is judged by rules, and appears
 * among the findings that a change introduces or resolves.
 */
export const eventKinds: Readonly<Record<string, EventGrades>> = {
  records: {
    added: says('editorial', '行ったことが記録される。業務の定めは変わらない。'),
    filled: says('editorial', '記録が書き加えられる。業務の定めは変わらない。'),
    removed: says('changed', '過去の記録がなくなる。行ったことを示せなくなる。'),
    changed: says('changed', '過去の記録が書き換えられる。理由を確かめる。'),
  },
  notice: {
    added: says('editorial', '知らせたことが記される。業務の定めは変わらない。'),
    filled: says('changed', '知らせたことの記載が変わる。'),
    removed: says('changed', '知らせたことの記載がなくなる。'),
    changed: says('changed', '知らせたことの記載が変わる。'),
  },
  actions: {
    added: says('editorial', '改善措置が書き加えられる。'),
    filled: says('changed', '改善措置の状況が変わる。'),
    removed: says('changed', '改善措置の記載がなくなる。'),
    changed: says('changed', '改善措置の状況が変わる。'),
  },
}

/** How additions, removals and alterations of what has happened are graded. */
export interface EventGrades {
  readonly added: Verdict
  /** Something is said where nothing was. */
  readonly filled: Verdict
  readonly removed: Verdict
  readonly changed: Verdict
}

/** The stretch of time of which a record leaves nothing out: records grow every month, and it with them. */
export const span = {
  gained: says('editorial', '漏れなく書いてある期間が延びる。業務の定めは変わらない。'),
  lost: says(
    'changed',
    '漏れなく書いてある期間が短くなる。外れた期間は、行ったかどうかが分からなくなる。',
  ),
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
