/** What only Windows does, tried on any system: files that others hold for a moment, drives without real paths. */
import type * as Fs from 'node:fs'
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import nodePath, { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isInside, real } from '../../src/source/disk.ts'
import { readPlain } from '../../src/source/read-bytes.ts'
import { rename, writeTogether } from '../../src/source/write-together.ts'

const { renameSync, native } = vi.hoisted(() => ({ renameSync: vi.fn(), native: vi.fn() }))
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof Fs>()
  const realpath = Object.assign((path: string) => fs.realpathSync(path), { native })
  return { ...fs, renameSync, realpathSync: realpath }
})
const actual = await vi.importActual<typeof Fs>('node:fs')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-lint-windows-'))
  writeFileSync(join(folder, 'new'), '')
  renameSync.mockReset().mockImplementation(actual.renameSync)
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Refuses so many renames, as a virus scanner does that reads the file. */
function refuse(times: number, code: string): void {
  for (let time = 0; time < times; time += 1) {
    renameSync.mockImplementationOnce(() => {
      throw Object.assign(new Error(code), { code })
    })
  }
}

/** Renames as on a platform; what was thrown, and how often it was tried. */
function tried(platform: string): readonly [unknown, number] {
  try {
    rename(join(folder, 'new'), join(folder, 'old'), platform)
    return ['renamed', renameSync.mock.calls.length]
  } catch (thrown) {
    return [(thrown as NodeJS.ErrnoException).code, renameSync.mock.calls.length]
  }
}

test.each(['EACCES', 'EBUSY', 'EPERM'])('a rename that %s stops is tried again', (code) => {
  refuse(3, code)
  expect(tried('win32')).toEqual(['renamed', 4])
  expect(existsSync(join(folder, 'old'))).toBe(true)
})

test('not for ever, not for another reason, and not elsewhere', () => {
  refuse(8, 'EBUSY')
  expect(tried('win32')).toEqual(['EBUSY', 8])
  renameSync.mockClear()
  refuse(1, 'ENOSPC')
  expect(tried('win32')).toEqual(['ENOSPC', 1])
  renameSync.mockClear()
  refuse(1, 'EBUSY')
  expect(tried('linux')).toEqual(['EBUSY', 1])
})

test('where the system gives no real path, links are followed name by name', () => {
  native.mockImplementation(() => {
    throw Object.assign(new Error('UNKNOWN'), { code: 'UNKNOWN' })
  })
  actual.symlinkSync(join(folder, 'new'), join(folder, 'link'))
  expect(real(join(folder, 'link'))).toBe(join(realpathSync(folder), 'new'))
})

test.each([
  ['C:\\town', 'C:\\town', true],
  ['c:\\TOWN\\a.csv', 'C:\\town', true],
  ['C:\\town\\..a.csv', 'C:\\town', true],
  ['C:\\town2\\a.csv', 'C:\\town', false],
  ['C:\\a.csv', 'C:\\town', false],
  ['D:\\town\\a.csv', 'C:\\town', false],
  ['\\\\server\\share\\a.csv', 'C:\\town', false],
  ['\\\\server\\share\\a.csv', '\\\\server\\share', true],
])('whether %s stands in %s', (path, within, is) => {
  expect(isInside(path, within, nodePath.win32)).toBe(is)
})

// Windows takes 260 characters of a path by itself, and what is written aside stands deeper still.
test('a path longer than Windows takes by itself is written over and read', () => {
  const deep = join(folder, ...Array.from({ length: 6 }, () => '庁内'.repeat(20)))
  for (const content of ['古い本文', '新しい本文']) {
    writeTogether(deep, [{ name: '実施手順.html', content }])
    const bytes = readPlain(join(deep, '実施手順.html'), 100)
    expect(Buffer.from(bytes).toString()).toBe(content)
  }
  expect(deep.length).toBeGreaterThan(260)
  expect(real(join(deep, '実施手順.html'))).toBe(join(real(deep), '実施手順.html'))
})
