import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { formats } from '../src/format/index.ts'
import { headsOf } from '../src/yaml/head.ts'
import { parseDocuments } from '../src/yaml/parse.ts'
import { run } from './cli/run.ts'

const root = resolve(import.meta.dirname, '..')

interface Shown {
  readonly path: string
  readonly text: string
}

function filesBelow(folder: string, ending: string): Shown[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function namesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace(/\.ts$/, ''))
    .sort()
}

const yaml = ['policies', 'procedures', 'examples'].flatMap((top) => filesBelow(top, '.yaml'))

test('formats: one file, one line in the registry, one word in the help', async () => {
  // What other commands print stands there too, and the markup that their pages share.
  const others = [
    'changes',
    'context',
    'names',
    'coverage',
    'due',
    'from-root',
    'index',
    'markup',
    'mutation',
    'review',
    'rule-test',
    'rules',
    'unread',
  ]
  const files = namesIn('src/format').filter((name) => !others.includes(name))
  const { stdout } = await run(['check', '--help'])
  const [, help] = /--format <形式>[^（]*（([^。]*)。/.exec(stdout.replace(/\s+/g, ' ')) ?? []
  expect(Object.keys(formats).sort()).toEqual(files)
  expect(help?.replaceAll(' ', '').split('、').sort()).toEqual(files)
})

test('commands: one file, one line in the help, one row in each README', async () => {
  const files = namesIn('src/cli/command')
  const { stdout } = await run(['--help'])
  const listed = (stdout.split('コマンド:\n')[1] ?? '').split('\n\n')[0] ?? ''
  const helped = [...listed.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name ?? '')
  expect(helped.sort()).toEqual(files)
  for (const page of ['README.md', 'README.ja.md']) {
    const rows = readFileSync(join(root, page), 'utf8').matchAll(/`policy-lint \[?(\w+)[^`]*` \|/g)
    expect([...rows].map(([, name]) => name ?? '').sort()).toEqual(files)
  }
})

test('options: those of the help of check are those of the README', async () => {
  const { stdout } = await run(['check', '--help'])
  const helped = [...stdout.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, name]) => name ?? '').sort()
  for (const page of ['README.md', 'README.ja.md']) {
    const rows = readFileSync(join(root, page), 'utf8').split('\n')
    const named = rows
      .filter((row) => /^\| `(?:- )?--/.test(row))
      .flatMap((row) => [...(row.split(/ \| (?!\w+\|)/)[0] ?? '').matchAll(/--[a-z][\w-]+/g)])
    expect(named.map(([name]) => name).sort()).toEqual(helped)
  }
})

test('dependencies: each has its sentence in the README', () => {
  const page = readFileSync(join(root, 'README.md'), 'utf8')
  const section = /^## Dependencies\n([\s\S]*?)^## /m.exec(page)?.[1] ?? ''
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >
  const needed = { ...manifest.dependencies, ...manifest.optionalDependencies }
  const cells = [...section.matchAll(/^\| (`[^|]+) \| .+ \|$/gm)].map(([, cell = '']) => cell)
  const namesIn = (cell: string): readonly string[] =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  expect(cells.flatMap(namesIn).sort()).toEqual(Object.keys(needed).sort())
  const pinned = cells.filter((cell) => cell.includes('(pinned)')).flatMap(namesIn)
  const exact = Object.entries(needed).filter(([, range]) => /^\d/.test(range))
  expect(pinned.sort()).toEqual(exact.map(([name]) => name).sort())
  const tools = Object.keys(manifest.devDependencies).filter(
    (name) => !name.startsWith('@types/') && name !== '@eslint/js',
  )
  expect(tools.filter((name) => !section.includes(`\`${name}\``))).toEqual([])
})

test('every rule says what, why, what to do, what is expected, and proves itself', () => {
  const rules = yaml.flatMap((source) =>
    parseDocuments(source).documents.flatMap(({ value }) => rulesOf(value)),
  )
  const lacking = rules.flatMap((rule) => [
    ...['title', 'rationale', 'severity'].filter((key) => !rule[key]),
    ...assertsOf(rule).flatMap((assert) =>
      ['message', 'fix', 'expected', 'actual']
        .filter((key) => !(assert[key] ?? rule[key]))
        .map((key) => `${String(rule['id'])}: ${key}`),
    ),
    ...['good', 'bad']
      .filter((kind) => !list(rule['examples']).some((example) => kind in example))
      .map((kind) => `${String(rule['id'])}: no ${kind} example`),
  ])
  expect(rules.length).toBeGreaterThan(50)
  expect(lacking).toEqual([])
})

test('every file begins with a line that leads an editor to its schema', () => {
  const wrong = yaml.filter((source) => {
    const [, schema] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(source.text) ?? []
    const kind = headsOf(source)[0]?.kind ?? ''
    const expected = join(root, `src/schema/${kind}.schema.json`)
    return resolve(dirname(join(root, source.path)), schema ?? '') !== expected
  })
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('nobody can be telephoned or written to', () => {
  const number = /(?<![\d-])0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}(?!\d)/g
  const found = yaml.flatMap(({ path, text }) => {
    const plain = text.normalize('NFKC').replace(/[‐‑–—−ー](?=\d)/g, '-')
    const numbers = [...plain.matchAll(number)].map(([match]) => match)
    const addresses = [...plain.matchAll(/[\w.]+@\w+\.[\w.]+/g)].map(([match]) => match)
    return [...numbers.filter((match) => !match.startsWith('000')), ...addresses].map(
      (match) => `${path}: ${match}`,
    )
  })
  expect(found).toEqual([])
})

test('what is published names no machine and no registry', () => {
  const pages = ['README.md', 'README.ja.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }))
  const all = [...pages, ...filesBelow('docs', '.md'), ...filesBelow('src', '.ts')]
  const found = all.filter(({ text }) =>
    /:\/\/registry\.|(?<![\w.])\/(?:work|home|tmp|Users|root)\//.test(text),
  )
  expect(found.map(({ path }) => path)).toEqual([])
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  // A folder of our own may stand there, an address may not.
  const resolved = [...lock.matchAll(/"resolved": "([^"]*)"/g)].map(([, place = '']) => place)
  expect(resolved.filter((place) => !existsSync(join(root, place)))).toEqual([])
})

type Data = Readonly<Record<string, unknown>>

function rulesOf(value: unknown): readonly Data[] {
  return isData(value) && value['kind'] === 'rules' ? list(value['rules']) : []
}

function assertsOf(rule: Data): readonly Data[] {
  return Array.isArray(rule['assert']) ? list(rule['assert']) : [{}]
}

function list(value: unknown): readonly Data[] {
  return Array.isArray(value) ? value.filter(isData) : []
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
