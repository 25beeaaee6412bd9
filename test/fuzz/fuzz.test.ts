import { Buffer } from 'node:buffer'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/program.ts'
import { anyCase, type Case, hunt, leastThat, type Main, tryCase, tryTown } from './hunt.ts'
import { promisedBy } from './promised.ts'
import { readTown } from './town.ts'

const root = resolve(import.meta.dirname, '../..')
const ground = { root, main, promised: promisedBy(root) }

/** What a hunt found, as it wrote it: the files that are not as in the town, null where one is gone. */
interface Found extends Pick<Case, 'town' | 'commands'> {
  readonly files: Readonly<Record<string, string | { readonly base64: string } | null>>
}

const folder = join(import.meta.dirname, 'found')

test.each(existsSync(folder) ? readdirSync(folder) : [])(
  'what was found once is mended: %s',
  async (name) => {
    const found = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Found
    const before = readTown(root, found.town)
    const town = new Map(before)
    for (const [path, content] of Object.entries(found.files)) {
      if (content === null) town.delete(path)
      else {
        town.set(
          path,
          typeof content === 'string' ? content : Buffer.from(content.base64, 'base64'),
        )
      }
    }
    expect(await tryTown(before, town, found.commands, ground)).toBeUndefined()
  },
)

// The same few every time: `npm run fuzz` tries others.
test('a few broken towns break nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async (one) => {
      expect(await tryCase(one, ground)).toBeUndefined()
    }),
    { seed: 15, numRuns: 8 },
  )
})

test('what is kept for later runs is held against its schema', async () => {
  const town = readTown(root, 'aoba')
  const lines = [
    'check procedures --baseline base.json --update-baseline',
    'render standard policies --to xlsx --out out --draft',
    'review aoba out/aoba-standard.xlsx --policies policies',
  ]
  const commands = lines.map((line) => line.split(' '))
  const formats: unknown[] = []
  const promised = (json: string) => {
    formats.push((JSON.parse(json) as { readonly format: unknown }).format)
    return ground.promised(json)
  }
  expect(await tryTown(town, town, commands, { ...ground, promised })).toBeUndefined()
  expect(formats).toEqual(['policy-lint/baseline.v1', 'policy-lint/review.v1'])
})

// A fault put there on purpose: a program that cannot bear any change of one file.
test('what is found is made small', async () => {
  const pack = 'policies/aoba/pack.yaml'
  const before = readTown(root, 'aoba').get(pack)
  const weak: Main = (_, { cwd }) => {
    const file = join(cwd, pack)
    return Promise.resolve(existsSync(file) && readFileSync(file, 'utf8') === before ? 0 : 3)
  }
  const spoilt = await hunt((one) => tryCase({ ...one, town: 'aoba' }, { ...ground, main: weak }), {
    seed: 15,
    numRuns: 2000,
  })
  expect(spoilt?.fault).toContain('exit 3')
  expect([spoilt?.found.edits.length, spoilt?.found.commands.length]).toEqual([1, 1])
})

// What ends the process that hunts is made small by the one that started it.
test('what ends a process is made small', async () => {
  const commands = [['check'], ['render', 'roles'], ['due']]
  const edits = [0, 1, 2].map((at) => ({ file: 0, at, from: 0, way: 'cut' }) as const)
  const least = await leastThat(
    ({ edits, commands }) =>
      Promise.resolve(
        edits.some(({ at }) => at === 1) && commands.some(([name]) => name === 'render'),
      ),
    { town: 'aoba', edits, commands },
  )
  expect(least).toEqual({ town: 'aoba', edits: [edits[1]], commands: [['render', 'roles']] })
})
