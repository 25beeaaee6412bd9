/** A disk that becomes full at any moment of writing: all files are old or all are new, and nothing is left over. */
import type * as Fs from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeTogether, writeWhole } from '../../src/source/write-together.ts'
import { heldIn } from './held.ts'

/** How many more things may be written; what takes names and what is removed needs no room. */
const disk = vi.hoisted(() => ({ room: Infinity }))
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof Fs>()
  const full = (): Error => Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  const needsRoom =
    <Args extends unknown[], Result>(write: (...args: Args) => Result) =>
    (...args: Args): Result => {
      if (disk.room <= 0) throw full()
      disk.room -= 1
      return write(...args)
    }
  return {
    ...fs,
    mkdirSync: needsRoom(fs.mkdirSync),
    mkdtempSync: needsRoom(fs.mkdtempSync),
    copyFileSync: needsRoom(fs.copyFileSync),
    // A file is begun, and then there is no room for the rest of it.
    writeFileSync: (path: string, content: string, options: Fs.WriteFileOptions) => {
      if (disk.room <= 0) {
        fs.writeFileSync(path, content.slice(0, 1), options)
        throw full()
      }
      disk.room -= 1
      fs.writeFileSync(path, content, options)
    },
  }
})
const fs = await vi.importActual<typeof Fs>('node:fs')

let folder = ''
beforeEach(() => {
  disk.room = Infinity
  folder = mkdtempSync(join(tmpdir(), 'policy-lint-full-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const held = (): Readonly<Record<string, string>> => heldIn(folder)

/** Writes with room for ever more, until there is enough; how often there was not, and what was held each time. */
function untilWritten(write: () => void): readonly Readonly<Record<string, string>>[] {
  const states = []
  for (let room = 0; ; room += 1) {
    disk.room = room
    try {
      write()
      return states
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC')) throw thrown
      states.push(held())
    }
  }
}

const files = ['a.html', 'b.html', 'deep/c.html'].map((name) => ({
  name,
  content: `新しい${name}`,
}))

test('while documents are written over others', () => {
  fs.writeFileSync(join(folder, 'a.html'), '古い本文')
  fs.writeFileSync(join(folder, 'b.html'), '古い別紙')
  const before = held()
  const states = untilWritten(() => {
    writeTogether(folder, files)
  })
  // A folder, two for what is aside, one for each file, each file, and copies of the old ones.
  expect(states).toEqual(Array.from({ length: 11 }, () => before))
  expect(held()).toEqual({
    'a.html': '新しいa.html',
    'b.html': '新しいb.html',
    deep: '/',
    'deep/c.html': '新しいdeep/c.html',
  })
})

test('while documents are written into a folder that is made for them', () => {
  const states = untilWritten(() => {
    writeTogether(join(folder, 'new/out'), files)
  })
  expect(states.length).toBeGreaterThan(8)
  expect(states.filter((state) => Object.keys(state).length > 0)).toEqual([])
})

test('while one file is written', () => {
  const file = join(folder, 'base.json')
  fs.writeFileSync(file, '{}')
  const before = held()
  const states = untilWritten(() => {
    writeWhole(file, '{ "format": "policy-lint/baseline.v1" }')
  })
  expect(states).toEqual(states.map(() => before))
  expect(states.length).toBeGreaterThan(2)
})
