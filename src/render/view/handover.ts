import { addPeriod, type Day } from '../../calendar/day.ts'
import { Period } from '../../calendar/period.ts'
import type { Finding } from '../../finding/finding.ts'
import { compareText } from '../../finding/order.ts'
import { lastEntry } from '../../model/action.ts'
import { type Due, duesOf } from '../../model/due.ts'
import { overlaps } from '../../model/organisation.ts'
import type { WrittenPart } from '../../model/part.ts'
import { dayOf } from '../../model/performance.ts'
import { writePlace } from '../../source/source.ts'
import { dueOccasion, dueTitle } from '../../words/due.ts'
import { organisationName, roleName, systemName } from '../../words/name.ts'
import { conventionsOf } from '../conventions.ts'
import { sourceOf } from '../trace.ts'
import type { Judged, ViewMaker } from '../view.ts'
import { nextSteps, stateOf } from './measures.ts'
import {
  dutyCells,
  heldBy,
  holderName,
  type Holding,
  type Post,
  type PostDuty,
  postsIn,
} from './post.ts'
import { doneEntries } from './plan/month.ts'
import { type Style, styleOf } from './style.ts'
import { filledIn, type Grid, type Tabular, tabularView } from './tabular.ts'

/** 引継書: for each post what its successor needs, from the procedures and records of all systems. */
export const handoverViews: ViewMaker<Judged> = ({ dossiers, findings }, { asOf, post }) => {
  const [first] = dossiers
  if (!first) return []
  const style = styleOf(conventionsOf(first.municipality))
  // Whoever holds no post hands none over, unless somebody asks for it.
  const isPost = ({ holdings }: Post): boolean =>
    post !== undefined || holdings.some(({ role }) => role.written('post'))
  return heldBy(postsIn(dossiers, post).filter(isPost)).map((one) =>
    tabularView(handoverOf(one, findings, asOf, style), style),
  )
}

function handoverOf(post: Post, findings: readonly Finding[], asOf: Day, style: Style): Tabular {
  const systems = [...new Map(post.holdings.map((one) => [one.dossier.id, one])).values()]
  return {
    title: `引継書（${post.name}）`,
    stem: ['handover', ...whose(post), ...systems.map(({ dossier }) => lastOf(dossier.id))].join(
      '-',
    ),
    asOf,
    lead: [
      `${post.name}の職にある者が、情報セキュリティ実施手順により担う業務及びその状況は、次のとおりである。`,
    ],
    parts: [
      { heading: '１　担当する業務', grid: dutiesIn(post), empty: none },
      { heading: '２　期限を過ぎたもの及び期限の近いもの', grid: duesIn(post, style), empty: none },
      { heading: '３　措置の終わっていない指摘', grid: actionsIn(systems, style), empty: none },
      {
        heading: '４　担当する業務についての指摘',
        grid: findingsIn(post, findings, style),
        empty: '点検による指摘はない。',
      },
      { heading: '５　関係する者', grid: othersIn(post), empty: none },
      filledIn(['引継ぎの年月日', '前任者', '後任者']),
    ],
    notes: [
      '備考　「前回の実施」は、記録に書かれた最後の実施日である。空欄は、記録がないことを示し、実施しなかったことを示すものではない。',
    ],
  }
}

/** The role that a post fills first, and which member of a group it is of. */
function whose({ holdings: [holding] }: Post): readonly string[] {
  if (!holding) return []
  const { role, organisation } = holding
  const isMember = organisation?.key !== role.writtenPart('organisation')?.key
  return isMember && organisation ? [role.key, organisation.key] : [role.key]
}

const lastOf = (path: string): string => path.split('/').at(-1) ?? ''

const none = '該当するものは、記録にない。'

function dutiesIn({ holdings }: Post): Grid {
  return {
    columns: [
      { label: 'システム', width: 14 },
      { label: '条', width: 6, center: true },
      { label: '担当業務', width: 18 },
      { label: '受け持つこと', width: 10 },
      { label: '時期', width: 15 },
      { label: '記録', width: 13 },
      { label: '報告先', width: 11 },
      { label: '前回の実施', width: 13, center: true },
    ],
    rows: holdings.flatMap((holding) =>
      holding.duties.map((line) => ({
        source: line.source,
        cells: [...dutyCells(line, holding), { day: lastDone(line, holding) }],
      })),
    ),
  }
}

/** The last day that the records have of a duty: of what the post does by its own section, of all else by anybody. */
function lastDone(
  { duty, parts }: PostDuty,
  { dossier, organisation }: Holding,
): string | undefined {
  const isOwn = (entry: WrittenPart): boolean => {
    const doer = entry.parent?.writtenPart('organisation')
    return !doer || !organisation || overlaps(doer, organisation)
  }
  const done = doneEntries(duty, dossier)
  return (parts.includes('perform') ? done.filter(isOwn) : done).map(dayOf).sort().at(-1)
}

/** A quarter ahead, as `due` looks. */
const ahead = new Period(3, 0)

function duesIn({ holdings }: Post, style: Style): Grid {
  const rows = holdings.flatMap(({ dossier, role, organisation }) =>
    duesOf(dossier, addPeriod(dossier.asOf, ahead))
      .filter((due) => due.role?.key === role.key && due.role.root.key === role.root.key)
      .filter(
        (due) => !due.organisation || !organisation || overlaps(due.organisation, organisation),
      )
      .map((due) => ({ due, dossier })),
  )
  return {
    columns: [
      { label: '期限', width: 14, center: true },
      { label: 'システム', width: 20 },
      { label: '行うこと', width: 34 },
      { label: '対象', width: 20 },
      { label: '状態', width: 12, center: true },
    ],
    rows: rows
      .sort((a, b) => compareText(a.due.due, b.due.due))
      .map(({ due, dossier }) => ({
        source: sourceOf(due.about),
        cells: [
          { day: due.due },
          systemName(dossier),
          dueTitle(due),
          style.sentence(dueOccasion(due) ?? ''),
          states[due.state],
        ],
      })),
  }
}

const states: Readonly<Record<Due['state'], string>> = {
  overdue: '期限超過',
  open: '期限前',
  unrecorded: '記録なし',
}

function actionsIn(systems: readonly Holding[], style: Style): Grid {
  const rows = systems.flatMap(({ dossier }) =>
    dossier.actionFiles
      .flatMap((file) => file.writtenParts('actions'))
      .filter(isOpen)
      .map((action) => ({
        source: sourceOf(action),
        cells: [
          systemName(dossier),
          action.writtenText('finding') ?? '',
          stateOf(action),
          nextSteps(action, style),
        ],
      })),
  )
  return {
    columns: [
      { label: 'システム', width: 18 },
      { label: '指摘の内容', width: 42 },
      { label: '状況', width: 12, center: true },
      { label: '今後の予定及び期限', width: 28 },
    ],
    rows,
  }
}

function isOpen(action: WrittenPart): boolean {
  const state = (lastEntry(action) ?? action).writtenText('status') ?? ''
  return !['done', 'declined'].includes(state)
}

/** What the check has against the duties of a post, or against the records of their performance. */
function findingsIn({ holdings }: Post, findings: readonly Finding[], style: Style): Grid {
  const rows = holdings.flatMap(({ dossier, duties }) => {
    const keys = new Set(duties.map(({ duty }) => duty.key))
    const series = dossier.records
      .flatMap((records) => records.children('performed'))
      .filter(({ data }) => keys.has(String(data['duty'])))
    const parts = [...duties.map(({ duty }) => duty), ...series]
    const places = new Set(parts.flatMap((part) => part.places()).map(writePlace))
    return findings
      .filter(({ location }) => places.has(writePlace(location)))
      .map(({ label, message, expected, location }) => ({
        source: writePlace(location),
        cells: [
          systemName(dossier),
          label,
          style.sentence(message),
          style.sentence(expected ?? ''),
        ],
      }))
  })
  return {
    columns: [
      { label: 'システム', width: 18 },
      { label: '区分', width: 8, center: true },
      { label: '指摘の内容', width: 48 },
      { label: '求められる状態', width: 26 },
    ],
    rows,
  }
}

/** Whom a post has to do with in its procedures: the other roles, who holds them and for what they stand. */
function othersIn({ name, holdings }: Post): Grid {
  const own = new Set(holdings.map(({ role }) => sourceOf(role)))
  const procedures = new Map(holdings.map((one) => [sourceOf(one.procedure), one]))
  const rows = [...procedures.values()].flatMap(({ dossier, procedure }) =>
    procedure
      .parts('roles')
      .filter((role) => holderName(role) !== name && !own.has(sourceOf(role)))
      .map((role) => {
        const organisation = role.writtenPart('organisation')
        return {
          source: sourceOf(role),
          cells: [
            systemName(dossier),
            roleName(role),
            role.writtenText('post') ?? '',
            organisation ? organisationName(organisation) : '',
          ],
        }
      }),
  )
  return {
    columns: [
      { label: 'システム', width: 22 },
      { label: '役割', width: 24 },
      { label: '職', width: 22 },
      { label: '所属', width: 32 },
    ],
    rows,
  }
}
