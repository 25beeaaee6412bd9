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
    const rules = this.#packs.rulesFor(standard)
    this.dossiers.push({ id, municipality, standard })
    const judgement = judgeDossier(dossier.fresh(), rules, this.#packs.clock)
    this.#systems.push(judgement)
    const system = `${municipality.id}/standard`
    const key = [system, standard.id, standard.edition?.key ?? ''].join('\0')
    if (!this.#standards.has(key)) {
      this.#standards.set(key, judgeStandard(system, standard, rules))
    }
    return judgement
  }

  /** Of the systems in the order they came, then of the standards. */
  get judgements(): readonly Judgement[] {
    return [...this.#systems, ...this.#standards.values()]
  }
}
