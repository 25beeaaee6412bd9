import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packed } from './install.ts'
import { root } from './program.ts'

const files = packed()

test('is packed: the program, the library, packs, templates and pages, nothing of the making', () => {
  const places = ['dist/bin', 'dist/lib', 'docs', 'policies', 'templates']
  const alone = ['LICENSE', 'README.md', 'README.ja.md', 'package.json', 'dist/packs.json']
  const isMeant = (path: string): boolean =>
    places.some((place) => path.startsWith(`${place}/`)) ||
    [...alone, 'dist/THIRD-PARTY-NOTICES.txt'].includes(path)
  expect(files.filter((path) => !isMeant(path))).toEqual([])
  const endings = new Set(files.map((path) => /(?:\.d)?\.\w+$/.exec(path)?.[0] ?? path))
  expect([...endings].sort()).toEqual(
    ['.d.ts', '.hbs', '.js', '.json', '.md', '.txt', '.yaml', 'LICENSE'].sort(),
  )
})

test('the pages that messages name are packed', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  const named = sources
    .filter((path) => path.endsWith('.ts') && !path.startsWith('schema/generated'))
    .flatMap(
      (path) => readFileSync(join(root, 'src', path), 'utf8').match(/docs\/[\w.-]+\.md/g) ?? [],
    )
  expect([...new Set(named)].filter((page) => !files.includes(page))).toEqual([])
})

test('the licence of every package that is bundled is there', () => {
  const text = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8')
  const names = [...text.matchAll(/^={72}\n(\S+) /gm)].map(([, name]) => name)
  // What is not bundled is installed with its own.
  expect(names).toEqual([
    '@clack/core',
    '@clack/prompts',
    '@handlebars/parser',
    '@marcbachmann/cel-js',
    'commander',
    'diff',
    'entities',
    'fast-string-truncated-width',
    'fast-string-width',
    'fast-wrap-ansi',
    'fflate',
    'get-east-asian-width',
    'ical-generator',
    'ignore',
    'js-yaml',
    'parse5',
    'saxes',
    'sisteransi',
    'xmlchars',
    'yaml',
  ])
})

test('nothing that is needed to run has a script that installing runs', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { dev?: boolean; hasInstallScript?: boolean }>>
  }
  const scripted = Object.entries(packages).filter(
    ([path, { dev, hasInstallScript }]) => path !== '' && !dev && hasInstallScript,
  )
  expect(scripted.map(([path]) => path)).toEqual([])
})
