import type { Finding } from '../../finding/finding.ts'
import { groupBy } from '../../finding/order.ts'
import { fileStemOf } from '../../finding/system-id.ts'
import { wideSpace } from '../../japanese/width.ts'
import { lastEntry, nextOf } from '../../model/action.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { isOutside } from '../../model/organisation.ts'
import type { WrittenPart } from '../../model/part.ts'
import { writePlace } from '../../source/source.ts'
import { labelIn } from '../../words/field.ts'
import { organisationName, systemTitle } from '../../words/name.ts'
import { conventionsOf } from '../conventions.ts'
import { sourceOf } from '../trace.ts'
import type { Judged, View, ViewMaker } from '../view.ts'
import { type Style, styleOf } from './style.ts'
import { type Column, type Grid, tabularView } from './tabular.ts'

/** 措置状況報告: one for each system whose findings are followed up, with what the check says of each measure. */
export const measuresViews: ViewMaker<Judged> = ({ dossiers, findings }) =>
  dossiers.flatMap((dossier): readonly View[] => {
    if (!dossier.isFirst) return []
    const actions = dossier.actionFiles.flatMap((file) => file.writtenParts('actions'))
    if (actions.length === 0) return []
    const style = styleOf(conventionsOf(dossier.municipality))
    return [
      tabularView(
        {
          title: `${systemTitle(dossier)}${wideSpace}措置状況報告`,
          stem: `${fileStemOf(dossier.id)}-measures`,
          asOf: dossier.asOf,
          lead: [countsOf(actions)],
          parts: [{ heading: '', grid: gridOf(actions, dossier, findings, style), empty: '' }],
          notes: [
            '備考　「点検の結果」は、措置の記録を対策基準に照らして点検し、指摘することがあったものについて、その内容を示す。',
          ],
        },
        style,
      ),
    ]
  })

const columns: readonly Column[] = [
  { label: '指摘番号', width: 7 },
  { label: '区分', width: 5, center: true },
  { label: '指摘の内容', width: 16 },
  { label: '措置の内容', width: 15 },
  { label: '状況', width: 6, center: true },
  { label: '実施日等', width: 12, center: true },
  { label: '今後の予定及び期限', width: 9 },
  { label: '担当課', width: 7 },
  { label: '証拠', width: 10 },
  { label: '点検の結果', width: 13 },
]

function gridOf(
  actions: readonly WrittenPart[],
  dossier: WrittenDossier,
  findings: readonly Finding[],
  style: Style,
): Grid {
  const hasKinds = actions.some((action) => action.written('kind'))
  return {
    columns: hasKinds ? columns : columns.filter(({ label }) => label !== '区分'),
    rows: actions.map((action, at) => {
      const entry = lastEntry(action)
      return {
        source: sourceOf(action),
        cells: [
          numberOf(action) ?? at + 1,
          ...(hasKinds ? [action.writtenText('kind') ?? ''] : []),
          action.writtenText('finding') ?? '',
          doneSoFar(action),
          stateOf(action),
          { day: entry?.writtenText('on') },
          nextSteps(action, style),
          sectionOf(action, dossier),
          evidenceOf(action, entry).join('\n'),
          style.sentence(saidOf(action, findings)),
        ],
      }
    }),
  }
}

/** What was done one after another: a measure is all of it, not its last word. */
function doneSoFar(action: WrittenPart): string {
  const told = action.writtenParts('history').flatMap((one) => one.writtenText('text') ?? [])
  return told.map(closed).join('\n')
}

/** A sentence ends with a full stop. */
function closed(text: string): string {
  return /[。）]$/u.test(text) ? text : `${text}。`
}

/** 指摘1(2): the number that the audit gave; an id only leads to a finding of the ledger. */
function numberOf(action: WrittenPart): string | undefined {
  const source = action.writtenText('source')
  return source !== undefined && /^[a-z][\w.-]*$/i.test(source) ? undefined : source
}

/** 措置済, 検討中: in the words of the file. */
export function stateOf(action: WrittenPart): string {
  const state = (lastEntry(action) ?? action).writtenText('status')
  return state === undefined ? '' : labelIn(action.shape, 'status', state)
}

/** What is to be done next, and until when, in words. */
export function nextSteps(action: WrittenPart, style: Style): string {
  const next = nextOf(action)
  const due = next?.writtenText('due')
  return [next?.writtenText('what') ?? '', due === undefined ? '' : `${style.day(due)}まで`]
    .filter((one) => one !== '')
    .join('、')
}

/** The sections of the office that perform the duty it is about, else the owner of the system: no contractor answers for it. */
function sectionOf(action: WrittenPart, dossier: WrittenDossier): string {
  const roles = action.writtenPart('duty')?.parts('performers') ?? []
  const performing = roles
    .flatMap((role) => role.writtenPart('organisation') ?? [])
    .filter((one) => !isOutside(one))
  const owner = dossier.context?.writtenPart('owner')
  const sections = performing.length > 0 ? performing : owner ? [owner] : []
  return [...new Set(sections.map(organisationName))].join('、')
}

function evidenceOf(action: WrittenPart, entry: WrittenPart | undefined): readonly string[] {
  const all = [...action.writtenParts('evidence'), ...(entry?.writtenParts('evidence') ?? [])]
  return [...new Set(all.flatMap((one) => one.writtenText('what') ?? []))]
}

/** What the check has against a measure; nothing where it has nothing. */
function saidOf(action: WrittenPart, findings: readonly Finding[]): string {
  const places = new Set(action.places().map(writePlace))
  const own = findings.filter(({ location }) => places.has(writePlace(location)))
  // What was found stands in the row already.
  const found = `「${action.writtenText('finding') ?? ''}」は、`
  return own.map(({ message }) => message.replace(found, '')).join('\n')
}

function countsOf(actions: readonly WrittenPart[]): string {
  const states = actions.map(stateOf)
  const each = [...groupBy(states, (state) => state)].map(
    ([state, all]) => `${state}${all.length}件`,
  )
  return `指摘事項${actions.length}件に対する措置の状況（${each.join('、')}）は、次のとおりである。`
}
