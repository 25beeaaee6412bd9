import { describe, expect, test } from 'vitest'
import type { ChangeReport } from '../../src/finding/change.ts'
import type { Coverage } from '../../src/finding/coverage.ts'
import { UsageError } from '../../src/finding/usage-error.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { compare } from '../../src/workflow/compare.ts'
import { coverage } from '../../src/workflow/judge/coverage.ts'
import { byDay, oneIn } from '../sample/sweep.ts'
import { documentsIn, type Files, type Town, towns, written } from '../sample/towns.ts'

/** One thing taken away from the files of a municipality. */
interface Taken {
  readonly what: string
  readonly files: Files
}

/** Every system, procedure and context taken away, every system passed over, every procedure said to be copied in part. */
function* takings({ files, folder }: Town): Generator<Taken> {
  const own = Object.keys(files).filter((path) => path.startsWith(folder))
  const systems = new Set(own.map((path) => path.split('/').slice(0, -1).join('/')))
  systems.delete(folder)
  for (const system of systems) {
    yield { what: `${system} deleted`, files: without(files, (path) => path.startsWith(system)) }
    const line = { [`${folder}/.policylintignore`]: `${system.slice(folder.length)}/\n` }
    yield { what: `${system} ignored`, files: { ...files, ...line } }
  }
  for (const path of own) {
    const documents = documentsIn(path.endsWith('.yaml') ? (files[path] ?? '') : '')
    for (const [at, { kind, ...rest }] of documents.entries()) {
      const left = documents.toSpliced(at, 1)
      const others = left.length > 0 ? { [path]: written(left) } : {}
      if (kind === 'procedure' || kind === 'context') {
        const all = without(files, (one) => one === path)
        yield { what: `${path} without its ${kind}`, files: { ...all, ...others } }
      }
      if (kind === 'procedure') {
        const part = documents.with(at, { kind, ...rest, complete: false })
        yield { what: `${path} copied in part`, files: { ...files, [path]: written(part) } }
      }
    }
  }
}

function without(files: Files, isTaken: (path: string) => boolean): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !isTaken(path)))
}

/** Whether `diff` ends with another code than 0; nothing is ever solved by taking away. */
async function diffFails(before: Files, after: Files, folder: string): Promise<boolean> {
  const side = (files: Files, name: string) => ({
    name,
    workspace: memoryWorkspace(files),
    paths: [folder],
    mayBeEmpty: true,
  })
  return failing(async () => {
    const { report } = await compare({ before: side(before, '前'), after: side(after, '後') })
    expect(report.findings.resolved).toEqual([])
    return isBroken(report)
  })
}

function isBroken({ findings, changes }: ChangeReport): boolean {
  return (
    findings.introduced.some(({ severity }) => severity === 'error') ||
    changes.some(({ breaksMandatory }) => breaksMandatory)
  )
}

/** Whether `check --since` does. */
async function sinceFails(before: Files, after: Files, folder: string): Promise<boolean> {
  const [since, workspace] = [memoryWorkspace(before), memoryWorkspace(after)]
  return failing(async () => {
    const { report } = await check({ workspace, paths: [folder], since })
    return report.findings.some(({ state, severity }) => state === 'new' && severity === 'error')
  })
}

/** Wrong use ends with a code too. */
async function failing(run: () => Promise<boolean>): Promise<boolean> {
  try {
    return await run()
  } catch (thrown) {
    if (thrown instanceof UsageError) return true
    throw thrown
  }
}

/** The cells of clauses without exceptions that are judged, as the table of clauses has them. */
async function judgedCells(files: Files, folder: string): Promise<ReadonlySet<string>> {
  try {
    const table = await coverage({ workspace: memoryWorkspace(files), paths: [folder] })
    return new Set(cellsOf(table))
  } catch (thrown) {
    if (thrown instanceof UsageError) return new Set()
    throw thrown
  }
}

function cellsOf({ clauses }: Coverage): readonly string[] {
  return clauses
    .filter(({ mandatory }) => mandatory)
    .flatMap(({ requirement, cells }) =>
      cells.flatMap(({ system, state }) =>
        state === 'kept' || state === 'broken' ? [`${system} ${requirement}`] : [],
      ),
    )
}

describe.each(byDay(2, towns))('$name', (town) => {
  test('nothing that a clause without exceptions asks can be taken away unseen', async () => {
    const { files, folder } = town
    const before = await judgedCells(files, folder)
    const unseen: string[] = []
    // All of them take minutes.
    for (const taken of oneIn(24, takings(town), folder.length)) {
      const after = await judgedCells(taken.files, folder)
      const isLoss = [...before].some((cell) => !after.has(cell))
      const seen = {
        diff: await diffFails(files, taken.files, folder),
        since: await sinceFails(files, taken.files, folder),
      }
      if (seen.diff !== seen.since || (isLoss && !seen.diff)) {
        unseen.push(`${taken.what}: ${JSON.stringify({ isLoss, ...seen })}`)
      }
    }
    expect(unseen).toEqual([])
  }, 3_600_000)
})
