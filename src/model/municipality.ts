import { type Problem, problemAt } from '../finding/problem.ts'
import type { Path } from '../yaml/document.ts'
import type { PlacedDocument } from './place.ts'

type Data = Readonly<Record<string, unknown>>

/** An organisation or group as written, and the organisation above it. */
export interface OrganisationEntry {
  readonly data: Data
  readonly path: Path
  readonly parent: string | undefined
}

/** Which edition of which pack is in force from when, and for whom where it is not for all. */
export interface StandardInForce {
  readonly pack: string
  readonly edition: string
  readonly from: string
  readonly until?: string
  readonly for?: {
    readonly organisations?: readonly string[]
    readonly systems?: readonly string[]
  }
}

/** One municipality: its organisations and groups by id, and the standards in force over time. */
export interface Municipality {
  readonly id: string
  readonly name: string
  readonly document: PlacedDocument
  /** The file as written; bodies, contact points, plans and officers are read from it. */
  readonly value: Data
  readonly organisations: ReadonlyMap<string, OrganisationEntry>
  readonly standards: readonly StandardInForce[]
  /** Ids that stand twice in the tree, or in the tree and the groups. */
  readonly repeated: readonly Problem[]
}

const built = new WeakMap<Data, Municipality>()

/** The municipality of a file; its tree is flattened once, however many systems ask in turn. */
export function municipalityOf(value: Data, document: PlacedDocument): Municipality {
  const known = built.get(value) ?? build(value, document)
  built.set(value, known)
  return known
}

function build(value: Data, document: PlacedDocument): Municipality {
  const organisations = new Map<string, OrganisationEntry>()
  const repeated: Path[] = []
  addTree(organisations, value['organisations'], ['organisations'], undefined, repeated)
  addTree(organisations, value['groups'], ['groups'], undefined, repeated)
  return {
    id: String(value['id']),
    name: String(value['name'] ?? value['id']),
    document,
    value,
    organisations,
    standards: (value['standards'] ?? []) as readonly StandardInForce[],
    repeated: repeated.map((path) => repeatedId(document, path)),
  }
}

function addTree(
  into: Map<string, OrganisationEntry>,
  list: unknown,
  path: Path,
  parent: string | undefined,
  repeated: Path[],
): void {
  if (!Array.isArray(list)) return
  list.forEach((item: Data, index) => {
    const id = String(item['id'])
    const at = [...path, index]
    // The first of two counts. Twice in one list is found where lists are looked through.
    const known = into.get(id)
    if (!known) into.set(id, { data: item, path: at, parent })
    else if (known.path.slice(0, -1).join('/') !== path.join('/')) repeated.push(at)
    addTree(into, item['children'], [...at, 'children'], id, repeated)
  })
}

function repeatedId(document: PlacedDocument, path: Path): Problem {
  return problemAt(document.source, document.spanOf([...path, 'id']), {
    code: 'duplicate-id',
    message: '組織またはグループのIDが、ほかの組織と重なっています。',
    why: 'IDが重なると、参照がどちらを指すのか決まりません。',
    fix: '自治体のファイルの中で、ほかと重ならないIDに変えてください。',
  })
}
