import type { Dossier } from '../model/dossier.ts'
import { type Judgement, judgeDossier, judgeStandard } from '../rule/judge.ts'
import type { Packs } from './packs.ts'

/** Judges every system, and every standard in force among them once. */
export function judgeAll(
  dossiers: readonly Dossier[],
  packs: Packs,
  onProgress?: (done: number, total: number) => void,
): readonly Judgement[] {
  const judgements: Judgement[] = []
  const standards = new Map<string, Judgement>()
  dossiers.forEach((dossier, index) => {
    const { standard } = dossier
    const rules = packs.rulesFor(standard)
    judgements.push(judgeDossier(dossier.fresh(), rules, packs.clock))
    const system = `${dossier.municipality.id}/standard`
    const key = [system, standard.id, standard.edition?.key ?? ''].join('\0')
    if (!standards.has(key)) {
      standards.set(key, judgeStandard(system, standard, rules))
    }
    onProgress?.(index + 1, dossiers.length)
  })
  return [...judgements, ...standards.values()]
}
