import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Option } from 'commander'
import type { Cache } from '../workflow/judge/memory.ts'
import type { Io } from './io.ts'

/** The options that say where judgements are kept for the next run. */
export interface CacheOptions {
  readonly cache?: boolean
  readonly cacheLocation?: string
}

/** Where judgements are kept, where that is not the usual place. */
export function cacheLocationOption(): Option {
  return new Option(
    '--cache-location <フォルダー>',
    '判定の控えを置くフォルダー（省略すると利用者のキャッシュのフォルダー）',
  )
}

/** By what the user's folders are named, and where they stand in his home where nothing names them. */
const userFolders = {
  /** What may be lost. */
  cache: ['XDG_CACHE_HOME', '.cache'],
  /** What must be kept. */
  state: ['XDG_STATE_HOME', '.local/state'],
} as const

/** The user's own folder for what may be lost, or for what must be kept; undefined on a machine that has none. */
export function userFolder(
  { env }: Pick<Io, 'env'>,
  kind: keyof typeof userFolders,
): string | undefined {
  const [variable, below] = userFolders[kind]
  const { LOCALAPPDATA: local, HOME: home } = env
  const isWindows = process.platform === 'win32'
  const base = [env[variable], isWindows ? local : home && join(home, below)].find(
    (folder) => folder !== undefined && isAbsolute(folder),
  )
  return base === undefined ? undefined : join(base, 'policy-lint')
}

/**
 * Where a run keeps its judgements: where the user says, else in the user's own folder. What stands among the
 * files that are checked can be brought along with them, and is not believed unless it is named.
 */
export async function cacheOf(
  { cache, cacheLocation }: CacheOptions,
  paths: readonly string[],
  io: Io,
): Promise<Cache | undefined> {
  if (cache === false) return undefined
  const { digestOfFiles, standsBelow } = await import('../source/cache-folder.ts')
  const program = digestOfFiles(dirname(fileURLToPath(import.meta.url)), programFiles)
  if (program === undefined) return undefined
  if (cacheLocation !== undefined) return { folder: resolve(io.cwd, cacheLocation), program }
  const folder = userFolder(io, 'cache')
  if (folder === undefined) return undefined
  const { gitRootAbove } = await import('../source/disk.ts')
  const top = gitRootAbove(io.cwd) ?? io.cwd
  const checked = [io.cwd, top, ...paths.map((path) => resolve(io.cwd, path))]
  return checked.some((root) => standsBelow(folder, root)) ? undefined : { folder, program }
}

/** The files of the built program that a check may load; run from its sources, it keeps nothing. */
const programFiles = ['policy-lint.js', 'run.js', 'packs.js']
