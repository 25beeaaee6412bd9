import type { StandardChange } from '../../diff/standard-change.ts'
import type { Finding } from '../../finding/finding.ts'
import { problemFindings } from '../../finding/problem.ts'
import { buildDossiers, type JudgementDay, type StandardSource } from '../../model/build.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { editionIds } from '../../model/pack.ts'
import type { SystemGroup } from './impact-systems.ts'
import { Judging } from '../judge/judging.ts'
import type { Packs } from '../open/packs.ts'

/** One state of the standards: the packs of one side, and the editions in force there. */
export interface StandardState {
  readonly packs: Packs
  readonly standardFor: StandardSource
}

/** The systems of a municipality as one state of its standards judges them. */
export interface JudgedGroup {
  /** By system and standard. */
  readonly subjects: ReadonlyMap<string, JudgedSubject>
  readonly said: Judging['said']
}

/** A system, or a municipality's standard itself, as it was judged. */
export interface JudgedSubject {
  readonly system: string
  readonly standard: WrittenStandard
  /** None of a standard itself. */
  readonly dossier: WrittenDossier | undefined
  readonly name: string
  readonly asOf: string
  readonly findings: readonly Finding[]
}

/**
 * Both states of some standards. Editions that are held against each other are in force whatever the day
 * and the municipality say; the earlier goes by the id of the later in fingerprints, so that what both
 * break has one. An edition or a pack that the earlier state does not have was not in force there.
 */
export function statesOf(
  before: Packs,
  after: Packs,
  changes: readonly StandardChange[],
): { readonly before: StandardState; readonly after: StandardState } {
  const compared = changes.flatMap(({ pack, editions }) => (editions ? [{ pack, editions }] : []))
  const first = compared.map(({ pack, editions }) => {
    return { pack, edition: editions.before, knownAs: editions.after }
  })
  const second = compared.map(({ pack, editions }) => ({ pack, edition: editions.after }))
  return {
    before: {
      packs: before,
      standardFor: (pack, edition, asOf) => {
        if (!before.ids.includes(pack)) return after.standardFor(pack, edition, asOf, second)
        const isThere = editionIds(before.packOf(pack)).some((id) => id === edition)
        return before.standardFor(pack, isThere ? edition : undefined, asOf, first)
      },
    },
    after: {
      packs: after,
      standardFor: (pack, edition, asOf) => after.standardFor(pack, edition, asOf, second),
    },
  }
}

/** Judges the systems of a municipality, and its standard, by one state of it. */
export function judgeGroup(
  { documents }: SystemGroup,
  { packs, standardFor }: StandardState,
  day: JudgementDay,
): JudgedGroup {
  const { dossiers, problems } = buildDossiers(documents, standardFor, day)
  const judging = new Judging(packs, { holding: true })
  for (const dossier of dossiers) judging.judge(dossier)
  const systems = new Map(
    documents.map(({ value, document }) => [document.source.path, String(value['system'])]),
  )
  const formal = problemFindings(problems)
  const byKey = new Map(dossiers.map((one) => [keyOf(one.id, one.standard), one]))
  const subjects = new Map<string, JudgedSubject>()
  for (const { system, standard, name, asOf, findings } of judging.judgements) {
    const key = keyOf(system, standard)
    const own = formal.filter(({ location }) => systems.get(location.path) === system)
    const known = subjects.get(key)?.findings ?? own
    const dossier = byKey.get(key)
    subjects.set(key, { system, standard, dossier, name, asOf, findings: [...known, ...findings] })
  }
  return { subjects, said: judging.said }
}

function keyOf(system: string, { id }: WrittenStandard): string {
  return `${system}\0${id}`
}
