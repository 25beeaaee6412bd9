import { joinOr } from '../../../japanese/list.ts'
import { labelIn } from '../../../words/field.ts'
import { sourceOf } from '../../trace.ts'
import { article, cell, type DraftArticle, type DraftChapter, paragraph } from '../article.ts'
import {
  chainCaption,
  type ChainNodeText,
  chainsOf,
  type ChainSubject,
  type ChainText,
  chainText,
} from '../chain.ts'
import { columns } from './level.ts'
import type { ProcedureSubject } from './subject.ts'

/** 連絡体制: each chain with its picture and the numbers to call. */
export function chainChapter({ procedure, style }: ProcedureSubject): DraftChapter {
  const articles = chainsOf(procedure, style).map(chainArticle)
  return { id: 'contacts', heading: '連絡体制', sections: [{ heading: '', articles }] }
}

function chainArticle(subject: ChainSubject): DraftArticle {
  const { chain } = subject
  const text = chainText(subject, '')
  const triggers = joinOr(
    chain.texts('triggers').map((word) => labelIn(chain.shape, 'triggers', word)),
  )
  const bands = chain.texts('bands')
  const when =
    bands.length === 1
      ? `${labelIn(chain.shape, 'bands', bands[0] ?? '').replace('・', '又は')}に${triggers}`
      : triggers
  const goal = text.goal === '' ? '' : `、${text.goal}に届くように`
  const lead = `${when}があったときの連絡体制は、次の図及び表のとおりとする。`
  const duty = `${text.firstReporter}は、前項の事象に気付いたときは、直ちに、同項の連絡体制により${goal}連絡しなければならない。`
  const phones = phoneColumns(text)
  const rest = 74 - 20 * phones.length
  const [source, first] = [text.source, sourceOf(chain, 'firstReporter')]
  return article(
    chain.elementId,
    text.title,
    source,
    [paragraph(lead, source), paragraph(duty, first)],
    {
      figures: [{ picture: text.picture, alt: '', caption: chainCaption(text), source }],
      tables: [
        {
          caption: text.hasAsOf ? `連絡先（${text.asOf}）` : '連絡先',
          columns: columns(
            ['連絡先', rest],
            ['役割', 26],
            ...phones.map(({ head }) => [head, 20] as const),
          ),
          rows: text.nodes.map((node) => ({
            source: node.source,
            cells: [cell(node.organisation), cell(node.role), ...phones.map(({ of }) => of(node))],
          })),
        },
      ],
    },
  )
}

/** The columns of numbers: those of the parts of the day the chain is for. */
function phoneColumns({ isForDay, isForNight }: ChainText) {
  const day = {
    head: '開庁時間内',
    of: (node: ChainNodeText) => cell(node.day, { center: true, missing: node.isDayMissing }),
  }
  const night = {
    head: '夜間・休日',
    of: (node: ChainNodeText) => cell(node.night, { center: true, missing: node.isNightMissing }),
  }
  return [...(isForDay ? [day] : []), ...(isForNight ? [night] : [])]
}
