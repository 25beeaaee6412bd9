import type { ChapterText, DraftChapter } from '../article.ts'
import { numbered } from '../numbering.ts'
import { documentChapter, dutyChapter, provisionChapter } from './business.ts'
import { chainChapter, exceptionChapter, generalChapter, managementChapter } from './chapters.ts'
import { type FormLineText, formLines, formsOf, type FormText } from './form.ts'
import { levelChapter } from './level.ts'
import type { ProcedureSubject } from './subject.ts'
import {
  historyOf,
  revisionsOf,
  type RevisionText,
  supplements,
  type SupplementText,
} from './supplementary.ts'

/** 実施手順書 as finished text. */
export interface ProcedureText {
  readonly municipality: string
  readonly title: string
  /** 附設会館版; empty where there is one version for all. */
  readonly variant: string
  readonly history: readonly string[]
  readonly contents: readonly ContentsText[]
  readonly chapters: readonly ChapterText[]
  readonly supplements: readonly SupplementText[]
  readonly records: readonly FormLineText[]
  readonly forms: readonly FormText[]
  readonly revisions: readonly RevisionText[]
}

/** A line of the contents: 第１章 総則（第１条―第３条）. */
export interface ContentsText {
  readonly number: string
  readonly heading: string
  readonly articles: string
}

/** One edition of one procedure as finished text. */
export function procedureText(subject: ProcedureSubject): ProcedureText {
  const { dossier, procedure, style } = subject
  const chapters = numbered(chaptersOf(subject), style)
  return {
    municipality: dossier.municipality.name,
    title: style.text(procedure.writtenText('title') ?? procedure.key),
    variant: style.text(procedure.writtenText('variant') ?? ''),
    history: historyOf(subject),
    contents: chapters.map(contentsOf),
    chapters,
    supplements: supplements(subject, chapters),
    records: formLines(subject, chapters),
    forms: formsOf(subject, chapters),
    revisions: revisionsOf(subject),
  }
}

/** The numbers of the articles by what they are about: `duty:account-review` → 第12条. */
export function articleNumbers(subject: ProcedureSubject): ReadonlyMap<string, string> {
  const articles = numbered(chaptersOf(subject), subject.style).flatMap(({ sections }) =>
    sections.flatMap((one) => one.articles),
  )
  return new Map(articles.map(({ id, number }) => [id, number]))
}

/** In the order of a procedure; a chapter without articles is left out. */
function chaptersOf(subject: ProcedureSubject): readonly DraftChapter[] {
  const all = [
    generalChapter(subject),
    managementChapter(subject),
    dutyChapter(subject),
    provisionChapter(subject),
    documentChapter(subject),
    chainChapter(subject),
    levelChapter(subject),
    exceptionChapter(subject),
  ]
  return all.filter(({ sections }) => sections.some(({ articles }) => articles.length > 0))
}

function contentsOf({ number, heading, sections }: ChapterText): ContentsText {
  const articles = sections.flatMap((one) => one.articles)
  const [first, last] = [articles[0]?.number ?? '', articles.at(-1)?.number ?? '']
  // Two articles are both named, more are a stretch: （第１条・第２条）, （第１条―第３条）.
  const joint = articles.length === 2 ? '・' : '―'
  return {
    number,
    heading,
    articles: first === last ? `（${first}）` : `（${first}${joint}${last}）`,
  }
}
