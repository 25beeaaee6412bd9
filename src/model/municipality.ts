import { type Problem, problemAt } from '../finding/problem.ts'
import { mappingsIn } from '../schema/variant.ts'
import type { Path } from '../yaml/document.ts'
import { type Data, type Element, rootElement } from './element.ts'
import type { PlacedDocument } from './place.ts'

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
  readonly organisations: ReadonlyMap<string, Element>
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
  const root = rootElement({ kind: 'municipality', value, document })
  const organisations = new Map<string, Element>()
  const repeated: Element[] = []
  for (const one of [...organisationsIn(root), ...root.children('groups')]) {
    const id = String(one.data['id'])
    // The first of two counts. Twice in one list is found where lists are looked through.
    const known = organisations.get(id)
    if (!known) organisations.set(id, one)
    else if (known.parent !== one.parent || known.type !== one.type) repeated.push(one)
  }
  // A file that nobody has checked yet may hold anything there.
  const { id, name } = value
  return {
    id: String(id),
    name: typeof name === 'string' || typeof name === 'number' ? String(name) : String(id),
    document,
    value,
    organisations,
    standards: (Array.isArray(value['standards'])
      ? value['standards']
      : []) as readonly StandardInForce[],
    repeated: repeated.map(({ path }) => repeatedId(document, path)),
  }
}

/** All organisations of a municipality, each before those below it. */
export function organisationsIn(municipality: Element): readonly Element[] {
  const tree = (one: Element): readonly Element[] => [
    one,
    ...one.children('children').flatMap(tree),
  ]
  return municipality.children('organisations').flatMap(tree)
}

/** An organisation and all above it in the tree, nearest first. */
export function lineAbove(organisation: Element | undefined): readonly Element[] {
  if (!organisation || organisation.type === 'Municipality') return []
  return [organisation, ...lineAbove(organisation.parent)]
}

/** The members of a group as they are written, each with its first and last day. */
export function memberships(group: Element | undefined): readonly Data[] {
  return mappingsIn(group?.data['members'])
}

function repeatedId(document: PlacedDocument, path: Path): Problem {
  return problemAt(document.source, document.spanOf([...path, 'id']), {
    code: 'duplicate-id',
    message: '組織またはグループのIDが、ほかの組織と重なっています。',
    why: 'IDが重なると、参照がどちらを指すのか決まりません。',
    fix: '自治体のファイルの中で、ほかと重ならないIDに変えてください。',
  })
}
