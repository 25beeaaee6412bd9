import { compareText, groupBy } from '../../finding/order.ts'
import { kindLabel } from '../../finding/missing-words.ts'
import type { CannotJudge } from '../../finding/report.ts'
import type { Missing } from '../../finding/unknown.ts'
import type { FormatContext } from '../context.ts'
import { joinList } from '../../japanese/list.ts'
import { visibleLine } from './visible.ts'

type LabelOf = NonNullable<FormatContext['missingLabel']>

/** What is missing, and all that could be judged if it were there. */
export interface MissingInput {
  /** Kinds of file that all would have to say more; empty for other reasons. */
  readonly kinds: readonly string[]
  /** 実施記録の記載がない, 実態と団体の記載がない … */
  readonly reason: string
  /** How many clauses of systems it concerns. */
  readonly clauses: number
  /** Their requirement keys; those of most systems first. */
  readonly requirements: readonly string[]
  /** How many judgements it concerns of which nobody can say which clause they would be of. */
  readonly loose: number
  /** What the answer would be written as: アカウント台帳（accounts） …; what is asked most first. */
  readonly places: readonly string[]
}

/** The missing inputs of a report; first what would let most clauses be judged. */
export function missingInputs(items: readonly CannotJudge[], label?: LabelOf): MissingInput[] {
  // Many rows share what they lack.
  const known = new Map<CannotJudge['missing'], string>()
  const groups = groupBy(items, (item) => {
    const kinds = known.get(item.missing) ?? kindsOf(item).join(' ')
    known.set(item.missing, kinds)
    return `${item.reason} ${kinds}`
  })
  return [...groups.values()]
    .map((group) => missingInput(group, label))
    .sort((a, b) => b.clauses - a.clauses || compareText(a.reason, b.reason))
}

/** 実施記録の記載がないため判定できない条項 2件: ACC-2、LOG-2 */
export function missingText(
  { reason, clauses, requirements, loose }: MissingInput,
  maxNamed: number,
): string {
  const open = `どの条項のものか決まらない判定 ${loose}件`
  if (clauses === 0) return `${reason}ため判定できないもの: ${open}`
  const named = `${reason}ため判定できない条項 ${clauses}件: ${joinList(requirements, maxNamed)}`
  return loose === 0 ? named : `${named}（ほかに、${open}）`
}

/** What can be judged when more is written. */
const asksToWrite: ReadonlySet<CannotJudge['reason']> = new Set(['missing', 'rough'])

function missingInput(items: readonly CannotJudge[], label?: LabelOf): MissingInput {
  const [first] = items
  const kinds = first && asksToWrite.has(first.reason) ? kindsOf(first) : []
  const clauses = new Set(
    items.flatMap(({ requirement, system }) =>
      requirement === null ? [] : `${requirement} ${system}`,
    ),
  )
  return {
    kinds,
    reason: first ? reasonOf(first, kinds) : '',
    clauses: clauses.size,
    requirements: maxFirst([...clauses].map((clause) => clause.slice(0, clause.indexOf(' ')))),
    loose: items.filter(({ requirement }) => requirement === null).length,
    places: kinds.length === 0 ? [] : maxFirst(placesIn(items, label)),
  }
}

function reasonOf(item: CannotJudge, kinds: readonly string[]): string {
  switch (item.reason) {
    case 'missing':
      return kinds.length > 0 ? `${kinds.map(kindLabel).join('と')}の記載がない` : '書かれていない'
    case 'undecidable':
      return '期間の単位が違い、長短が決まらない'
    case 'rough':
      return `${kinds.map(kindLabel).join('と')}の日付が月や年までで、日が分からない`
    case 'unreadable':
      return 'ファイルの形式に誤りがある'
  }
}

function kindsOf(item: CannotJudge): string[] {
  return [...new Set(item.missing.map(({ kind }) => kind))].sort(compareText)
}

function placesIn(items: readonly CannotJudge[], label?: LabelOf): readonly string[] {
  const known = new Map<CannotJudge['missing'], readonly string[]>()
  return items.flatMap(({ missing }) => {
    const places = known.get(missing) ?? placesOf(missing, label)
    known.set(missing, places)
    return places
  })
}

function placesOf(missing: CannotJudge['missing'], label?: LabelOf): string[] {
  return [...new Set(missing.map(label ? (one) => label(one) ?? byKey(one) : withoutIds))]
}

/** 実施記録（permits）: a ledger that a pack has added goes by its key; what stands elsewhere by its kind of file. */
function byKey(missing: Missing): string {
  const kind = kindLabel(missing.kind)
  const isLedger = missing.kind === 'records' && !missing.path.split('/')[0]?.includes(':')
  return isLedger ? `${kind}（${withoutIds(missing)}）` : kind
}

/** The keys of a path, or the kind of file where it has none. */
function withoutIds({ kind, path }: Missing): string {
  const keys = path.split('/').filter((name) => name !== '' && !name.includes(':'))
  return visibleLine(keys[0] ?? kindLabel(kind))
}

/** Each word once, the most frequent first, equals as text. */
function maxFirst(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .sort(([a, times], [b, more]) => more - times || compareText(a, b))
    .map(([word]) => word)
}
