import { type Day, parseDay } from '../../calendar/day.ts'
import { fiscalYear, fiscalYearOf } from '../../calendar/fiscal.ts'
import { fileStemOf } from '../../finding/system-id.ts'
import { yearNumber } from '../../japanese/official-day.ts'
import { wideSpace } from '../../japanese/width.ts'
import { dossierOf, type WrittenDossier } from '../../model/dossier.ts'
import type { WrittenPart } from '../../model/part.ts'
import { headOf, organisationName, unregistered } from '../../words/name.ts'
import { conventionsOf, fillPattern } from '../conventions.ts'
import { sourceOf } from '../trace.ts'
import { finished, type View, type ViewMaker } from '../view.ts'
import { type Addressee, addresseesIn } from './notice/addressee.ts'
import { type ComparisonText, comparisonText, noComparison } from './comparison/text.ts'
import { announcedEditions, announcedProcedure } from './notice/edition.ts'
import { noticeItems, type NoticeItemText } from './notice/item.ts'
import { receiptOf, type ReceiptText } from './notice/receipt.ts'
import { procedureText } from './procedure/text.ts'
import { type Style, styleOf } from './style.ts'

/** 取扱変更通知 as finished text, for one addressee. */
export interface NoticeText {
  readonly number: string
  readonly day: string
  readonly addressee: readonly string[]
  readonly sender: string
  readonly subject: string
  readonly body: readonly string[]
  readonly items: readonly NoticeItemText[]
  /** Whom to ask; empty where nobody is named. */
  readonly contact: string
  /** Whether the comparison goes with it (別添). */
  readonly hasComparison: boolean
  readonly comparison: ComparisonText
  readonly hasReceipt: boolean
  readonly receipt: ReceiptText
  readonly source: string
}

/** 取扱変更通知: one letter for each addressee of each notice. */
export const noticeViews: ViewMaker<WrittenDossier> = (dossier) => {
  if (!dossier.isFirst) return []
  const style = styleOf(conventionsOf(dossier.municipality))
  return dossier.notices.flatMap((notice) =>
    addresseesIn(notice, style).map((addressee): View => {
      const text = noticeText(notice, addressee, style)
      const lacks =
        text.items.length === 0 ? { lacks: '通知する事項（statements）がありません' } : {}
      return {
        ...lacks,
        title: text.subject,
        stem: stemOf(notice, addressee),
        text: finished(text),
        fonts: style.conventions.fonts,
      }
    }),
  )
}

/** The system, the notice, and to whom it goes where that is not what the notice is called by already. */
function stemOf(notice: WrittenPart, { id }: Addressee): string {
  const system = fileStemOf(dossierOf(notice).id)
  const isTold = notice.data['to'] === id && notice.key.endsWith(`-${id}`)
  return [system, notice.key, ...(isTold ? [] : [id])].join('-')
}

/** The letter of a notice to one addressee. */
export function noticeText(notice: WrittenPart, addressee: Addressee, style: Style): NoticeText {
  const sender = senderOf(notice, style)
  // A letter without a number has room for one.
  const number = numberOf(notice, style) || '第　　　号'
  const day = style.day(notice.writtenText('on') ?? '')
  const subject = subjectOf(notice, style)
  const items = noticeItems(notice, addressee.statements, style)
  const about = referenceTo(notice, style)
  const receipt = receiptOf(
    notice,
    addressee,
    { to: `${sender}${wideSpace}宛て`, about, isBlank: true },
    style,
  )
  const compared = items.length > 0 ? comparisonOf(notice, style) : undefined
  const hasReceipt = receipt.rows.length > 0 || notice.written('replyBy')
  return {
    number,
    day,
    addressee: addressee.lines,
    sender,
    subject,
    body: bodyOf(
      notice,
      { hasItems: items.length > 0, hasReceipt, hasComparison: compared !== undefined, sender },
      style,
    ),
    items,
    contact: style.text(contactOf(notice, addressee.statements)),
    hasComparison: compared !== undefined,
    comparison: compared ?? noComparison,
    hasReceipt,
    receipt,
    source: sourceOf(notice),
  }
}

/** 令和８年４月１日付け青情第12号「…（通知）」: a notice as other letters refer to it. */
export function referenceTo(notice: WrittenPart, style: Style): string {
  const day = style.day(notice.writtenText('on') ?? '')
  return `${day}付け${numberOf(notice, style)}「${subjectOf(notice, style)}」`
}

/** Who signs a notice: the head of the section that issues it. */
export function senderOf(notice: WrittenPart, style: Style): string {
  const issuer = notice.part('issuer')
  const name = issuer ? organisationName(issuer) : unregistered(String(notice.data['issuer']))
  const { senderTitle } = style.conventions
  return style.text(senderTitle === '' ? headOf(name) : fillPattern(senderTitle, { 組織: name }))
}

/** The number of the letter: as written, a bare number by the custom, room for one where there is none. */
function numberOf(notice: WrittenPart, style: Style): string {
  const written = notice.writtenText('number')
  const { documentNumber, calendar, digits } = style.conventions
  // A bare number reads as one: 令和８年４月１日付け第34号.
  if (documentNumber === '' && written !== undefined && /^\d+$/.test(written)) {
    return `第${style.text(written)}号`
  }
  if (documentNumber === '' || (written !== undefined && !/^\d+$/.test(written))) {
    return style.text(written ?? '')
  }
  const on = parseDay(notice.writtenText('on') ?? '')
  const first: Day | undefined = on && fiscalYear(fiscalYearOf(on))?.from
  const year = first
    ? style.number(yearNumber(first, { calendar, width: digits, pads: false }))
    : ''
  return fillPattern(documentNumber, { 年: year, 番号: style.text(written ?? '　　') })
}

/** The subject line ends with the kind of letter in brackets. */
function subjectOf(notice: WrittenPart, style: Style): string {
  const procedure = announcedProcedure(notice)
  const name = procedure?.writtenText('title')
  const written =
    notice.writtenText('title') ??
    (name === undefined ? '取扱いの変更について' : `${name}の改正に伴う取扱いの変更について`)
  return style.text(/（[^（）]+）$|通知$/.test(written) ? written : `${written}（通知）`)
}

interface Contents {
  readonly hasItems: boolean
  readonly hasReceipt: boolean
  readonly hasComparison: boolean
  readonly sender: string
}

function bodyOf(
  notice: WrittenPart,
  { hasItems, hasReceipt, hasComparison, sender }: Contents,
  style: Style,
): readonly string[] {
  const name = announcedProcedure(notice)?.writtenText('title')
  const from = (notice.data['announces'] as { to?: string } | undefined)?.to
  const matter =
    name === undefined || from === undefined
      ? `このことについて、${hasItems ? '下記のとおり' : ''}通知します。`
      : `このことについて、${name}の一部を改正し、${style.day(from)}から施行します。これに伴い、取扱いが下記のとおり変わりますので、通知します。`
  const replyBy = notice.writtenText('replyBy')
  // What has been sent without a day is not to have one now.
  const isSent = notice.writtenParts('deliveries').length > 0
  const unknown = isSent ? '' : '【回答期限未登録】までに'
  const until = replyBy === undefined ? unknown : `${style.day(replyBy)}までに`
  const attached = '改正の内容は、別添の新旧対照表のとおりです。'
  const request = `内容を確認の上、受領確認票に担当する職と実施時期を記入し、${until}${sender}へ提出してください。`
  return [matter, ...(hasComparison ? [attached] : []), ...(hasReceipt ? [request] : [])].map(
    style.text,
  )
}

/** Whom to ask about the matters, each once; the section that issues the notice, where nobody is named. */
function contactOf(notice: WrittenPart, statements: readonly WrittenPart[]): string {
  const named = new Set(statements.flatMap((one) => one.writtenText('contact') ?? []))
  const issuer = notice.part('issuer')
  return named.size > 0 ? [...named].join('、') : issuer ? organisationName(issuer) : ''
}

/** The text before and after, where the dossier has both editions that the notice stands between. */
function comparisonOf(notice: WrittenPart, style: Style): ComparisonText | undefined {
  const editions = announcedEditions(notice)
  if (!editions) return undefined
  const dossier = dossierOf(notice)
  const textOf = (procedure: WrittenPart) => procedureText({ dossier, procedure, style })
  const text = comparisonText(textOf(editions.before), textOf(editions.after), style)
  return text.isSame ? undefined : text
}
