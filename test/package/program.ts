import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The repository. */
export const root = resolve(import.meta.dirname, '../..')

/** What a run left: exit code, result and talk. */
export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a built program (of `npm run build`) in a folder; nothing else is found on its PATH. */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const options = { cwd, env: { ...process.env, PATH: '', ...env }, maxBuffer: 2 ** 26 }
  return new Promise((done) => {
    execFile(
      process.execPath,
      [...nodeArgs(env), program, ...args],
      options,
      (error, out, talk) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout: out, stderr: talk })
      },
    )
  })
}

const noting = join(import.meta.dirname, 'loaded.cjs')

function nodeArgs(env: Readonly<Record<string, string>>): readonly string[] {
  return 'POLICY_LINT_LOADED' in env ? ['--require', noting] : []
}

/** What a run loads: the files of the program, and outside packages, in order of their names. */
export interface Loaded {
  readonly files: readonly string[]
  readonly packages: readonly string[]
}

/** Runs the program of the repository and tells what it loaded; a folder is needed for a while. */
export async function loadedBy(args: readonly string[], scratch: string): Promise<Loaded> {
  const file = join(scratch, 'loaded.json')
  const program = join(root, 'dist/bin/policy-lint.js')
  // What earlier runs have found out is no reason to load less.
  const nothingKept = { XDG_CACHE_HOME: '', LOCALAPPDATA: '', HOME: '' }
  const env = { ...nothingKept, POLICY_LINT_LOADED: file }
  const { code, stderr } = await runProgram(program, args, root, env)
  if (code > 1) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`)
  const paths = (JSON.parse(readFileSync(file, 'utf8')) as readonly string[])
    .filter((path) => path !== noting)
    .map((path) => path.replaceAll('\\', '/'))
  const isOutside = (path: string): boolean => path.includes('/node_modules/')
  return {
    files: unique(paths.filter((path) => !isOutside(path)).map((path) => path.replace(/.*\//, ''))),
    packages: unique(paths.filter(isOutside).map(packageOf)),
  }
}

function packageOf(path: string): string {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}
