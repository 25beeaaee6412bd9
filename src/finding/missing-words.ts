import type { OpenPlace } from './coverage.ts'
import type { Missing } from './unknown.ts'

/** What a reader calls the kinds of file. */
const kindLabels: ReadonlyMap<string, string> = new Map([
  ['municipality', '自治体'],
  ['context', '実態'],
  ['procedure', '実施手順'],
  ['records', '実施記録'],
  ['notice', '取扱変更通知'],
  ['actions', '改善措置'],
  ['standard', '対策基準'],
])

/** Says where a missing fact would be written; undefined where nothing more than its file is known. */
export type MissingLabel = (missing: Missing) => string | undefined

/** The word for a kind of file. */
export function kindLabel(kind: string): string {
  return kindLabels.get(kind) ?? kind
}

/** What would have to be written to judge what could not be: 実施記録のアカウント台帳（accounts）, each once. */
export function missingWords(
  open: readonly Pick<OpenPlace, 'reason' | 'missing'>[],
  label: MissingLabel,
): readonly string[] {
  const words = open.flatMap(({ reason, missing }) => {
    if (reason === 'undecidable') return ['長短を比べられるよう、単位のそろった期間']
    if (reason === 'unreadable') return ['ファイルの形式の誤りを直すこと']
    const day = reason === 'rough' ? 'の日' : ''
    return missing.map((one) =>
      isWide(one) ? '全庁の規程' : `${kindLabel(one.kind)}の${label(one) ?? '記載'}${day}`,
    )
  })
  return [...new Set(words)]
}

/** Whether the dossier of the whole organisation is what is missing. */
export function isWide({ kind, path }: Missing): boolean {
  return kind === 'procedure' && /^[^/]+\/organisation$/.test(path)
}
