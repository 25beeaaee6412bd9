import { compareText } from '../../finding/order.ts'
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
export function missingInputs(items: Iterable<CannotJudge>, label?: LabelOf): MissingInput[] {
  // Many rows share what they lack. Of many systems there are too many rows to be held.
  const known = new WeakMap<CannotJudge['missing'], Lacking>()
  const groups = new Map<string, Group>()
  for (const item of items) {
    const lacking = known.get(item.missing) ?? lackingIn(item.missing, label)
    known.set(item.missing, lacking)
    const key = `${item.reason} ${lacking.kinds.join(' ')}`
    const group = groups.get(key) ?? new Group(item, lacking.kinds)
    groups.set(key, group)
    group.add(item, lacking)
  }
  return [...groups.values()]
    .map((group) => group.input)
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

/** What rows lack: the kinds of file that would have to say more, and what it would be written as. */
interface Lacking {
  readonly kinds: readonly string[]
  readonly places: readonly string[]
}

function lackingIn(missing: CannotJudge['missing'], label?: LabelOf): Lacking {
  const kinds = [...new Set(missing.map(({ kind }) => kind))].sort(compareText)
  return { kinds, places: placesOf(missing, label) }
}

/** All rows that lack the same for the same reason, counted as they come. */
class Group {
  readonly #reason: string
  readonly #kinds: readonly string[]
  /** The systems that each requirement cannot be judged in. */
  readonly #clauses = new Map<string, Set<string>>()
  readonly #places = new Map<string, number>()
  #loose = 0

  constructor({ reason }: CannotJudge, kinds: readonly string[]) {
    this.#kinds = asksToWrite.has(reason) ? kinds : []
    this.#reason = reasonOf(reason, this.#kinds)
  }

  add({ requirement, system }: CannotJudge, { places }: Lacking): void {
    if (requirement === null) this.#loose += 1
    else {
      const systems = this.#clauses.get(requirement) ?? new Set()
      this.#clauses.set(requirement, systems.add(system))
    }
    if (this.#kinds.length === 0) return
    for (const place of places) this.#places.set(place, (this.#places.get(place) ?? 0) + 1)
  }

  get input(): MissingInput {
    const systems = [...this.#clauses].map(([key, { size }]) => [key, size] as const)
    return {
      kinds: this.#kinds,
      reason: this.#reason,
      clauses: systems.reduce((sum, [, size]) => sum + size, 0),
      requirements: maxFirst(systems),
      loose: this.#loose,
      places: maxFirst(this.#places),
    }
  }
}

function reasonOf(reason: CannotJudge['reason'], kinds: readonly string[]): string {
  switch (reason) {
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

/** Words that are counted, the most frequent first, equals as text. */
function maxFirst(counted: Iterable<readonly [word: string, times: number]>): string[] {
  return [...counted]
    .sort(([a, times], [b, more]) => more - times || compareText(a, b))
    .map(([word]) => word)
}
