import { wideSpace } from '../../../japanese/width.ts'
import { dutiesOf, provisionsOf } from '../../../model/procedure.ts'
import { isGranted } from '../../../model/exception.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { headingOf, requirementTitle } from '../../../words/name.ts'
import { sourceOf } from '../../trace.ts'
import { article, type DraftArticle, type DraftChapter, item, paragraph } from '../article.ts'
import type { ProcedureSubject } from './subject.ts'

/** 例外措置: those in force on the day of the document. */
export function exceptionChapter(subject: ProcedureSubject): DraftChapter {
  const { dossier, procedure } = subject
  const articles = procedure
    .parts('exceptions')
    .filter((one) => isGranted(one, dossier.asOf))
    .map((one) => exceptionArticle(one, subject))
  return { id: 'exceptions', heading: '例外措置', sections: [{ heading: '', articles }] }
}

function exceptionArticle(
  exception: WrittenPart,
  { procedure, style }: ProcedureSubject,
): DraftArticle {
  const about = subjectOf(exception, procedure)
  const title = requirementTitle(exception)
  const [from, expires] = [day(exception, 'from'), day(exception, 'expires')].map(style.day)
  const lead = `対策基準のうち「${title}」については、${about}${from ?? ''}から${expires ?? ''}までの間、次に掲げるところにより例外措置を適用する。`
  const line = (label: string, field: string) =>
    item(`${label}${wideSpace}${exception.text(field) ?? ''}`, sourceOf(exception, field))
  const items = [
    line('理由', 'reason'),
    line('代わりの対策', 'compensating'),
    line('承認者', 'approver'),
  ]
  return article(exception.elementId, `${title}の例外`, sourceOf(exception), [
    paragraph(lead, sourceOf(exception), items),
  ])
}

/** The duty or provision it is limited to. */
function subjectOf(exception: WrittenPart, procedure: WrittenPart): string {
  const id = exception.writtenText('element')
  if (id === undefined) return ''
  const element = [...dutiesOf(procedure), ...provisionsOf(procedure)].find((one) => one.key === id)
  return element ? `「${headingOf(element)}」に限り、` : ''
}

function day(exception: WrittenPart, field: string): string {
  return exception.writtenText(field) ?? ''
}
