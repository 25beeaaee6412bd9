import { fiscalYear, fiscalYearOf } from '../../calendar/fiscal.ts'
import { fileStemOf } from '../../finding/system-id.ts'
import { wideSpace } from '../../japanese/width.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { systemTitle } from '../../words/name.ts'
import { conventionsOf } from '../conventions.ts'
import type { View, ViewMaker } from '../view.ts'
import { type StaffQuestion, staffQuestions } from './self-check/question.ts'
import { styleOf } from './style.ts'
import { type Cell, type Column, filledIn, type Grid, tabularView } from './tabular.ts'

/** 自己点検票: what every member of the staff asks himself, one for each system and one for the whole organisation. */
export const selfCheckViews: ViewMaker<WrittenDossier> = (dossier): readonly View[] => {
  if (!dossier.isFirst || dossier.retirement) return []
  const style = styleOf(conventionsOf(dossier.municipality))
  const questions = staffQuestions(dossier, style)
  if (questions.length === 0) return []
  const year = fiscalYear(fiscalYearOf(dossier.asOf))
  return [
    tabularView(
      {
        title: `${systemTitle(dossier)}${wideSpace}自己点検票${year ? `（${style.fiscalYear(year.from)}）` : ''}`,
        stem: `${fileStemOf(dossier.id)}-self-check`,
        asOf: dossier.asOf,
        lead: [
          'この１年の自分の仕事を振り返り、はい、いいえ、該当なしのどれかに印を付けてください。「いいえ」のときは、理由とこれからすることを下の表に書いてください。',
        ],
        parts: [
          filledIn(['所属', '職', '氏名', '点検した日']),
          {
            heading: '',
            grid: askedOn(questions),
            inWorkbook: askedIn(questions),
            empty: '',
          },
          {
            heading: '「いいえ」の理由とこれからすること',
            grid: reasonsOf(),
            empty: '',
          },
          {
            heading: '所属の集計票',
            startsPage: true,
            grid: talliedOf(questions),
            empty: '',
          },
        ],
        notes: [
          `備考${wideSpace}集計票は、所属の職員の自己点検票を取りまとめる者が記入し、いいえのあった事項の改善を添えて、情報セキュリティを所管する所属に提出する。`,
          ...guidelineNote(questions, dossier),
        ],
      },
      style,
    ),
  ]
}

/** What an edition of a standard follows. */
interface Named {
  readonly guideline?: unknown
}

/** Which guideline it is that some questions come from. */
function guidelineNote(
  questions: readonly StaffQuestion[],
  { standard }: WrittenDossier,
): readonly string[] {
  if (!questions.some(({ where }) => where.startsWith('ガイドライン'))) return []
  const editions = standard.packs.flatMap(
    ({ value }) => (value['editions'] ?? []) as readonly { readonly basedOn?: Named }[],
  )
  const name = editions.find(({ basedOn }) => basedOn?.guideline !== undefined)?.basedOn?.guideline
  return typeof name === 'string'
    ? [`「ガイドライン」は、${name}をいい、数字はその章節である。`]
    : []
}

/** What an answer may be. */
const answers = ['はい', 'いいえ', '該当なし'] as const

/** A column of a sheet of questions, and what it has for each of them. */
interface Asked extends Column {
  readonly cell: (question: StaffQuestion, at: number) => Cell
}

/** A row for each question, on paper, in a workbook and to count the answers. */
function sheetOf(questions: readonly StaffQuestion[], columns: readonly Asked[]): Grid {
  return {
    columns,
    rows: questions.map((question, at) => ({
      source: question.source,
      cells: columns.map(({ cell }) => cell(question, at)),
    })),
  }
}

const number: Column = { label: '番号', width: 5, center: true }
const numbered: Asked = { ...number, cell: (_, at) => at + 1 }
const asking = (width: number): Asked => ({
  label: '点検する事項',
  width,
  cell: ({ text }) => text,
})
const laidDown = (width: number): Asked => ({
  label: '見るところ',
  width,
  cell: ({ where }) => where,
})
const toFill = (column: Column): Asked => ({ ...column, cell: () => '' })

/** On paper a topic is named once, and an answer is ticked. */
function askedOn(questions: readonly StaffQuestion[]): Grid {
  const topic = (question: StaffQuestion, at: number): string =>
    question.topic === questions[at - 1]?.topic ? '' : question.topic
  return sheetOf(questions, [
    numbered,
    { label: '区分', width: 12, cell: topic },
    asking(50),
    laidDown(15),
    ...answers.map((label): Asked => ({ label, width: 6, center: true, cell: () => '□' })),
  ])
}

/** In a workbook an answer is chosen, and every row has its topic, so that rows can be picked out by it. */
function askedIn(questions: readonly StaffQuestion[]): Grid {
  return sheetOf(questions, [
    numbered,
    { label: '区分', width: 16, cell: ({ topic }) => topic },
    asking(38),
    laidDown(16),
    toFill({ label: '回答', width: 9, center: true, choices: answers }),
    toFill({ label: '備考', width: 15 }),
  ])
}

function talliedOf(questions: readonly StaffQuestion[]): Grid {
  return sheetOf(questions, [
    numbered,
    asking(44),
    ...[...answers, '未回答'].map((label) => toFill({ label, width: 8, center: true })),
    toFill({ label: 'いいえの内容と改善', width: 18 }),
  ])
}

/** Room for as many answers as people give with a reason. */
const reasonLines = 6

/** Two lines to write on. */
const blank = [wideSpace, wideSpace].join('\n')

function reasonsOf(): Grid {
  return {
    columns: [number, { label: '理由', width: 45 }, { label: 'これからすること', width: 50 }],
    rows: Array.from({ length: reasonLines }, () => ({ source: '', cells: ['', blank, blank] })),
  }
}
