import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { exitCode } from '../src/cli/exit-code.ts'
import { check, diskWorkspace } from '../src/index.ts'
import { overlay } from '../src/source/workspace.ts'
import { ran } from './cli/run.ts'
import { shows } from './transcript.ts'

const root = resolve(import.meta.dirname, '..')
const pages = ['README.md', 'README.ja.md'] as const
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8')

interface Block {
  readonly language: string
  readonly lines: readonly string[]
}

interface Example {
  readonly command: string
  readonly output: readonly string[]
}

function blocksOf(page: string): Block[] {
  return [...read(page).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
    language: language ?? '',
    lines: (text ?? '').trimEnd().split('\n'),
  }))
}

/** The commands of a page: every line of its `sh` blocks, and those after `$` with what they print. */
function examplesOf(page: string): Example[] {
  return blocksOf(page).flatMap(({ language, lines }) => {
    if (language === 'sh') return lines.map((command) => ({ command, output: [] }))
    if (language !== 'console') return []
    const [first = '', ...output] = lines
    return [{ command: first.replace(/^\$ /, ''), output }]
  })
}

/** The arguments of the runs of policy-lint in a command line. */
function runsOf(command: string): string[][] {
  return command.split('&&').flatMap((part) => {
    const [, argv] = /^(?:npx )?policy-lint(?: (.*))?$/.exec(part.trim()) ?? []
    return argv === undefined ? [] : [argv.split(' ')]
  })
}

/** A pattern for a text as it stands. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

describe.each(pages)('%s', (page) => {
  const examples = examplesOf(page)

  test.each(examples.filter(({ command }) => runsOf(command).length > 0))(
    '$command',
    async ({ command, output }) => {
      for (const argv of runsOf(command)) {
        const { code, stdout, stderr } = await ran(...argv)
        // Rules that ship reach all their branches; what is checked may have findings.
        const promised = argv[0] === 'test' ? [] : [exitCode.findings]
        expect([exitCode.clean, ...promised], stderr + stdout).toContain(code)
        if (output.length === 0) continue
        expect(shows(output, stdout.split('\n')), `${command} now prints:\n${stdout}`).toBe(true)
      }
    },
  )

  test('the scripts it names are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...read(page).matchAll(/npm (?:run )?(test|replay|bench[\w:-]*|verify)/g)]
    expect(named.map(([, name]) => name ?? '').filter((name) => !(name in scripts))).toEqual([])
  })

  test('the fragment it shows stands in a file, and the fix it shows takes the finding away', async () => {
    const blocks = blocksOf(page)
    const [header = '', ...patch] = blocks.find(({ language }) => language === 'diff')?.lines ?? []
    const path = header.replace('--- ', '')
    const fragment = blocks.find(({ language }) => language === 'yaml')?.lines.join('\n') ?? 'none'
    expect(read(path)).toContain(`${fragment}\n`)
    const side = (other: string): string =>
      patch.flatMap((line) => (line.startsWith(other) ? [] : [`${line.slice(1)}\n`])).join('')
    const [before, after] = [side('+'), side('-')]
    expect(read(path).split(before)).toHaveLength(2)
    const workspace = diskWorkspace({ cwd: root })
    const mended = overlay(workspace, { path, text: read(path).replace(before, after) })
    const rules = async (files: typeof workspace): Promise<string[]> =>
      (await check({ workspace: files, paths: [path] })).report.findings.map(({ rule }) => rule)
    const found = await rules(workspace)
    expect(await rules(mended)).toEqual(found.filter((rule) => rule !== 'delegation.report-loop'))
    expect(found).toContain('delegation.report-loop')
  })
})

test('both pages show the same commands', () => {
  const [english, japanese] = pages.map(examplesOf)
  expect(japanese).toEqual(english)
})

test('the program of the library section runs', async () => {
  const program = blocksOf('README.md')
    .find(({ language }) => language === 'js')
    ?.lines.join('\n')
  const argv = ['--input-type=module', '--eval', program ?? 'none']
  const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: root })
  expect(stdout).toMatch(/^\{ error: \d+, warning: \d+, info: \d+ \}\n/)
})

function filesBelow(top: string): string[] {
  if (!statSync(resolve(root, top)).isDirectory()) return []
  const names = readdirSync(resolve(root, top), { recursive: true, encoding: 'utf8' })
  return names.map((name) => `${top}/${name.replaceAll('\\', '/')}`)
}

describe.each([...pages, 'CONTRIBUTING.md'])('the paths of %s', (page) => {
  const tops = readdirSync(root).filter((name) => !['.git', 'dist', 'node_modules'].includes(name))
  const files = tops.flatMap((top) => [top, ...filesBelow(top)])

  test('that stand in code exist', () => {
    const named = [...read(page).matchAll(/`([^`\s]+)`/g)].map(([, path]) => path ?? '')
    // A reader who follows a transcript makes these.
    const made = [...read(page).matchAll(/The new file `([^`]+)`|\$ cp -r \S+ (\S+)/g)]
    const isMade = (path: string): boolean =>
      made.some(([, file, copy]) => path === file || path.includes(`/${copy ?? ' '}/`))
    const paths = named.filter((path) => tops.includes(path.split('/')[0] ?? '') && !isMade(path))
    const missing = paths.filter((path) => {
      const parts = path.replace(/\/$/, '').split(/<\w+>|\*/)
      const pattern = new RegExp(`^${parts.map(literal).join('[^/]+')}$`)
      return !files.some((file) => pattern.test(file))
    })
    expect(paths).not.toEqual([])
    expect(missing).toEqual([])
  })

  test('that it links to exist', () => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path ?? '')
    expect(links.filter((path) => !existsSync(resolve(root, path)))).toEqual([])
  })
})
