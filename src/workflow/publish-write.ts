import { UsageError } from '../finding/usage-error.ts'
import type { FormatName } from '../render/document.ts'
import type { DocumentKind } from '../render/documents.ts'
import { FormatUnavailable } from '../render/unavailable.ts'
import { traceOf } from '../render/trace.ts'
import { type WriteOptions, writers } from '../render/writers.ts'
import type { PublishedFile } from './publish.ts'
import type { NamedDocument } from './publish-make.ts'

/** A format that cannot be written on this machine. */
export interface Unavailable {
  readonly format: FormatName
  readonly message: string
  readonly hint: string
}

/** What to write. */
export interface WriteRequest {
  readonly formats?: readonly FormatName[]
  readonly letterhead?: WriteOptions['letterhead']
  readonly trace: boolean
}

/**
 * Writes documents in every format asked for. A format that this machine cannot write is told, and the
 * others are written; where none can be, that is the end of the run.
 */
export async function writeDocuments(
  kind: DocumentKind,
  documents: readonly NamedDocument[],
  { formats = [kind.formats[0]], letterhead, trace }: WriteRequest,
): Promise<{
  readonly files: readonly PublishedFile[]
  readonly unavailable: readonly Unavailable[]
}> {
  const options: WriteOptions = letterhead ? { letterhead } : {}
  const files: PublishedFile[] = []
  const unavailable: Unavailable[] = []
  for (const format of formats) {
    try {
      for (const { document, stem } of documents) {
        const written = await writers[format](document, stem, options)
        files.push(...written.map((file) => ({ ...file, format })))
      }
    } catch (thrown) {
      if (!(thrown instanceof FormatUnavailable)) throw thrown
      unavailable.push({ format, message: thrown.message, hint: thrown.hint ?? '' })
    }
  }
  const [first] = unavailable
  if (first && unavailable.length === formats.length) {
    throw new UsageError(unavailable.map(({ message }) => message).join('\n'), {
      hint: [...new Set(unavailable.map(({ hint }) => hint))].join('\n'),
    })
  }
  return { files: trace ? [...files, ...documents.map(traceFile)] : files, unavailable }
}

function traceFile({ document, stem }: NamedDocument): PublishedFile {
  const content = `${JSON.stringify(traceOf(document), null, 2)}\n`
  return { name: `${stem}.trace.json`, format: 'trace', content }
}
