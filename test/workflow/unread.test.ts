import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/finding/finding.ts'
import { isMapping, type Mapping } from '../../src/schema/variant.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { byDay, oneIn } from '../sample/sweep.ts'
import {
  documentsIn,
  type Files,
  folderJudged,
  type Town,
  towns,
  written,
} from '../sample/towns.ts'

async function findingsOf(files: Files, folder: string): Promise<readonly Finding[]> {
  const { report } = await check({ workspace: memoryWorkspace(files), paths: [folder] })
  return report.findings
}

/** A mapping with a key that nobody knows, beside the others or in the place of one, or with a value of no kind. */
function* spoiltMappings(mapping: Mapping): Generator<{ at: string; value: Mapping }> {
  yield { at: ' +', value: { ...mapping, unheardOf: 1 } }
  for (const [key, value] of Object.entries(mapping)) {
    const others = Object.entries(mapping).filter(([one]) => one !== key)
    yield { at: `.${key} misspelt`, value: Object.fromEntries([...others, [`${key}x`, value]]) }
    yield { at: `.${key} wrong`, value: { ...mapping, [key]: { unheardOf: 1 } } }
  }
}

/** A value with one thing spoilt in one of its mappings, in every way. */
function* spoilt(value: unknown, at: string): Generator<{ at: string; value: unknown }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const inner of spoilt(item, `${at}[]`)) {
        yield { at: inner.at, value: value.with(index, inner.value) }
      }
    }
  } else if (isMapping(value)) {
    for (const one of spoiltMappings(value)) yield { ...one, at: `${at}${one.at}` }
    for (const [key, item] of Object.entries(value)) {
      for (const inner of spoilt(item, `${at}.${key}`)) {
        yield { at: inner.at, value: { ...value, [key]: inner.value } }
      }
    }
  }
}

/** The files with one thing spoilt, the first at each place of each kind of file in turn. */
function* spoiltIn(town: Town): Generator<{ what: string; files: Files; folder: string }> {
  const { files } = town
  const seen = new Set<string>()
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.yaml') || path.startsWith('policies/')) continue
    const documents = documentsIn(text)
    for (const [index, document] of documents.entries()) {
      for (const { at, value } of spoilt(document, String(document['kind']))) {
        // A file that does not say whose it is, or of which day, is one that is not there.
        if (seen.has(at) || /^\w+\.(?:kind|system|foundOn) /.test(at)) continue
        seen.add(at)
        const spoiled = written(documents.with(index, value as Mapping))
        const folder = folderJudged(town, path)
        yield { what: `${path} ${at}`, files: { ...files, [path]: spoiled }, folder }
      }
    }
  }
}

/** The rules that each rule yields to: where they can no longer be judged, it is told in their place. */
function yieldsIn(files: Files): ReadonlyMap<string, readonly string[]> {
  const rules = Object.entries(files)
    .filter(([path]) => path.startsWith('policies/') && path.endsWith('.yaml'))
    .flatMap(([, text]) => documentsIn(text))
    .flatMap(({ rules: all }) => (Array.isArray(all) ? (all as readonly Mapping[]) : []))
  return new Map(
    rules.map(({ id, yieldsTo }) => {
      return [String(id), Array.isArray(yieldsTo) ? yieldsTo.map(String) : []]
    }),
  )
}

describe.each(byDay(2, towns, 1))('$name', (town) => {
  const { files } = town
  const yieldsTo = yieldsIn(files)

  test('nothing is claimed because something could not be read', async () => {
    const before = await findingsOf(files, town.folder)
    const known = new Set(before.map(({ fingerprint }) => fingerprint))
    const claims: string[] = []
    for (const { what, files: spoiled, folder } of oneIn(600, spoiltIn(town), town.folder.length)) {
      const after = await findingsOf(spoiled, folder)
      const left = new Set(after.map(({ fingerprint }) => fingerprint))
      const silent = before.filter(({ fingerprint }) => !left.has(fingerprint))
      const isInTheirPlace = ({ rule }: Finding): boolean =>
        silent.some((one) => yieldsTo.get(rule)?.includes(one.rule) === true)
      claims.push(
        ...after
          .filter((one) => one.class !== 'F' && !known.has(one.fingerprint))
          .filter((one) => !isInTheirPlace(one))
          .map(({ rule, message }) => `${what}: ${rule} ${message}`),
      )
    }
    expect(claims).toEqual([])
  }, 600_000)

  test('nothing is told as taken away because something could not be read', async () => {
    const claims: string[] = []
    for (const { what, files: spoiled, folder } of oneIn(
      1600,
      spoiltIn(town),
      town.folder.length,
    )) {
      const request = { workspace: memoryWorkspace(spoiled), paths: [folder] }
      const { report } = await check({ ...request, since: memoryWorkspace(files) })
      const taken = report.findings.filter(({ rule }) => rule === 'mandatory.not-taken-away')
      claims.push(...taken.map(({ message }) => `${what}: ${message}`))
    }
    expect(claims).toEqual([])
  }, 600_000)
})
