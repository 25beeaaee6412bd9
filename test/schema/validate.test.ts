import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds } from '../../src/schema/generated/file.ts'
import { tornKeys } from '../../src/schema/torn.ts'
import { isMapping } from '../../src/schema/variant.ts'
import { findingsOf, validateText } from './reading.ts'

const head = `kind: procedure
system: aoba-city/library
id: library
title: 図書館システム実施手順
standard: { pack: base, edition: '2025-03' }
`

test('a valid file comes back with its kind, days and periods in ISO form', () => {
  const [result] = validateText(`${head}inForce: { from: 令和６年４月１日, until: 2025/3/31 }
roles: []
passwords: [{ id: p, expiry: Ｐ９０Ｄ }]
duties:
  - id: review
    activity: account.review
    requirement: ACC-2
    performers: []
    frequency: { every: P12M }
`)
  expect(result?.ok && result.file.value).toEqual({
    kind: 'procedure',
    system: 'aoba-city/library',
    id: 'library',
    title: '図書館システム実施手順',
    standard: { pack: 'base', edition: '2025-03' },
    inForce: { from: '2024-04-01', until: '2025-03-31' },
    roles: [],
    passwords: [{ id: 'p', expiry: 'P90D' }],
    duties: [
      {
        id: 'review',
        activity: 'account.review',
        requirement: 'ACC-2',
        performers: [],
        frequency: { every: 'P1Y' },
      },
    ],
  })
})

test('a normalised value keeps its place', () => {
  const [result] = validateText(
    `${head}inForce: { from: 令和６年４月１日 }\nroles: []\nduties: []\n`,
  )
  if (!result?.ok) throw new Error('not valid')
  const { document } = result.file
  const { start, end } = document.spanOf(['inForce', 'from'], 'value')
  expect(document.source.text.slice(start, end)).toBe('令和６年４月１日')
})

test('a finding carries everything a report needs', () => {
  const [finding] = findingsOf(
    `${head}inForce: { from: 2024-04-31 }\nroles: []\nduties: []\n`,
    'a.yaml',
  )
  expect(finding).toEqual({
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    rule: 'shape.no-such-day',
    requirement: null,
    article: null,
    severity: 'error',
    label: '形式',
    class: 'F',
    system: 'aoba-city/library',
    message: '施行期間の「from」（施行日）の「2024-04-31」という日はありません',
    why: '暦にない日です。元号の期間の外の日も、ない日として扱います。',
    fix: '月の日数、うるう年、元号と年を確かめてください。',
    expected: '日付（例 2024-04-01、令和6年4月1日）',
    actual: '2024-04-31',
    basis: 'reported',
    location: { path: 'a.yaml', start: { line: 6, column: 18 }, end: { line: 6, column: 28 } },
    related: [],
  })
})

describe('a fingerprint', () => {
  const prints = (text: string): string[] => findingsOf(text).map(({ fingerprint }) => fingerprint)
  const context = (rows: readonly string[]): string =>
    `kind: context\nsystem: aoba-city/library\nname: 図書館\nowner: library\n${rows.join('\n')}\n`
  const first = '  - { organisation: ward, relation: used }'
  const second = '  - { organisation: branch, relation: uses }'

  test('does not depend on lines and indexes', () => {
    expect(prints(context(['involved:', second, '', first]))).toEqual(
      prints(context(['involved:', first, second])),
    )
  })

  test('tells two elements of one key apart', () => {
    expect(new Set(prints(context(['involved:', first, first]))).size).toBe(2)
  })

  test('tells two missing keys of one element apart', () => {
    expect(new Set(prints('kind: context\nsystem: aoba-city/library\n')).size).toBe(2)
  })
})

test('keys of every object of JavaScript are unknown keys', () => {
  const text = `kind: context\nsystem: aoba-city/library\nname: 図書館\nowner: library\n`
  const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  expect(
    findingsOf(text + keys.map((key) => `${key}: 1\n`).join('')).map(({ rule }) => rule),
  ).toEqual(keys.map(() => 'shape.unknown-key'))
})

test('a file of rubbish gives a thousand findings and the number of the rest', () => {
  const rubbish = Array.from({ length: 1500 }, (_, index) => `k${index}: 1\n`).join('')
  const found = findingsOf(`kind: actions\nsystem: aoba-city/library\nactions: []\n${rubbish}`)
  expect(found).toHaveLength(1001)
  expect(found.find(({ rule }) => rule === 'shape.more')?.message).toBe(
    'このファイルには、ほかにも500か所の誤りがあります',
  )
})

test('a text is not longer, a list not larger than its limit', () => {
  const text = (name: string): string =>
    `kind: context\nsystem: aoba-city/a\nowner: a\nname: ${name}\n`
  expect(findingsOf(text('あ'.repeat(2000)))).toEqual([])
  expect(
    findingsOf(text('あ'.repeat(2001))).map(({ message, actual }) => [message, actual]),
  ).toEqual([[`実態「${'あ'.repeat(40)}…」の「name」（名称）が長すぎます`, '2001字']])
})

test('no input whatever crashes it', () => {
  const file = fc.record({ kind: fc.constantFrom(...kinds, 'x', null), rest: fc.jsonValue() })
  fc.assert(
    fc.property(file, ({ kind, rest }) => {
      const isObject = typeof rest === 'object' && !Array.isArray(rest)
      const fields = isObject ? rest : { duties: rest, roles: rest, actions: rest }
      for (const result of validateText(JSON.stringify({ kind, ...fields }))) {
        expect(result.ok || result.findings.length > 0).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

/** What can be read of a file, with the keys that may say anything as `?`. */
function legible(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(legible)
  if (!isMapping(value)) return value
  const known = Object.entries(value).map(([key, one]) => [key, legible(one)] as const)
  const torn = tornKeys(value)
  return { ...Object.fromEntries(known), ...(torn && { '?': [...torn].sort() }) }
}

describe('of a file in which something is wrong', () => {
  const records = 'kind: records\nsystem: aoba-city/library\n'
  const series = (more: string): string =>
    `${records}performed:\n  - { duty: review, organisation: kanri, ${more} }\n`
  test.each([
    [
      'a value of the wrong kind may say anything, what is beside it is known',
      series('covers: { from: 2025-04-01, to: 2025-02-31 }, entries: []'),
      {
        performed: [
          {
            duty: 'review',
            organisation: 'kanri',
            covers: { from: '2025-04-01', '?': ['to'] },
            entries: [],
          },
        ],
      },
    ],
    [
      'an element that is no mapping is lost alone',
      series('covers: { from: 2025-04-01, to: 2026-03-31 }, entries: [one, { on: 2025-05-01 }]'),
      {
        performed: [
          {
            duty: 'review',
            organisation: 'kanri',
            covers: { from: '2025-04-01', to: '2026-03-31' },
            entries: [null, { on: '2025-05-01' }],
          },
        ],
      },
    ],
    [
      'a list that is none may say anything, the other lists are known',
      `${records}performed: 3\naudits: []\n`,
      { audits: [], '?': ['performed'] },
    ],
  ])('%s', (_, text, expected) => {
    const [result] = validateText(text)
    const value = result?.ok === false ? legible(result.readable) : undefined
    expect(value).toEqual({ kind: 'records', system: 'aoba-city/library', ...expected })
  })

  test('beside a key that nobody knows, all may say anything that are not written', () => {
    const [result] = validateText(
      `${records}performed:\n  - { duty: review, organisatoin: kanri, entries: [] }\n`,
    )
    const value = result?.ok === false ? legible(result.readable) : undefined
    expect(value).toMatchObject({ performed: [{ duty: 'review', entries: [] }] })
    const [one] = (value as { performed: readonly { '?': readonly string[] }[] }).performed
    expect(one?.['?']).toEqual(expect.arrayContaining(['organisation', 'covers']))
    expect(one?.['?']).not.toContain('duty')
  })

  test.each([
    ['it does not say whose it is', 'kind: records\nsystem: 3\nperformed: []\n'],
    ['it does not say when it holds', `${head}inForce: soon\nroles: []\nduties: []\n`],
    [
      'it may say that it was not copied whole',
      `${head}inForce: { from: 2025-04-01 }\ncomplet: false\nroles: []\nduties: []\n`,
    ],
  ])('nothing is read where %s', (_, text) => {
    const [result] = validateText(text)
    expect(result?.ok === false && result.readable).toBeUndefined()
  })
})
