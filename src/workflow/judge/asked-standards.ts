import type { Day } from '../../calendar/day.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import type { Packs } from '../open/packs.ts'

/** What a standard of a run was asked for by: enough to have the same one in another run. */
export type Asked = readonly [pack: string, edition: string | null, asOf: string]

/** The standards of a run, each with what it was asked for by. */
export class AskedStandards {
  readonly #packs: Packs
  readonly #asked = new Map<WrittenStandard, Asked>()

  constructor(packs: Packs) {
    this.#packs = packs
  }

  readonly standardFor = (
    pack: string,
    edition: string | undefined,
    asOf: Day,
  ): WrittenStandard => {
    const standard = this.#packs.standardFor(pack, edition, asOf)
    this.#asked.set(standard, [pack, edition ?? null, asOf])
    return standard
  }

  /** As it is written down; undefined of a standard that was not asked for. */
  written(standard: WrittenStandard): Asked | undefined {
    return this.#asked.get(standard)
  }

  of([pack, edition, asOf]: Asked): WrittenStandard {
    return this.standardFor(pack, edition ?? undefined, asOf as Day)
  }
}
