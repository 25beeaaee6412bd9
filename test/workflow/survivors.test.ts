import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Survivor } from '../../src/finding/mutation.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { mutate } from '../../src/workflow/survey/mutate.ts'
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

describe.each(['procedures', 'examples/remedied'])('the dossiers in %s', (path) => {
  const listed = explained.flatMap(({ survivors }) =>
    survivors.filter((one) => one.startsWith(`${path}: `)).map((one) => one.slice(path.length + 2)),
  )

  test('lose nothing unnoticed but what is listed with its reason, one change in twenty at most', async () => {
    const { systems, survivors, untested } = await mutate({
      workspace: diskWorkspace({ cwd: root }),
      paths: [path],
    })
    expect(untested).toEqual([])
    expect(survivors.map(nameOf).sort()).toEqual([...listed].sort())
    const killed = systems.reduce((sum, system) => sum + system.killed, 0)
    expect(killed).toBeGreaterThan(400)
    expect(survivors.length / (killed + survivors.length)).toBeLessThanOrEqual(0.05)
  })
})

test('every reason is given in words', () => {
  for (const { reason } of explained) expect(reason.length).toBeGreaterThan(20)
})
