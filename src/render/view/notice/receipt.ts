import { blankDay } from '../../../japanese/official-day.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { headingOf } from '../../../words/name.ts'
import type { Style } from '../style.ts'
import type { Addressee } from './addressee.ts'
import { announcedDuty } from './edition.ts'

/** 受領確認票: the slip that comes back. */
export interface ReceiptText {
  readonly heading: string
  readonly to: string
  readonly notice: string
  readonly organisation: string
  readonly received: string
  readonly rows: readonly ReceiptRowText[]
}

/** Who will do a duty, and when; blank until the addressee has answered. */
export interface ReceiptRowText {
  readonly duty: string
  readonly doer: string
  readonly when: string
}

/** The slip of one addressee: blank with the notice; what it has answered since is filled in with a reminder. */
export function receiptOf(
  notice: WrittenPart,
  addressee: Addressee,
  {
    to,
    about,
    isBlank,
  }: { readonly to: string; readonly about: string; readonly isBlank: boolean },
  style: Style,
): ReceiptText {
  const answers = notice
    .parts('confirmations')
    .filter(
      (one) =>
        !isBlank && addressee.part !== undefined && one.data['organisation'] === addressee.part.key,
    )
  const duties = addressee.statements.filter(
    (one) => one.written('duty') && one.writtenText('effect') !== 'lost',
  )
  const answered = answers
    .map((one) => one.writtenText('on') ?? '')
    .sort()
    .at(-1)
  return {
    heading: '受領確認票',
    to,
    notice: about,
    organisation: addressee.part ? addressee.organisation : '',
    received: answered === undefined ? blankDay : style.day(answered),
    rows: duties.map((statement) => {
      const { after, before } = announcedDuty(notice, statement)
      const shown = after ?? before
      const answer = answers.find((one) => one.data['duty'] === statement.data['duty'])
      return {
        duty: style.text(shown ? headingOf(shown) : ''),
        doer: style.text(answer?.writtenText('doer') ?? ''),
        when: style.text(answer?.writtenText('when') ?? ''),
      }
    }),
  }
}
