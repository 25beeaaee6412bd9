import type { GradedChange } from '../../diff/change.ts'
import { systemIn } from '../../diff/names.ts'
import { type Finding, fingerprint } from '../../finding/finding.ts'
import { gradeLabels } from '../../finding/change.ts'
import { groupBy } from '../../finding/order.ts'
import { municipalityIdOf } from '../../finding/system-id.ts'
import { joinList } from '../../japanese/list.ts'
import { type Element, rootElement, type ShapedDocument } from '../../model/element.ts'
import { type BuiltInRule, hiddenFinding, takenAway } from '../../rule/built-in.ts'
import { folderOf } from '../../source/path.ts'
import type { Location } from '../../source/source.ts'
import type { Workspace } from '../../source/workspace.ts'
import { compareSides } from '../compare.ts'
import type { RunResult } from '../judge/report.ts'
import type { CheckRequest } from '../judge/run.ts'
import { type Comparison, concernOf } from './report.ts'

/** Clauses that are named before the rest is counted. */
const listed = 5

/**
 * What the change from an earlier state takes from clauses that allow no exception, and the findings that it
 * hides, as findings of the run: the same for which a comparison of the two fails. Neither state need be
 * whole, for what cannot be read is a finding of its own.
 */
export async function takenSince(
  before: Workspace,
  run: RunResult,
  { asOf, today }: Pick<CheckRequest, 'asOf' | 'today'>,
): Promise<readonly Finding[]> {
  const { named, workspace } = run.selection
  // What the user's own packs ask no more is lost to every system that goes by them.
  const packs = run.packs.ownSources.map(({ path }) => folderOf(path))
  const paths = [...new Set([...named, ...packs])]
  const side = { paths, mayBeEmpty: true, mayBeBroken: true }
  const comparison = await compareSides({
    before: { ...side, name: '変更前', workspace: before },
    after: { ...side, name: '変更後', workspace },
    ...(asOf === undefined ? {} : { asOf }),
    ...(today === undefined ? {} : { today }),
    packs: run.packs,
  })
  const concerns = concernOf(comparison)
  const hidden = comparison.gone.flatMap((one) =>
    one.hidden && concerns.system(one.finding.system) ? [one.finding] : [],
  )
  const groups = groupBy(hidden, ({ system, severity }) => `${system ?? ''}\0${severity}`)
  return [
    ...comparison.changes
      .filter((change) => change.breaksMandatory && concerns.change(change))
      .map((change) => findingFor(change, comparison)),
    ...[...groups.values()].flatMap((group) => findingHidden(group, comparison)),
  ]
}

/** The findings of one system and severity that a change hides, told as one. */
function findingHidden(hidden: readonly Finding[], { after }: Comparison): readonly Finding[] {
  const [first, ...more] = hidden
  if (!first) return []
  const { system, severity, label, requirement, article, location } = first
  const isSame = (root: Element): boolean => root.document.source.path === location.path
  const messages = joinLines(hidden.map(({ message }) => message))
  return [
    {
      ...told(hiddenFinding, [system ?? '', severity]),
      ...{ severity, label, system },
      requirement: more.length === 0 ? requirement : null,
      article: more.length === 0 ? article : null,
      message: `${label} ${hidden.length}件が、基になる記録や記載とともになくなりました。直したのかどうか分かりません。${messages}`,
      why: hiddenFinding.rationale,
      expected: null,
      actual: 'なし',
      location: placeLeft(system ?? '', after.documents, isSame) ?? location,
    },
  ]
}

/** Messages in a row: the first few, then how many more there are. */
function joinLines(messages: readonly string[]): string {
  const few = messages.slice(0, listed).map((message) => `・${message}`)
  const rest = messages.length - few.length
  return [...few, ...(rest > 0 ? [`ほか${rest}件`] : [])].join('')
}

/** What findings about two states have in common. */
function told(
  rule: BuiltInRule,
  key: readonly string[],
): Pick<Finding, 'fingerprint' | 'rule' | 'class' | 'state' | 'fix' | 'basis' | 'related'> {
  return {
    fingerprint: fingerprint(rule.id, ...key),
    rule: rule.id,
    class: rule.class,
    state: 'new',
    fix: rule.fix,
    basis: 'reported',
    related: [],
  }
}

function findingFor(change: GradedChange, comparison: Comparison): Finding {
  const { system, title, grade, reason, requirement, taken, before, after } = change
  const { judged } = comparison
  const dossiers = [...judged.after, ...judged.before]
  const { standard } = dossiers.find(({ id }) => system === null || id === system) ?? {}
  const names = taken.map((key) => standard?.wordName('requirements', key) ?? key)
  const clauses = names.length === 0 ? '' : `（${joinList([...new Set(names)], listed)}）`
  const { severity } = takenAway
  return {
    ...told(takenAway, [change.fingerprint]),
    ...{ requirement, severity, system },
    article: null,
    label: standard?.labels[severity] ?? severity,
    message: `例外の認められない条項${clauses}の守りが失われます。${title}（${gradeLabels[grade]}）`,
    why: reason,
    expected: before?.value ?? null,
    actual: after?.value ?? 'なし',
    location: after?.location ?? placeOf(change, comparison.after.documents),
  }
}

function placeOf({ fact, before }: GradedChange, documents: readonly ShapedDocument[]): Location {
  const nowhere = { path: '.', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  const was = before?.location ?? nowhere
  if (!fact.before) return was
  const { shape, key } = fact.before.root
  const isSame = (one: Element): boolean => one.shape === shape && one.key === key
  return placeLeft(systemIn(fact.before.root), documents, isSame) ?? was
}

/**
 * Where to tell of something that is no more: the document it stood in, else another of its system, else
 * the file of its municipality.
 */
function placeLeft(
  system: string,
  documents: readonly ShapedDocument[],
  isSame: (root: Element) => boolean,
): Location | undefined {
  const left = documents.map(rootElement)
  const nearest =
    left.find((one) => systemIn(one) === system && isSame(one)) ??
    left.find((one) => systemIn(one) === system) ??
    left.find((one) => one.shape.name === 'Municipality' && one.key === municipalityIdOf(system))
  return nearest?.location()
}
