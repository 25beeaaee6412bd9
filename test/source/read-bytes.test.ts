import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPlain, readStretch } from '../../src/source/read-bytes.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-lint-read-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function codeOf(path: string, limit = 10): unknown {
  try {
    return Buffer.from(readPlain(path, limit)).toString()
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? thrown.code : thrown
  }
}

test.each([0, 1, 9, 10])('a file of %d bytes is read whole', (length) => {
  const path = join(folder, 'a')
  writeFileSync(path, 'x'.repeat(length))
  expect(codeOf(path)).toBe('x'.repeat(length))
})

test('a stretch of a file is what stands there, and no more than the file has', () => {
  const path = join(folder, 'a')
  writeFileSync(path, '0123456789')
  const stretch = (from: number, length: number) => readStretch(path, from, length).toString()
  expect([stretch(2, 3), stretch(0, 10), stretch(7, 9), stretch(10, 1), stretch(12, 1)]).toEqual([
    '234',
    '0123456789',
    '789',
    '',
    '',
  ])
  expect(() => readStretch(folder, 0, 1)).toThrow('EISDIR')
})

test('more than is allowed, a folder, and what is not there are refused', () => {
  const path = join(folder, 'a')
  writeFileSync(path, 'x'.repeat(11))
  expect([codeOf(path), codeOf(folder), codeOf(join(folder, 'b'))]).toEqual([
    'EFBIG',
    'EISDIR',
    'ENOENT',
  ])
})

test.skipIf(process.platform === 'win32')('a device and a pipe are not opened', () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  expect([codeOf('/dev/zero'), codeOf(pipe)]).toEqual(['ENOTPLAIN', 'ENOTPLAIN'])
})

// Files of /proc say that they are empty.
test.skipIf(process.platform !== 'linux')('a file that hides its size is read to the limit', () => {
  expect(codeOf('/proc/self/maps')).toBe('EFBIG')
})
