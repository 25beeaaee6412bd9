import { fingerprint } from '../finding/finding.ts'
import { UsageError } from '../finding/usage-error.ts'
import type { NewFile } from '../source/write-together.ts'
import { type Draft, draftFrom } from '../import/draft.ts'
import { openContainer } from '../import/container.ts'
import type { Note } from '../import/merge.ts'
import type { ReadingWords } from '../import/words.ts'
import { baseName, baseOf, type FindEarlier, readAgain } from './import/again.ts'
import { draftOf, procedureFrom } from './import/procedure.ts'
import { listOf } from './import/list.ts'
import { readingWords, type Town, type TownRequest, townOf } from './import/town.ts'

export { earlierIn } from './import/again.ts'

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
  readonly draft: Draft
  /** What the answers of a person would settle. */
  readonly questions: number
  /** What the document changed in an earlier draft; undefined where it is read for the first time. */
  readonly notes: readonly Note[] | undefined
}

/** Finds the municipality of a system and the words of its standard. */
export async function openReader(request: TownRequest): Promise<Reader> {
  const town = await townOf(request)
  return { system: request.system, town, words: readingWords(town) }
}

/**
 * Opens the container, reads the document by the words of the standard, and writes the draft of a
 * procedure and the list to go through; with an earlier draft, what the document changed is merged into it.
 * Throws a `UsageError` where the file cannot be read, or where the earlier draft cannot be merged with.
 */
export async function importDocument(
  file: GivenFile,
  reader: Reader,
  earlierOf: FindEarlier = () => undefined,
): Promise<Imported> {
  const { town, words } = reader
  const contents = await openContainer(file.name, file.bytes)
  const draft = ofSystem(draftFrom(contents, words), reader.system)
  const reading = procedureFrom(draft, reader)
  const id = draft.carried?.head['id']
  const earlier = earlierOf(typeof id === 'string' ? id : undefined)
  const again = earlier && readAgain(draft, reading, earlier)
  const stem = earlier?.stem ?? 'procedure'
  if (earlier && !again) throw withoutBase(stem)
  const list = listOf(draft, {
    standard: town.standard,
    file: file.name,
    stem,
    notes: again?.notes,
  })
  const kept = { name: file.name, digest: digestOf(file.bytes) }
  return {
    files: [
      { name: `${stem}.yaml`, content: again?.text ?? draftOf(reading, file.name) },
      ...list.files,
      { name: baseName(stem), content: baseOf(again?.base ?? reading.value, kept) },
    ],
    draft,
    questions: list.questions,
    notes: again?.notes,
  }
}

/** Tells where a Word file was made of the procedure of another system. */
function ofSystem(draft: Draft, system: string): Draft {
  const own = draft.carried?.system ?? system
  if (own === system) return draft
  const told = `この文書は、「${own}」の実施手順から作られています。「${system}」のものとして読みました`
  return { ...draft, remarks: [told, ...draft.remarks] }
}

function withoutBase(stem: string): UsageError {
  return new UsageError(
    `${stem}.yaml が既にありますが、前に読み取った内容（${baseName(stem)}）がないため、合わせられません`,
    {
      hint: '直したものを失わないように止めました。--out で別のフォルダーにするか、書き換えてよければ --force を付けてください',
    },
  )
}

function digestOf(bytes: Uint8Array): string {
  return fingerprint(Buffer.from(bytes).toString('base64'))
}
