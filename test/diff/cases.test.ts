import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Change, Grade } from '../../src/finding/change.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { compare } from '../../src/workflow/compare.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'

const cases = resolve(import.meta.dirname, '../cases/diff')

interface Told {
  readonly what: string
  readonly subject: string
  readonly kind: string
}

interface Expected extends Told {
  readonly grade: Grade
  readonly notice: boolean
  readonly organisations?: readonly string[]
  readonly mandatory?: boolean
}

interface Case {
  readonly title: string
  readonly 'as-of': string
  /** The folder of packs, relative to the case. */
  readonly policies?: string
  readonly expect: readonly Expected[]
  readonly editorial?: readonly Told[]
  readonly never?: readonly (string | { readonly subject?: string; readonly kind: string })[]
}

function textsIn(folder: string, below: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    files
      .filter((file) => /\.ya?ml$/.test(file))
      .map((file) => [
        `${below}/${file.replaceAll('\\', '/')}`,
        readFileSync(join(folder, file), 'utf8'),
      ]),
  )
}

async function changesOf(name: string): Promise<{ wanted: Case; changes: readonly Change[] }> {
  const text = readFileSync(join(cases, name, 'case.yaml'), 'utf8')
  const [document] = parseDocuments({ path: `${name}/case.yaml`, text }).documents
  const wanted = document?.value as Case
  const { policies } = wanted
  const packs = policies === undefined ? {} : textsIn(join(cases, name, policies), 'policies')
  const side = (which: 'before' | 'after') => ({
    name: which,
    workspace: memoryWorkspace({ ...packs, ...textsIn(join(cases, name, which), which) }),
    paths: [which],
  })
  const { report } = await compare({
    before: side('before'),
    after: side('after'),
    asOf: wanted['as-of'],
  })
  return { wanted, changes: report.changes }
}

const shown = (subject: string, kind: string): string => `${subject} ${kind}`

describe.each(
  readdirSync(cases, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  ),
)('%s', (name) => {
  test('tells what an expert would, graded, and to whom', async () => {
    const { wanted, changes } = await changesOf(name)
    // Whom a change concerns counts where the case says so.
    const silent = new Set(
      wanted.expect.flatMap(({ organisations, subject, kind }) =>
        organisations === undefined ? [shown(subject, kind)] : [],
      ),
    )
    const line = (one: Expected): string =>
      [
        shown(one.subject, one.kind),
        one.grade,
        one.notice ? 'notice' : '-',
        one.mandatory ? 'mandatory' : '-',
        silent.has(shown(one.subject, one.kind))
          ? ''
          : [...(one.organisations ?? [])].sort().join(),
      ].join(' ')
    const found = changes
      .filter(({ grade }) => grade !== 'editorial')
      .map((change) => ({
        ...change,
        what: change.title,
        notice: change.needsNotice,
        mandatory: change.breaksMandatory,
        organisations: change.affected.organisations,
      }))
    expect(found.map(line).sort()).toEqual(wanted.expect.map(line).sort())
  })

  test('tells what does not change the meaning as such', async () => {
    const { wanted, changes } = await changesOf(name)
    const editorial = new Set(
      changes.flatMap(({ grade, subject, kind }) =>
        grade === 'editorial' ? [shown(subject, kind)] : [],
      ),
    )
    const missing = (wanted.editorial ?? [])
      .map(({ subject, kind }) => shown(subject, kind))
      .filter((one) => !editorial.has(one))
    expect(missing).toEqual([])
  })

  test('never says what is not so', async () => {
    const { wanted, changes } = await changesOf(name)
    const patterns = (wanted.never ?? []).map((never) => {
      const { subject, kind } =
        typeof never === 'string' ? { subject: undefined, kind: never } : never
      const pattern = new RegExp(`^${kind.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)
      return (one: Told): boolean =>
        pattern.test(one.kind) && (subject === undefined || one.subject === subject)
    })
    const said = changes.filter(({ subject, kind }) =>
      patterns.some((isMeant) => isMeant({ what: '', subject, kind })),
    )
    expect(said.map(({ subject, kind }) => shown(subject, kind))).toEqual([])
  })
})
