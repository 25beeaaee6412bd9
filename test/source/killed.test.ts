import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { withScratch } from '../../src/source/other-program.ts'
import { writeTogether } from '../../src/source/write-together.ts'

/** How often a writer is ended: few times by default, `KILLS=200` for all. */
const times = Number(process.env['KILLS'] ?? '5')

let scratch = ''
let writer = ''
let printer = ''
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'policy-lint-killed-'))
  writer = join(scratch, 'killed-writer.mjs')
  printer = join(scratch, 'killed-printer.mjs')
  await build({
    entryPoints: ['killed-writer', 'killed-printer'].map((name) =>
      join(import.meta.dirname, `${name}.ts`),
    ),
    outdir: scratch,
    outExtension: { '.js': '.mjs' },
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

describe.skipIf(process.platform === 'win32')(
  'a run that is ended while another program prints',
  () => {
    /** Ends a run by a signal when its browser works; what is left in the temporary folder, and the browser. */
    async function endPrinting(folder: string, signal: NodeJS.Signals) {
      const told = join(scratch, `${signal}-browser`)
      const child = spawn(process.execPath, [printer, told], {
        stdio: 'inherit',
        env: { ...process.env, TMPDIR: folder },
      })
      const gone = new Promise<NodeJS.Signals | null>((resolve) => {
        child.on('exit', (_code, by) => {
          resolve(by)
        })
      })
      while (!existsSync(told) || readFileSync(told, 'utf8') === '') await setTimeout(20)
      child.kill(signal)
      const by = await gone
      return { by, left: readdirSync(folder).length, browser: Number(readFileSync(told, 'utf8')) }
    }

    /** Whether a program has ended, be it in a moment. */
    async function ends(id: number): Promise<boolean> {
      for (let time = 0; time < 100; time += 1) {
        try {
          process.kill(id, 0)
        } catch {
          return true
        }
        await setTimeout(50)
      }
      return false
    }

    test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
      'by %s leaves neither its folder nor the browser',
      async (signal) => {
        const folder = join(scratch, `temporary-${signal}`)
        mkdirSync(folder)
        const { by, left, browser } = await endPrinting(folder, signal)
        expect({ by, left, ends: await ends(browser) }).toEqual({ by: signal, left: 0, ends: true })
      },
    )

    test('outright leaves what the next run takes away, not what is in use', async () => {
      const folder = join(scratch, 'temporary-SIGKILL')
      mkdirSync(folder)
      const { left, browser } = await endPrinting(folder, 'SIGKILL')
      process.kill(browser, 'SIGKILL')
      vi.stubEnv('TMPDIR', folder)
      const counts = await withScratch(async () =>
        withScratch(() => Promise.resolve(readdirSync(folder).length)),
      ).finally(() => vi.unstubAllEnvs())
      expect({ left, counts, end: readdirSync(folder).length }).toEqual({
        left: 1,
        counts: 2,
        end: 0,
      })
    })
  },
)
