import { type Path } from './part.ts'
import { type PlacedDocument } from './place.ts'

type Data = Readonly<Record<string, unknown>>

/** An organisation or group as written, and the organisation above it. */
export interface OrganisationEntry {
  readonly data: Data
  readonly path: Path
  readonly parent: string | undefined
}

/** Which edition of which pack is in force from when. */
export interface StandardInForce {
  readonly pack: string
  readonly edition: string
  readonly from: string
  readonly until?: string
}

/** One municipality: its organisations and groups by id, and the standards in force over time. */
export interface Municipality {
  readonly id: string
  readonly name: string
  readonly document: PlacedDocument
  readonly organisations: ReadonlyMap<string, OrganisationEntry>
  readonly standards: readonly StandardInForce[]
}

/** Builds a municipality from its file, the tree flattened once. */
export function municipalityOf(value: Data, document: PlacedDocument): Municipality {
  const organisations = new Map<string, OrganisationEntry>()
  addTree(organisations, value['organisations'], ['organisations'], undefined)
  addTree(organisations, value['groups'], ['groups'], undefined)
  return {
    id: String(value['id']),
    name: String(value['name'] ?? value['id']),
    document,
    organisations,
    standards: (value['standards'] ?? []) as readonly StandardInForce[],
  }
}

/** The standard in force on a day; undefined where none is written for it. */
export function standardOn(municipality: Municipality, day: string): StandardInForce | undefined {
  return municipality.standards.findLast(
    (one) => one.from <= day && (one.until === undefined || one.until >= day),
  )
}

function addTree(
  into: Map<string, OrganisationEntry>,
  list: unknown,
  path: Path,
  parent: string | undefined,
): void {
  if (!Array.isArray(list)) return
  list.forEach((item: Data, index) => {
    const id = String(item['id'])
    const at = [...path, index]
    // A second entry of the same id is reported by the loader; the first one counts.
    if (!into.has(id)) into.set(id, { data: item, path: at, parent })
    addTree(into, item['children'], [...at, 'children'], id)
  })
}
