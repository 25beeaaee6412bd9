import type { Day } from '../../calendar/day.ts'
import type { Finding } from '../../finding/finding.ts'
import { UsageError } from '../../finding/usage-error.ts'
import type { DocumentKind } from '../../render/documents.ts'
import type { View } from '../../render/view.ts'
import { writePlace } from '../../source/source.ts'
import type { Subject } from './subject.ts'

/** A view, and the day its document is made for. */
export interface DatedView {
  readonly view: View
  readonly day: Day
}

/** Wrong use where there is nothing to make, with the error that may be why. */
export function requireSome(
  kind: DocumentKind,
  views: readonly DatedView[],
  errors: readonly Finding[],
): void {
  if (views.length > 0) return
  throw new UsageError(`「${kind.title}」にするものが、指定された中にありません`, {
    hint: unreadable(errors) ?? usualHint(kind),
  })
}

function usualHint(kind: DocumentKind): string {
  if (kind.hint !== undefined) return kind.hint
  if (kind.of === 'standard') {
    return '対策基準のパックのフォルダーか識別子を指定してください（policies のフォルダーがあれば、省略できます）。'
  }
  return kind.of === 'comparison'
    ? '前の版がシステムのフォルダーにあるか、変更前と変更後の両方に同じ実施手順があるか、違いがあるかを確かめてください。'
    : 'その文書のもとになるファイル（kind: procedure など）があるか、--as-of の日に効力があるかを確かめてください。'
}

/** Where files have errors, one of them may be what was to be made: a draft of it is not possible. */
function unreadable(errors: readonly Finding[]): string | undefined {
  const [first] = errors
  if (!first) return undefined
  return `誤りのために読めないファイルがあるかもしれません（誤り ${errors.length}件）。まず次を直し、policy-lint check で確かめてください: ${writePlace(first.location)} ${first.message}`
}

/** Leaves out what says nothing to anybody yet, and says why. */
export function withoutEmpty(views: readonly DatedView[]): {
  readonly whole: readonly DatedView[]
  readonly empty: readonly string[]
} {
  const whole = views.filter(({ view }) => view.lacks === undefined)
  const empty = views.flatMap(({ view: { title, stem, lacks } }) =>
    lacks === undefined ? [] : [`「${title}」（${stem}）: ${lacks}`],
  )
  return { whole, empty }
}

/** Makes the views of a kind of document. */
export async function viewsOf(
  kind: DocumentKind,
  subject: Subject,
  post: string | undefined,
): Promise<readonly DatedView[]> {
  const { dossiers, before, report, standards = [], covered, asOf, findings } = subject
  const context = post === undefined ? { asOf } : { asOf, post }
  const dated = (views: readonly View[], day: Day): readonly DatedView[] =>
    views.map((view) => ({ view, day }))
  switch (kind.of) {
    case 'system': {
      const views = await kind.views()
      const made: DatedView[] = []
      for (const dossier of dossiers) {
        for (const one of dated(await views(dossier, { asOf: dossier.asOf }), dossier.asOf))
          made.push(one)
      }
      return made
    }
    case 'systems':
      return dated(await (await kind.views())(dossiers, context), asOf)
    case 'judged':
      return dated(await (await kind.views())({ dossiers, findings }, context), asOf)
    case 'covered':
      return covered
        ? dated(await (await kind.views())({ ...covered, dossiers }, context), asOf)
        : []
    case 'report':
      return report ? dated(await (await kind.views())(report, { asOf }), asOf) : []
    case 'standard':
      return dated(await (await kind.views())(standards, { asOf }), asOf)
    case 'comparison':
      return dated(await (await kind.views())({ before, after: dossiers }, { asOf }), asOf)
  }
}
