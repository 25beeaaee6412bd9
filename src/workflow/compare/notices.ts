import { type Day, parseDay } from '../../calendar/day.ts'
import { type SystemFiles, systemsOf } from '../../diff/dossiers.ts'
import { type DraftNotice, noticesOf, type Withheld } from '../../diff/notice/notice.ts'
import { UsageError } from '../../finding/usage-error.ts'
import type { ShapedDocument } from '../../model/element.ts'
import { writeYaml } from '../../yaml/write.ts'
import { compareSides } from '../compare.ts'
import type { CompareRequest } from './side.ts'
import { dayOf } from './day.ts'
import { type Comparison, concernOf } from './report.ts'

/** Between which versions, and with what, notices are to be made. */
export interface NoticesRequest extends CompareRequest {
  /** The day of issue, ISO; the day of the comparison, else today. */
  readonly on?: string
  readonly replyBy?: string
  /** The id of the organisation that issues; the owner of each procedure without it. */
  readonly issuer?: string
}

/** The notices that follow from a change, and how many changes they tell. */
export interface Notices {
  readonly notices: readonly DraftNotice[]
  /** Each notice as a file of its own, in the same order. */
  readonly files: readonly { readonly name: string; readonly content: string }[]
  /** Those whom a change concerns and to whom no notice tells it, and why. */
  readonly withheld: readonly Withheld[]
  /** Changes that need a notice. */
  readonly told: number
}

/** Compare, and write to everybody whom the changes concern. */
export async function draftNotices(request: NoticesRequest): Promise<Notices> {
  const comparison = await compareSides(request)
  const changes = comparison.changes.filter(concernOf(comparison).change)
  refuseUnknownIssuer(comparison, request.issuer)
  const { sides, before: earlier, after: dossiers } = comparison.judged
  const { notices, withheld } = noticesOf(
    changes,
    {
      sides,
      before: proceduresOf(comparison.aligned.documents),
      after: proceduresOf(comparison.after.documents),
      dossiers,
      earlier,
    },
    noticeRequest(request),
  )
  const files = notices.map(({ value }) => ({
    name: `${value.id}.yaml`,
    content: writeYaml(value),
  }))
  return { notices, files, withheld, told: changes.filter(({ needsNotice }) => needsNotice).length }
}

function noticeRequest({ on, replyBy, issuer, ...request }: NoticesRequest) {
  const day = dayOf(request)
  const issued: Day = parseDay(on ?? '') ?? day.asked ?? day.today
  const reply = parseDay(replyBy ?? '')
  if (reply !== undefined && reply < issued) {
    throw new UsageError('回答期限が、通知を出す日より前になっています。', {
      hint: '--reply-by には、--on の日より後の日を書いてください。',
    })
  }
  return {
    on: issued,
    ...(reply === undefined ? {} : { replyBy: reply }),
    ...(issuer === undefined ? {} : { issuer }),
  }
}

function proceduresOf(documents: readonly ShapedDocument[]) {
  return [...systemsOf(documents).values()].flatMap(({ procedures }: SystemFiles) => procedures)
}

function refuseUnknownIssuer({ judged }: Comparison, issuer: string | undefined): void {
  if (issuer === undefined) return
  const known = judged.after.some(({ municipality }) => municipality.organisations.has(issuer))
  if (known) return
  throw new UsageError(`発出元の組織「${issuer}」が、自治体のファイルにありません。`, {
    hint: '--issuer には、municipality.yaml の organisations にある id を書いてください。',
  })
}
