import { wideSpace } from '../../../japanese/width.ts'
import type { ArticleText } from '../article.ts'
import { recordTable } from '../procedure/form.ts'
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

/** The whole text of a procedure: its title, contents, headings and articles, 附則, 別表 and forms. */
export function entriesOf(procedure: ProcedureText): readonly Entry[] {
  let place = 0
  return [
    heading('title', '', procedure.title),
    contentsOf(procedure),
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
    ...procedure.supplements.map(supplementOf),
    ...recordsOf(procedure),
    ...procedure.forms.map(formOf),
  ]
}

/** Both editions of a 附則; that of an earlier amendment stays what it was, whatever the numbers of articles are now. */
export function withPastKept(
  pairs: readonly EntryPair[],
  { supplements }: ProcedureText,
): readonly EntryPair[] {
  const last = `${supplementId}${supplements.at(-1)?.heading ?? ''}`
  return pairs.map(({ before, after }) => {
    const isPast = after?.id.startsWith(supplementId) === true && after.id !== last
    return isPast && before ? { before, after: before } : { before, after }
  })
}

/** Whether an entry says only from when the text is in force. */
export function isDayOnly(entry: Entry | undefined): boolean {
  if (entry?.kind !== 'article' || !entry.id.startsWith(supplementId)) return false
  return entry.article.paragraphs.filter(({ text }) => text !== '').length === 1
}

const supplementId = 'supplement:'

/** What stands before or after the articles, by its name; it runs on with nothing. */
function apart(id: string, number: string, more: Partial<ArticleText>): Entry {
  const bare = { id, number, caption: '', source: '', paragraphs: [], tables: [], figures: [] }
  return { id, kind: 'article', article: { ...bare, ...more }, place: NaN }
}

function contentsOf({ contents }: ProcedureText): Entry {
  const items = contents.map(({ number, heading: text, articles }) => ({
    number,
    text: `${text}${articles}`,
    source: '',
    items: [],
  }))
  const paragraphs = [{ number: '', text: '', source: '', items }]
  return apart('contents', '目次', { paragraphs })
}

function supplementOf({
  heading: number,
  paragraphs,
}: ProcedureText['supplements'][number]): Entry {
  return apart(`${supplementId}${number}`, number, { paragraphs: [untold, ...paragraphs] })
}

function recordsOf({ records }: ProcedureText): readonly Entry[] {
  if (records.length === 0) return []
  return [apart('records', '別表', { paragraphs: [untold], tables: [recordTable(records)] })]
}

function formOf({ number, related, name, fields }: ProcedureText['forms'][number]): Entry {
  const items = fields.map(({ label, value }) => ({
    number: '',
    text: value === '' ? label : `${label}${wideSpace}${value}`,
    source: '',
    items: [],
  }))
  const titled = name === '' ? items : [{ number: '', text: name, source: '', items: [] }, ...items]
  const paragraphs = [{ ...untold, items: titled }]
  return apart(`form:${name === '' ? number : name}`, `${number}${related}`, { paragraphs })
}

/** Under the number alone: what it has to say stands below. */
const untold = { number: '', text: '', source: '', items: [] }

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
