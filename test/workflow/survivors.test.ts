import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Survivor } from '../../src/finding/mutation.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { mutate } from '../../src/workflow/survey/mutate.ts'
import { oneIn } from '../sample/sweep.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'

interface Explained {
  readonly id: string
  readonly reason: string
  readonly survivors: readonly string[]
}

const root = resolve(import.meta.dirname, '../..')
const file = join(import.meta.dirname, 'survivors.yaml')
const explained = parseDocuments({ path: 'survivors.yaml', text: readFileSync(file, 'utf8') })
  .documents[0]?.value as readonly Explained[]

const nameOf = ({ system, kind, pointers }: Survivor): string =>
  `${system} ${kind} ${pointers.join(' ')}`

/** The folders of systems below a folder of municipalities, and the systems as reports name them. */
function systemsBelow(path: string): readonly { readonly folder: string; readonly id: string }[] {
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'context.yaml')
    .map(({ parentPath }) => relative(join(root, path), parentPath).replaceAll(sep, '/'))
    .sort()
    .map((id) => ({ folder: `${path}/${id}`, id }))
}

describe.each(['procedures', 'examples/remedied'])('the dossiers in %s', (path) => {
  const systems = systemsBelow(path)
  const tried = [...oneIn(3, systems, path.length)]
  const listed = explained.flatMap(({ survivors }) =>
    survivors
      .filter((one) => tried.some(({ id }) => one.startsWith(`${path}: ${id} `)))
      .map((one) => one.slice(path.length + 2)),
  )

  test('are told apart in what is listed', () => {
    const known = systems.map(({ id }) => `${path}: ${id} `)
    const own = explained.flatMap(({ survivors }) =>
      survivors.filter((one) => one.startsWith(`${path}: `)),
    )
    expect(own.filter((one) => !known.some((system) => one.startsWith(system)))).toEqual([])
  })

  test('lose nothing unnoticed but what is listed with its reason, one change in twenty at most', async () => {
    const { systems, survivors, untested } = await mutate({
      workspace: diskWorkspace({ cwd: root }),
      paths: tried.map(({ folder }) => folder),
    })
    expect(untested).toEqual([])
    expect(survivors.map(nameOf).sort()).toEqual([...listed].sort())
    const killed = systems.reduce((sum, system) => sum + system.killed, 0)
    expect(killed).toBeGreaterThan(100 * tried.length)
    expect(survivors.length / (killed + survivors.length)).toBeLessThanOrEqual(0.05)
  })
})

test('every reason is given in words', () => {
  for (const { reason } of explained) expect(reason.length).toBeGreaterThan(20)
})
