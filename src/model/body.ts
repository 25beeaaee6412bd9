import { Unknown } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import { listedKind } from './kind.ts'
import { membersOf, standsOn } from './organisation.ts'
import type { Part } from './part.ts'

/** The kind of a body, as the standard describes it. */
export function kindOfBody(body: Part): Part {
  return listedKind(body, 'bodyKinds')
}

/**
 * The functions that take part in a body: those written, and those of its members. Unknown, besides,
 * where neither the body nor a member says so.
 */
export function functionsOfBody(body: Part): readonly (string | Unknown)[] {
  const written = body.writtenTexts('functions')
  const members = body.parts('members').flatMap(membersOf)
  const found = members.flatMap((one) => one.writtenTexts('functions'))
  const silent = members.find((one) => !one.written('functions'))
  const known = [...new Set([...written, ...found])]
  if (!silent || body.written('functions')) return known
  const path = `${silent.elementId}/functions`
  return [...known, new Unknown([{ kind: 'municipality', path }])]
}

/**
 * The organisations of the municipality of which it is known whether they fall under the standard;
 * unknown where that is said of none.
 */
export function organisationsInQuestion(root: Part): readonly Part[] {
  const dossier = dossierOf(root)
  const known = [...dossier.municipality.organisations]
    .filter(([, { data }]) => data['inScope'] !== undefined && standsOn(data, dossier.asOf))
    .flatMap(([id]) => dossier.organisation(id) ?? [])
  if (known.length > 0) return known
  throw new Unknown([{ kind: 'municipality', path: 'organisations/inScope' }])
}
