import type { WrittenDossier } from '../../model/dossier.ts'
import { KeptRows, RowKeeper } from '../../finding/kept-rows.ts'
import { standardSubject } from '../../model/standard-in-force.ts'
import type { Keep } from '../../rule/evaluate.ts'
import { evaluateDossier, evaluateStandard } from '../../rule/judge.ts'
import { type Evaluated, type Judgement, summarise } from '../../rule/judgement.ts'
import { Said } from '../../rule/said.ts'
import type { Packs } from '../open/packs.ts'

/** What a report needs to know of a dossier once it is judged; the rest is let go. */
export type JudgedDossier = Pick<WrittenDossier, 'id' | 'municipality' | 'standard'>

/** Judges systems as they come, and every standard in force among them once. */
export class Judging {
  readonly dossiers: JudgedDossier[] = []
  /** What was said of each system and standard, of a run that is to be held against another. */
  readonly said = new Map<string, Said>()
  readonly #packs: Packs
  readonly #keep: Keep
  readonly #rows = new RowKeeper()
  /** The rules that looked at something, each such set once. */
  readonly #looked = new Map<string, ReadonlySet<string>>()
  readonly #systems: Judgement[] = []
  readonly #standards = new Map<string, Judgement>()

  constructor(packs: Packs, keep: Keep = {}) {
    this.#packs = packs
    this.#keep = keep
  }

  judge(dossier: WrittenDossier): Judgement {
    const { id, municipality, standard } = dossier
    this.dossiers.push({ id, municipality, standard })
    const rules = this.#packs.rulesFor(standard)
    const { clock } = this.#packs
    const judgement = this.#sum(id, evaluateDossier(dossier, rules, clock, this.#keep))
    this.#systems.push(judgement)
    this.judgeStandardOf(dossier)
    return judgement
  }

  /** Takes a judgement that another run came to of the same system. */
  recall(dossier: JudgedDossier, judgement: Judgement): void {
    this.dossiers.push(dossier)
    this.#systems.push(this.#lean(judgement))
    this.judgeStandardOf(dossier)
  }

  /** The standard that a system stands under, where that has not been judged yet. */
  judgeStandardOf({ municipality, standard }: JudgedDossier): void {
    const system = standardSubject(municipality, standard.id)
    const key = [system, standard.id, standard.edition?.key ?? ''].join('\0')
    if (this.#standards.has(key)) return
    const rules = this.#packs.rulesFor(standard)
    this.#standards.set(
      key,
      this.#sum(system, evaluateStandard(system, standard, rules, this.#keep)),
    )
  }

  #sum(system: string, evaluated: Evaluated): Judgement {
    if (this.#keep.holding) {
      const said = this.said.get(system) ?? new Said()
      said.add(evaluated)
      this.said.set(system, said)
    }
    return this.#lean(summarise(evaluated))
  }

  /** The same judgement as it can be held until all systems are judged. */
  #lean(judgement: Judgement): Judgement {
    const { system, cannotJudge, looked } = judgement
    const rows =
      cannotJudge instanceof KeptRows ? cannotJudge : this.#rows.kept(system, cannotJudge)
    return { ...judgement, cannotJudge: rows, looked: this.#sameAs(looked) }
  }

  #sameAs(looked: ReadonlySet<string>): ReadonlySet<string> {
    const key = [...looked].join(' ')
    const same = this.#looked.get(key) ?? looked
    this.#looked.set(key, same)
    return same
  }

  /** Of the systems in the order they came, then of the standards. */
  get judgements(): readonly Judgement[] {
    return [...this.#systems, ...this.#standards.values()]
  }
}
