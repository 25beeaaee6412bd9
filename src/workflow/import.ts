import type { NewFile } from '../source/write-together.ts'
import { type Draft, draftFrom } from '../import/draft.ts'
import { openContainer } from '../import/container.ts'
import type { ReadingWords } from '../import/words.ts'
import { procedureFrom } from './import/procedure.ts'
import { listOf } from './import/list.ts'
import { readingWords, type Town, type TownRequest, townOf } from './import/town.ts'

/** A document of an office, as bytes. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What documents of a system are read by: opened once for all of them. */
export interface Reader {
  readonly system: string
  readonly town: Town
  readonly words: ReadingWords
}

/** The files of a draft, and what it was made of. */
export interface Imported {
  readonly files: readonly NewFile[]
  /** Where the files of the system belong, as it is shown. */
  readonly folder: string
  readonly draft: Draft
  /** What the answers of a person would settle. */
  readonly questions: number
}

/** Finds the municipality of a system and the words of its standard. */
export async function openReader(request: TownRequest): Promise<Reader> {
  const town = await townOf(request)
  return { system: request.system, town, words: readingWords(town) }
}

/**
 * Opens the container, reads the document by the words of the standard, and writes the draft of a
 * procedure and the list to go through. Throws a `UsageError` where the file cannot be read.
 */
export async function importDocument(file: GivenFile, reader: Reader): Promise<Imported> {
  const { system, town, words } = reader
  const contents = await openContainer(file.name, file.bytes)
  const draft = draftFrom(contents, words)
  const procedure = procedureFrom(draft, { system, town, file: file.name })
  const list = listOf(draft, town.standard, file.name)
  return {
    files: [{ name: 'procedure.yaml', content: procedure }, ...list.files],
    folder: town.folder,
    draft,
    questions: list.questions,
  }
}
