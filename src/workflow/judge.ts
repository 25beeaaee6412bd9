import type { Dossier } from '../model/dossier.ts'
import { type Judgement, judgeDossier, judgeStandard } from '../rule/judge.ts'
import type { Packs } from './packs.ts'

/** What a report needs to know of a dossier once it is judged; the rest is let go. */
export type JudgedDossier = Pick<Dossier, 'id' | 'municipality' | 'standard'>

/** Judges systems as they come, and every standard in force among them once. */
export class Judging {
  readonly dossiers: JudgedDossier[] = []
  readonly #packs: Packs
  readonly #systems: Judgement[] = []
  readonly #standards = new Map<string, Judgement>()

  constructor(packs: Packs) {
    this.#packs = packs
  }

  judge(dossier: Dossier): Judgement {
    const { id, municipality, standard } = dossier
    this.dossiers.push({ id, municipality, standard })
    const rules = this.#packs.rulesFor(standard)
    const judgement = judgeDossier(dossier.fresh(), rules, this.#packs.clock)
    this.#systems.push(judgement)
    this.judgeStandardOf(dossier)
    return judgement
  }

  /** The standard that a system stands under, where that has not been judged yet. */
  judgeStandardOf({ municipality, standard }: JudgedDossier): void {
    const system = `${municipality.id}/standard`
    const key = [system, standard.id, standard.edition?.key ?? ''].join('\0')
    if (this.#standards.has(key)) return
    this.#standards.set(key, judgeStandard(system, standard, this.#packs.rulesFor(standard)))
  }

  /** Of the systems in the order they came, then of the standards. */
  get judgements(): readonly Judgement[] {
    return [...this.#systems, ...this.#standards.values()]
  }
}
