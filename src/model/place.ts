import type { Source, Span } from '../source/source.ts'

/** A document that can say where a path stands; the nearest written ancestor where it does not. */
export interface PlacedDocument {
  readonly source: Source
  readonly spanOf: (path: readonly (string | number)[], part?: 'key' | 'value' | 'mark') => Span
}

/** A document without a text, for values that were made in memory. */
export const nowhere: PlacedDocument = {
  source: { path: '', text: '' },
  spanOf: () => ({ start: 0, end: 0 }),
}
