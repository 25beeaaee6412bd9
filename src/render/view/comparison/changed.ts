import type { ProcedureText } from '../procedure/text.ts'
import { saysSame } from './article.ts'
import { type Entry, entriesOf, pairEntries } from './entry.ts'

/** The articles that a revision touches, by number and caption: those amended and added by the later numbers. */
export interface ChangedArticles {
  readonly amended: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** Which articles of two editions say something else, are new or are gone. */
export function changedArticles(before: ProcedureText, after: ProcedureText): ChangedArticles {
  const isArticle = (one: Entry | undefined): boolean =>
    one?.kind === 'article' && !Number.isNaN(one.place)
  const pairs = pairEntries(entriesOf(before), entriesOf(after), new Map()).filter(
    (pair) => isArticle(pair.before) || isArticle(pair.after),
  )
  const isSame = (one: Entry | undefined, other: Entry | undefined): boolean =>
    one?.kind === 'article' && other?.kind === 'article' && saysSame(one.article, other.article)
  return {
    amended: pairs
      .filter((pair) => pair.before && pair.after && !isSame(pair.before, pair.after))
      .map((pair) => nameOf(pair.after)),
    added: pairs.filter((pair) => !pair.before).map((pair) => nameOf(pair.after)),
    removed: pairs.filter((pair) => !pair.after).map((pair) => nameOf(pair.before)),
  }
}

/** 第５条（システム主任） */
function nameOf(entry: Entry | undefined): string {
  return entry?.kind === 'article' ? `${entry.article.number}${entry.article.caption}` : ''
}
