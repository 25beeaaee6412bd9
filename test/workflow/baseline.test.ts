import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Report } from '../../src/finding/report.ts'
import { run } from '../cli/run.ts'
import { replaced, sampleFiles } from '../sample/town.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'baseline-'))
})
afterEach(() => {
  rmSync(cwd, { recursive: true })
})

/** Lays the sample town out on the disk, its exception taken away. */
function write(edit: (dossier: string) => string = (text) => text): void {
  const plain = (dossier: string): string =>
    dossier.replaceAll(/^exceptions:\n(?:(?: {2}| {4}).*\n)+/gm, '')
  for (const [path, text] of Object.entries(sampleFiles((dossier) => edit(plain(dossier))))) {
    mkdirSync(join(cwd, path, '..'), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
}

const noRecord = (dossier: string): string => dossier.replaceAll('    record: ログ点検表\n', '')
const noMonths = (dossier: string): string =>
  dossier.replaceAll('    timing: { months: [6, 12] }\n', '').replaceAll('6月と12月に、', '')
const check = (...more: readonly string[]) => run(['check', 'town', ...more], { cwd })
const baseline = ['--baseline', 'known.json']

test('known findings are marked and fail no run, new ones do', async () => {
  write(noRecord)
  expect((await check()).code).toBe(1)
  const written = await check(...baseline, '--update-baseline')
  expect(written.code).toBe(0)
  expect(written.stdout).toContain('（新規）')
  expect(written.stderr).toContain('に1件を書きました')

  const known = await check(...baseline)
  expect(known.code).toBe(0)
  expect(known.stdout).toContain('（既知）')
  expect(known.stdout).toContain('うち新規 0、既知 1')

  write((dossier) => noMonths(noRecord(dossier)))
  const more = await check(...baseline, '--format', 'json')
  expect(more.code).toBe(1)
  const { findings } = JSON.parse(more.stdout) as Report
  expect(findings.map(({ state }) => state).sort()).toEqual(['existing', 'new'])
})

test('an entry whose finding is gone is refused with how to take it out', async () => {
  write((dossier) => noMonths(noRecord(dossier)))
  await check(...baseline, '--update-baseline')
  write(noRecord)
  const stale = await check(...baseline)
  expect(stale.code).toBe(2)
  expect(stale.stderr).toContain('もう起きていない問題が1件')
  expect(stale.stderr).toContain('duty.periodic-complete')
  expect(stale.stderr).toContain('--baseline known.json --update-baseline')
  expect((await check(...baseline, '--update-baseline')).code).toBe(0)
  expect((await check(...baseline)).code).toBe(0)
})

test('a broken file hides findings: none of them counts as gone', async () => {
  write(noRecord)
  await check(...baseline, '--update-baseline')
  const before = readFileSync(join(cwd, 'known.json'), 'utf8')
  write((dossier) => replaced(noRecord(dossier), /^complete: .*\n|^roles:/m, 'rolls:'))
  const broken = await check(...baseline)
  expect(broken.code).toBe(1)
  await check(...baseline, '--update-baseline')
  expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toContain(
    (JSON.parse(before) as { findings: { fingerprint: string }[] }).findings[0]?.fingerprint,
  )
})

test('what a run does not look at is neither gone nor forgotten', async () => {
  write(noRecord)
  await check(...baseline, '--update-baseline')
  const file = join(cwd, 'known.json')
  const known = JSON.parse(readFileSync(file, 'utf8')) as { findings: object[] }
  known.findings.push({
    fingerprint: '0123456789abcdef',
    rule: 'duty.periodic-complete',
    system: 'another-city/library',
    message: 'ほかの自治体の問題',
  })
  writeFileSync(file, JSON.stringify(known))
  expect((await check(...baseline)).code).toBe(0)
  await check(...baseline, '--update-baseline')
  expect(readFileSync(file, 'utf8')).toContain('another-city/library')
})

test.each([
  ['{', 'JSONとして読めません'],
  ['{"format":"policy-lint/report.v1","findings":[]}', '"format"'],
  ['{"format":"policy-lint/baseline.v1","findings":[{"fingerprint":"x"}]}', '"findings"'],
])('a baseline that is none is refused: %s', async (text, reason) => {
  write()
  writeFileSync(join(cwd, 'known.json'), text)
  const { code, stderr } = await check(...baseline)
  expect(code).toBe(2)
  expect(stderr).toContain('known.json:1:1')
  expect(stderr).toContain(reason)
})

test('a baseline that is not there is refused unless it is to be written', async () => {
  write()
  expect((await check(...baseline)).code).toBe(2)
  expect((await check('--update-baseline')).code).toBe(2)
  expect((await check(...baseline, '--update-baseline')).code).toBe(0)
})
