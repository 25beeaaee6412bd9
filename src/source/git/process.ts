import type { Buffer } from 'node:buffer'
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import nodePath from 'node:path'
import { gitFailed, noGit, noRepository, notTrusted, tookTooLong, tooMuch } from './error.ts'

/** What a run of git left. */
export interface GitResult {
  readonly status: number
  readonly stdout: Buffer
  readonly stderr: string
}

/** Runs git with arguments, and a text on its standard input. */
export type Git = (args: readonly string[], input?: string) => GitResult

/** Where git runs. */
export interface GitPlace {
  /** The user's working folder (native). */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The most that one run may say (the list of a repository with some millions of files), and how long it may take, in ms. */
const longestOutput = 512 * 1024 * 1024
const longestRun = 300 * 1000

/**
 * Only commands that read the store of objects are run, and nothing that a repository holds is run
 * with them: no hook, no watcher, no filter, no pager, no fetching of what a partial clone lacks.
 */
const careful = [
  '--no-pager',
  '--no-optional-locks',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.warnAmbiguousRefs=true',
]
const quiet = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  // Older versions know no better way to keep from fetching: no protocol has this name.
  GIT_ALLOW_PROTOCOL: 'none',
  // What git says is recognised in English.
  LC_ALL: 'C',
  LANGUAGE: 'C',
}

/** Git as it runs in a folder; throws where it is not installed. `revision` is for messages. */
export function gitIn({ cwd, env }: GitPlace, revision: string): Git {
  const program = findGit(env)
  if (program === undefined) throw noGit()
  return (args, input = '') => {
    const { status, stdout, stderr, error } = spawnSync(program, [...careful, ...args], {
      cwd,
      env: { ...env, ...quiet },
      input,
      maxBuffer: longestOutput,
      timeout: longestRun,
      windowsHide: true,
    })
    if (error) {
      // Node promises the code of the system, its types only an error.
      const { code, message } = error as NodeJS.ErrnoException
      // A git that ends early leaves its input unread; why it did is told by its status.
      const isTold = code === 'EPIPE' && status !== null
      if (!isTold) throw failureOfRun(code ?? message, revision)
    }
    return { status: status ?? -1, stdout, stderr: stderr.toString('utf8') }
  }
}

/** The error for a run that Node ended, or that it could not start. */
function failureOfRun(reason: string, revision: string): Error {
  if (reason === 'ENOBUFS') return tooMuch(revision)
  return reason === 'ETIMEDOUT' ? tookTooLong(revision) : gitFailed(reason)
}

/** The error for a run of git that ended badly, by what it said. */
export function failureOf({ stderr }: GitResult, cwd: string): Error {
  if (stderr.includes('not a git repository')) return noRepository()
  const owned = /(?:dubious ownership in repository at |unsafe repository \()'(.+)'/.exec(stderr)
  if (owned) return notTrusted(owned[1] ?? cwd)
  const said = stderr.split('\n').find((line) => /^(fatal|error): /.test(line)) ?? stderr
  return gitFailed(said.trim() || '理由は分かりません')
}

/**
 * The program git, by its whole path. Looked for here and not by the system, because Windows would
 * look into the working folder first: a repository that holds a `git.exe` must not have it run.
 */
export function findGit(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const isWindows = process.platform === 'win32'
  const name = isWindows ? 'git.exe' : 'git'
  // Windows spells the variable as it likes.
  const isPath = (name: string): boolean => (isWindows ? name.toUpperCase() : name) === 'PATH'
  const [, path = ''] = Object.entries(env).find(([name]) => isPath(name)) ?? []
  const folders = path.split(nodePath.delimiter)
  return folders
    .filter((folder) => nodePath.isAbsolute(folder))
    .map((folder) => nodePath.join(folder, name))
    .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
}
