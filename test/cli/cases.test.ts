import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { exitCode } from '../../src/cli/exit-code.ts'
import { run } from './run.ts'

const cases = resolve(import.meta.dirname, '../cases')
const names = readdirSync(join(cases, 'cli')).sort()

/**
 * Runs a case in a folder of its own: the invented town's pack, its dossiers where the case has a
 * folder `procedures`, and the case's files over them.
 */
async function runCase(name: string): Promise<string> {
  const folder = join(cases, 'cli', name)
  const cwd = mkdtempSync(join(tmpdir(), 'policy-lint-'))
  try {
    const town = existsSync(join(folder, 'files/procedures')) ? '' : 'policies'
    cpSync(join(cases, 'town', town), join(cwd, town), { recursive: true })
    if (existsSync(join(folder, 'files'))) {
      cpSync(join(folder, 'files'), cwd, { recursive: true })
    }
    const argv = readFileSync(join(folder, 'args.txt'), 'utf8').trim().split(' ')
    const { code, stdout, stderr } = await run(argv, { cwd })
    expect(code, stderr).not.toBe(exitCode.ourFault)
    expect(stdout + stderr).not.toMatch(/^ +at |node:internal|\.ts:\d/m)
    expect(stdout + stderr).not.toContain(cwd)
    return `exit ${code}\n--- stdout\n${stdout}--- stderr\n${stderr}`
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

test.each(names)('%s', async (name) => {
  await expect(await runCase(name)).toMatchFileSnapshot(join(cases, 'cli', name, 'expected.txt'))
})
