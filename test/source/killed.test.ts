import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeTogether } from '../../src/source/write-together.ts'

/** How often a writer is ended: few times by default, `KILLS=200` for all. */
const times = Number(process.env['KILLS'] ?? '5')

let scratch = ''
let writer = ''
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'policy-lint-killed-'))
  writer = join(scratch, 'writer.mjs')
  const entry = join(import.meta.dirname, 'killed-writer.ts')
  await build({
    entryPoints: [entry],
    outfile: writer,
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
})
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

/** Ends a writer at some moment after it has begun to write; how it ended. */
async function end(folder: string, signal: NodeJS.Signals): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('exit', (_code, by) => {
      resolve(by)
    })
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.stdout.resume()
  await setTimeout(Math.random() * 40)
  child.kill(signal)
  return gone
}

/** The names in a folder, and which states its files are of. */
function held(folder: string) {
  const names = readdirSync(folder)
  const files = names.filter((name) => !name.startsWith('.'))
  const states = new Set(files.map((name) => readFileSync(join(folder, name), 'utf8')))
  return { files: files.length, litter: names.length - files.length, states: states.size }
}

describe.skipIf(process.platform === 'win32')('a run that is ended while it writes', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s has written all or nothing, leaves no litter, and ends by it',
    async (signal) => {
      const folder = join(scratch, signal)
      mkdirSync(folder)
      for (let time = 0; time < times; time += 1) {
        expect(await end(folder, signal)).toBe(signal)
        expect(held(folder)).toEqual({ files: 12, litter: 0, states: 1 })
      }
    },
  )

  test('outright leaves what the next run takes away', async () => {
    const folder = join(scratch, 'SIGKILL')
    mkdirSync(folder)
    let litter = 0
    for (let time = 0; time < times || (litter === 0 && time < 200); time += 1) {
      expect(await end(folder, 'SIGKILL')).toBe('SIGKILL')
      litter += held(folder).litter
    }
    writeTogether(folder, [{ name: '0.html', content: '本文' }])
    expect(held(folder).litter).toBe(0)
    expect(litter).toBeGreaterThan(0)
  })
})
