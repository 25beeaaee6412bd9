import { fileStemOf } from '../../finding/system-id.ts'
import { wideSpace } from '../../japanese/width.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { isGroup, lineOf, membersOf } from '../../model/organisation.ts'
import type { WrittenPart } from '../../model/part.ts'
import { headingOf, organisationName } from '../../words/name.ts'
import { conventionsOf } from '../conventions.ts'
import { sourceOf } from '../trace.ts'
import type { View, ViewMaker } from '../view.ts'
import { referenceTo } from './notice.ts'
import { addresseesIn } from './notice/addressee.ts'
import { type Style, styleOf } from './style.ts'
import { type Column, type Grid, tabularView } from './tabular.ts'

/** 回答集計表: one for each notice that asked for answers, or that has some. */
export const answersViews: ViewMaker<WrittenDossier> = (dossier) => {
  if (!dossier.isFirst) return []
  const style = styleOf(conventionsOf(dossier.municipality))
  return dossier.notices
    .filter((one) => ['replyBy', 'replies', 'confirmations'].some((field) => one.written(field)))
    .map((notice): View => {
      const answers = answersTo(notice, dossier, style)
      return tabularView(
        {
          title: `${dossier.name}${wideSpace}回答集計表`,
          stem: `${fileStemOf(dossier.id)}-${notice.key}-answers`,
          asOf: dossier.asOf,
          lead: [`${referenceTo(notice, style)}に対する回答は、次のとおりである。`],
          parts: [
            { heading: '１　集計', grid: totalOf(notice, answers), empty: '' },
            {
              heading: '２　所属ごとの回答',
              grid: gridOf(answers),
              empty: '所属ごとの回答は、記録にない。',
            },
          ],
        },
        style,
      )
    })
}

/** What a section answered about one duty, or about the notice as a whole. */
interface Answer {
  readonly organisation: string
  readonly duty: string
  readonly given: WrittenPart | undefined
  readonly state: string
  readonly source: string
}

function answersTo(notice: WrittenPart, { asOf }: WrittenDossier, style: Style): readonly Answer[] {
  const given = notice.parts('confirmations')
  const used = new Set<WrittenPart>()
  const asked = addresseesIn(notice, style).flatMap((addressee): readonly Answer[] => {
    const { part, organisation, statements } = addressee
    // Whoever sends a notice answers none.
    if (!part || lineOf(part).some(({ key }) => key === notice.data['issuer'])) return []
    const duties = statements.filter(
      (one) => one.written('duty') && one.writtenText('effect') !== 'lost',
    )
    return (duties.length > 0 ? duties : [undefined]).map((statement) => {
      const own = given.filter(
        (one) =>
          answersFor(one, part) &&
          (!one.written('duty') || one.data['duty'] === statement?.data['duty']),
      )
      for (const one of own) used.add(one)
      const duty = statement?.part('duty')
      return {
        organisation,
        duty: duty ? headingOf(duty) : '',
        given: own.at(-1),
        state: stateOf(own.at(-1), notice, asOf),
        source: sourceOf(own.at(-1) ?? statement ?? notice),
      }
    })
  })
  const others = given
    .filter((one) => !used.has(one))
    .map((one): Answer => {
      const organisation = one.part('organisation')
      const duty = one.part('duty')
      return {
        organisation: organisation ? organisationName(organisation) : '',
        duty: duty ? headingOf(duty) : '',
        given: one,
        state: stateOf(one, notice, asOf),
        source: sourceOf(one),
      }
    })
  return [...asked, ...others]
}

/** Whether an answer is that of a section, of one above it, or of a group it is in. */
function answersFor(answer: WrittenPart, section: WrittenPart): boolean {
  const from = answer.part('organisation')
  if (!from) return false
  const all = isGroup(from) ? membersOf(from) : [from]
  const line = new Set(lineOf(section).map(({ key }) => key))
  return all.some(({ key }) => line.has(key))
}

function stateOf(given: WrittenPart | undefined, notice: WrittenPart, asOf: string): string {
  const until = notice.writtenText('replyBy')
  if (given) {
    const on = given.writtenText('on')
    return until !== undefined && on !== undefined && on > until ? '回答済（期限後）' : '回答済'
  }
  if (!notice.written('confirmations')) return '記録なし'
  if (until === undefined) return '未回答'
  return until < asOf ? '未回答（期限超過）' : '未回答（期限前）'
}

function totalOf(notice: WrittenPart, answers: readonly Answer[]): Grid {
  const replies = notice.writtenPart('replies')
  const sections = new Map<string, boolean>()
  for (const { organisation, given } of answers)
    sections.set(organisation, (sections.get(organisation) ?? true) && given !== undefined)
  const whole = [...sections.values()].filter((isWhole) => isWhole).length
  const asked = replies?.number('asked') ?? sections.size
  const isKnown = replies !== undefined || notice.written('confirmations')
  const received = replies?.number('received') ?? whole
  return {
    columns: [
      { label: '回答期限', width: 28, center: true },
      { label: '回答を求めた所属', width: 24, center: true },
      { label: '回答のあった所属', width: 24, center: true },
      { label: '回答のない所属', width: 24, center: true },
    ],
    rows: [
      {
        source: sourceOf(notice),
        cells: [
          notice.written('replyBy') ? { day: notice.writtenText('replyBy') } : '定めなし',
          asked === 0 ? '記録なし' : asked,
          isKnown ? received : '記録なし',
          isKnown && asked >= received ? asked - received : '記録なし',
        ],
      },
    ],
  }
}

const columns: readonly Column[] = [
  { label: '番号', width: 5, center: true },
  { label: '所属', width: 19 },
  { label: '業務', width: 18 },
  { label: '担当する職', width: 14 },
  { label: '実施時期', width: 14 },
  { label: '回答日', width: 15, center: true },
  { label: '状況', width: 15, center: true },
]

function gridOf(answers: readonly Answer[]): Grid {
  return {
    columns,
    rows: answers.map(({ organisation, duty, given, state, source }, at) => ({
      source,
      cells: [
        at + 1,
        organisation,
        duty,
        given?.writtenText('doer') ?? '',
        given?.writtenText('when') ?? '',
        { day: given?.writtenText('on') },
        state,
      ],
    })),
  }
}
