import { UsageError } from '../../finding/usage-error.ts'
import {
  type Reviewed,
  reviewed,
  type ReviewFile,
  type ReviewItem,
  type ReviewMark,
} from '../../finding/review.ts'
import type { PackStance, RuleCard } from '../../finding/rule-card.ts'
import { parseDay } from '../../calendar/day.ts'
import { compareText } from '../../finding/order.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import type { CheckedRule } from '../../rule/checked-rule.ts'
import { digestOfValue } from '../../rule/digest.ts'
import type { ReadPack } from '../../rule/pack.ts'
import { capped } from '../../rule/to-finding.ts'
import type { Verified } from '../../rule/verify.ts'
import { isMapping } from '../../schema/variant.ts'
import { childPath, folderOf } from '../../source/path.ts'
import { locate, type Source } from '../../source/source.ts'
import { isMissing, type Workspace } from '../../source/workspace.ts'
import { keptIn } from './kept-file.ts'
import { type PackView, requirementCards, ruleCard } from './pack-card.ts'
import { writtenRule } from './pack-files.ts'

const format = 'policy-lint/review.v1'

/** A standard with its rules as a reader is told of them, and what reviewers have said. */
export interface ReviewedPack {
  readonly view: PackView
  readonly rules: readonly RuleCard[]
  readonly requirements: ReturnType<typeof requirementCards>
  readonly marks: readonly ReviewMark[]
  readonly reviewed: readonly Reviewed[]
}

/** Every rule in use of a pack beside its clauses, with the marks that are kept beside the pack. */
export function reviewPack(view: PackView, verified: Verified, workspace: Workspace): ReviewedPack {
  const byId = new Map(verified.read.map((pack) => [pack.id, pack]))
  const used = view.inUse.flatMap(({ rule }) => {
    const pack = byId.get(rule.pack)
    if (!pack) return []
    const card = ruleCard(rule, pack, [view])
    return [{ card: { ...card, stances: card.stances.map(held(rule, card, view.standard)) }, pack }]
  })
  // Advice that the standard has not taken on judges nothing.
  const active = used.filter(({ card }) => card.stances.every(({ isActive }) => isActive))
  const requirements = requirementCards([view])
  const items = itemsOf(view.standard, requirements, active)
  const marks = readMarks(view.pack, workspace)
  const rules = active.map(({ card }) => card)
  return { view, rules, requirements, marks, reviewed: reviewed(items, marks) }
}

/** A stance as findings come out: no graver than the clause behind it lets them be. */
function held(
  rule: CheckedRule,
  { requirement }: RuleCard,
  { clauses, labels }: WrittenStandard,
): (stance: PackStance) => PackStance {
  const clause = clauses.find(({ data }) => data['requirement'] === requirement?.key)
  return (stance) => {
    if (stance.severity === null) return stance
    const severity = capped(stance.severity, rule, clause)
    return { ...stance, severity, label: labels[severity] ?? null }
  }
}

/** Those with clauses first, in the order of the catalogue, then the others, then what all have in common. */
function itemsOf(
  standard: WrittenStandard,
  requirements: ReviewedPack['requirements'],
  rules: readonly { readonly card: RuleCard; readonly pack: ReadPack }[],
): readonly ReviewItem[] {
  const keyOf = ({ requirement, keeps }: RuleCard): string | null =>
    requirement?.key ?? keeps ?? null
  const ofKey = (key: string | null): readonly ReviewItem[] => {
    const clauses = standard.clauses.filter(({ data }) => data['requirement'] === key)
    const behind =
      key === null ? null : [standard.requirement(key)?.data, ...clauses.map((one) => one.data)]
    const own = rules.filter(({ card }) => keyOf(card) === key)
    const digest = short(behind)
    const items = own.map(({ card, pack }) => ({
      requirement: key,
      rule: card.id,
      clauses: digest,
      judging: short(judgingOf(card, pack, standard)),
    }))
    const isBare = items.length === 0 && clauses.length > 0
    return isBare
      ? [{ requirement: key, rule: null, clauses: digest, judging: short(null) }]
      : items
  }
  const told = (key: string): boolean =>
    standard.clauses.some(({ data }) => data['requirement'] === key)
  const keys = requirements.map(({ key }) => key)
  return [
    ...keys.filter(told).flatMap(ofKey),
    ...keys.filter((key) => !told(key)).flatMap(ofKey),
    ...ofKey(null),
  ]
}

/** All that decides what a rule says: itself as written, the levels it reads, how the standard takes it. */
function judgingOf(card: RuleCard, pack: ReadPack, standard: WrittenStandard): unknown {
  return {
    rule: writtenRule(pack, card.id)?.data,
    levels: card.parameters.map(({ name, values }) => [name, values[0]?.text]),
    stance: card.stances.map(({ severity }) => severity),
    tailoring: standard.tailoring.filter(
      (one) => one.rule === card.id || one.requirement === card.requirement?.key,
    ),
  }
}

/** Enough to tell that a word is another; short enough for a cell of a table. */
function short(value: unknown): string {
  return digestOfValue(value).slice(0, 16)
}

/** Where the marks of a pack are kept: beside its standard. */
export function reviewPath({ standard }: ReadPack): string {
  return childPath(folderOf(standard.source.path), 'review.json')
}

function readMarks(pack: ReadPack, workspace: Workspace): readonly ReviewMark[] {
  const path = reviewPath(pack)
  if (isMissing(workspace, path)) return []
  const read = workspace.read(path)
  if (!read.ok) {
    throw new UsageError(`「${path}」が読めません`, { hint: '読める所に置き直してください。' })
  }
  return parseReview(read.source, pack.id).marks
}

/** Reads the marks of a pack. Throws a `UsageError` with its place where the file cannot be one. */
export function parseReview(source: Source, pack: string): ReviewFile {
  const value = keptIn(source, format, (reason) => unusable(source, reason))
  if (value['pack'] !== pack) throw unusable(source, `"pack" が "${pack}" ではありません。`)
  const { marks } = value
  if (!Array.isArray(marks) || !marks.every(isMark)) {
    throw unusable(source, '"marks" に、正しい形でないものがあります。')
  }
  return { format, pack, marks }
}

/** The marks of a pack as they are written: in one order, so that versions of the file can be compared. */
export function reviewFileText(pack: string, marks: readonly ReviewMark[]): string {
  const sorted = marks.toSorted(
    (a, b) =>
      compareText(a.requirement ?? '', b.requirement ?? '') ||
      compareText(a.rule ?? '', b.rule ?? '') ||
      compareText(a.on, b.on),
  )
  return `${JSON.stringify({ format, pack, marks: sorted }, null, 2)}\n`
}

function isMark(value: unknown): value is ReviewMark {
  if (!isMapping(value)) return false
  const { requirement, rule, clauses, judging, by, on, opinion } = value
  const isName = (one: unknown): boolean => one === null || typeof one === 'string'
  const isDigest = (one: unknown): boolean => typeof one === 'string' && /^[0-9a-f]{16}$/.test(one)
  return (
    isName(requirement) &&
    isName(rule) &&
    isDigest(clauses) &&
    isDigest(judging) &&
    typeof by === 'string' &&
    by !== '' &&
    typeof on === 'string' &&
    parseDay(on) !== undefined &&
    typeof opinion === 'string'
  )
}

function unusable(source: Source, reason: string): UsageError {
  return new UsageError(`確認の記録（review.json）として使えません。${reason}`, {
    hint: 'policy-lint review で、戻った確認票から書けます（ファイルは先に退けてください）。',
    location: locate(source, { start: 0, end: 0 }),
  })
}
