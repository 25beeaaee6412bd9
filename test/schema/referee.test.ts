import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnySchema } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDay } from '../../src/calendar/day.ts'
import { parseWindowLabel } from '../../src/calendar/window-label.ts'
import { parsePeriod } from '../../src/calendar/period.ts'
import { parseRoughDay } from '../../src/calendar/rough-day.ts'
import { check } from '../../src/schema/check.ts'
import { kinds } from '../../src/schema/generated/file.ts'
import { isKind, rootShape } from '../../src/schema/kind.ts'
import { isMapping, type Mapping } from '../../src/schema/variant.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'
import { randomRuns } from '../sample/sweep.ts'

// Our checker reads shapes that are derived from the schemas; ajv reads the schemas themselves. Both
// must give the same verdict on every document we have, and on what becomes of it by damage.
const folder = join(import.meta.dirname, '../../src/schema')
const schema = (name: string): AnySchema =>
  JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as AnySchema
const ajv = new Ajv2020({ schemas: ['common', ...kinds].map(schema), allowUnionTypes: true })
for (const keyword of [
  'noun',
  'key',
  'ref',
  'vocabulary',
  'closed',
  'open',
  'dated',
  'happened',
  'not-before',
  'undecided',
  'judged',
  'change',
  'awaits',
  'print',
  'asks',
  'shared',
  'near',
  'zero',
  'office',
  'rough',
]) {
  ajv.addKeyword(`x-${keyword}`)
}
ajv.addKeyword('enumDescriptions')
ajv.addKeyword({
  keyword: 'x-begun-by',
  validate: (other: string, text: unknown, _: unknown, at?: { parentData: unknown }) => {
    const day: unknown = isMapping(at?.parentData) ? at.parentData[other] : undefined
    const named = typeof text === 'string' ? parseWindowLabel(text) : undefined
    const by = typeof day === 'string' ? parseDay(day) : undefined
    return !named || !by || named.from <= by
  },
})
ajv.addKeyword({
  keyword: 'x-at-most',
  validate: (other: string, number: unknown, _: unknown, at?: { parentData: unknown }) => {
    const most: unknown = isMapping(at?.parentData) ? at.parentData[other] : undefined
    return typeof number !== 'number' || typeof most !== 'number' || number <= most
  },
})
ajv.addKeyword({
  keyword: 'x-type',
  type: 'string',
  validate: (type: string, text: string, of?: Readonly<Record<string, unknown>>) => {
    if (type === 'period')
      return parsePeriod(text, of?.['x-zero'] === true, of?.['x-office'] === true) !== undefined
    const isRough = of?.['x-rough'] === true && parseRoughDay(text) !== undefined
    return type !== 'day' || isRough || parseDay(text) !== undefined
  },
})

function documents(): Mapping[] {
  const root = join(import.meta.dirname, '../..')
  return ['policies', 'procedures', 'examples'].flatMap((name) =>
    readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.ya?ml$/.test(path))
      .map((path) => ({ path, text: readFileSync(join(root, name, path), 'utf8') }))
      .flatMap((source) => parseDocuments(source).documents.map(({ value }) => value))
      .filter(isMapping)
      .filter(({ kind }) => isKind(kind)),
  )
}

function verdicts(file: Mapping): { ours: boolean; ajv: boolean } {
  const { kind } = file
  if (!isKind(kind)) throw new Error('no kind')
  const theirs = ajv.validate(`${kind}.schema.json`, file)
  return { ours: check(structuredClone(file), rootShape(kind)).length === 0, ajv: theirs }
}

const corpus = documents()

test('there are documents of every kind, and ajv and the checker agree on them', () => {
  expect(new Set(corpus.map(({ kind }) => kind))).toEqual(new Set(kinds))
  for (const file of corpus) {
    const { ours, ajv } = verdicts(file)
    expect({ kind: file['kind'], ours }).toEqual({ kind: file['kind'], ours: ajv })
  }
})

test('they agree on damaged documents', () => {
  const places = corpus.map((file) => ({ file, paths: pathsOf(file) }))
  const junk = fc.oneof(
    fc.constantFrom(
      null,
      true,
      false,
      '',
      ' ',
      'x',
      'always',
      'P6M',
      '2024-02-30',
      '2024年度',
      'あ',
      'A b',
    ),
    fc.constantFrom(
      -1,
      0,
      1.5,
      13,
      2024,
      [],
      ['x'],
      [1],
      {},
      { every: 'P1Y' },
      { on: 'x', by: 'y' },
    ),
  )
  const damage = fc.record({
    place: fc.nat(),
    path: fc.nat(),
    act: fc.constantFrom('replace', 'remove', 'rename', 'add'),
    junk,
  })
  fc.assert(
    fc.property(damage, ({ place, path, act, junk }) => {
      const { file, paths } = places[place % places.length] ?? { file: {}, paths: [] }
      const steps = paths[path % paths.length] ?? []
      const damaged = structuredClone(file)
      harm(damaged, steps, act, structuredClone(junk))
      const { ours, ajv } = verdicts(damaged)
      expect(ours).toBe(ajv)
    }),
    { numRuns: randomRuns(1000, 4000) },
  )
})

/** All paths below the top, but the kind's own. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  const children: (string | number)[] = Array.isArray(value)
    ? [...value.keys()]
    : isMapping(value)
      ? Object.keys(value).filter((key) => path.length > 0 || key !== 'kind')
      : []
  return children.flatMap((step) => {
    const inner = (value as Record<string | number, unknown>)[step]
    return [[...path, step], ...pathsOf(inner, [...path, step])]
  })
}

function harm(file: Mapping, path: readonly (string | number)[], act: string, junk: unknown): void {
  const last = path.at(-1) ?? ''
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], file)
  if (Array.isArray(parent)) {
    if (act === 'replace') parent[Number(last)] = junk
    else if (act === 'remove') parent.splice(Number(last), 1)
    else parent.push(junk)
  } else if (isMapping(parent)) {
    const value = parent[last]
    if (act === 'replace') parent[last] = junk
    else if (act === 'add') parent[`${last}x`] = junk
    else {
      // Only a path that exists is removed.
      Reflect.deleteProperty(parent, last)
      if (act === 'rename') parent[`${last}s`] = value
    }
  }
}
