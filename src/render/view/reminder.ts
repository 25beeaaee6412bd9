import { fileStemOf } from '../../finding/system-id.ts'
import { blankEraDay } from '../../japanese/official-day.ts'
import { wideSpace } from '../../japanese/width.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { type Due, duesOf } from '../../model/due.ts'
import { lineOf } from '../../model/organisation.ts'
import type { WrittenPart } from '../../model/part.ts'
import { conventionsOf } from '../conventions.ts'
import { sourceOf } from '../trace.ts'
import { finished, type View, type ViewMaker } from '../view.ts'
import { referenceTo, senderOf } from './notice.ts'
import { type Addressee, addressLines, addresseesIn } from './notice/addressee.ts'
import { receiptOf, type ReceiptText } from './notice/receipt.ts'
import { type Style, styleOf } from './style.ts'

/** 督促文 as finished text, for one section that has not answered. */
export interface ReminderText {
  readonly day: string
  readonly addressee: readonly string[]
  readonly sender: string
  readonly subject: string
  readonly body: readonly string[]
  readonly items: readonly ReminderItemText[]
  /** The slip to answer with, once more. */
  readonly receipt: ReceiptText
  readonly source: string
}

/** １ 回答を求める業務 */
export interface ReminderItemText {
  readonly number: string
  readonly heading: string
  readonly lines: readonly string[]
}

/** 督促文: one letter for each section whose answer to a notice is overdue by the records. */
export const reminderViews: ViewMaker<WrittenDossier> = (dossier) => {
  const style = styleOf(conventionsOf(dossier.municipality))
  return duesOf(dossier, dossier.asOf)
    .filter(({ kind, due }) => kind === 'answer' && due < dossier.asOf)
    .map((due): View => {
      const notice = dossier.notices.find(({ key }) => key === due.about.key) ?? due.about
      const text = reminderText(notice, due, dossier, style)
      const lacks = lackOf(due)
      return {
        title: text.subject,
        stem: [fileStemOf(dossier.id), notice.key, 'reminder', due.organisation?.key ?? 'all'].join(
          '-',
        ),
        text: finished(text),
        fonts: style.conventions.fonts,
        ...(lacks === undefined ? {} : { lacks }),
      }
    })
}

/** Nobody is reminded of what the records do not say that he owes. */
function lackOf({ state, organisation }: Due): string | undefined {
  if (state !== 'overdue')
    return '回答が届いたかどうかの記録（confirmations）がないので、督促してよいかが分かりません'
  return organisation ? undefined : '回答のない所属が、記録（confirmations）から分かりません'
}

function reminderText(
  notice: WrittenPart,
  due: Due,
  dossier: WrittenDossier,
  style: Style,
): ReminderText {
  const sender = senderOf(notice, style)
  const about = referenceTo(notice, style)
  const addressee = addresseeOf(notice, due.organisation, style)
  const receipt = receiptOf(
    notice,
    addressee,
    { to: `${sender}${wideSpace}宛て`, about, isBlank: false },
    style,
  )
  const past = remindedOn(notice, due.organisation)
  const items = [
    ['回答を求める業務', receipt.rows.map(({ duty }) => duty)],
    ['回答の方法', ['別添の受領確認票に、担当する職と実施時期を記入し、提出してください。']],
    ['提出先', [sender]],
    ['これまでの督促', past.map((day) => style.day(day))],
  ] as const
  return {
    day: blankEraDay,
    addressee: addressee.lines,
    sender,
    subject: '受領確認票の提出について（督促）',
    body: [
      `${about}により、${style.day(due.due)}までの回答をお願いしましたが、${style.day(dossier.asOf)}現在、回答が届いていません。`,
      `ついては、${blankEraDay}までに、下記のとおり回答してください。`,
      'なお、この文書と行き違いに回答された場合は、御容赦ください。',
    ].map(style.text),
    items: items
      .filter(([, lines]) => lines.length > 0)
      .map(([heading, lines], at) => ({
        number: style.number(at + 1),
        heading,
        lines: lines.map(style.text),
      })),
    receipt,
    source: sourceOf(notice),
  }
}

const blankName = '　　　　　　　　'

/** The section as the notice was made out to it; one that it only reached through others by its own name. */
function addresseeOf(
  notice: WrittenPart,
  organisation: WrittenPart | undefined,
  style: Style,
): Addressee {
  const all = addresseesIn(notice, style)
  const own = all.find(({ part }) => part && part.key === organisation?.key)
  if (own) return own
  const lines = organisation
    ? addressLines(organisation, [], style)
    : [`${blankName}${wideSpace}様`]
  const statements = notice.parts('statements')
  return { id: '', organisation: '', lines, statements, part: organisation }
}

/** The days on which a section was reminded of its answer already, itself or with those around it. */
function remindedOn(notice: WrittenPart, organisation: WrittenPart | undefined): readonly string[] {
  const line = new Set(organisation ? lineOf(organisation).map(({ key }) => key) : [])
  return notice
    .parts('reminders')
    .filter((one) => !one.written('duty') && line.has(String(one.data['to'])))
    .flatMap((one) => one.writtenText('on') ?? [])
    .sort()
}
