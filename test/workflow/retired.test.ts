import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/finding/report.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { coverage } from '../../src/workflow/judge/coverage.ts'
import { oneIn } from '../sample/sweep.ts'
import { changed, documentsIn, type Files, type Town, towns } from '../sample/towns.ts'

async function reportOf(files: Files, folder: string): Promise<Report> {
  const { report } = await check({ workspace: memoryWorkspace(files), paths: [folder] })
  return report
}

/** The files with the end of one system written into its context. */
function retired(files: Files, system: string, on: string): Files {
  return changed(files, (document) =>
    document['kind'] === 'context' && document['system'] === system
      ? { ...document, retired: { on, reason: '別のシステムに移した。' } }
      : document,
  )
}

/** A system with a context; undefined where the organisation is all there is. */
function systemIn({ files, folder }: Town): string | undefined {
  return Object.entries(files)
    .filter(([path]) => path.startsWith(folder) && path.endsWith('.yaml'))
    .flatMap(([, text]) => documentsIn(text))
    .filter(({ kind }) => kind === 'context')
    .map(({ system }) => String(system))
    .find((system) => !system.endsWith('/organisation'))
}

/** All that is said of other systems, and of no system. */
function besides({ findings, cannotJudge, waived }: Report, system: string): unknown {
  return {
    findings: findings.filter((one) => one.system !== system),
    cannotJudge: cannotJudge.filter((one) => one.system !== system),
    waived: waived.filter(({ finding }) => finding?.system !== system),
  }
}

const withSystem = towns.flatMap((town) => {
  const system = systemIn(town)
  return system === undefined ? [] : [{ ...town, system }]
})

describe.each([...oneIn(2, withSystem)])(
  '$system of $name, once retired',
  ({ files, folder, system }) => {
    // Written anew, so that places are the same.
    const plain = changed(files, (document) => document)

    test('is told as such and judged no more, from its day on; all else is as it was', async () => {
      const before = await reportOf(plain, folder)
      const asOf = before.systems.find((one) => one.system === system)?.asOf ?? ''
      const after = await reportOf(retired(plain, system, asOf), folder)
      expect(besides(after, system)).toEqual(besides(before, system))
      expect({
        findings: after.findings.filter((one) => one.system === system),
        unknown: after.cannotJudge.filter((one) => one.system === system),
        told: after.systems.find((one) => one.system === system),
      }).toEqual({
        findings: [],
        unknown: [],
        told: {
          ...before.systems.find((one) => one.system === system),
          clauses: { kept: 0, broken: 0, cannotJudge: 0, excepted: 0, notApplicable: 0 },
          retired: { on: asOf, reason: '別のシステムに移した。' },
        },
      })
      const later = await reportOf(retired(plain, system, '2099-04-01'), folder)
      expect(later.findings.map(({ fingerprint }) => fingerprint)).toEqual(
        before.findings.map(({ fingerprint }) => fingerprint),
      )
      expect(later.systems).toEqual(before.systems)
    }, 60_000)

    test('keeps no clause and breaks none', async () => {
      const workspace = memoryWorkspace(retired(plain, system, '2000-04-01'))
      const { clauses } = await coverage({ workspace, paths: [folder] })
      const own = clauses.flatMap(({ cells }) => cells.filter((cell) => cell.system === system))
      expect(new Set(own.map(({ state }) => state))).toEqual(new Set(['notApplicable']))
    }, 60_000)
  },
)
