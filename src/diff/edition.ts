import type { Data, ShapedDocument } from '../model/element.ts'
import type { PackDocument } from '../model/pack.ts'
import type { Path, PlacedDocument } from '../model/place.ts'
import { mappingsIn } from '../schema/variant.ts'
import { align } from './align.ts'
import { compareDocuments } from './compare.ts'
import type { Fact } from './fact.ts'
import { joinMoves } from './moved.ts'

/** A pack in one of its editions. */
export interface PackEdition {
  readonly pack: PackDocument
  readonly edition: string
}

/** When it holds and what is said of it beside tells editions apart; it is no change of the standard. */
const ofEditionsAlone: ReadonlySet<string> = new Set([
  ...['id', 'from', 'until', 'basis', 'source', 'notes', 'clauses'],
])

/**
 * What changes from the standard in force in one edition to that in force in another: the clauses of
 * the pack with those of the edition, and what else the edition brings.
 */
export function compareEditions(before: PackEdition, after: PackEdition): readonly Fact[] {
  const known = editionIn(after)
  const [first, second] = [inForce(before, known), inForce(after, known)]
  const aligned = align([first], [second])
  return joinMoves(compareDocuments(aligned, [second]), aligned)
}

/** An edition as written; empty where the pack has none of the name. */
function editionIn({ pack, edition }: PackEdition): Data {
  return mappingsIn(pack.value['editions']).find(({ id }) => id === edition) ?? {}
}

/**
 * A pack as if it had one edition only, the clauses of that edition among its own. It goes by the id and
 * the first day of one known to both sides, so that whoever aligns them takes the two for one. Every
 * place leads to where it is written.
 */
function inForce({ pack, edition }: PackEdition, { id, from }: Data): ShapedDocument {
  const { editions, clauses, ...rest } = pack.value
  const chosen = editionIn({ pack, edition })
  const index = mappingsIn(editions).indexOf(chosen)
  const [own, added] = [mappingsIn(clauses), mappingsIn(chosen['clauses'])]
  const brought = Object.entries(chosen).filter(([field]) => !ofEditionsAlone.has(field))
  return {
    kind: 'standard',
    value: {
      ...rest,
      editions: [{ id, from, ...Object.fromEntries(brought) }],
      clauses: [...own, ...added],
    },
    document: new EditionDocument(pack.document, index, own.length),
  }
}

class EditionDocument implements PlacedDocument {
  readonly #whole: PlacedDocument
  readonly #edition: number
  readonly #clauses: number

  constructor(whole: PlacedDocument, edition: number, clauses: number) {
    this.#whole = whole
    this.#edition = edition
    this.#clauses = clauses
  }

  get source(): PlacedDocument['source'] {
    return this.#whole.source
  }

  readonly spanOf: PlacedDocument['spanOf'] = (path, part) =>
    this.#whole.spanOf(this.#written(path), part)

  /** Where a path of the view is written. */
  #written(path: Path): Path {
    const [field, index, ...rest] = path
    if (field === 'editions' && index !== undefined) return ['editions', this.#edition, ...rest]
    if (field !== 'clauses' || typeof index !== 'number' || index < this.#clauses) return path
    return ['editions', this.#edition, 'clauses', index - this.#clauses, ...rest]
  }
}
