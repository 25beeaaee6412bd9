import type {
  BrokenPlace,
  CellState,
  CoverageCell,
  CoverageClause,
  CoveredCommit,
  CoveredSystem,
  ExceptedPlace,
  KeptPlace,
  Named,
  NotApplicableBecause,
  OpenPlace,
  ViewpointResult,
  ViewpointRow,
  ViewpointTable,
} from '../../finding/coverage.ts'
import type { JudgesBy } from '../../finding/rule-card.ts'
import { Unknown } from '../../finding/unknown.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { WrittenPart } from '../../model/part.ts'
import { cannotJudgeOf } from '../../rule/evaluate.ts'
import { type Evaluated, type ExceptedResult, isHalfSeen } from '../../rule/judgement.ts'
import { requirementsJudged } from '../../rule/judged.ts'
import { keepersOf, labelOfKeeper } from '../../rule/kept.ts'
import type { LinkedRule } from '../../rule/link.ts'
import { type FindingContext, toFinding } from '../../rule/to-finding.ts'
import { type Source, writePlace } from '../../source/source.ts'
import { guidelineOf } from '../../model/guideline.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { traitsOf } from '../../model/trait.ts'
import { rulesInForce } from '../../rule/digest.ts'
import type { Workspace } from '../../source/workspace.ts'
import type { Packs } from '../open/packs.ts'
import { editionOf } from './report.ts'
import type { Data } from '../../model/element.ts'

/** Whether a requirement is one for this system, why not, or what is missing to tell. */
export type Applies = true | NotApplicableBecause | Unknown

/** The cell of one requirement on one system, from what the rules said of it. */
export function cellOf(
  requirement: WrittenPart,
  results: readonly ExceptedResult[],
  evaluated: Evaluated,
  applies: Applies,
): CoverageCell {
  const kept = unique(results.flatMap((one) => keptPlaces(one, evaluated)))
  const broken = results.flatMap((one) => brokenPlaces(one, evaluated))
  const excepted = results.flatMap((one) => exceptedPlaces(one, evaluated))
  const { standard, dossier } = evaluated.context
  const asks = (rule: LinkedRule): JudgesBy | undefined =>
    requirementsJudged(rule, standard).get(requirement.key)
  const hasRule = evaluated.adopted.map(asks).some((by) => by === 'named' || by === 'listed')
  const isUnsaid = results.length === 0 && applies === true
  const unasked = isUnsaid ? unaskedOf(evaluated, asks) : []
  const open = [...results, ...unasked].flatMap((one) => openPlaces(one, evaluated))
  const condition = isUnsaid && hasRule && dossier ? withoutProcedure(dossier) : applies
  const cannotJudge = condition instanceof Unknown ? [...open, openCondition(condition)] : open
  const told = stateOf([...results, ...unasked], condition, hasRule)
  const isKept = told === 'kept' || told === 'excepted'
  const lacksRest = isKept && isHalfSeen(requirement.key, evaluated.context)
  const state = lacksRest ? 'cannotJudge' : told
  return {
    system: evaluated.context.system,
    state,
    because: state === 'notApplicable' ? becauseOf(applies) : null,
    kept,
    broken,
    excepted,
    cannotJudge,
  }
}

/** broken > cannot judge > excepted > kept > not applicable; a clause without a rule is never kept. */
function stateOf(
  results: readonly ExceptedResult[],
  applies: Applies,
  hasRule: boolean,
): CellState {
  if (results.some(({ open }) => open.length > 0)) return 'broken'
  if (results.some(({ result }) => result.outcome === 'cannotJudge')) return 'cannotJudge'
  if (results.some(({ exception }) => exception !== undefined)) return 'excepted'
  if (results.length > 0) return 'kept'
  if (applies instanceof Unknown) return 'cannotJudge'
  return applies === true && !hasRule ? 'noRule' : 'notApplicable'
}

/**
 * The rules that would ask about a requirement, had there been something to ask it of: what that would
 * say of a clause is not known.
 */
function unaskedOf(
  { results }: Evaluated,
  asks: (rule: LinkedRule) => JudgesBy | undefined,
): readonly ExceptedResult[] {
  return results.filter(
    ({ result: { rule, outcome, bound } }) =>
      outcome === 'cannotJudge' && bound.length === 0 && asks(rule) !== undefined,
  )
}

/** Where there is no procedure at all, nobody can tell whether what it should lay down is kept. */
function withoutProcedure({ id, procedures }: WrittenDossier): Applies {
  return procedures.length > 0 || new Unknown([{ kind: 'procedure', path: id }])
}

function becauseOf(applies: Applies): NotApplicableBecause {
  return typeof applies === 'string' ? applies : 'nothing'
}

function keptPlaces({ result }: ExceptedResult, { context }: Evaluated): readonly KeptPlace[] {
  if (result.outcome !== 'satisfied') return []
  return keepersOf(result).map((keeper) => ({
    rule: result.rule.rule.id,
    label: labelOfKeeper(keeper, context.standard),
    location: keeper.part.location(keeper.field ?? undefined),
  }))
}

function unique(places: readonly KeptPlace[]): readonly KeptPlace[] {
  const key = ({ rule, location }: KeptPlace): string => `${rule} ${writePlace(location)}`
  return [...new Map(places.map((place) => [key(place), place])).values()]
}

function brokenPlaces({ open }: ExceptedResult, { context }: Evaluated): readonly BrokenPlace[] {
  return open.map((violation) => {
    const { rule, fingerprint, severity, label, message, location } = toFinding(violation, context)
    return { rule, fingerprint, severity, label, message, location }
  })
}

function exceptedPlaces(
  { result, exception }: ExceptedResult,
  { context }: Evaluated,
): readonly ExceptedPlace[] {
  if (!exception) return []
  return result.violations.map((violation) => ({
    rule: result.rule.rule.id,
    exception: exception.id,
    expires: exception.expires,
    location: toFinding(violation, context).location,
  }))
}

function openPlaces({ result }: ExceptedResult, { context }: Evaluated): readonly OpenPlace[] {
  if (result.outcome !== 'cannotJudge') return []
  const { rule, element, reason, missing } = cannotJudgeOf(result, context.system)
  return [{ rule, element, reason, missing }]
}

function openCondition({ reason, missing }: Unknown): OpenPlace {
  return { rule: '', element: '', reason, missing }
}

/** The commit that the files of a run may be those of. */
export interface CommitAtHand {
  readonly id: string
  readonly workspace: Workspace
}

/** The bodies that some systems belong to, each once. */
export function municipalitiesOf(dossiers: readonly WrittenDossier[]): readonly Named[] {
  const names = new Map(dossiers.map(({ municipality: { id, name } }) => [id, name]))
  return [...names].map(([id, name]) => ({ id, name }))
}

/** Whether what was judged is what was committed: the same files with the same texts. */
export function commitOf(
  { id, workspace }: CommitAtHand,
  paths: readonly string[],
  sources: Iterable<Source>,
): CoveredCommit {
  const texts = new Map([...sources].map(({ path, text }) => [path, text]))
  const isSame = ([path, text]: readonly [string, string]): boolean => {
    const read = workspace.read(path)
    return read.ok && plain(read.source.text) === plain(text)
  }
  const committed = workspace.discover(paths).files
  const isModified = committed.some((path) => !texts.has(path)) || ![...texts].every(isSame)
  return { id, isModified }
}

/** Git may give the lines of a file other ends on the disk. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** The standard that something was judged by, exactly. */
export function standardOf(standard: WrittenStandard, packs: Packs): CoveredSystem['standard'] {
  return {
    ...editionOf(standard),
    guideline: guidelineIn(standard),
    rules: rulesInForce(standard, packs.rulesFor(standard)),
  }
}

/** The guideline that the edition in force says it is based on, by its name. */
function guidelineIn(standard: WrittenStandard): CoveredSystem['standard']['guideline'] {
  const basedOn = standard.edition?.part('basedOn')
  if (!basedOn) return null
  const written = basedOn.writtenText('guideline') ?? ''
  const name = guidelineOf(standard, written)?.writtenText('name') ?? written
  return { name, edition: basedOn.writtenText('edition') ?? '' }
}

/** Who owns a system, and what is so of it; null where nobody wrote it. */
export function aboutSystem(
  dossier: WrittenDossier | undefined,
): Pick<CoveredSystem, 'owner' | 'traits'> {
  if (!dossier?.context) return { owner: null, traits: null }
  const { context, standard } = dossier
  const owner = context.part('owner')
  const traits = context.written('traits') ? traitsOf(dossier) : undefined
  return {
    owner: owner ? { id: owner.key, name: owner.writtenText('name') ?? owner.key } : null,
    traits: traits?.map((id) => ({ id, name: standard.wordName('traits', id) })) ?? null,
  }
}

/** The auditors' own table for each standard at hand: the viewpoints of its nearest pack that has some. */
export function viewpointTables(
  contexts: readonly FindingContext[],
  clauses: readonly CoverageClause[],
): readonly ViewpointTable[] {
  const tables = new Map<string, { standard: WrittenStandard; columns: Column[] }>()
  for (const [index, { standard, system }] of contexts.entries()) {
    const table = tables.get(standard.id) ?? { standard, columns: [] }
    table.columns.push({ system, index })
    tables.set(standard.id, table)
  }
  return [...tables.values()].flatMap(({ standard, columns }) => {
    const rows = rowsOf(standard, columns, clauses)
    const systems = columns.map(({ system }) => system)
    return rows.length === 0 ? [] : [{ pack: standard.id, name: standard.name, systems, rows }]
  })
}

/** A system, and where its cells stand in the rows of clauses. */
interface Column {
  readonly system: string
  readonly index: number
}

function rowsOf(
  { packs }: WrittenStandard,
  columns: readonly Column[],
  clauses: readonly CoverageClause[],
): readonly ViewpointRow[] {
  const nearest = packs.findLast(({ value }) => value['viewpoints'] !== undefined)
  const risks = (nearest?.value['viewpoints'] ?? []) as readonly Data[]
  return risks.flatMap(({ risk, items }) =>
    (items as readonly Data[]).map(({ id, text, requirements }) => {
      const keys = new Set(requirements as readonly string[])
      const mine = clauses.filter(({ requirement }) => keys.has(requirement))
      return {
        risk: String(risk),
        id: String(id),
        text: String(text),
        results: columns.map((column) => resultOf(column, mine)),
      }
    }),
  )
}

function resultOf({ system, index }: Column, clauses: readonly CoverageClause[]): ViewpointResult {
  const cells = clauses.flatMap(({ requirement, cells: all }) => {
    const cell = all[index]
    return cell ? [{ requirement, cell }] : []
  })
  return {
    system,
    findings: cells.flatMap(({ requirement, cell }) =>
      cell.broken.map((place) => ({ ...place, requirement })),
    ),
    cannotJudge: cells
      .filter(({ cell }) => cell.cannotJudge.length > 0)
      .map(({ requirement }) => requirement),
    requirements: cells
      .filter(({ cell }) => cell.state !== 'notApplicable' && cell.state !== 'noRule')
      .map(({ requirement }) => requirement),
  }
}
