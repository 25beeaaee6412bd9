import type { GradedChange } from '../../diff/change.ts'
import { systemIn } from '../../diff/names.ts'
import { type Finding, fingerprint } from '../../finding/finding.ts'
import { gradeLabels } from '../../finding/change.ts'
import { municipalityIdOf } from '../../finding/system-id.ts'
import { joinList } from '../../japanese/list.ts'
import { rootElement, type ShapedDocument } from '../../model/element.ts'
import { takenAway as rule } from '../../rule/built-in.ts'
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
 * What the change from an earlier state takes from clauses that allow no exception, as findings of the run:
 * the same changes for which a comparison of the two fails. Neither state need be whole, for what cannot be
 * read is a finding of its own.
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
  return comparison.changes
    .filter((change) => change.breaksMandatory && concerns.change(change))
    .map((change) => findingFor(change, comparison))
}

function findingFor(change: GradedChange, comparison: Comparison): Finding {
  const { system, title, grade, reason, requirement, taken, before, after } = change
  const { judged } = comparison
  const dossiers = [...judged.after, ...judged.before]
  const { standard } = dossiers.find(({ id }) => system === null || id === system) ?? {}
  const names = taken.map((key) => standard?.wordName('requirements', key) ?? key)
  const clauses = names.length === 0 ? '' : `（${joinList([...new Set(names)], listed)}）`
  return {
    fingerprint: fingerprint(rule.id, change.fingerprint),
    rule: rule.id,
    requirement,
    article: null,
    severity: rule.severity,
    label: standard?.labels[rule.severity] ?? rule.severity,
    class: rule.class,
    state: 'new',
    system,
    message: `例外の認められない条項${clauses}の守りが失われます。${title}（${gradeLabels[grade]}）`,
    why: reason,
    fix: rule.fix,
    expected: before?.value ?? null,
    actual: after?.value ?? 'なし',
    basis: 'reported',
    location: after?.location ?? placeLeft(change, comparison.after.documents),
    related: [],
  }
}

/**
 * Where to tell of something that is no more: the document it stood in, else another of its system, else
 * the file of its municipality.
 */
function placeLeft({ fact, before }: GradedChange, documents: readonly ShapedDocument[]): Location {
  const nowhere = { path: '.', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  if (!fact.before) return before?.location ?? nowhere
  const gone = fact.before.root
  const system = systemIn(gone)
  const left = documents.map(rootElement)
  const nearest =
    left.find(
      (one) => systemIn(one) === system && one.shape === gone.shape && one.key === gone.key,
    ) ??
    left.find((one) => systemIn(one) === system) ??
    left.find((one) => one.shape.name === 'Municipality' && one.key === municipalityIdOf(system))
  return nearest ? nearest.location() : (before?.location ?? nowhere)
}
