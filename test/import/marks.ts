import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { wordFile } from './word.ts'

const folder = join(import.meta.dirname, 'corpus')

/** How often a duty is done, as the format writes it; of an occasion in words, those that it must hold. */
export type Frequency =
  | 'always'
  | 'asNeeded'
  | 'periodic'
  | 'unstated'
  | { readonly every: string }
  | { readonly on: string; readonly within?: string; readonly before?: string }
  | { readonly occasion: string; readonly within?: string; readonly before?: string }

export interface Timing {
  readonly months?: readonly number[]
  readonly dueDay?: number
}

/**
 * What a sentence of a document says, marked by hand from the text alone, before any program had read it.
 * Each field lists the readings that the text allows, the plainest first; `none` and `[]`: nothing of the kind.
 */
export interface Mark {
  readonly at: string
  readonly text: string
  /** `duty`, `rule` (a provision that is nobody's task), or why it is neither. */
  readonly kind: readonly string[]
  readonly activity: readonly string[]
  /** The requirement, where no activity of the vocabulary says what is done. */
  readonly requirement: readonly string[]
  /** The roles that do it, by the names that the document gives them. */
  readonly by: readonly (readonly string[])[]
  readonly modality: readonly string[]
  readonly frequency: readonly Frequency[]
  readonly timing: readonly (Timing | 'none')[]
  readonly record: readonly string[]
  readonly reportTo: readonly (readonly string[])[]
}

export interface MarkedDocument {
  readonly title: string
  readonly body: string
  readonly file: string
  readonly numbering: string
  readonly container: string
  /** The names that one role goes by, where the document gives it several. */
  readonly alsoCalled?: readonly (readonly string[])[]
  readonly sentences: readonly Mark[]
  readonly bytes: Uint8Array
}

type Written = Omit<MarkedDocument, 'bytes' | 'sentences'> & {
  readonly sentences: readonly (Partial<Omit<Mark, 'kind'>> & {
    readonly at: string
    readonly text: string
    readonly kind: string | readonly string[]
  })[]
}

const unsaid = {
  activity: [],
  requirement: [],
  by: [[]],
  modality: [],
  frequency: ['unstated'],
  timing: ['none'],
  record: ['none'],
  reportTo: [[]],
} as const

/** The documents of the corpus with their marks, by name. */
export function markedDocuments(): readonly MarkedDocument[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const written = parse(readFileSync(join(folder, name), 'utf8')) as Written
      const sentences = written.sentences.map(({ kind, ...rest }): Mark => ({
        ...unsaid,
        ...rest,
        kind: typeof kind === 'string' ? [kind] : kind,
      }))
      return { ...written, sentences, bytes: bytesOf(written.file) }
    })
}

/** A document as an office hands it over; a Word file is made from its readable source. */
function bytesOf(file: string): Uint8Array {
  if (!file.endsWith('.docx')) return readFileSync(join(folder, file))
  return wordFile(readFileSync(join(folder, `${file}.txt`), 'utf8'))
}
