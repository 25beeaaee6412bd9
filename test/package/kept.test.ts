import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { root, type Run, runProgram } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'policy-lint-kept-'))
const home = join(folder, 'home')
const work = join(folder, 'work')
const usual = join(home, '.cache/policy-lint')
cpSync(join(root, 'test/cases/town'), work, { recursive: true })
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home)
})

/** Runs the built program on a machine whose user has this home, unless told otherwise. */
const run = (args: string, env: Readonly<Record<string, string>> = {}): Promise<Run> => {
  const nowhere = {
    XDG_CACHE_HOME: '',
    LOCALAPPDATA: usual.replace(/.policy-lint$/, ''),
    HOME: home,
  }
  const program = join(root, 'dist/bin/policy-lint.js')
  return runProgram(program, args.split(' '), work, { ...nowhere, ...env })
}

const filesIn = (place: string): readonly string[] =>
  existsSync(place) ? readdirSync(place, { recursive: true, encoding: 'utf8' }) : []

test('a check keeps what it judged in the own folder of the user, and says the same again', async () => {
  const first = await run('check procedures --format json')
  expect(filesIn(usual).filter((name) => name.endsWith('.shelf'))).toHaveLength(1)
  expect(await run('check procedures --format json')).toEqual(first)
  expect(await run('check procedures --format json --no-cache')).toEqual(first)
})

test('nothing is kept where it is not wanted, or where nobody has a place of their own', async () => {
  const plain = await run('check procedures --no-cache')
  expect(await run('check procedures', { HOME: '', LOCALAPPDATA: '' })).toEqual(plain)
  expect(filesIn(home)).toEqual([])
})

test('what lies among the files that are checked is not believed, and not made', async () => {
  const inside = join(work, 'procedures/.cache')
  await run('check procedures', { XDG_CACHE_HOME: inside })
  await run('check procedures', { XDG_CACHE_HOME: join(work, '.cache') })
  expect(existsSync(inside)).toBe(false)
  expect(existsSync(join(work, '.cache'))).toBe(false)
  await run('check procedures', { XDG_CACHE_HOME: join(folder, 'elsewhere') })
  expect(filesIn(join(folder, 'elsewhere')).length).toBeGreaterThan(0)
})

test('a place that is named is used wherever it is, and only what is ours is cleared there', async () => {
  const named = join(work, 'kept')
  await run('check procedures --cache-location kept')
  expect(filesIn(named).length).toBeGreaterThan(0)
  expect(filesIn(usual)).toEqual([])
  writeFileSync(join(named, 'mine.txt'), '')
  expect((await run('cache clear --cache-location kept')).stdout).toBe('判定の控えを消しました\n')
  expect(filesIn(named)).toEqual(['mine.txt'])
  expect((await run('cache clear')).stdout).toBe('判定の控えはありません\n')
  expect(await run('cache empty')).toMatchObject({ code: 2 })
})
