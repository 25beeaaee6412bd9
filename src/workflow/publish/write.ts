import { UsageError } from '../../finding/usage-error.ts'
import type { FormatName, WrittenFile } from '../../render/document.ts'
import type { DocumentKind } from '../../render/documents.ts'
import { lackingInPdf } from '../../render/pdf/lacking.ts'
import { FormatUnavailable } from '../../render/unavailable.ts'
import { traceOf } from '../../render/trace.ts'
import { type WriteOptions, writers } from '../../render/writers.ts'
import type { NamedDocument } from './make.ts'

/** A file, and the format it is (part of). */
export interface PublishedFile extends WrittenFile {
  readonly format: FormatName | 'trace'
}

/** A format that cannot be written on this machine, or a picture that cannot be drawn. */
export interface Unavailable {
  readonly format: FormatName | 'picture'
  readonly message: string
  readonly hint: string
}

/** What to write. */
export interface WriteRequest {
  readonly formats?: readonly FormatName[]
  /** Without formats: which files there are already, for those are the formats that are kept. */
  readonly isThere?: (name: string) => boolean
  readonly letterhead?: WriteOptions['letterhead']
  readonly trace: boolean
}

/** What was written, and what could not be. */
export interface Written {
  readonly files: readonly PublishedFile[]
  readonly unavailable: readonly Unavailable[]
}

/**
 * Writes documents in every format asked for. A format that this machine cannot write is told, and the
 * others are written; where none can be, that is the end of the run.
 */
export async function writeDocuments(
  kind: DocumentKind,
  documents: readonly NamedDocument[],
  request: WriteRequest,
): Promise<Written> {
  const options: WriteOptions = request.letterhead ? { letterhead: request.letterhead } : {}
  const files: PublishedFile[] = []
  const unavailable = new Map<FormatName, FormatUnavailable>()
  for (const { document, stem } of documents) {
    for (const format of formatsOf(kind, stem, request)) {
      if (unavailable.has(format)) continue
      try {
        const written = await writers[format](document, stem, options)
        for (const one of written.map((file) => ({ ...file, format }))) files.push(one)
      } catch (thrown) {
        if (!(thrown instanceof FormatUnavailable)) throw thrown
        unavailable.set(format, thrown)
      }
    }
  }
  const lacking = [...unavailable].map(([format, { message, hint = '' }]) => ({
    format,
    message,
    hint,
  }))
  if (files.length === 0 && lacking.length > 0) throw noneAvailable(lacking)
  const traces = request.trace ? documents.map(traceFile) : []
  return { files: [...files, ...traces], unavailable: lacking }
}

function formatsOf(
  kind: DocumentKind,
  stem: string,
  { formats, isThere }: WriteRequest,
): readonly FormatName[] {
  if (formats) return formats
  const kept = isThere ? kind.formats.filter((format) => isThere(`${stem}.${format}`)) : []
  return kept.length > 0 ? kept : [kind.formats[0]]
}

function noneAvailable(unavailable: readonly Unavailable[]): UsageError {
  return new UsageError(unavailable.map(({ message }) => message).join('\n'), {
    hint: [...new Set(unavailable.map(({ hint }) => hint))].join('\n'),
  })
}

function traceFile({ document, stem }: NamedDocument): PublishedFile {
  const content = `${JSON.stringify(traceOf(document), null, 2)}\n`
  return { name: `${stem}.trace.json`, format: 'trace', content }
}

/** What the PDFs that were written cannot show; Word and HTML are shown with the fonts of whoever opens them. */
export async function lackingInPdfs(
  documents: readonly NamedDocument[],
  files: readonly PublishedFile[],
): Promise<readonly string[]> {
  const notes: string[] = []
  if (!files.some(({ format }) => format === 'pdf')) return notes
  for (const { document, stem } of documents) {
    const lacking = await lackingInPdf(document)
    if (lacking.length === 0) continue
    notes.push(
      `「${document.title}」（${stem}.pdf）では、PDF の書体にない文字が正しく表れません: ${lacking.join('、')}（Word か HTML では表れます）`,
    )
  }
  return notes
}

/** What is to be said of documents that were made. */
export interface DocumentNotes {
  /** What a person who prints a document should know, in Japanese. */
  readonly notes: readonly string[]
  /** What kept pictures from being drawn, each once. */
  readonly undrawn: readonly Unavailable[]
}

/** What documents still lack, what their pictures have against them. */
export function notesOn(documents: readonly NamedDocument[]): DocumentNotes {
  const pictures = documents.flatMap(({ document: { title, pictures } }) =>
    Object.values(pictures).map((picture) => ({ title, picture })),
  )
  const warnings = pictures.flatMap(({ title, picture: { warnings = [] } }) =>
    warnings.map((warning) => `「${title}」: ${warning}`),
  )
  const undrawn = new Map<string, Unavailable>()
  for (const { lack } of pictures.map(({ picture }) => picture)) {
    if (lack) undrawn.set(lack.message, { format: 'picture', ...lack })
  }
  const notes = [...documents.flatMap(unregisteredIn), ...warnings]
  return { notes: [...new Set(notes)], undrawn: [...undrawn.values()] }
}

/** How often a document says that what should be there is not registered; a person would overlook one in many pages. */
function unregisteredIn({ document, stem }: NamedDocument): readonly string[] {
  const texts = traceOf(document).paragraphs.map(({ text }) => text)
  const count = texts.join('\n').match(/【[^】\n]*未登録[^】\n]*】/g)?.length ?? 0
  if (count === 0) return []
  return [`「${document.title}」（${stem}）に、未登録が${count}か所あります`]
}
