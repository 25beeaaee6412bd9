import { locate, type Location, type Source, type Span } from '../source/source.ts'
import type { Path } from '../yaml/document.ts'

export type { Path }

/** A document that can say where a path stands; the nearest written ancestor where it does not. */
export interface PlacedDocument {
  readonly source: Source
  readonly spanOf: (path: Path, part?: 'key' | 'value' | 'mark') => Span
  /** Where a path leads into another file: the entries of a ledger that is kept as CSV. */
  readonly elsewhere?: (path: Path) => Elsewhere | undefined
}

/** A path in another document. */
export interface Elsewhere {
  readonly document: PlacedDocument
  readonly path: Path
}

/** Where a path stands, in whichever file. */
export function locationIn(
  document: PlacedDocument,
  path: Path,
  part?: 'key' | 'value' | 'mark',
): Location {
  const other = document.elsewhere?.(path)
  if (other) return locationIn(other.document, other.path, part)
  return locate(document.source, document.spanOf(path, part))
}

/** A document without a text, for values that were made in memory. */
export const nowhere: PlacedDocument = {
  source: { path: '', text: '' },
  spanOf: () => ({ start: 0, end: 0 }),
}
