import { joinAnd, joinOr } from '../../../japanese/list.ts'
import {
  headingOf,
  organisationName,
  postName,
  requirementTitle,
  roleName,
  unregistered,
} from '../../../words/name.ts'
import { sourceOf } from '../../trace.ts'
import { article, cell, type DraftArticle, type DraftChapter, item, paragraph } from '../article.ts'
import type { ProcedureSubject } from './subject.ts'
import { isGroup } from '../../../model/organisation.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { labelIn } from '../../../words/field.ts'
import {
  chainCaption,
  chainShown,
  type ChainNodeText,
  chainsOf,
  type ChainSubject,
  type ChainText,
  chainText,
} from '../chain.ts'
import { columns } from './level.ts'
import { wideSpace } from '../../../japanese/width.ts'
import { dutiesOf, provisionsOf } from '../../../model/procedure.ts'
import { isGranted } from '../../../model/exception.ts'

/** 総則: what the procedure is for, whom it binds, which edition of the standard it stands on. */
export function generalChapter(subject: ProcedureSubject): DraftChapter {
  const articles = [purpose(subject), scope(subject), basis(subject)]
  return { id: 'general', heading: '総則', sections: [{ heading: '', articles }] }
}

function purpose({ dossier, procedure }: ProcedureSubject): DraftArticle {
  const standard = standardName({ dossier, procedure })
  const subject =
    dossier.level === 'organisation'
      ? `${dossier.municipality.name}における`
      : `${dossier.name}（以下「本システム」という。）の`
  const text = `この実施手順は、${standard}（以下「対策基準」という。）に基づき、${subject}情報セキュリティを確保するために必要な事項を定めることを目的とする。`
  const source = sourceOf(procedure, 'title')
  return article('general:purpose', '目的', source, [paragraph(text, source)])
}

function scope({ dossier, procedure }: ProcedureSubject): DraftArticle {
  const covers = procedure.parts('covers').map(organisationName)
  const everyone =
    dossier.level === 'organisation'
      ? '全ての所属'
      : '本システムの管理、運用及び利用に携わる全ての者'
  const text = `この実施手順は、${covers.length > 0 ? joinAnd(covers) : everyone}に適用する。`
  const source = sourceOf(procedure, 'covers')
  return article('general:scope', '適用範囲', source, [paragraph(text, source)])
}

function basis({ dossier, procedure, style }: ProcedureSubject): DraftArticle {
  const reference = procedure.part('standard')
  const id = reference?.writtenText('edition') ?? ''
  const pack = dossier.standard.packs.find((one) => one.id === packOf(procedure))
  const editions = (pack?.value['editions'] ?? []) as readonly { id?: unknown; from?: unknown }[]
  const edition = editions.find((one) => String(one.id) === id)
  const named =
    typeof edition?.from === 'string' ? `${style.day(edition.from)}から効力を有する版` : `${id}の版`
  const text = `この実施手順は、対策基準のうち${named}に基づくものとする。`
  const source = sourceOf(procedure, 'standard')
  return article('general:standard', '基づく対策基準', source, [paragraph(text, source)])
}

/** What the standard is called that a procedure names; its id where another judges it. */
function standardName({
  dossier,
  procedure,
}: Pick<ProcedureSubject, 'dossier' | 'procedure'>): string {
  const id = packOf(procedure)
  const name = dossier.standard.packs.find((one) => one.id === id)?.value['name']
  return typeof name === 'string' ? name : id
}

function packOf(procedure: ProcedureSubject['procedure']): string {
  const standard = procedure.part('standard')
  return standard?.writtenText('pack') ?? ''
}

/** 管理体制: every role with the post that fills it and who stands in. */
export function managementChapter(subject: ProcedureSubject): DraftChapter {
  const articles = subject.procedure.parts('roles').map((role) => roleArticle(role, subject))
  return { id: 'management', heading: '管理体制', sections: [{ heading: '', articles }] }
}

function roleArticle(role: WrittenPart, subject: ProcedureSubject): DraftArticle {
  const name = roleName(role)
  const canonical = canonicalName(role, subject)
  const deputy = role.writtenText('deputy')
  return article(role.elementId, name, sourceOf(role), [
    paragraph(appointment(role, name), sourceOf(role, 'post')),
    ...(canonical === undefined || canonical === name
      ? []
      : [
          paragraph(
            `${name}は、対策基準に定める${canonical}に当たるものとする。`,
            sourceOf(role, 'canonical'),
          ),
        ]),
    ...(deputy === undefined
      ? []
      : [
          paragraph(
            `${name}に事故があるとき、又は${name}が欠けたときは、${deputy}がその職務を代理する。`,
            sourceOf(role, 'deputy'),
          ),
        ]),
  ])
}

/** Who fills the role: a post, an organisation, or one in each member of a group. */
function appointment(role: WrittenPart, name: string): string {
  const organisation = role.part('organisation')
  const where = organisation
    ? organisationName(organisation)
    : unregistered(role.writtenText('organisation'))
  const post = postName(role)
  // Those who are called by their role are not placed in themselves.
  if (where.startsWith(name))
    return `${name}は、${post === undefined ? `${where}と` : `${post}をもって充て、${where}と`}する。`
  if (organisation && isGroup(organisation)) {
    const each = role.data['each'] === true ? 'それぞれ' : ''
    if (post === undefined && isPopulation.test(name))
      return `${name}は、${each === '' ? '' : `${each}、`}${where}に所属する者とする。`
    return post === undefined
      ? `${name}は、${where}に${each}置く。`
      : `${name}は、${where}に${each}置き、${post}をもって充てる。`
  }
  if (post !== undefined) return `${name}は、${post}をもって充てる。`
  const isOutside = organisation?.writtenText('kind') === 'external'
  return isOutside ? `${name}は、${where}とする。` : `${name}は、${where}に置く。`
}

/** Those who are not put anywhere but belong there: 利用する職員, 操作者. */
const isPopulation = /(?:職員|職員等|利用者|使用者|操作者|従事者|利用する者)$/u

function canonicalName(role: WrittenPart, { dossier }: ProcedureSubject): string | undefined {
  const id = role.writtenText('canonical')
  const known = dossier.standard.roles.find((one) => one.data['canonical'] === id)
  return known?.writtenText('name')
}

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
      figures: [
        {
          picture: text.picture,
          alt: '',
          caption: chainCaption(text),
          shows: chainShown(subject, text),
          source,
        },
      ],
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
