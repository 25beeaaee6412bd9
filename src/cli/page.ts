import type { TextContext } from '../format/context.ts'
import { defaultColumns, type Io } from './io.ts'

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

/** Whether a person watches the talk: a terminal that is not a build server's. */
export function isWatched({ env, isTTY }: Io): boolean {
  return isTTY.stderr && env['TERM'] !== 'dumb' && (!env['CI'] || env['CI'] === 'false')
}
