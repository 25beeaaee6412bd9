import { systemsOf } from '../../diff/dossiers.ts'
import { isEqual } from '../../diff/same.ts'
import { municipalityIdOf, wholeOrganisationOf } from '../../finding/system-id.ts'
import type { ShapedDocument } from '../../model/element.ts'

/**
 * The systems of which both sides say the same, in all that they are judged by: their own files, those of
 * the whole organisation, and their municipality.
 */
export function unchangedSystems(
  before: readonly ShapedDocument[],
  after: readonly ShapedDocument[],
): ReadonlySet<string> {
  const [first, second] = [systemsOf(before), systemsOf(after)]
  const isUnchanged = (system: string): boolean =>
    isAlike(first.get(system)?.documents ?? [], second.get(system)?.documents ?? [])
  const around = new Map<string, boolean>()
  const isSameAround = (municipality: string): boolean => {
    const known = around.get(municipality)
    if (known !== undefined) return known
    const found =
      isAlike(filesOf(before, municipality), filesOf(after, municipality)) &&
      isUnchanged(wholeOrganisationOf(municipality))
    around.set(municipality, found)
    return found
  }
  return new Set(
    [...first.keys()]
      .filter((system) => second.has(system) && isSameAround(municipalityIdOf(system)))
      .filter(isUnchanged),
  )
}

/** The files of a municipality itself. */
function filesOf(
  documents: readonly ShapedDocument[],
  municipality: string,
): readonly ShapedDocument[] {
  return documents.filter(
    ({ kind, value }) => kind === 'municipality' && value['id'] === municipality,
  )
}

/** Whether two lists of documents hold the same, each in its place. */
function isAlike(first: readonly ShapedDocument[], second: readonly ShapedDocument[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ kind, value }, at) => {
      const other = second[at]
      return kind === other?.kind && isEqual(value, other.value)
    })
  )
}
