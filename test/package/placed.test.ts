import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planProgram } from '../../scripts/program.mjs'
import { root } from './program.ts'

const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly optionalDependencies: Readonly<Record<string, string>>
}
const { placed } = await planProgram(root, Object.keys(optionalDependencies))

/** The names of modules in each file, those that a pattern finds in their paths. */
function namesIn(pattern: RegExp): Readonly<Record<string, readonly string[]>> {
  const names: Record<string, Set<string>> = {}
  for (const [path, file] of placed) {
    const [, name] = pattern.exec(path) ?? []
    if (name !== undefined) (names[file] ??= new Set()).add(name)
  }
  return Object.fromEntries(Object.entries(names).map(([file, all]) => [file, [...all].sort()]))
}

test('each file of the program has the packages that its commands need', () => {
  expect(namesIn(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)).toEqual({
    run: ['commander', 'get-east-asian-width', 'ignore', 'js-yaml'],
    packs: ['@marcbachmann/cel-js'],
    begin: [
      '@clack/core',
      '@clack/prompts',
      'fast-string-truncated-width',
      'fast-string-width',
      'fast-wrap-ansi',
      'sisteransi',
    ],
    due: ['ical-generator'],
    html: ['entities', 'parse5'],
    import: ['saxes', 'xmlchars', 'yaml'],
    documents: ['@handlebars/parser', 'diff'],
    zip: ['fflate'],
  })
})

test('what every run loads has the names of documents, and nothing that makes one', () => {
  expect(namesIn(/^src\/render\/(.*)\.ts$/)['run']).toEqual(['document', 'documents', 'view'])
})

test('comparing, and the grades of changes, are in one file that no other run loads', () => {
  expect(namesIn(/^src\/(diff)\//)).toEqual({ compare: ['diff'] })
  expect(namesIn(/^src\/schema\/generated\/(change)\.ts$/)).toEqual({ compare: ['change'] })
})

test('what every run loads has of git the word for its errors', () => {
  expect(namesIn(/^src\/source\/git\/(.*)\.ts$/)['run']).toEqual(['error'])
})
