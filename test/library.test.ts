import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { check, diskWorkspace, formats, memoryWorkspace, missingLabel } from '../src/index.ts'
import * as library from '../src/index.ts'
import { unshipped } from '../src/schema/schema-text.ts'

const root = resolve(import.meta.dirname, '..')
const town = resolve(root, 'test/cases/town')

/** Runs a program that uses the package by its name, as another package would; needs `npm run build`. */
async function runWithPackage(program: string): Promise<unknown> {
  const argv = ['--input-type=module', '--eval', program]
  const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: root })
  return JSON.parse(stdout)
}

test('the package opens these doors and no more', async () => {
  const names = [
    'RevisionError',
    'UsageError',
    'check',
    'diskWorkspace',
    'formats',
    'memoryWorkspace',
    'missingLabel',
    'openRevision',
  ]
  expect(Object.keys(library).sort()).toEqual(names)
  const program = `console.log(JSON.stringify(Object.keys(await import('policy-lint')).sort()))`
  expect(await runWithPackage(program)).toEqual(names)
})

test('comparing and publishing have doors of their own', async () => {
  const program = `
    const names = async (door) => Object.keys(await import(door)).sort()
    console.log(JSON.stringify([await names('policy-lint/compare'), await names('policy-lint/publish')]))`
  expect(await runWithPackage(program)).toEqual([
    ['changesFormats', 'compare', 'draftNotices'],
    ['formatNames', 'publish', 'publishable'],
  ])
})

test('the built package compares two versions', async () => {
  const cwd = resolve(root, 'test/cases/diff/records-grow')
  const program = `
    import { diskWorkspace } from 'policy-lint'
    import { changesFormats, compare } from 'policy-lint/compare'
    const workspace = diskWorkspace({ cwd: ${JSON.stringify(cwd)} })
    const side = (name) => ({ name, workspace, paths: [name] })
    const { report, sources, ruleTitles } = await compare({
      before: side('before'), after: side('after'), asOf: '2026-04-01',
    })
    const context = { sources: sources.after, ruleTitles, color: false, width: 80, quiet: true }
    console.log(JSON.stringify(changesFormats.text(report, context).split('\\n').slice(-2)))`
  expect(await runWithPackage(program)).toEqual([
    '変更 5件（形式 5）。問題 新しく生じたもの 0件、解消したもの 0件',
    '',
  ])
})

test('the built package makes documents', async () => {
  const program = `
    import { diskWorkspace } from 'policy-lint'
    import { publish } from 'policy-lint/publish'
    const workspace = diskWorkspace({ cwd: ${JSON.stringify(town)} })
    const input = { workspace, paths: ['procedures'] }
    const made = await publish({
      document: 'procedure', formats: ['md'], input, draft: true, trace: false, asOf: '2025-03-31',
    })
    console.log(JSON.stringify([made.kind, made.files.map(({ name }) => name)]))`
  expect(await runWithPackage(program)).toEqual(['made', ['aoba-city-library-procedure.md']])
})

test('the built package judges what its sources judge', async () => {
  const program = `
    import { check, diskWorkspace } from 'policy-lint'
    const workspace = diskWorkspace({ cwd: ${JSON.stringify(town)} })
    const { report } = await check({ workspace, paths: ['procedures'], asOf: '2025-03-31' })
    console.log(JSON.stringify(report))`
  const workspace = diskWorkspace({ cwd: town })
  const { report } = await check({ workspace, paths: ['procedures'], asOf: '2025-03-31' })
  const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
    version: string
  }
  expect(report.findings.map(({ rule }) => rule)).toEqual(['record.named'])
  const built = { ...report, tool: { name: 'policy-lint', version } }
  expect(await runWithPackage(program)).toEqual(JSON.parse(JSON.stringify(built)))
})

test('the package ships the schemas of its files and of its report, without grades', async () => {
  const names = ['report.v1.schema.json', 'procedure.schema.json', 'common.schema.json']
  const program = `
    import { readFileSync } from 'node:fs'
    const read = (name) => readFileSync(new URL(import.meta.resolve('policy-lint/schema/' + name)), 'utf8')
    console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => JSON.parse(read(name)))))`
  const sources = names.map((name): unknown =>
    JSON.parse(readFileSync(resolve(root, 'src/schema', name), 'utf8'), (key, value: unknown) =>
      unshipped.includes(key) ? undefined : value,
    ),
  )
  expect(await runWithPackage(program)).toEqual(sources)
})

test('files may be handed in as texts', async () => {
  const texts = ['municipality', 'library/context', 'library/procedure'].map((name) => {
    const path = `procedures/aoba-city/${name}.yaml`
    return [path, readFileSync(resolve(town, path), 'utf8')] as const
  })
  const packs = ['pack', 'rules/record'].map((name) => {
    const path = `policies/aoba/${name}.yaml`
    return [path, readFileSync(resolve(town, path), 'utf8')] as const
  })
  const workspace = memoryWorkspace(Object.fromEntries([...texts, ...packs]))
  const { report, sources } = await check({ workspace, paths: ['procedures'] })
  const text = formats.text(report, { sources, color: false, width: 80, quiet: true, missingLabel })
  expect(text).toBe(
    'procedures/aoba-city/library/procedure.yaml:10:5: 指摘: ' +
      '利用者IDの点検に、何に記録するのか書かれていません。 [record.named]\n' +
      '検出 1件（指摘 1）。条項 守られている 0、守られていない 1、判定できない 0\n',
  )
})
