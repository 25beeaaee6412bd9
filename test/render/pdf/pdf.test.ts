import { breakable } from '../../../src/render/pdf/literal.ts'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Block, Document } from '../../../src/render/document.ts'
import { browserPlaces, findBrowser, printWithBrowser } from '../../../src/render/pdf/browser.ts'
import { lackingInPdf } from '../../../src/render/pdf/lacking.ts'
import { compileTypst, writePdf } from '../../../src/render/pdf/write.ts'
import { typstOf } from '../../../src/render/pdf/typst.ts'
import { ofBlocks } from '../sample/blank.ts'
import { sampleDocument } from '../sample/view.ts'

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A document of one paragraph. */
function saying(text: string): Document {
  const paragraph: Block = {
    type: 'paragraph',
    style: 'plain',
    pageBreak: false,
    missing: false,
    content: [{ type: 'text', text }],
  }
  return ofBlocks(text, [paragraph])
}

test('a PDF has our fonts in it, and no date but its own', async () => {
  const document = await sampleDocument()
  const text = latin(await writePdf(document))
  expect(text.slice(0, 5)).toBe('%PDF-')
  const fonts = [...text.matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([A-Za-z-]+)/g)]
  expect([...new Set(fonts.map(([, name]) => name))].sort()).toEqual([
    'BIZUDGothic-Bold',
    'BIZUDGothic-Regular',
    'BIZUDMincho-Bold',
    'BIZUDMincho-Regular',
  ])
  expect(text.match(/\/FontFile\d/g)).toHaveLength(4)
  const dates = [...text.matchAll(/\/(?:CreationDate|ModDate)\s*\(D:(\d{8})/g)]
  expect(new Set(dates.map(([, day]) => day))).toEqual(new Set([document.day.replaceAll('-', '')]))
})

test('what the fonts cannot show is told, each once, and nothing else', async () => {
  // Signs and rare characters that BIZ UD has, beside those that neither of its faces has.
  const shown = '髙﨑①㈱№☎□〒\u3000¥「」\n１a\u200b'
  expect(await lackingInPdf(saying(shown))).toEqual([])
  expect(await lackingInPdf(saying(`𠮷野✉ ${shown}𠮷`))).toEqual(['𠮷', '✉'])
})

test('the same document gives the same bytes, whatever was written before', async () => {
  const first = await writePdf(await sampleDocument())
  await writePdf(saying('別の文書'))
  expect(hash(await writePdf(await sampleDocument()))).toBe(hash(first))
})

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('#panic("x")', '#read("/etc/passwd")', '#{', '}', '$', '*', '_', '`', '\\'),
      fc.constantFrom('"', '\\u{0}', '@ref', '<label>', '//', '/*', '\n', '=', '\u0000', '\ud800'),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

async function takesAsText(text: string): Promise<void> {
  const document = saying(text)
  const bytes = await compileTypst(typstOf(document), document.day)
  expect(latin(bytes).slice(0, 5)).toBe('%PDF-')
}

test('what is code for the typesetter is only text', async () => {
  await fc.assert(fc.asyncProperty(hostile, takesAsText), { numRuns: 60 })
})

// One of these was once read as an edit of the one before, and not understood.
test('a text is read for itself, whatever was written before', async () => {
  await fc.assert(fc.asyncProperty(hostile, takesAsText), { numRuns: 280, seed: -2016712314 })
})

describe('where the typesetter is not installed, a browser', () => {
  test('is looked for where each system has it, Edge first', () => {
    const windows = {
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      ProgramFiles: 'C:\\Program Files',
    }
    expect({
      windows: browserPlaces({ platform: 'win32', env: windows }),
      mac: browserPlaces({ platform: 'darwin', env: {} }),
      linux: browserPlaces({ platform: 'linux', env: { PATH: '/usr/bin:.:/snap/bin' } }),
    }).toEqual({
      windows: [
        'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
        'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
        'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
        'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      ],
      mac: ['Microsoft Edge', 'Google Chrome', 'Chromium'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      ),
      linux: [
        'microsoft-edge',
        'google-chrome',
        'google-chrome-stable',
        'chromium',
        'chromium-browser',
      ].flatMap((name) => [`/usr/bin/${name}`, `/snap/bin/${name}`]),
    })
  })

  test('is not found where there is none', () => {
    expect(findBrowser({ platform: 'linux', env: {} })).toBeUndefined()
  })
})

describe.skipIf(process.platform === 'win32')('a browser', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-lint-'))
  })

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  /** A program that stands for a browser. */
  function browser(program: string): string {
    const file = join(folder, 'browser')
    writeFileSync(file, `#!${process.execPath}\n${program}`)
    chmodSync(file, 0o755)
    return file
  }

  test('prints the page, whose dates become those of the document', async () => {
    const printing = browser(`
      const { readFileSync, writeFileSync } = require('node:fs')
      const [page] = process.argv.slice(-1)
      const to = process.argv.find((one) => one.startsWith('--print-to-pdf=')).split('=')[1]
      const html = readFileSync(new URL(page), 'utf8')
      writeFileSync(to, "%PDF-1.4 " + html + " /CreationDate (D:20261128120000+00'00')")`)
    const bytes = await printWithBrowser(printing, '<p>x</p>', '2026-04-01')
    expect(bytes && latin(bytes)).toBe("%PDF-1.4 <p>x</p> /CreationDate (D:20260401000000+00'00')")
  })

  test('that prints nothing, fails or is none gives nothing', async () => {
    const print = (file: string) => printWithBrowser(file, '<p>x</p>', '2026-04-01')
    expect([
      await print(browser('')),
      await print(browser('process.exit(1)')),
      await print(join(folder, 'nothing')),
    ]).toEqual([undefined, undefined, undefined])
  })
})

test('a run of letters has a place to break wherever its cell is narrower', () => {
  const pieces = (text: string): readonly string[] => breakable(text).split('\u200b')
  expect(pieces('yoyaku-kanri@example.lg.jp')).toEqual([
    'yoyaku-',
    'kanri@',
    'example.',
    'lg.',
    'jp',
  ])
  expect(pieces('0123456789abcdef')).toEqual(Array.from('0123456789abcdef'))
  expect(pieces('利用者ID 0123456789ab')).toEqual(['利用者ID 0123456789ab'])
})

test('a document that is too long for a PDF is refused before it is set', async () => {
  const told =
    '「長い文書」は、PDF にするには長すぎます（文字の数に、段落や表のセル一つにつき30を足して、250,000まで）。'
  const longest = 'あ'.repeat(250_000 - 30)
  await expect(writePdf({ ...saying(`${longest}あ`), title: '長い文書' })).rejects.toThrow(told)
  const line = saying('あ').sections[0]?.blocks ?? []
  const lines = ofBlocks('長い文書', new Array(8_065).fill(line).flat())
  await expect(writePdf(lines)).rejects.toThrow(told)
  // Ten short ones are none the worse.
  expect(
    latin(await writePdf(ofBlocks('短い文書', lines.sections[0]?.blocks.slice(0, 10) ?? []))).slice(
      0,
      5,
    ),
  ).toBe('%PDF-')
})
