import type { Readable, Writable } from 'node:stream'
import type { TextContext } from '../format/context.ts'

/** Something text can be written to. */
export interface Output {
  write(text: string): unknown
}

/** Where a person can be asked. */
export interface Terminal {
  readonly input: Readable
  readonly output: Writable
}

/** All that the program touches of the process it runs in, so that tests can hand in their own. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** The terminal that a person sits at, where both ends of the talk are one. */
  readonly terminal?: Terminal
  readonly isTTY: { readonly stdout: boolean; readonly stderr: boolean }
  /** Columns of the terminal, where there is one. */
  readonly columns: number | undefined
}

/** Columns to write in where no terminal says how many. */
export const defaultColumns = 80

/** The terminal's page, or a plain one of the usual width for a text that goes to a file. */
export function pageSize(io: Io, file?: string): TextContext {
  if (file !== undefined) return { color: false, width: defaultColumns }
  return { color: wantsColor(io, 'stdout'), width: io.columns ?? defaultColumns }
}

/** Whether a stream gets colours: `FORCE_COLOR` wins, then `NO_COLOR`, then whether a person looks on. */
export function wantsColor({ env, isTTY }: Io, stream: 'stdout' | 'stderr'): boolean {
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env['NO_COLOR']) return false
  return isTTY[stream] && env['TERM'] !== 'dumb'
}
