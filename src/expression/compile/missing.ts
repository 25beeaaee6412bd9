import { joinUnknown, unbound, Unknown } from '../../finding/unknown.ts'

/** Collects what several operands lack and joins it once, at the end. */
export class Lacking {
  readonly #unknowns = new Set<Unknown>()

  add(unknown: Unknown): void {
    this.#unknowns.add(unbound(unknown))
  }

  /** Everything that is lacking, each thing once; `undefined` if nothing is. */
  join(): Unknown | undefined {
    const [first, ...others] = this.#unknowns
    if (!first || others.length === 0) return first
    if (others.length === 1 && others[0]) return joinUnknown(first, others[0])
    const missing = new Map<string, Unknown['missing'][number]>()
    for (const unknown of this.#unknowns) {
      for (const item of unknown.missing) {
        const key = `${item.kind}\0${item.path}`
        if (!missing.has(key)) missing.set(key, item)
      }
    }
    const telling = [...this.#unknowns].find(({ reason }) => reason !== 'undecidable')
    return new Unknown([...missing.values()], telling?.reason ?? 'undecidable')
  }
}
