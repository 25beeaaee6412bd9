import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { exitCode } from '../src/cli/exit-code.ts'
import { run } from './cli/run.ts'
import { wordFile } from './import/word.ts'
import { shows } from './transcript.ts'

const docs = resolve(import.meta.dirname, '../docs')

/** Where `scripts/gallery.mjs` wants what pictures are drawn from, instead of holding the pictures against it. */
const wanted = process.env['POLICY_LINT_PICTURES']

interface Block {
  readonly language: string
  readonly first: string
  readonly rest: string
}

/** The examples of a page, and the comments that say what a picture is drawn from (and how high), from top to bottom. */
function blocksOf(page: string): readonly Block[] {
  const pattern = /^```(\w+)\n(.*)\n([\s\S]*?)^```$|^<!-- (\S+\.png): (.+) -->$/gm
  return [...page.matchAll(pattern)].map(
    ([, language, first = '', rest = '', picture = '', source = '']) =>
      language === undefined
        ? { language: 'picture', first: picture, rest: source }
        : { language, first, rest },
  )
}

/** Somebody who does what a page says, from top to bottom, in a folder of their own. */
class Reader {
  readonly folder = mkdtempSync(join(tmpdir(), 'policy-lint-first-'))
  readonly #examples = createHash('sha256')
  #cwd = this.folder
  /** The last command, and what it printed. */
  #last = ''

  run(argv: readonly string[]) {
    return run(argv, { cwd: this.#cwd })
  }

  async does(block: Block): Promise<void> {
    if (block.language === 'picture') {
      this.#look(block)
      return
    }
    this.#examples.update(Object.values(block).join('\n'))
    if (block.language === 'console') await this.#follow(block)
    else if (block.language === 'diff') this.#mend(block)
    else this.#write(block)
  }

  /** Writes the file that a block names in its first line, or adds the block to its end. */
  #write({ first, rest }: Block): void {
    const [, path = '', adds] = /^# ファイル: ([^\s（]+)(（書き足す）)?$/.exec(first) ?? []
    expect(path).not.toBe('')
    const place = join(this.folder, path)
    mkdirSync(dirname(place), { recursive: true })
    if (path.endsWith('.docx')) {
      writeFileSync(place, wordFile(rest.replaceAll(/^/gm, 'p\t')))
      return
    }
    writeFileSync(place, adds === undefined ? rest : readFileSync(place, 'utf8') + rest)
  }

  /** Mends a file as a diff of the page does. */
  #mend({ first, rest }: Block): void {
    const place = join(this.folder, first.replace('--- ', ''))
    const lines = rest.trimEnd().split('\n')
    const side = (other: string): string =>
      lines.flatMap((line) => (line.startsWith(other) ? [] : [`${line.slice(1)}\n`])).join('')
    const whole = readFileSync(place, 'utf8')
    expect(whole.split(side('+'))).toHaveLength(2)
    writeFileSync(place, whole.replace(side('+'), side('-')))
  }

  /** Does what a transcript does, and holds what it prints against what is shown. */
  async #follow({ first, rest }: Block): Promise<void> {
    const parts = `${first}\n${rest}`.split(/^\$ /m).slice(1)
    for (const part of parts) {
      const [command = '', ...shown] = part.trimEnd().split('\n')
      const [program, ...argv] = command.split(' ')
      if (program === 'cd') {
        this.#cwd = join(this.#cwd, argv[0] ?? '')
        continue
      }
      expect(program).toBe('policy-lint')
      const { code, stdout, stderr } = await this.run(argv)
      expect([exitCode.clean, exitCode.findings], `${command}\n${stderr}`).toContain(code)
      const printed = stderr + stdout
      this.#last = `$ ${command}\n${printed}`
      const isShown = shows(shown, printed.trimEnd().split('\n'))
      expect(isShown, `${command} now prints:\n${printed}`).toBe(true)
    }
  }

  /** Holds a picture against the examples above it; what it is drawn from is there: a file, or the terminal. */
  #look({ first, rest: drawn }: Block): void {
    const [, rest = '', height] = /^(.*?)(?: (\d+))?$/.exec(drawn) ?? []
    const source = rest.startsWith('$ ')
      ? this.#last
      : readFileSync(join(this.folder, rest), 'utf8')
    if (rest.startsWith('$ ')) expect(source.split('\n')[0]).toBe(rest)
    const examples = this.#examples.copy().digest('hex')
    if (wanted === undefined) {
      const chunks = chunksOf(readFileSync(join(docs, first)))
      const text = `${pictureOf}\0${examples}`
      expect(chunks.get('tEXt')?.toString(), `${first}: ${again}`).toBe(text)
      return
    }
    const name = `${first.replace(/.*\//, '')}.json`
    writeFileSync(join(wanted, name), JSON.stringify({ picture: first, source, height, examples }))
  }
}

/** The keyword in a picture of what it was drawn from. */
const pictureOf = 'Examples'
const again =
  'the examples of the page have changed since; run `node scripts/gallery.mjs` and look at it'

/** The chunks of a PNG by their names, of several the last. */
function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    chunks.set(
      png.toString('latin1', at + 4, at + 8),
      png.subarray(at + 8, at + 8 + png.readUInt32BE(at)),
    )
  }
  return chunks
}

describe.each(['first-steps.ja.md', 'format-first.ja.md'])(
  'docs/%s, done from top to bottom',
  (name) => {
    const page = readFileSync(join(docs, name), 'utf8')
    const blocks = blocksOf(page)
    const reader = new Reader()
    afterAll(() => {
      rmSync(reader.folder, { recursive: true })
    })

    test.each(blocks.map((block) => [block.first, block] as const))(
      'step: %s',
      async (_, block) => {
        await reader.does(block)
      },
    )

    test('what the page mends is found no more', async () => {
      const { stdout } = await reader.run(['procedures', '--quiet'])
      expect(stdout).not.toContain('「利用者IDの点検」')
    })

    test('shows every picture that it says how to draw, and no other', () => {
      const shown = [...page.matchAll(/<img src="([^"]+)"/g)].map(([, path]) => path)
      expect(shown).toEqual(
        blocks.flatMap(({ language, first }) => (language === 'picture' ? [first] : [])),
      )
      for (const path of shown) {
        const bytes = readFileSync(join(docs, path ?? ''))
        expect(bytes.length).toBeLessThan(150_000)
        expect(
          [...chunksOf(bytes).keys()].filter((one) => ['tIME', 'iTXt', 'zTXt'].includes(one)),
        ).toEqual([])
      }
    })

    test.each(
      [...page.matchAll(/`policy-lint ((?:explain|words) .*?)`/g)].map(([, line = '']) => line),
    )('what the text names in passing runs too: %s', async (line) => {
      const { code, stderr } = await reader.run(line.split(' '))
      expect({ code, stderr }).toEqual({ code: exitCode.clean, stderr: '' })
    })
  },
)
