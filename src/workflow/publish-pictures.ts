import type { NamedDocument } from './publish-make.ts'
import type { Unavailable } from './publish-write.ts'

/** What the pictures of documents have against them. */
export interface PictureNotes {
  /** What a person who prints a document should know, in Japanese. */
  readonly notes: readonly string[]
  /** What kept pictures from being drawn, each once. */
  readonly undrawn: readonly Unavailable[]
}

/** What is to be said of the pictures of documents. */
export function pictureNotes(documents: readonly NamedDocument[]): PictureNotes {
  const pictures = documents.flatMap(({ document: { title, pictures } }) =>
    Object.values(pictures).map((picture) => ({ title, picture })),
  )
  const notes = pictures.flatMap(({ title, picture: { warnings = [] } }) =>
    warnings.map((warning) => `「${title}」: ${warning}`),
  )
  const undrawn = new Map<string, Unavailable>()
  for (const { lack } of pictures.map(({ picture }) => picture)) {
    if (lack) undrawn.set(lack.message, { format: 'picture', ...lack })
  }
  return { notes: [...new Set(notes)], undrawn: [...undrawn.values()] }
}
