import type * as Fs from 'node:fs'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstTaken, writeTogether } from '../../src/source/write-together.ts'
import { heldIn } from './held.ts'

vi.mock('node:fs', async (load) => {
  const fs = await load<typeof Fs>()
  return { ...fs, renameSync: vi.fn(fs.renameSync) }
})
const { renameSync: actual } = await vi.importActual<typeof Fs>('node:fs')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-lint-write-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const held = (): Readonly<Record<string, string>> => heldIn(folder)

/** The error of writing. */
function failing(place: string, names: readonly string[]): unknown {
  try {
    writeTogether(
      place,
      names.map((name) => ({ name, content: `新しい${name}` })),
    )
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? thrown.code : thrown
  }
  return undefined
}

test('files go into a folder that is made for them, text and bytes', () => {
  writeTogether(join(folder, 'deep/out'), [
    { name: 'a.html', content: '本文' },
    { name: 'b.docx', content: new TextEncoder().encode('PK') },
  ])
  expect(held()).toEqual({
    deep: '/',
    'deep/out': '/',
    'deep/out/a.html': '本文',
    'deep/out/b.docx': 'PK',
  })
})

test('a file of the same name is replaced, and the others stay', () => {
  writeFileSync(join(folder, 'a.html'), '古い本文')
  writeFileSync(join(folder, 'notes.txt'), '覚え書き')
  writeTogether(folder, [{ name: 'a.html', content: '本文' }])
  expect(held()).toEqual({ 'a.html': '本文', 'notes.txt': '覚え書き' })
})

test('where the last cannot take its name, all is as it was', () => {
  writeFileSync(join(folder, 'a.html'), '古い本文')
  mkdirSync(join(folder, 'c.html/kept'), { recursive: true })
  const before = held()
  expect(failing(folder, ['a.html', 'b.html', 'c.html'])).toBe('EEXIST')
  expect(held()).toEqual(before)
})

test.each([
  ['a.html', 1],
  ['b.html', 2],
  ['c.html', 3],
])('where %s is open in another program, what took its name before gives way', (name, turn) => {
  writeFileSync(join(folder, 'a.html'), '古い本文')
  writeFileSync(join(folder, 'c.html'), '古い別紙')
  const before = held()
  const rename = vi.mocked(renameSync)
  for (let before = 1; before < turn; before += 1) rename.mockImplementationOnce(actual)
  rename.mockImplementationOnce(() => {
    throw Object.assign(new Error(`${name} is open`), { code: 'EBUSY' })
  })
  expect(failing(folder, ['a.html', 'b.html', 'c.html'])).toBe('EBUSY')
  expect(held()).toEqual(before)
})

test('files go into folders below it that their names need', () => {
  writeTogether(join(folder, 'town'), [
    { name: 'a.yaml', content: '一' },
    { name: 'deep/er/b.yaml', content: '二' },
  ])
  expect(held()).toEqual({
    town: '/',
    'town/a.yaml': '一',
    'town/deep': '/',
    'town/deep/er': '/',
    'town/deep/er/b.yaml': '二',
  })
})

test('folders made for files that could not be written go again', () => {
  mkdirSync(join(folder, 'town/taken'), { recursive: true })
  const before = held()
  expect(failing(join(folder, 'town'), ['a.yaml', 'deep/er/b.yaml', 'taken'])).toBe('EEXIST')
  expect(held()).toEqual(before)
  expect(failing(join(folder, 'new/town'), ['a.yaml', 'deep/b.yaml', 'a.yaml/c.yaml'])).toMatch(
    /^E/,
  )
  expect(held()).toEqual(before)
})

test.skipIf(process.platform === 'win32')(
  'a link stays a link, and what it leads to keeps its permissions',
  () => {
    mkdirSync(join(folder, 'elsewhere'))
    const real = join(folder, 'elsewhere/a.html')
    writeFileSync(real, '古い本文')
    chmodSync(real, 0o640)
    mkdirSync(join(folder, 'out'))
    symlinkSync(real, join(folder, 'out/a.html'))
    writeTogether(join(folder, 'out'), [{ name: 'a.html', content: '本文' }])
    expect(readlinkSync(join(folder, 'out/a.html'))).toBe(real)
    expect(statSync(real).mode & 0o777).toBe(0o640)
    expect(held()).toEqual({
      elsewhere: '/',
      'elsewhere/a.html': '本文',
      out: '/',
      'out/a.html': '本文',
    })
  },
)

test('the first name that is taken is told', () => {
  writeFileSync(join(folder, 'b.yaml'), '')
  const files = ['a.yaml', 'b.yaml'].map((name) => ({ name }))
  expect([firstTaken(folder, files), firstTaken(folder, files.slice(0, 1))]).toEqual([
    'b.yaml',
    undefined,
  ])
})
