import type { Sides } from '../../diff/affected.ts'
import type { Alignment } from '../../diff/align.ts'
import { Side } from '../../diff/names.ts'
import type { Requirements } from '../../diff/taken.ts'
import type { GoneBecause } from '../../finding/change.ts'
import {
  isWholeOrganisation,
  municipalityIdOf,
  wholeOrganisationOf,
} from '../../finding/system-id.ts'
import type { JudgementDay } from '../../model/build.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { ShapedDocument } from '../../model/element.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { Judging } from '../judge/judging.ts'
import { type JudgedState, type Outcome, outcomeOf } from '../judge/outcome.ts'
import { requirementsIn } from '../judge/requirement-of.ts'
import type { Packs } from '../open/packs.ts'
import { buildSide, type BuiltSide, type ReadSide } from './side.ts'
import { systemsOf } from '../../diff/dossiers.ts'
import { isEqual } from '../../diff/same.ts'

/** Both sides judged by the same rules on the same days. */
export interface JudgedSides {
  readonly before: readonly WrittenDossier[]
  readonly after: readonly WrittenDossier[]
  readonly states: { readonly before: JudgedState; readonly after: JudgedState }
  readonly outcome: Outcome
  readonly sides: Sides
  readonly requirements: Requirements
}

/**
 * Builds and judges both sides by the packs of the later one. The earlier side is judged in the ids of
 * the later, so that a finding about a thing that was only renamed keeps its fingerprint.
 */
export function judgeSides(request: {
  readonly before: ReadSide
  readonly after: ReadSide
  readonly aligned: Alignment
  readonly packs: Packs
  readonly day: JudgementDay
}): JudgedSides {
  const { before, after, aligned, packs, day } = request
  const built = buildSide(before, aligned.documents, packs, day)
  const rebuilt = buildSide(after, after.documents, packs, day)
  const [earlier, later] = [built.dossiers, rebuilt.dossiers]
  const unchanged = unchangedSystems(aligned.documents, after.documents)
  const first = judge(built, packs, unchanged)
  const second = judge(rebuilt, packs, unchanged)
  const [old, now] = [standardsIn(earlier), standardsIn(later)]
  // A clause that either side's standard holds mandatory is so: changing the standard too loses nothing.
  const standardsOf = (owner: string): readonly WrittenStandard[] => {
    const own = [...(now.get(owner) ?? []), ...(old.get(owner) ?? [])]
    return own.length > 0 ? own : packNamed(owner, packs, day)
  }
  const standardOf = (owner: string): WrittenStandard | undefined => standardsOf(owner)[0]
  const passedOverAt: Side['passedOverAt'] = (path) => after.workspace.passedOverAt(path)
  const sides = {
    before: new Side(aligned.documents, standardOf),
    after: new Side(after.documents, standardOf, passedOverAt),
    day: day.asked ?? day.today,
  }
  return {
    before: earlier,
    after: later,
    states: { before: first, after: second },
    outcome: outcomeOf(first, second, absenceIn(aligned.documents, sides)),
    sides,
    requirements: {
      ...requirementsIn(later.length > 0 ? later : earlier, packs),
      all: (system) => new Set(standardsOf(system).flatMap((one) => requirementsAt(system, one))),
      isMandatory: (system, key) => standardsOf(system).some((one) => one.isMandatory(key)),
      isMandatoryIn: (pack, key) => standardOf(`pack:${pack}`)?.isMandatoryThroughout(key) ?? false,
    },
  }
}

/** Why a system of the earlier side is judged no more; undefined where it is. */
function absenceIn(
  documents: readonly ShapedDocument[],
  { before, after, day }: Sides,
): (system: string) => GoneBecause | undefined {
  return (system) => {
    if (after.isRetired(system, day)) return 'retired'
    if (after.systems.has(system) || !before.systems.has(system)) return undefined
    if (before.isRetired(system, day)) return 'retired'
    const isPassedOver = documents.some(
      ({ value, document }) =>
        value['system'] === system && after.passedOverAt(document.source.path) !== undefined,
    )
    return isPassedOver ? 'excluded' : 'system'
  }
}

/** The requirements of a standard that a system, or the whole organisation, must meet. */
function requirementsAt(system: string, { requirements }: WrittenStandard): readonly string[] {
  const level = isWholeOrganisation(system) ? 'organisation' : 'system'
  return [...requirements].flatMap(([key, { data }]) => (data['level'] === level ? [key] : []))
}

/** The standards that each system goes by. */
function standardsIn(
  dossiers: readonly WrittenDossier[],
): ReadonlyMap<string, readonly WrittenStandard[]> {
  const found = new Map<string, WrittenStandard[]>()
  for (const { id, standard } of dossiers) found.set(id, [...(found.get(id) ?? []), standard])
  return found
}

/** The standard that a pack is, for `pack:osaka-city`; none where it is not at hand. */
function packNamed(owner: string, packs: Packs, day: JudgementDay): readonly WrittenStandard[] {
  const [kind, id] = owner.split(':')
  if (kind !== 'pack' || id === undefined || !packs.ids.includes(id)) return []
  return [packs.standardFor(id, undefined, day.asked ?? day.today)]
}

/** Judges what changed: of all else both sides have the same findings, which would cancel out. */
function judge(
  { dossiers, formal }: BuiltSide,
  packs: Packs,
  unchanged: ReadonlySet<string>,
): JudgedState {
  const judging = new Judging(packs, { holding: true })
  for (const dossier of dossiers) {
    if (unchanged.has(dossier.id)) judging.judgeStandardOf(dossier)
    else judging.judge(dossier)
  }
  const { judgements, said } = judging
  return { findings: [...formal, ...judgements.flatMap(({ findings }) => findings)], said }
}

/**
 * The systems of which both sides say the same, in all that they are judged by: their own files, those of
 * the whole organisation, and their municipality.
 */
function unchangedSystems(
  before: readonly ShapedDocument[],
  after: readonly ShapedDocument[],
): ReadonlySet<string> {
  const [first, second] = [systemsOf(before), systemsOf(after)]
  const isUnchanged = (system: string): boolean =>
    isAlike(first.get(system)?.documents ?? [], second.get(system)?.documents ?? [])
  const around = new Map<string, boolean>()
  const isSameAround = (municipality: string): boolean => {
    const known = around.get(municipality)
    if (known !== undefined) return known
    const found =
      isAlike(filesOf(before, municipality), filesOf(after, municipality)) &&
      isUnchanged(wholeOrganisationOf(municipality))
    around.set(municipality, found)
    return found
  }
  return new Set(
    [...first.keys()]
      .filter((system) => second.has(system) && isSameAround(municipalityIdOf(system)))
      .filter(isUnchanged),
  )
}

/** The files of a municipality itself. */
function filesOf(
  documents: readonly ShapedDocument[],
  municipality: string,
): readonly ShapedDocument[] {
  return documents.filter(
    ({ kind, value }) => kind === 'municipality' && value['id'] === municipality,
  )
}

/** Whether two lists of documents hold the same, each in its place. */
function isAlike(first: readonly ShapedDocument[], second: readonly ShapedDocument[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ kind, value }, at) => {
      const other = second[at]
      return kind === other?.kind && isEqual(value, other.value)
    })
  )
}
