import { Unknown } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'

/** The kind that a body, a place, a contract or a context names, as the packs describe it. */
export function listedKind(
  part: Part,
  list: 'bodyKinds' | 'placeKinds' | 'contractKinds' | 'networkModels',
  id = part.text('kind') ?? '',
): Part {
  const kind = dossierOf(part)
    .standard.list(list)
    .find((one) => one.key === id)
  if (kind) return kind
  throw new Unknown([{ kind: 'standard', path: `${list}/${id}` }])
}
