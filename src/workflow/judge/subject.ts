import type { Day } from '../../calendar/day.ts'
import type { Finding } from '../../finding/finding.ts'
import { standardSystemOf } from '../../finding/system-id.ts'
import { standardSubject } from '../../model/standard-in-force.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { judgeStandard } from '../../rule/judge.ts'
import type { Judgement } from '../../rule/judgement.ts'
import type { Source } from '../../source/source.ts'
import type { Packs } from '../open/packs.ts'
import type { JudgedDossier } from './judging.ts'

/** Packs that are themselves the subject of a run: how many, what is wrong with them, how they are judged. */
export interface PacksAsSubject {
  readonly packs: number
  readonly findings: readonly Finding[]
  /** Their standards; those that systems of the run stand under go by their municipality. */
  readonly judge: (dossiers: readonly JudgedDossier[]) => readonly Judgement[]
}

const none: PacksAsSubject = { packs: 0, findings: [], judge: () => [] }

/**
 * Verifies the packs among the files of a run; what is wrong with them is a finding, not a failed run.
 * The standards they hold are judged in the edition in force on the day.
 */
export async function packsAsSubject(
  sources: readonly Source[],
  packs: Packs,
  asOf: Day,
): Promise<PacksAsSubject> {
  if (sources.length === 0) return none
  const verified = await packs.verify(sources)
  const { findings, doubts, read: found } = verified
  if (findings.length > 0) {
    return { ...none, packs: found.length, findings: [...findings, ...doubts] }
  }
  const laid = packs.over(verified.packs)
  const standards = [...verified.packs.values()].map(({ id }) =>
    laid.standardFor(id, undefined, asOf),
  )
  return {
    packs: found.length,
    findings: doubts,
    judge: (dossiers) => {
      const owners = new Map(
        dossiers.map(({ standard, municipality }) => [
          standard.id,
          standardSubject(municipality, standard.id),
        ]),
      )
      const nameOf = ({ id }: WrittenStandard): string => owners.get(id) ?? standardSystemOf(id)
      return standards.map((one) => judgeStandard(nameOf(one), one, laid.rulesFor(one)))
    },
  }
}
