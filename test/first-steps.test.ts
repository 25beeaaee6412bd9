import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { exitCode } from '../src/cli/exit-code.ts'
import { run } from './cli/run.ts'
import { wordFile } from './import/word.ts'
import { shows } from './transcript.ts'

const page = readFileSync(resolve(import.meta.dirname, '../docs/first-steps.ja.md'), 'utf8')

const folder = mkdtempSync(join(tmpdir(), 'policy-lint-first-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

let cwd = folder

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
  expect(path).not.toBe('')
  const place = join(folder, path)
  mkdirSync(dirname(place), { recursive: true })
  if (path.endsWith('.docx')) {
    writeFileSync(place, wordFile(rest.replaceAll(/^/gm, 'p\t')))
    return
  }
  writeFileSync(place, adds === undefined ? rest : readFileSync(place, 'utf8') + rest)
}

/** Mends a file as a diff of the page does. */
function mend({ first, rest }: Block): void {
  const place = join(folder, first.replace('--- ', ''))
  const lines = rest.trimEnd().split('\n')
  const side = (other: string): string =>
    lines.flatMap((line) => (line.startsWith(other) ? [] : [`${line.slice(1)}\n`])).join('')
  const whole = readFileSync(place, 'utf8')
  expect(whole.split(side('+'))).toHaveLength(2)
  writeFileSync(place, whole.replace(side('+'), side('-')))
}

/** Does what a transcript does, and holds what it prints against what is shown. */
async function follow({ first, rest }: Block): Promise<void> {
  const parts = `${first}\n${rest}`.split(/^\$ /m).slice(1)
  for (const part of parts) {
    const [command = '', ...shown] = part.trimEnd().split('\n')
    const [program, ...argv] = command.split(' ')
    if (program === 'cd') {
      cwd = join(cwd, argv[0] ?? '')
      continue
    }
    expect(program).toBe('policy-lint')
    const { code, stdout, stderr } = await run(argv, { cwd })
    expect([exitCode.clean, exitCode.findings], `${command}\n${stderr}`).toContain(code)
    const printed = stderr + stdout
    const isShown = shows(shown, printed.trimEnd().split('\n'))
    expect(isShown, `${command} now prints:\n${printed}`).toBe(true)
  }
}

describe('docs/first-steps.ja.md, done from top to bottom', () => {
  test.each(blocks.map((block) => [block.first, block] as const))('%s', async (_, block) => {
    if (block.language === 'console') await follow(block)
    else if (block.language === 'diff') mend(block)
    else writeFile(block)
  })

  test('what the page mends is found no more', async () => {
    const { stdout } = await run(['procedures', '--quiet'], { cwd })
    expect(stdout).not.toContain('「利用者IDの点検」')
  })

  test.each(
    [...page.matchAll(/`policy-lint ((?:explain|words) .*?)`/g)].map(([, line = '']) => line),
  )('what the text names in passing runs too: %s', async (line) => {
    const { code, stderr } = await run(line.split(' '), { cwd })
    expect({ code, stderr }).toEqual({ code: exitCode.clean, stderr: '' })
  })
})
