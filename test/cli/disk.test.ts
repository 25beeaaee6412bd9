import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run, type Run } from './run.ts'

const town = resolve(import.meta.dirname, '../cases/town')
const isRoot = process.getuid?.() === 0
const isWindows = process.platform === 'win32'
const found = '利用者IDの点検に、何に記録するのか書かれていません。 [record.named]\n'
const counts = '条項 守られている 0、守られていない 1、判定できない 0\n'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policy-lint-'))
  cpSync(town, root, { recursive: true })
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function runIn(folder: string, argv: readonly string[]): Promise<Run> {
  return run(argv, { cwd: join(root, folder) })
}

test("inside one system's folder its municipality is found, up to the root of the work tree", async () => {
  mkdirSync(join(root, '.git'))
  const policies = ['--policies', '../../../policies']
  const done = {
    code: 1,
    stdout: `procedure.yaml:10:5: 指摘: ${found}検出 1件（指摘 1）。${counts}`,
    stderr: '',
  }
  const library = 'procedures/aoba-city/library'
  expect(await runIn(library, ['--quiet', ...policies])).toEqual(done)
  expect(await runIn(library, ['procedure.yaml', '--quiet', ...policies])).toEqual(done)
})

/** How each format that forges read names a file. */
const named: Readonly<Record<string, RegExp>> = {
  github: /file=([^,]*),/,
  gitlab: /"path": "([^"]*)"/,
  junit: /file="([^"]*)"/,
  sarif: /"uri": "([^"]*)"/,
}

test.each(Object.keys(named))('%s names files from the root of the work tree', async (format) => {
  const library = 'procedures/aoba-city/library'
  const policies = ['--policies', '../../../policies']
  const namesFrom = async (folder: string, ...argv: readonly string[]) => {
    const { stdout } = await runIn(folder, [...argv, '--format', format])
    return named[format]?.exec(stdout)?.[1]
  }
  const outside = [await namesFrom(library, '../..', ...policies), await namesFrom('.')]
  mkdirSync(join(root, '.git'))
  const whole = `${library}/procedure.yaml`
  expect({
    outside,
    inside: [await namesFrom(library, ...policies), await namesFrom('.')],
  }).toEqual({ outside: ['procedure.yaml', whole], inside: [whole, whole] })
})

test('outside of a work tree nothing above the working folder is read', async () => {
  const done = await runIn('procedures/aoba-city/library', ['.', '--quiet'])
  expect(done.code).toBe(1)
  expect(done.stdout).toContain('[file.no-municipality]')
})

test.skipIf(isWindows)('a link that leads nowhere is told, the rest is checked', async () => {
  symlinkSync('nowhere.yaml', join(root, 'procedures/aoba-city/library/records.yaml'))
  expect(await runIn('.', ['procedures', '--quiet'])).toEqual({
    code: 1,
    stdout:
      'procedures/aoba-city/library/records.yaml:1:1: 形式: ' +
      '「procedures/aoba-city/library/records.yaml」のリンクが切れています [file.broken-link]\n' +
      `procedures/aoba-city/library/procedure.yaml:10:5: 指摘: ${found}検出 2件（形式 1、指摘 1）。${counts}`,
    stderr: '',
  })
})

test.skipIf(isWindows || isRoot)(
  'what may not be opened is told, the rest is checked',
  async () => {
    mkdirSync(join(root, 'procedures/aoba-city/closed'))
    chmodSync(join(root, 'procedures/aoba-city/closed'), 0)
    const done = await runIn('.', ['procedures', '--quiet'])
    chmodSync(join(root, 'procedures/aoba-city/closed'), 0o755)
    expect(done).toEqual({
      code: 1,
      stdout:
        'procedures/aoba-city/closed:1:1: 形式: ' +
        '「procedures/aoba-city/closed」を開けません [file.cannot-open]\n' +
        `procedures/aoba-city/library/procedure.yaml:10:5: 指摘: ${found}検出 2件（形式 1、指摘 1）。${counts}`,
      stderr: '',
    })
  },
)

test('the words of the packs become choices of the schema', async () => {
  const { stdout } = await runIn('.', ['schema', 'procedure', '--policies', 'policies'])
  const schema = JSON.parse(stdout) as {
    $defs: {
      Duty: { properties: Record<string, { enum?: string[]; enumDescriptions?: string[] }> }
    }
  }
  const { activity, requirement } = schema.$defs.Duty.properties
  const last = activity?.enum?.indexOf('account.review') ?? -1
  expect(activity?.enumDescriptions?.[last]).toBe('利用者IDの点検')
  expect(requirement?.enum).toContain('REC-1')
})

test('the schema of a broken pack is refused', async () => {
  cpSync(resolve(town, '../cli/broken-rule/files'), root, { recursive: true })
  const { code, stdout, stderr } = await runIn('.', ['schema', 'rules', '--policies', 'policies'])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('policies/aoba/rules/record.yaml:10:25')
})
