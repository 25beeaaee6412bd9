import { fingerprint } from '../finding/finding.ts'
import type { PlacedDocument } from '../model/place.ts'
import type { Source, Span } from '../source/source.ts'
import { parseDocuments } from '../yaml/parse.ts'
import type { CheckedRule } from './checked-rule.ts'
import type { VerifiedPack } from './pack.ts'

/** A verified pack as stored when the tool is built: plain JSON. */
export interface StoredPack {
  readonly id: string
  readonly extends: string | null
  /** The value of its standard, days in their ISO form. */
  readonly value: Readonly<Record<string, unknown>>
  readonly rules: readonly CheckedRule[]
  /** The file of its standard, below the folder of the packs. */
  readonly file: string
  /** All its files with the hash of their text, to tell an edited copy from the pack itself. */
  readonly texts: Readonly<Record<string, string>>
}

/** The hash of a text, whatever its line ends. */
export function textHash(text: string): string {
  return fingerprint(text.replaceAll('\r\n', '\n'))
}

/** A stored pack as a run uses it. The YAML is read only when a place in it is asked for. */
export function unstore(stored: StoredPack, read: () => Source): VerifiedPack {
  return {
    id: stored.id,
    extends: stored.extends ?? undefined,
    document: { id: stored.id, value: stored.value, document: new LaterDocument(read) },
    rules: stored.rules,
  }
}

class LaterDocument implements PlacedDocument {
  readonly #read: () => Source
  #document: PlacedDocument | undefined

  constructor(read: () => Source) {
    this.#read = read
  }

  get source(): Source {
    return this.#parsed.source
  }

  spanOf(path: readonly (string | number)[], part?: 'key' | 'value' | 'mark'): Span {
    return this.#parsed.spanOf(path, part)
  }

  get #parsed(): PlacedDocument {
    if (!this.#document) {
      const source = this.#read()
      this.#document = parseDocuments(source).documents[0] ?? {
        source,
        spanOf: () => ({ start: 0, end: 0 }),
      }
    }
    return this.#document
  }
}
