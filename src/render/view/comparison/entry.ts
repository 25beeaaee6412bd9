import type { ArticleText } from '../article.ts'
import type { ProcedureText } from '../procedure/text.ts'
import type { Numbered } from './line.ts'

/** What stands in a row of its own: a heading or an article. */
export type Entry =
  | { readonly id: string; readonly kind: 'heading'; readonly heading: Numbered }
  | {
      readonly id: string
      readonly kind: 'article'
      readonly article: ArticleText
      /** The how many-th article it is. */
      readonly place: number
    }

/** What is compared of a procedure: its title, headings and articles; the rest is made from these. */
export function entriesOf(procedure: ProcedureText): readonly Entry[] {
  let place = 0
  return [
    heading('title', '', procedure.title),
    ...procedure.chapters.flatMap((chapter): readonly Entry[] => [
      heading(`chapter:${chapter.id}`, chapter.number, chapter.heading),
      ...chapter.sections.flatMap((section): readonly Entry[] => [
        ...(section.heading === ''
          ? []
          : [heading(`section:${chapter.id}/${section.heading}`, section.number, section.heading)]),
        ...section.articles.map((article): Entry => {
          place += 1
          return { id: article.id, kind: 'article', article, place }
        }),
      ]),
    ]),
  ]
}

/** Two entries of one id, or one that the other edition lacks. */
export interface EntryPair {
  readonly before: Entry | undefined
  readonly after: Entry | undefined
}

/**
 * Pairs the entries of two editions by id, in the order of the later; what fell out stands where it
 * stood. `renamed` leads from ids of the earlier edition to those they have now.
 */
export function pairEntries(
  before: readonly Entry[],
  after: readonly Entry[],
  renamed: ReadonlyMap<string, string>,
): readonly EntryPair[] {
  const idNow = (entry: Entry): string => renamed.get(entry.id) ?? entry.id
  const old = new Map(before.map((entry) => [idNow(entry), entry]))
  const pairs: EntryPair[] = after.map((entry) => ({ before: old.get(entry.id), after: entry }))
  const kept = new Set(after.map(({ id }) => id))
  let at = 0
  for (const entry of before) {
    if (kept.has(idNow(entry))) {
      at = pairs.findIndex((pair) => pair.before === entry) + 1
    } else {
      pairs.splice(at, 0, { before: entry, after: undefined })
      at += 1
    }
  }
  return pairs
}

function heading(id: string, number: string, text: string): Entry {
  return { id, kind: 'heading', heading: { number, text, source: '' } }
}
