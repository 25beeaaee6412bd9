import { groupBy } from '../../../finding/order.ts'
import { joinAnd } from '../../../japanese/list.ts'
import { wideSpace } from '../../../japanese/width.ts'
import { endOf, startOf } from '../../../model/edition.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { dutiesOf } from '../../../model/procedure.ts'
import { sourceOf } from '../../trace.ts'
import type { ChapterText, ParagraphText } from '../article.ts'
import type { Style } from '../style.ts'
import { articleIdOf } from './form.ts'
import type { ProcedureSubject } from './subject.ts'

const supplementHeading = '附　則'

/** One 附則. */
export interface SupplementText {
  readonly heading: string
  readonly paragraphs: readonly ParagraphText[]
}

/** A line of the history of revisions. */
export interface RevisionText {
  readonly day: string
  readonly kind: string
  readonly summary: string
  readonly source: string
}

/** 附則: from when the procedure and each of its revisions are in force, the last with what holds for a while only. */
export function supplements(
  subject: ProcedureSubject,
  chapters: readonly ChapterText[],
): readonly SupplementText[] {
  const all = daysInForce(subject)
  const passing = transitions(subject, chapters)
  return all.map((one, at) => {
    if (at + 1 < all.length || passing.length === 0) return one
    const paragraphs = [...one.paragraphs, ...passing].map((paragraph, place) => ({
      ...paragraph,
      number: subject.style.number(place + 1),
    }))
    return { ...one, paragraphs }
  })
}

/** Duties that begin later than the edition they stand in, and those that rest for a while. */
function transitions(
  { procedure, style }: ProcedureSubject,
  chapters: readonly ChapterText[],
): readonly ParagraphText[] {
  const articles = chapters.flatMap(({ sections }) => sections.flatMap((one) => one.articles))
  const placed = dutiesOf(procedure).flatMap((duty) => {
    const at = articles.findIndex(({ id }) => id === articleIdOf(duty))
    return at < 0 ? [] : [{ duty, at, number: articles[at]?.number ?? '' }]
  })
  placed.sort((a, b) => a.at - b.at)
  const later = placed.flatMap(({ duty, number }) => {
    const since = duty.writtenText('since') ?? ''
    return since > startOf(procedure) ? [{ duty, number, since }] : []
  })
  const begun = [...groupBy(later, ({ since }) => since)]
  begun.sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    ...begun.map(([since, own]) => {
      const numbers = joinAnd(own.map(({ number }) => number))
      const source = own[0] ? sourceOf(own[0].duty, 'since') : ''
      return passing(`${numbers}の規定は、${style.day(since)}から適用する。`, source)
    }),
    ...placed.flatMap(({ duty, number }) =>
      duty.parts('suspended').map((span) => passing(restOf(span, number, style), sourceOf(span))),
    ),
  ]

  function passing(text: string, source: string): ParagraphText {
    return { number: '', text: style.text(text), source, items: [] }
  }
}

function restOf(span: WrittenPart, article: string, style: Style): string {
  const [from, until] = [span.writtenText('from') ?? '', span.writtenText('until') ?? '']
  const reason = span.writtenText('reason')
  const why = reason === undefined ? '' : `${reason}のため、`
  return `${article}に定める業務は、${why}${style.day(from)}から${style.day(until)}まで休止する。`
}

function daysInForce({ procedure, style }: ProcedureSubject): readonly SupplementText[] {
  const from = startOf(procedure)
  const established = procedure.writtenText('established')
  const revisions = procedure.parts('revisions')
  const first = established ?? (revisions.length > 0 ? undefined : from)
  const last = revisions.at(-1)
  return [
    ...(first === undefined
      ? []
      : [
          supplement(
            supplementHeading,
            `この実施手順は、${style.day(first)}から施行する。`,
            procedure,
            style,
          ),
        ]),
    ...revisions.map((revision) => {
      const on = revision.writtenText('on') ?? ''
      const effective = revision === last && from > on ? from : on
      const heading = `${supplementHeading}（${style.day(on)}改正）`
      return supplement(
        heading,
        `この改正は、${style.day(effective)}から施行する。`,
        revision,
        style,
      )
    }),
    ...(revisions.length === 0 && established !== undefined && established < from
      ? [
          supplement(
            `${supplementHeading}（${style.day(from)}改正）`,
            `この改正は、${style.day(from)}から施行する。`,
            procedure,
            style,
          ),
        ]
      : []),
  ]
}

/** 改正履歴 */
export function revisionsOf({ procedure, style }: ProcedureSubject): readonly RevisionText[] {
  const established = procedure.writtenText('established')
  return [
    ...(established === undefined
      ? []
      : [
          {
            day: style.day(established),
            kind: '制定',
            summary: '',
            source: sourceOf(procedure, 'established'),
          },
        ]),
    ...procedure.parts('revisions').map((revision) => ({
      day: style.day(revision.writtenText('on') ?? ''),
      kind: '改正',
      summary: style.text(revision.writtenText('summary') ?? ''),
      source: sourceOf(revision),
    })),
  ]
}

/** The lines below the title: when it was made, last revised, and until when an old edition held. */
export function historyOf({ procedure, style }: ProcedureSubject): readonly string[] {
  const established = procedure.writtenText('established')
  const revised = procedure.parts('revisions').at(-1)
  const until = endOf(procedure)
  return [
    ...(established === undefined ? [] : [`${style.day(established)}制定`]),
    ...(revised === undefined
      ? []
      : [`最終改正${wideSpace}${style.day(revised.writtenText('on') ?? '')}`]),
    editionLine(startOf(procedure), until, style),
  ]
}

function editionLine(from: string, until: string | undefined, style: Style): string {
  if (until === undefined) return `${style.day(from)}施行`
  return `${style.day(from)}から${style.day(until)}まで施行された版`
}

function supplement(
  heading: string,
  text: string,
  from: WrittenPart,
  style: Style,
): SupplementText {
  const source = sourceOf(from)
  return { heading, paragraphs: [{ number: '', text: style.text(text), source, items: [] }] }
}
