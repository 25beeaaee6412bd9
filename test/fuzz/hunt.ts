/** What the program must do with any input, and the cases that are tried. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Io } from '../../src/cli/io.ts'
import { anyCommand } from './command.ts'
import { anyEdit, type Edit, edited } from './edit.ts'
import { type Town, type TownName, readTown, writeTown } from './town.ts'

/** The program: arguments in, exit code out. */
export type Main = (argv: readonly string[], io: Io) => Promise<number>

/** A town, what is changed in it, and the commands that are then given there one after another. */
export interface Case {
  readonly town: TownName
  readonly edits: readonly Edit[]
  readonly commands: readonly (readonly string[])[]
}

/** Any case. */
export const anyCase: fc.Arbitrary<Case> = fc.record({
  town: fc.constantFrom<TownName>('aoba', 'aoba', 'minamoto'),
  edits: fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
  commands: fc.array(anyCommand, { minLength: 1, maxLength: 3 }),
})

/** Whether a JSON text is what its schema promises; nothing where it is. */
export type Promised = (json: string) => string | undefined

/** What cases are tried with. */
export interface Ground {
  /** The repository. */
  readonly root: string
  readonly main: Main
  readonly promised: Promised
}

/** The files of a case. */
export function townOf({ town, edits }: Pick<Case, 'town' | 'edits'>, root: string): Town {
  return edited(readTown(root, town), edits)
}

/** Tries a case; what is wrong with how it ended, nothing where all is well. */
export async function tryCase(one: Case, ground: Ground): Promise<string | undefined> {
  return tryTown(readTown(ground.root, one.town), townOf(one, ground.root), one.commands, ground)
}

/** Gives commands in a folder that holds a town, with the town as it was before beside it. */
export async function tryTown(
  before: Town,
  town: Town,
  commands: Case['commands'],
  ground: Ground,
): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-lint-fuzz-'))
  try {
    writeTown(join(folder, 'before'), before)
    writeTown(join(folder, 'town'), town)
    for (const command of commands) {
      const argv = command.map((word) => word.replace('{before}', '../before'))
      const earlier = keptIn(join(folder, 'town'))
      const fault =
        (await faultOf(argv, join(folder, 'town'), ground)) ??
        faultOfKept(earlier, keptIn(join(folder, 'town')), ground)
      const left = litterIn(folder)
      if (fault !== undefined || left !== undefined) {
        return `${argv.join(' ')}: ${fault ?? `leaves ${left}`}`
      }
    }
    return await faultOfOrder(town, join(folder, 'town'), ground)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a command has left that it wrote aside. */
function litterIn(folder: string): string | undefined {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.includes('.policy-lint-'),
  )
}

/** What is written to be read again, baselines and the marks of reviewers, by its path. */
function keptIn(town: string): ReadonlyMap<string, string> {
  const paths = readdirSync(town, { recursive: true, encoding: 'utf8' })
  return new Map(
    paths
      .filter((path) => /(?:^|[\\/])(?:base|review)\.json$/.test(path))
      .map((path) => [path, readFileSync(join(town, path), 'utf8')]),
  )
}

/** What a command has written of those is as promised. */
function faultOfKept(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  { promised }: Ground,
): string | undefined {
  for (const [path, text] of after) {
    const fault = text === before.get(path) ? undefined : promised(text)
    if (fault !== undefined) return `${path}: ${fault}`
  }
  return undefined
}

/** Seconds of work that no command may take on towns as small as these. */
const patience = 30

async function faultOf(
  argv: readonly string[],
  cwd: string,
  { main, promised }: Ground,
): Promise<string | undefined> {
  const before = process.cpuUsage()
  const { code, stdout, stderr } = await run(main, argv, cwd)
  const { user } = process.cpuUsage(before)
  if (![0, 1, 2].includes(code)) return `exit ${code}: ${stderr.slice(0, 2000)}`
  if (user > patience * 1e6) return `${Math.round(user / 1e6)} seconds of work`
  const all = stdout + stderr
  const odd = /^ +at .*[:(]\d|\[object Object\]|node:internal/m.exec(all)
  if (odd) return `says ${odd[0]}`
  // Help is no report, whatever else is asked for.
  const isReport =
    argv.includes('json') && !['--output', '--help', '-V'].some((one) => argv.includes(one))
  if (!isReport || code === 2) return undefined
  return promised(stdout) ?? faultOfSame(argv, stdout)
}

/** What is compared with itself has not changed. */
function faultOfSame(
  [command, before, after]: readonly string[],
  json: string,
): string | undefined {
  if (command !== 'diff' || before !== after) return undefined
  const { changes, findings } = JSON.parse(json) as {
    readonly changes: readonly unknown[]
    readonly findings: Readonly<Record<string, readonly unknown[]>>
  }
  const lists = [changes, ...Object.values(findings).filter(Array.isArray)]
  return lists.every(({ length }) => length === 0) ? undefined : 'differs from itself'
}

/** The order in which files are named does not matter. */
async function faultOfOrder(
  town: Town,
  cwd: string,
  { main }: Ground,
): Promise<string | undefined> {
  const paths = [...town.keys()].filter((path) => /^procedures\/.*\.yaml$/.test(path))
  const check = (files: readonly string[]) =>
    run(main, ['check', '--format', 'json', '--', ...files], cwd)
  const first = await check(paths)
  const last = await check(paths.toReversed())
  return first.stdout === last.stdout && first.code === last.code
    ? undefined
    : 'says something else where its files are named in another order'
}

/** Tries some cases; of what is found the smallest that shows it, and what is wrong with it. */
export async function hunt(
  tried: (one: Case) => Promise<string | undefined>,
  parameters: {
    readonly seed: number
    readonly numRuns: number
    readonly interruptAfterTimeLimit?: number
  },
): Promise<{ readonly found: Case; readonly fault: string } | undefined> {
  let fault = ''
  const property = fc.asyncProperty(anyCase, async (one) => {
    const wrong = await tried(one)
    if (wrong === undefined) return true
    fault = wrong
    return false
  })
  const { counterexample } = await fc.check(property, parameters)
  const [found] = counterexample ?? []
  return found && { found, fault }
}

/** A case with one change or one command less, in every way. */
function lessThan({ edits, commands, ...one }: Case): readonly Case[] {
  const without = <Item>(items: readonly Item[], least: number) =>
    items.length > least ? items.map((_, at) => items.toSpliced(at, 1)) : []
  return [
    ...without(commands, 1).map((fewer) => ({ ...one, edits, commands: fewer })),
    ...without(edits, 0).map((fewer) => ({ ...one, edits: fewer, commands })),
  ]
}

/** The least of a case that still ends its process, by hanging or of memory: what a process cannot do for itself. */
export async function leastThat(
  isDeadly: (one: Case) => Promise<boolean>,
  one: Case,
): Promise<Case> {
  for (const less of lessThan(one)) {
    if (await isDeadly(less)) return leastThat(isDeadly, less)
  }
  return one
}

async function run(main: Main, argv: readonly string[], cwd: string) {
  let stdout = ''
  let stderr = ''
  const code = await main(argv, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    stdin: nothing(),
    env: {},
    cwd,
    isTTY: { stdout: false, stderr: false },
    columns: undefined,
  })
  return { code, stdout, stderr }
}

async function* nothing(): AsyncGenerator<string> {
  await Promise.resolve()
  yield ''
}
