import { ownValue } from '../../../finding/own-value.ts'
import { groupBy } from '../../../finding/order.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { headingOf, requirementTitle } from '../../../words/name.ts'
import { sourceOf } from '../../trace.ts'
import {
  article,
  type DraftArticle,
  type DraftChapter,
  type DraftParagraph,
  type DraftSection,
  paragraph,
} from '../article.ts'
import { dutyArticle } from '../duty-article.ts'
import { paragraphsOf } from '../long-text.ts'
import { isStated } from '../stated.ts'
import type { ProcedureSubject } from './subject.ts'

/** 担当業務: the duties under the requirement each answers, in the order of the standard's catalogue. */
export function dutyChapter(subject: ProcedureSubject): DraftChapter {
  const duties = subject.procedure.parts('duties')
  const sections = byRequirement(duties, subject).map(([heading, own]) => ({
    heading,
    articles: own.map((duty) => dutyArticle(duty, subject.style)),
  }))
  return { id: 'duties', heading: '担当業務', sections: worthwhile(sections) }
}

/** 節 are for several articles each; where most would hold one alone, the chapter has none. */
function worthwhile(sections: readonly DraftSection[]): readonly DraftSection[] {
  const lone = sections.filter(({ articles }) => articles.length === 1)
  if (lone.length * 2 <= sections.length) return sections
  return [{ heading: '', articles: sections.flatMap(({ articles }) => articles) }]
}

/** 対策の基準: what is settled and is nobody's task. */
export function provisionChapter(subject: ProcedureSubject): DraftChapter {
  const sections = byRequirement(subject.procedure.parts('provisions'), subject).map(
    ([heading, own]) => ({
      heading,
      articles: own.map(provisionArticle),
    }),
  )
  return { id: 'provisions', heading: '対策の基準', sections: worthwhile(sections) }
}

/** 関係文書: documents used together with the procedure, and what they settle. */
export function documentChapter({ procedure, style }: ProcedureSubject): DraftChapter {
  const sections = procedure.parts('documents').map((document): DraftSection => {
    const title = document.writtenText('title') ?? document.key
    return {
      heading: title,
      articles: [
        documentArticle(document, title),
        ...[
          ...document.parts('duties').map((duty) => dutyArticle(duty, style)),
          ...document.parts('provisions').map(provisionArticle),
        ].map((one) => ({ ...one, id: `${document.elementId}/${one.id}` })),
      ],
    }
  })
  return { id: 'documents', heading: '関係文書', sections }
}

/** What a procedure says of a document beside it. */
const appliedAs: Readonly<Record<string, (named: string) => string>> = {
  own: (named) => `この実施手順の細目は、${named}に定めるところによる。`,
  applied: (named) => `この実施手順に定めるもののほか、${named}を適用する。`,
  upper: (named) => `この実施手順は、${named}に従うものとする。`,
}

function documentArticle(document: WrittenPart, title: string): DraftArticle {
  const edition = document.writtenText('edition')
  const named = edition === undefined ? `「${title}」` : `「${title}」（${edition}）`
  const text = ownValue(appliedAs, document.writtenText('relation') ?? 'own')?.(named) ?? ''
  const source = sourceOf(document)
  return article(document.elementId, '関係文書の適用', source, [paragraph(text, source)])
}

function provisionArticle(provision: WrittenPart): DraftArticle {
  const text = provision.writtenText('text') ?? ''
  const record = provision.writtenText('record')
  const first = paragraphsOf(text, sourceOf(provision, 'text'))
  const kept =
    record === undefined || isStated(text, record)
      ? []
      : [recordParagraph(record, first.length === 1 ? '前項' : 'この条', provision)]
  return article(provision.elementId, headingOf(provision), sourceOf(provision), [
    ...first,
    ...kept,
  ])
}

/** A provision is nobody's task: where it is recorded is told, and nobody is told to record it. */
function recordParagraph(record: string, about: string, provision: WrittenPart): DraftParagraph {
  const text = `${about}に定める事項の記録は、${record}とする。`
  return paragraph(text, sourceOf(provision, 'record'))
}

/** Elements by the heading of their requirement, in the catalogue's order; unknown requirements last. */
function byRequirement(
  parts: readonly WrittenPart[],
  { dossier }: ProcedureSubject,
): readonly (readonly [string, readonly WrittenPart[]])[] {
  const order = [...dossier.standard.requirements.keys()]
  const place = (part: WrittenPart): number => {
    const at = order.indexOf(part.writtenText('requirement') ?? '')
    return at < 0 ? order.length : at
  }
  const sorted = [...parts].sort((a, b) => place(a) - place(b))
  return [...groupBy(sorted, requirementTitle)]
}
