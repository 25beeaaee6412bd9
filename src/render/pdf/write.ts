import type * as typstPackage from '@myriaddreamin/typst-ts-node-compiler'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import nodePath from 'node:path'
import { UsageError } from '../../finding/usage-error.ts'
import type { Block, Document } from '../document.ts'
import { writeHtml } from '../html/write.ts'
import { FormatUnavailable, installHint, optional } from '../unavailable.ts'
import { plainText } from '../vocabulary/inline.ts'
import { findBrowser, printWithBrowser } from './browser.ts'
import { typstOf, type TypstSource } from './typst.ts'

/**
 * How much a PDF may hold, in characters: about 250 pages. Typst keeps some 1.5 KB for a character until the
 * whole is set, and thirty times as much for a paragraph or a cell.
 */
const longest = 250_000
const perBlock = 30

/** Writes a document as PDF: with Typst, else with an installed browser. Throws where it is too long for it. */
export async function writePdf(document: Document): Promise<Uint8Array> {
  const length = document.sections.reduce((sum, { blocks }) => sum + lengthOf(blocks), 0)
  if (length > longest) throw tooLong(document.title)
  try {
    return await compileTypst(typstOf(document), document.day)
  } catch (thrown) {
    if (!(thrown instanceof FormatUnavailable)) throw thrown
    const browser = findBrowser()
    const printed = browser && (await printWithBrowser(browser, writeHtml(document), document.day))
    if (printed) return printed
    throw withoutBrowser(thrown, browser)
  }
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + lengthOfBlock(block), 0)
}

function lengthOfBlock(block: Block): number {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return perBlock + plainText(block.content).length
    case 'figure':
      return perBlock + plainText(block.caption).length
    case 'list':
      return block.items.reduce((sum, { blocks }) => sum + lengthOf(blocks), 0)
    case 'table':
      return [...block.head, ...block.body]
        .flatMap(({ cells }) => cells)
        .reduce((sum, { blocks }) => sum + Math.max(perBlock, lengthOf(blocks)), 0)
  }
}

function tooLong(title: string): UsageError {
  const most = longest.toLocaleString('ja-JP')
  return new UsageError(
    `「${title}」は、PDF にするには長すぎます（文字の数に、段落や表のセル一つにつき${perBlock}を足して、${most}まで）。`,
    {
      hint: '対象をシステムごとに分けてください。Word や HTML（--to docx、--to html）なら、このまま作れます。Word で開いて PDF にすることもできます。',
    },
  )
}

function withoutBrowser(lacks: FormatUnavailable, browser: string | undefined): FormatUnavailable {
  const message =
    browser === undefined
      ? '代わりに使う Edge や Chrome も見つかりません。'
      : `代わりに使った「${browser}」でも、PDF になりませんでした。`
  return new FormatUnavailable(`${lacks.message}${message}`, {
    hint: [
      lacks.hint ?? '',
      'HTML の文書（--to html）をブラウザーで開いて「印刷」から「PDF に保存」を選ぶこともできます。',
    ].join('\n'),
  })
}

type Compiler = typstPackage.NodeCompiler
type CompiledDocument = typstPackage.NodeTypstDocument

let known: Promise<Compiler> | undefined
/**
 * Each source stands under a name of its own: under that of another it is taken for an edit of it, and may be
 * read wrongly. The typesetter knows 65,535 names in all.
 */
const names = 30_000
let compiled = 0

/** A folder that is not there: the source reads no files, and could not. */
const nowhere = nodePath.join(tmpdir(), 'policy-lint-has-no-files')

/** Makes a PDF of Typst source with the fonts that ship as packages; the day is its only date. */
export async function compileTypst(
  { source, pictures }: TypstSource,
  day: string,
): Promise<Uint8Array> {
  known ??= openCompiler()
  const compiler = await known
  compiler.resetShadow()
  for (const [path, svg] of pictures) {
    compiler.mapShadow(nodePath.join(nowhere, path), Buffer.from(svg, 'utf8'))
  }
  compiled = (compiled + 1) % names
  const main = nodePath.join(nowhere, `document-${compiled}.typ`)
  compiler.mapShadow(main, Buffer.from(source, 'utf8'))
  const result = compiler.compile({ mainFilePath: main })
  const document = result.result
  if (!document) {
    const told = JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)
    throw new Error(`Typst did not take our source: ${told}`)
  }
  return new Uint8Array(exported(compiler, document, day))
}

/**
 * By the standard for those who cannot see it (PDF/UA-1), which a template of one's own may keep from being kept: without
 * a first heading, say, or with letters that no font has.
 */
function exported(compiler: Compiler, document: CompiledDocument, day: string): Uint8Array {
  const creationTimestamp = Date.parse(`${day}T00:00:00Z`) / 1000
  try {
    return compiler.pdf(document, { creationTimestamp, pdfStandard: 'ua-1' })
  } catch {
    return compiler.pdf(document, { creationTimestamp })
  }
}

async function openCompiler(): Promise<Compiler> {
  const { NodeCompiler } = await optional(
    'pdf',
    '@myriaddreamin/typst-ts-node-compiler',
    () => import('@myriaddreamin/typst-ts-node-compiler'),
  )
  const fontPaths = [
    fontFolder('@expo-google-fonts/biz-udmincho', '400Regular/BIZUDMincho_400Regular.ttf'),
    fontFolder('@expo-google-fonts/biz-udmincho', '700Bold/BIZUDMincho_700Bold.ttf'),
    fontFolder('@expo-google-fonts/biz-udgothic', '400Regular/BIZUDGothic_400Regular.ttf'),
    fontFolder('@expo-google-fonts/biz-udgothic', '700Bold/BIZUDGothic_700Bold.ttf'),
  ]
  return NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontPaths }] })
}

function fontFolder(name: string, file: string): string {
  try {
    return nodePath.dirname(createRequire(import.meta.url).resolve(`${name}/${file}`))
  } catch {
    throw new FormatUnavailable(`pdf を作るためのフォント「${name}」が入っていません。`, {
      hint: installHint,
    })
  }
}
