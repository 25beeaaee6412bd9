import { parseDay } from '../../calendar/day.ts'
import {
  type Reviewed,
  reviewed,
  reviewKey,
  type ReviewMark,
  type ReviewReport,
} from '../../finding/review.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { reviewColumns } from '../../render/view/standard/sheet.ts'
import { readFirstSheet } from '../../render/xlsx/read.ts'
import type { Workspace } from '../../source/workspace.ts'
import { packViews } from '../open/pack-card.ts'
import { openNamedPacks, requireSound } from '../open/pack-files.ts'
import { reviewFileText, reviewPack, reviewPath } from '../open/review.ts'

/** A review sheet that came back. */
export interface ReturnedSheet {
  readonly shown: string
  readonly bytes: Uint8Array
}

/** Whose marks are asked for, and what came back from reviewers. */
export interface ReviewRequest {
  readonly workspace: Workspace
  readonly policies?: string
  /** A pack by its folder, a file of it or its id. */
  readonly pack: string
  readonly sheets: readonly ReturnedSheet[]
}

/** How the marks of a pack stand; where sheets came back, the file that keeps them from now on. */
export interface ReviewOutcome {
  readonly report: ReviewReport
  readonly file?: { readonly path: string; readonly text: string }
}

/**
 * Holds the marks of a pack against its clauses and rules as they are, with those of the sheets that came
 * back. Throws a `UsageError` where a sheet cannot be taken over: none of it is.
 */
export async function review(request: ReviewRequest): Promise<ReviewOutcome> {
  const { workspace, pack, sheets } = request
  const { files, chosen } = await openNamedPacks({ ...request, packs: [pack] })
  requireSound(files)
  const [own, ...others] = chosen
  if (!own || others.length > 0) {
    throw new UsageError(`「${pack}」には、対策基準のパックが${chosen.length}あります`, {
      hint: '一つのパックのフォルダーか識別子を指定してください',
    })
  }
  const view = packViews(files.verified).find((one) => one.pack === own)
  if (!view) throw new Error(`${own.id} has no view`)
  const now = reviewPack(view, files.verified, workspace)
  const fresh: ReviewMark[] = []
  for (const sheet of sheets) for (const mark of await marksIn(sheet)) fresh.push(mark)
  const marks = distinct([...now.marks, ...fresh])
  const states = reviewed(now.reviewed, marks)
  const known = new Set(states.map(reviewKey))
  const report = {
    pack: own.id,
    name: view.standard.name,
    items: states.map((one) => ({ ...one, title: titleOf(one, now.rules) })),
    gone: marks.filter((mark) => !known.has(reviewKey(mark))),
  }
  if (sheets.length === 0) return { report }
  return { report, file: { path: reviewPath(own), text: reviewFileText(own.id, marks) } }
}

function titleOf(
  { rule }: Reviewed,
  rules: readonly { readonly id: string; readonly title: string }[],
): string {
  return rules.find(({ id }) => id === rule)?.title ?? '固有の規則のない条文'
}

/** The same said twice is one mark. */
function distinct(marks: readonly ReviewMark[]): readonly ReviewMark[] {
  return [
    ...new Map(
      marks.map((one) => {
        const { clauses, judging, by, on, opinion } = one
        return [[reviewKey(one), clauses, judging, by, on, opinion].join('\0'), one]
      }),
    ).values(),
  ]
}

/** The rows of a review sheet that somebody has signed. */
async function marksIn({ shown, bytes }: ReturnedSheet): Promise<readonly ReviewMark[]> {
  const rows = await readFirstSheet(shown, bytes)
  const top = rows.findIndex((cells) => cells.includes(reviewColumns.token))
  const head = rows[top]
  if (!head) {
    throw new UsageError(`「${shown}」に、「${reviewColumns.token}」の列がありません`, {
      hint: 'policy-lint render standard パック --to xlsx で作った確認票に書いてください。列の見出しは変えないでください',
    })
  }
  const column = (name: keyof typeof reviewColumns): number => head.indexOf(reviewColumns[name])
  const [at, by, on, opinion] = [
    column('token'),
    column('by'),
    column('on'),
    column('opinion'),
  ] as const
  return rows.slice(top + 1).flatMap((cells, index) => {
    const cell = (place: number): string => (cells[place] ?? '').trim()
    const signed = { token: cell(at), by: cell(by), on: cell(on), opinion: cell(opinion) }
    return signed.by === '' && signed.on === '' ? [] : [markOf(signed, shown, top + index + 2)]
  })
}

const token = /^(?<requirement>\S+) (?<rule>\S+) (?<clauses>[0-9a-f]{16}) (?<judging>[0-9a-f]{16})$/

function markOf(
  signed: Readonly<Record<'token' | 'by' | 'on' | 'opinion', string>>,
  shown: string,
  line: number,
): ReviewMark {
  const { by, on, opinion } = signed
  const refuse = (message: string, hint: string): UsageError =>
    new UsageError(`${shown} の${line}行目: ${message}`, { hint })
  const { requirement, rule, clauses, judging } = token.exec(signed.token)?.groups ?? {}
  if (!requirement || !rule || !clauses || !judging) {
    throw refuse(
      '照合番号が読めません',
      '確認票を作り直し、意見、確認者、確認日だけを書いてください',
    )
  }
  if (by === '') throw refuse('確認者が書かれていません', '確認した者の職名を書いてください')
  const day = parseDay(on)
  if (day === undefined) {
    throw refuse(
      `確認日「${on}」が日付として読めません`,
      '2026/4/1 のように、日付として書いてください',
    )
  }
  const named = (one: string): string | null => (one === '-' ? null : one)
  const item = { requirement: named(requirement), rule: named(rule), clauses, judging }
  return { ...item, by, on: day, opinion }
}
