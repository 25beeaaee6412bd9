import { fiscalYear, fiscalYearOf } from '../../calendar/fiscal.ts'
import { fileStemOf } from '../../finding/system-id.ts'
import { groupBy } from '../../finding/order.ts'
import { wideSpace } from '../../japanese/width.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { conventionsOf } from '../conventions.ts'
import type { View, ViewMaker } from '../view.ts'
import { type StaffQuestion, staffQuestions } from './self-check/question.ts'
import { type Style, styleOf } from './style.ts'
import { type Column, type Grid, tabularView } from './tabular.ts'

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
        title: `${dossier.name}${wideSpace}自己点検票${year ? `（${style.fiscalYear(year.from)}）` : ''}`,
        stem: `${fileStemOf(dossier.id)}-self-check`,
        asOf: dossier.asOf,
        lead: [
          ['所属', '職', '氏名', '点検した日'].join(wideSpace.repeat(8)),
          'この１年の自分の仕事を振り返り、はい、いいえ、該当なしのどれかに印を付けてください。「いいえ」のときは、理由とこれからすることを裏面に書いてください。',
        ],
        parts: [
          {
            heading: '',
            grid: askedOn(questions, style),
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
        ],
      },
      style,
    ),
  ]
}

/** What an answer may be. */
const answers = ['はい', 'いいえ', '該当なし'] as const

const number: Column = { label: '番号', width: 5, center: true }

/** On paper a topic is named once, and an answer is ticked. */
function askedOn(questions: readonly StaffQuestion[], style: Style): Grid {
  const rows = [...groupBy(questions, ({ topic }) => topic)].flatMap(([topic, own]) =>
    own.map((question, at) => ({ question, topic: at === 0 ? topic : '' })),
  )
  return {
    columns: [
      number,
      { label: '区分', width: 12 },
      { label: '点検する事項', width: 50 },
      { label: '見るところ', width: 15 },
      ...answers.map((label) => ({ label, width: 6, center: true })),
    ],
    rows: rows.map(({ question: { text, where, source }, topic }, at) => ({
      source,
      cells: [at + 1, topic, style.text(text), where, ...answers.map(() => '□')],
    })),
  }
}

/** In a workbook an answer is chosen, and every row has its topic, so that rows can be picked out by it. */
function askedIn(questions: readonly StaffQuestion[]): Grid {
  return {
    columns: [
      number,
      { label: '区分', width: 16 },
      { label: '点検する事項', width: 38 },
      { label: '見るところ', width: 16 },
      { label: '回答', width: 9, center: true, choices: answers },
      { label: '備考', width: 15 },
    ],
    rows: questions.map(({ topic, text, where, source }, at) => ({
      source,
      cells: [at + 1, topic, text, where, '', ''],
    })),
  }
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

function talliedOf(questions: readonly StaffQuestion[]): Grid {
  return {
    columns: [
      number,
      { label: '点検する事項', width: 44 },
      ...answers.map((label) => ({ label, width: 8, center: true })),
      { label: '未回答', width: 8, center: true },
      { label: 'いいえの内容と改善', width: 18 },
    ],
    rows: questions.map(({ text, source }, at) => ({
      source,
      cells: [at + 1, text, '', '', '', '', ''],
    })),
  }
}
