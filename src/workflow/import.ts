import { fingerprint } from '../finding/finding.ts'
import { municipalityIdOf } from '../finding/system-id.ts'
import { UsageError } from '../finding/usage-error.ts'
import type { NewFile } from '../source/write-together.ts'
import { type Draft, draftFrom } from '../import/draft.ts'
import { standardFrom } from '../import/standard.ts'
import type { WrittenStandard } from '../model/standard.ts'
import { openContainer } from '../import/container.ts'
import type { Note } from '../import/merge.ts'
import type { ReadingWords } from '../import/words.ts'
import {
  baseName,
  baseOf,
  type Earlier,
  type FindEarlier,
  readAgain,
  writtenIn,
} from './import/again.ts'
import { draftOf, procedureFrom } from './import/procedure.ts'
import { listOf } from './import/list.ts'
import { packFrom, packOf, type StandardReader, withEditions } from './import/pack.ts'
import type { DraftReading } from './import/value.ts'
import { readingWords, type Town, type TownRequest, townOf } from './import/town.ts'

export { earlierIn, earlierPack } from './import/again.ts'
export { systemNamed, systemsIn } from './import/names.ts'
export {
  dutiesIn,
  earlierLedgers,
  importLedgers,
  ledgersStem,
  officeNames,
  Pseudonyms,
} from './import/ledger/import.ts'
export { openStandardReader } from './import/pack.ts'

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

/** The same reader for another system of its municipality. */
export function readerOf(reader: Reader, id: string): Reader {
  const { town } = reader
  const folder = town.folder.replace(/[^/]*$/u, id)
  return {
    ...reader,
    system: `${municipalityIdOf(reader.system)}/${id}`,
    town: { ...town, folder },
  }
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
  return imported(file, {
    draft,
    reading,
    earlier,
    stem: 'procedure',
    write: draftOf,
    standard: town.standard,
  })
}

/**
 * The same of a standard: its articles become the clauses of a pack.
 */
export async function importStandard(
  file: GivenFile,
  reader: StandardReader,
  earlierOf: FindEarlier = () => undefined,
): Promise<Imported> {
  const contents = await openContainer(file.name, file.bytes)
  const draft = standardFrom(contents, reader.words)
  const fresh = packFrom(draft, reader, file.name)
  const known = earlierOf(undefined)
  const { reading, earlier } = known
    ? withEditions(fresh, known, writtenIn(known))
    : { reading: fresh, earlier: undefined }
  const { standard } = reader
  const read = { ...draft, remarks: [...draft.remarks, ...remarksOn(reading, fresh)] }
  return imported(file, { draft: read, reading, earlier, stem: 'pack', write: packOf, standard })
}

/** Tells where a new edition was put beside those that were there. */
function remarksOn({ value }: DraftReading, fresh: DraftReading): readonly string[] {
  const [own, all] = [fresh.value, value].map((one) => one['editions'] as readonly unknown[])
  if (all === undefined || own === undefined || all.length === own.length) return []
  return all.at(-1) === own[0]
    ? [
        '新しい版を加えました。条文はどの版にも同じものとして書いています。前の版だけの条文は、その版の clauses に移してください',
      ]
    : []
}

/** What was read of a document, and what there was before. */
interface Read {
  readonly draft: Draft
  readonly reading: DraftReading
  readonly earlier: Earlier | undefined
  /** What the file is called where there is none yet, without its ending. */
  readonly stem: string
  readonly write: (reading: DraftReading, file: string) => string
  readonly standard: WrittenStandard
}

function imported(
  file: GivenFile,
  { draft, reading, earlier, write, standard, ...read }: Read,
): Imported {
  const again = earlier && readAgain(draft, reading, earlier)
  const stem = earlier?.stem ?? read.stem
  if (earlier && !again) throw withoutBase(stem)
  const list = listOf(draft, { standard, file: file.name, stem, notes: again?.notes })
  const kept = { name: file.name, digest: digestOf(file.bytes), of: draft.of }
  return {
    files: [
      { name: `${stem}.yaml`, content: again?.text ?? write(reading, file.name) },
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
