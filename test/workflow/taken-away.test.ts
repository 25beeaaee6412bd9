import { describe, expect, test } from 'vitest'
import { UsageError } from '../../src/finding/usage-error.ts'
import { documentKinds } from '../../src/render/documents.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { RevisionError } from '../../src/source/git/error.ts'
import type { Workspace } from '../../src/source/workspace.ts'
import { check } from '../../src/workflow/check.ts'
import { compare } from '../../src/workflow/compare.ts'
import { coverage } from '../../src/workflow/judge/coverage.ts'
import { mutate } from '../../src/workflow/survey/mutate.ts'
import { draftNotices } from '../../src/workflow/compare/notices.ts'
import { publish } from '../../src/workflow/publish.ts'
import { isMapping, type Mapping } from '../../src/schema/variant.ts'
import { byDay, oneIn } from '../sample/sweep.ts'
import {
  documentsIn,
  type Files,
  folderJudged,
  type Town,
  towns,
  written,
} from '../sample/towns.ts'

/** Whatever is taken away, every command ends as it promises: with a result, or with wrong use said. */
const commands: Readonly<Record<string, (sides: Sides, folder: string) => Promise<unknown>>> = {
  check: ({ after: workspace }, folder) => check({ workspace, paths: [folder] }),
  since: ({ before: since, after: workspace }, folder) =>
    check({ workspace, paths: [folder], since }),
  coverage: ({ after: workspace }, folder) => coverage({ workspace, paths: [folder] }),
  mutate: ({ after: workspace }, folder) => mutate({ workspace, paths: [folder], max: 3 }),
  diff: (sides, folder) => compare(sidesOf(sides, folder)),
  'diff, the other way round': ({ before, after }, folder) =>
    compare(sidesOf({ before: after, after: before }, folder)),
  notice: (sides, folder) => draftNotices({ ...sidesOf(sides, folder), on: '2026-04-01' }),
  ...Object.fromEntries(
    documentKinds.map(({ name, of }) => [
      `render ${name}`,
      ({ before, after: workspace }: Sides, folder: string) =>
        publish({
          document: name,
          formats: ['html'],
          draft: true,
          trace: false,
          input:
            of === 'comparison'
              ? sidesOf({ before, after: workspace }, folder)
              : { workspace, paths: [folder] },
        }),
    ]),
  ),
}

interface Sides {
  readonly before: Workspace
  readonly after: Workspace
}

const sidesOf = ({ before, after }: Sides, folder: string) => ({
  before: { name: 'before', workspace: before, paths: [folder], mayBeEmpty: true },
  after: { name: 'after', workspace: after, paths: [folder], mayBeEmpty: true },
})

/** One thing taken away from the files of a municipality. */
interface Taken {
  readonly what: string
  readonly files: Files
  /** The folder to judge then. */
  readonly folder: string
}

/** Every file but those of the packs, taken away in turn. */
function* filesTaken({ files, folder }: Town): Generator<Taken> {
  for (const path of pathsIn(files)) {
    yield {
      what: path,
      files: Object.fromEntries(Object.entries(files).filter(([one]) => one !== path)),
      folder,
    }
  }
}

/**
 * Every key taken away, every list emptied and its first element made unreadable in turn. Of keys that stand at the same place of the same
 * kind of file, `duties[].split[].role`, the first of a municipality stands for all.
 */
function* keysTaken(town: Town): Generator<Taken> {
  const { files } = town
  const seen = new Set<string>()
  for (const path of pathsIn(files)) {
    if (!path.endsWith('.yaml')) continue
    const documents = documentsIn(files[path] ?? '')
    for (const [index, document] of documents.entries()) {
      for (const { at, value } of less(document, String(document['kind']))) {
        if (seen.has(at)) continue
        seen.add(at)
        const text = written(documents.with(index, value as (typeof documents)[number]))
        const folder = folderJudged(town, path)
        yield { what: `${path} ${at}`, files: { ...files, [path]: text }, folder }
      }
    }
  }
}

/** Of every dossier all but one of its documents, which then says nothing but whose it is, in turn. */
function* dossiersTaken({ files, folder }: Town): Generator<Taken> {
  const read = Object.entries(files).flatMap(([path, text]) =>
    path.startsWith('policies/') || !path.endsWith('.yaml')
      ? []
      : [{ path, documents: documentsIn(text) }],
  )
  const seen = new Set<string>()
  for (const kept of read.flatMap(({ documents }) => documents)) {
    const { kind, system } = kept
    const what = `all of ${String(system)} but that it has ${String(kind)}`
    if (system === undefined || seen.has(what)) continue
    seen.add(what)
    const left = read.map(({ path, documents }) => [
      path,
      written(
        documents.flatMap((one) => {
          if (one === kept) return [bare(one)]
          return one['system'] === system ? [] : [one]
        }),
      ),
    ])
    yield { what, files: { ...files, ...(Object.fromEntries(left) as Files) }, folder }
  }
}

function bare(document: Mapping): Mapping {
  const names = ['kind', 'system', 'id', 'name', 'title']
  return Object.fromEntries(Object.entries(document).filter(([key]) => names.includes(key)))
}

/** A value with one of its keys, or one or all elements of one of its lists, taken away, in every way. */
function* less(value: unknown, at: string): Generator<{ at: string; value: unknown }> {
  if (Array.isArray(value)) {
    if (value.length > 0) yield { at: `${at}=[]`, value: [] }
    const [first] = value as readonly unknown[]
    if (isMapping(first)) {
      yield { at: `${at}[]?`, value: value.with(0, { ...first, unheardOf: 1 }) }
    }
    for (const [index, item] of value.entries()) {
      for (const inner of less(item, `${at}[]`)) {
        yield { at: inner.at, value: value.with(index, inner.value) }
      }
    }
  } else if (isMapping(value)) {
    for (const [key, item] of Object.entries(value)) {
      const others = Object.entries(value).filter(([other]) => other !== key)
      yield { at: `${at}.${key}`, value: Object.fromEntries(others) }
      for (const inner of less(item, `${at}.${key}`)) {
        yield { at: inner.at, value: { ...value, [key]: inner.value } }
      }
    }
  }
}

const pathsIn = (files: Files): readonly string[] =>
  Object.keys(files).filter((path) => !path.startsWith('policies/'))

/** How a command ended that ended as none should; undefined where it ended well. */
async function faultOf(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (thrown) {
    if (thrown instanceof UsageError || thrown instanceof RevisionError) return undefined
    return thrown instanceof Error ? (thrown.stack ?? thrown.message) : JSON.stringify(thrown)
  }
}

describe.each(byDay(2, towns))('$name', (town) => {
  const before = memoryWorkspace(town.files)
  test.each([
    ['file', filesTaken, 480],
    ['dossier', dossiersTaken, 480],
    ['key', keysTaken, 2880],
  ] as const)(
    'no %s taken away makes a command fail',
    async (_, taken, usual) => {
      const faults: string[] = []
      let turn = town.folder.length
      // All of them take an hour.
      for (const { what, files, folder } of oneIn(usual, taken(town), town.folder.length)) {
        const sides = { before, after: memoryWorkspace(files) }
        turn += 1
        for (const [name, command] of oneIn(4, Object.entries(commands), turn)) {
          const fault = await faultOf(() => command(sides, folder))
          if (fault !== undefined) faults.push(`${name} without ${what}: ${fault}`)
        }
      }
      expect(faults).toEqual([])
    },
    3_600_000,
  )
})
