import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runProgram } from './package/program.ts'
import { shows } from './transcript.ts'

const root = resolve(import.meta.dirname, '..')
const manual = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')

/** What the work needs of the repository, in a folder of its own. */
const home = mkdtempSync(join(tmpdir(), 'policy-lint-field-'))
const needed = ['src', 'scripts', 'policies', 'templates', 'package.json']
for (const path of [...needed, 'docs/format.ja.md', 'examples/invented']) {
  cpSync(join(root, path), join(home, path), { recursive: true })
}
symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'), 'junction')
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

/** Puts a text where the line before it says: into a new file, or above a line of one. */
function put(where: string, text: string): void {
  const [, file = '', line] = /`([^`]+)`(?:, above `([^`]+)`)?:$/.exec(where) ?? []
  const path = join(home, file)
  if (line === undefined) {
    writeFileSync(path, text)
    return
  }
  const lines = readFileSync(path, 'utf8').split('\n')
  const at = lines.findIndex((one) => one.trim() === line)
  expect(at, `${file} has no line ${line}`).toBeGreaterThan(0)
  const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? ''
  const added = text.trimEnd().split('\n')
  lines.splice(at, 0, ...added.map((one) => indent + one))
  writeFileSync(path, lines.join('\n'))
}

/** The build without the types and the library, which others check: the program and its schemas. */
const build = `
  import { cpSync, readFileSync, writeFileSync } from 'node:fs'
  import { buildProgram } from './scripts/program.mjs'
  const { version, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  await buildProgram(process.cwd(), 'dist/bin', { version, external: Object.keys(optionalDependencies) })
  writeFileSync('dist/bin/package.json', JSON.stringify({ type: 'commonjs' }))
  cpSync('src/schema', 'dist/lib/schema', { recursive: true, filter: (path) => !path.endsWith('.ts') })`

let cwd = home

/** Does what a command of the section says, and gives what it prints. */
async function perform(command: string): Promise<string> {
  const [program = '', ...args] = command.split(' ')
  const node = (...argv: readonly string[]): string =>
    execFileSync(process.execPath, argv, { cwd, encoding: 'utf8' })
  switch (program) {
    case 'npm':
      return args[1] === 'generate'
        ? node('scripts/generate.mjs')
        : node('--input-type=module', '--eval', build)
    case 'cd':
      cwd = join(cwd, ...args)
      return ''
    case 'cp':
      cpSync(join(cwd, args[1] ?? ''), join(cwd, args[2] ?? ''), { recursive: true })
      return ''
    default: {
      const run = await runProgram(join(home, 'dist/bin/policy-lint.js'), args, cwd)
      expect(run.code, run.stderr).toBeLessThan(2)
      return run.stdout
    }
  }
}

const title = 'a field and its rule are added as the manual says, and everything knows them'

test(title, { timeout: 240_000 }, async () => {
  await follow('A field, from end to end', ['json', 'yaml', 'console', 'yaml', 'console'])
})

test('a ledger is added by a pack alone', { timeout: 240_000 }, async () => {
  cwd = home
  await follow('A ledger, from a pack alone', ['yaml', 'yaml', 'yaml', 'console'])
})

/** Does what a section of the manual says, block by block. */
async function follow(heading: string, languages: readonly string[]): Promise<void> {
  const [, section = ''] = new RegExp(`^## ${heading}\\n([\\s\\S]*?)^## `, 'm').exec(manual) ?? ['']
  const blocks = [...section.matchAll(/^(.*)\n\n```(\w+)\n([\s\S]*?)^```$/gm)]
  expect(blocks.map(([, , language]) => language)).toEqual(languages)
  for (const [, where = '', language, text = ''] of blocks) {
    if (language !== 'console') put(where, text)
    else {
      for (const [first = '', ...shown] of text.split(/^\$ /m).slice(1).map(linesOf)) {
        const printed = await perform(first)
        expect(shows(shown, printed.split('\n')), `${first} now prints:\n${printed}`).toBe(true)
      }
    }
  }
}

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split('\n')
}
