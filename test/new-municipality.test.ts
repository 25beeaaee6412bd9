import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { exitCode } from '../src/cli/exit-code.ts'
import { check, diskWorkspace, type Finding } from '../src/index.ts'
import { run } from './cli/run.ts'

const root = resolve(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/new-municipality.ja.md'), 'utf8')

/** The folder the page is tried in: the packs of the tool, and what the page has written so far. */
const folder = mkdtempSync(join(tmpdir(), 'new-municipality-'))
cpSync(join(root, 'policies'), join(folder, 'policies'), { recursive: true })
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

interface Block {
  readonly language: string
  readonly first: string
  readonly rest: string
}

const blocks: readonly Block[] = [...page.matchAll(/^```(\w+)\n(.*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', first = '', rest = '']) => ({ language, first, rest }),
)

/** Writes the file that a block names in its first line, or adds the block to its end. */
function writeFile({ first, rest }: Block): void {
  const [, path = '', adds] = /^# ファイル: ([^\s（]+)(（書き足す）)?$/.exec(first) ?? []
  expect(path).toMatch(/^(policies|procedures)\/hinata-town\/[\w/-]+\.yaml$/)
  write(path, adds === undefined ? `${first}\n${rest}` : `${read(path)}${rest}`)
}

/** Removes what a diff of the page removes; gives what puts it back. */
function remove({ first, rest }: Block): () => void {
  const path = first.replace('--- ', '')
  const whole = read(path)
  const lines = rest.trimEnd().split('\n')
  const before = lines.map((line) => `${line.slice(1)}\n`).join('')
  const kept = lines.filter((line) => line.startsWith(' '))
  expect(whole.split(before)).toHaveLength(2)
  write(path, whole.replace(before, kept.map((line) => `${line.slice(1)}\n`).join('')))
  return () => {
    write(path, whole)
  }
}

/** Whether all that is printed is what is shown, where a line `…` stands for any lines. */
function shows(shown: string, printed: string): boolean {
  const parts = shown.split(/^…\n/m).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('(?:.*\\n)*')}$`).test(printed)
}

async function tryCommand({ first, rest }: Block): Promise<void> {
  const [, argv = ''] = /^\$ npx policy-lint (.*)$/.exec(first) ?? []
  const { stdout, stderr } = await run(argv.split(' '), { cwd: folder })
  const printed = `${stderr}${stdout}`
  expect(shows(rest, printed), `${first}\nnow prints:\n${printed}`).toBe(true)
}

async function findings(): Promise<readonly Finding[]> {
  const workspace = diskWorkspace({ cwd: folder })
  const paths = ['policies/hinata-town', 'procedures/hinata-town']
  return (await check({ workspace, paths })).report.findings
}

const procedure = 'procedures/hinata-town/hall-booking/procedure.yaml'

describe('docs/new-municipality.ja.md, done from top to bottom', () => {
  let putBack = (): void => undefined

  test.each(blocks.map((block) => [block.first, block] as const))('%s', async (_, block) => {
    if (block.language === 'yaml') writeFile(block)
    if (block.language === 'text') write(block.first.replace('# ファイル: ', ''), block.rest)
    if (block.language === 'diff') putBack = remove(block)
    if (block.language !== 'console') return
    await tryCommand(block)
    putBack()
    putBack = () => undefined
  })

  test.each([...page.matchAll(/`npx policy-lint (.*?)`/g)].map(([, argv = '']) => argv))(
    'what the text names in passing runs too: %s',
    async (argv) => {
      const { code, stderr } = await run(argv.split(' '), { cwd: folder })
      expect({ code, stderr }).toEqual({ code: exitCode.clean, stderr: '' })
    },
  )

  test('the municipality of the page breaks nothing, it only leaves topics to be written', async () => {
    const found = await findings()
    const left = new Set(found.map(({ severity, rule }) => `${severity} ${rule}`))
    expect([...left].sort()).toEqual([
      'warning hinata.deputy-named',
      'warning review.practice-against-procedure',
      'warning topic.present',
    ])
  })

  test('the line that the page takes away adds one finding', async () => {
    const known = (await findings()).map(({ fingerprint }) => fingerprint)
    const undo = remove(blocks.find(({ language }) => language === 'diff') ?? noBlock)
    const added = (await findings()).filter(({ fingerprint }) => !known.includes(fingerprint))
    undo()
    const place = { path: procedure, start: { line: 12, column: 5 } }
    expect(added).toMatchObject([
      { rule: 'delegation.report-loop', severity: 'error', location: place },
    ])
  })

  test('a deputy answers the rule of the page', async () => {
    const whole = read(procedure)
    write(procedure, whole.replace('post: 教育課長', 'post: 教育課長, deputy: 総務課長'))
    const rules = (await findings()).map(({ rule }) => rule)
    write(procedure, whole)
    expect(rules).not.toContain('hinata.deputy-named')
  })

  test('a procedure that is still being copied is not blamed for what it lacks, but for what it has', async () => {
    const whole = read(procedure)
    write(procedure, `${whole}complete: false\n`)
    const found = await findings()
    write(procedure, whole)
    expect(found.map(({ rule }) => rule)).toEqual(['hinata.deputy-named'])
  })
})

test('the places that the page names are there', () => {
  const named = [...page.matchAll(/`((?:src|examples|policies\/base)\/[^`]*)`|\]\(([^)]+)\)/g)]
  const paths = named.map(([, place, link = '']) => place ?? `docs/${link}`)
  expect(paths.length).toBeGreaterThan(4)
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

const noBlock: Block = { language: '', first: '', rest: '' }
