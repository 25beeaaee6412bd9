import type { StandardChange } from '../diff/standard-change.ts'
import type { Finding } from '../finding/finding.ts'
import { problemFindings } from '../finding/problem.ts'
import { buildDossiers, type JudgementDay, type StandardSource } from '../model/build.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Standard } from '../model/standard.ts'
import { editionsOf } from './edition-name.ts'
import type { SystemGroup } from './impact-systems.ts'
import { Judging } from './judge.ts'
import type { Packs } from './packs.ts'

/** One state of the standards: the packs of one side, and the editions in force there. */
export interface StandardState {
  readonly packs: Packs
  readonly standardFor: StandardSource
}

/** The systems of a municipality as one state of its standard judges them. */
export interface JudgedGroup {
  readonly dossiers: ReadonlyMap<string, Dossier>
  readonly standards: ReadonlyMap<string, Standard>
  readonly subjects: ReadonlyMap<string, JudgedSubject>
  readonly said: Judging['said']
}

/** A system, or a municipality's standard itself, as it was judged. */
export interface JudgedSubject {
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
        const isThere = editionsOf(before.packOf(pack)).some((id) => id === edition)
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
  const standards = new Map<string, Standard>()
  for (const dossier of dossiers) {
    judging.judge(dossier)
    standards.set(dossier.id, dossier.standard)
    standards.set(`${dossier.municipality.id}/standard`, dossier.standard)
  }
  const systems = new Map(
    documents.map(({ value, document }) => [document.source.path, String(value['system'])]),
  )
  const formal = problemFindings(problems)
  const subjects = new Map<string, JudgedSubject>()
  for (const { system, name, asOf, findings } of judging.judgements) {
    const own = formal.filter(({ location }) => systems.get(location.path) === system)
    const known = subjects.get(system)?.findings ?? own
    subjects.set(system, { name, asOf, findings: [...known, ...findings] })
  }
  const { said } = judging
  return { dossiers: new Map(dossiers.map((one) => [one.id, one])), standards, subjects, said }
}
