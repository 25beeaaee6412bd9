import { addPeriod } from '../../calendar/day.ts'
import { Period } from '../../calendar/period.ts'
import type { Finding } from '../../finding/finding.ts'
import { bearsOn } from '../../finding/system-id.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { duesOf } from '../../model/due.ts'
import { startOf } from '../../model/edition.ts'
import type { WrittenPart } from '../../model/part.ts'
import { organisationName, systemName, unregistered } from '../../words/name.ts'
import { conventionsOf } from '../conventions.ts'
import { sourceOf } from '../trace.ts'
import type { Judged, ViewMaker } from '../view.ts'
import { wholeFirst } from './post.ts'
import { styleOf } from './style.ts'
import { type Column, tabularView } from './tabular.ts'

/** システム・実施手順一覧: every system with its procedures, since when, next review and what is found. */
export const systemsViews: ViewMaker<Judged> = ({ dossiers, findings }, { asOf }) => {
  const systems = wholeFirst(dossiers.filter(({ isFirst }) => isFirst))
  const [first] = systems
  if (!first) return []
  const style = styleOf(conventionsOf(first.municipality))
  const rows = systems.flatMap((dossier, at) => {
    const procedures = dossier.procedures
    const told = procedures.length > 0 ? procedures : [undefined]
    return told.map((procedure) => ({
      source: procedure ? sourceOf(procedure) : '',
      cells: [
        at + 1,
        systemName(dossier),
        ownerOf(dossier, procedure),
        procedure?.writtenText('title') ?? '【実施手順未登録】',
        {
          day:
            procedure && (procedure.writtenText('established') ?? firstStart(dossier, procedure)),
        },
        {
          day:
            procedure &&
            (procedure.parts('revisions').at(-1)?.writtenText('on') ??
              procedure.writtenText('established')),
        },
        { day: nextReview(dossier, procedure) },
        stateOf(dossier),
        countOf(dossier, findings),
      ],
    }))
  })
  const grid = { columns, rows }
  return [
    tabularView(
      {
        title: 'システム・実施手順一覧',
        stem: 'systems',
        asOf,
        parts: [{ heading: '', grid, empty: '' }],
        notes: [
          '備考　「指摘」は、この日に点検して見つかった、そのシステムについての指摘の件数である。',
        ],
      },
      style,
    ),
  ]
}

const columns: readonly Column[] = [
  { label: '番号', width: 4, center: true },
  { label: 'システム', width: 14 },
  { label: '所管', width: 12 },
  { label: '実施手順', width: 20 },
  { label: '制定日', width: 13, center: true },
  { label: '最終改正', width: 13, center: true },
  { label: '次回見直し', width: 13, center: true },
  { label: '状態', width: 6, center: true },
  { label: '指摘', width: 5, center: true },
]

function ownerOf(dossier: WrittenDossier, procedure: WrittenPart | undefined): string {
  const owner = procedure?.writtenPart('owner') ?? dossier.context?.writtenPart('owner')
  return owner ? organisationName(owner) : unregistered()
}

/** The first day of the earliest edition, where nobody wrote when it was laid down; none where that one was revised before. */
function firstStart(dossier: WrittenDossier, procedure: WrittenPart): string | undefined {
  const editions = dossier.editions.filter(({ key }) => key === procedure.key)
  const [first] = [procedure, ...editions].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
  return first?.parts('revisions').length === 0 ? startOf(first) : undefined
}

/** How far ahead a review is looked for. */
const farthest = new Period(60, 0)

/** The next day by which a procedure is to be reviewed, as its own duties say. */
function nextReview(
  dossier: WrittenDossier,
  procedure: WrittenPart | undefined,
): string | undefined {
  const reviews = dossier.standard.words('reviewActivities')
  const days = duesOf(dossier, addPeriod(dossier.asOf, farthest))
    .filter(
      ({ kind, about }) =>
        kind === 'turn' &&
        reviews.includes(about.writtenText('activity') ?? '') &&
        about.root.key === procedure?.key,
    )
    .map(({ due }) => due)
    .filter((due) => due >= dossier.asOf)
  return days.sort()[0]
}

function stateOf({ retirement }: WrittenDossier): string {
  return retirement ? '廃止' : '運用中'
}

function countOf({ id }: WrittenDossier, findings: readonly Finding[]): string {
  return `${findings.filter(({ system }) => bearsOn(system, id)).length}件`
}
