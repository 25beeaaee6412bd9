import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { documentKinds } from '../src/render/documents.ts'
import { run } from './cli/run.ts'

const root = resolve(import.meta.dirname, '..')
const gallery = join(root, 'docs/gallery')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = read('docs/gallery/README.md')
const found = (pattern: RegExp): readonly string[] =>
  [...page.matchAll(pattern)].map(([, text]) => text ?? '')

const commands = found(/^npx policy-lint (.+)$/gm)
const shown = found(/<img src="([^"]+)"/g)
const drawn = found(/^<!-- (\S+\.png): \S+ \d+ -->$/gm)
const files = found(/^<!-- \S+\.png: (\S+) \d+ -->$/gm)
const kept = readdirSync(gallery).filter((name) => name.endsWith('.png'))

const out = mkdtempSync(join(tmpdir(), 'gallery-'))
afterAll(() => {
  rmSync(out, { recursive: true, force: true })
})

describe('the gallery of documents', () => {
  test.each(commands)('policy-lint %s', async (command) => {
    expect(command).toMatch(/ --as-of \d{4}-\d\d-\d\d --out documents$/)
    const argv = command.split(' ').map((word) => (word === 'documents' ? out : word))
    const { code, stderr } = await run(argv, { cwd: root })
    // What real systems have not registered is told.
    const others = stderr.replaceAll(/^注意: .*未登録が\d+か所あります\n/gm, '')
    expect([code, others]).toEqual([0, ''])
  })

  test('its commands make every file that is drawn', () => {
    expect(files.filter((name) => !readdirSync(out).includes(name))).toEqual([])
  })

  test('shows every picture once, and each is told how it is drawn', () => {
    expect([...shown].sort()).toEqual(kept)
    expect(drawn).toEqual(shown)
  })

  test('shows every kind of document', () => {
    const kinds = new Set(commands.map((command) => command.split(' ')[1]))
    expect([...kinds].sort()).toEqual(documentKinds.map(({ name }) => name).sort())
  })

  test.each(kept)('%s is small and says nothing of where it was drawn', (name) => {
    const bytes = readFileSync(join(gallery, name))
    expect(bytes.length).toBeLessThan(150_000)
    expect(chunksOf(bytes)).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  })

  test('is small as a whole', () => {
    const total = kept.reduce((sum, name) => sum + statSync(join(gallery, name)).size, 0)
    expect(total).toBeLessThan(1_500_000)
  })

  test.each(['README.md', 'README.ja.md'])(
    '%s leads to it with pictures that are there',
    (path) => {
      const text = read(path)
      const pictures = [...text.matchAll(/<img src="docs\/gallery\/([^"]+)"/g)].map(
        ([, name]) => name,
      )
      expect(text).toContain('(docs/gallery/README.md)')
      expect(pictures.length).toBeGreaterThanOrEqual(2)
      expect(pictures.filter((name) => !kept.includes(name ?? ''))).toEqual([])
    },
  )
})

/** The names of the chunks of a PNG, each once, but for those that only say how colours are meant. */
function chunksOf(png: Buffer): readonly string[] {
  const names = new Set<string>()
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    names.add(png.toString('latin1', at + 4, at + 8))
  }
  return [...names].filter((name) => !['gAMA', 'cHRM', 'sRGB', 'bKGD', 'pHYs'].includes(name))
}
