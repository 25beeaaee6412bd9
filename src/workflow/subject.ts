import type { Day } from '../calendar/day.ts'
import type { Finding } from '../finding/finding.ts'
import { type Judgement, judgeStandard } from '../rule/judge.ts'
import type { Packs } from './packs.ts'
import type { Source } from '../source/source.ts'

/** Packs that are themselves the subject of a run: how many, what is wrong with them, how they are judged. */
export interface Subject {
  readonly packs: number
  readonly findings: readonly Finding[]
  readonly judgements: readonly Judgement[]
}

const none: Subject = { packs: 0, findings: [], judgements: [] }

/**
 * Verifies the packs among the files of a run and judges the standards they hold, in the edition in
 * force on the day. What is wrong with them is a finding, not a failed run.
 */
export async function packsAsSubject(
  sources: readonly Source[],
  packs: Packs,
  asOf: Day,
): Promise<Subject> {
  if (sources.length === 0) return none
  const verified = await packs.verify(sources)
  const { findings, doubts, read: found } = verified
  if (findings.length > 0) return { ...none, packs: found.length, findings }
  const laid = packs.over(verified.packs)
  const judgements = [...verified.packs.values()].map(({ id, document }) => {
    const standard = laid.standardFor(id, undefined, asOf)
    const { municipality } = document.value
    const owner = typeof municipality === 'string' ? municipality : id
    return judgeStandard(`${owner}/standard`, standard, laid.rulesFor(standard))
  })
  return { packs: found.length, findings: doubts, judgements }
}
