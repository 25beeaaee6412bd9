import type { IPatch } from 'docx'
import { UsageError } from '../../../finding/usage-error.ts'
import { suggest } from '../../../japanese/suggest.ts'
import { decode, unzip, zip, type ZipFiles } from '../../zip.ts'
import type { Docx } from '../inline.ts'
import { mainPart, noWordFile } from './open.ts'

/** Letters no document holds, in place of the values until the package is done with the file. */
function markerOf(index: number): string {
  return `PLACE-d41c9b-${index}-`
}

/** The marker of the document's own text. */
export const bodyMarker = markerOf(0)

/** A letterhead with markers for its placeholders. */
export interface Marked {
  readonly files: ZipFiles
  /** The name behind each marker but the body's. */
  readonly names: ReadonlyMap<string, string>
}

/** How often a placeholder may stand in one paragraph. */
const maxTurns = 20

/**
 * Puts markers in place of the placeholders of a letterhead, wherever Word has torn them into pieces.
 * Throws a `UsageError` where `{{body}}` is not alone in a paragraph of the text, or a name is unknown.
 */
export async function markPlaceholders(
  files: ZipFiles,
  shown: string,
  known: readonly string[],
  docx: Docx,
): Promise<Marked> {
  try {
    return await mark(files, shown, known, docx)
  } catch (thrown) {
    // XML that is broken, or nests without end.
    throw thrown instanceof UsageError ? thrown : noWordFile(shown)
  }
}

async function mark(
  files: ZipFiles,
  shown: string,
  known: readonly string[],
  docx: Docx,
): Promise<Marked> {
  const before = textOf(files)
  const found = await docx.patchDetector({ data: await zip(files, 0) })
  requireKnown(
    found.map((name) => name.trim()),
    shown,
    known,
  )
  const names = new Map<string, string>()
  const patches: Readonly<Record<string, IPatch>> = Object.fromEntries(
    found.map((written, index): readonly [string, IPatch] => {
      if (written.trim() === 'body') return [written, bodyPatch(docx)]
      const marker = markerOf(index + 1)
      names.set(marker, written.trim())
      const children = [new docx.TextRun(marker)]
      return [written, { type: docx.PatchType.PARAGRAPH, children }]
    }),
  )
  let marked = files
  for (let turn = 0; turn < maxTurns; turn += 1) {
    const data = await zip(marked, 0)
    if ((await docx.patchDetector({ data })).length === 0) break
    const patched = await docx.patchDocument({
      outputType: 'uint8array',
      data,
      patches,
      // A value is never looked into again.
      recursive: false,
      keepOriginalStyles: true,
    })
    marked = await unzip(patched)
  }
  requireBody(before, marked, shown)
  return { files: marked, names }
}

function bodyPatch(docx: Docx): IPatch {
  const children = [new docx.Paragraph({ children: [new docx.TextRun(bodyMarker)] })]
  return { type: docx.PatchType.DOCUMENT, children }
}

function requireKnown(found: readonly string[], shown: string, known: readonly string[]): void {
  const unknown = found.find((name) => name !== 'body' && !known.includes(name))
  if (unknown !== undefined) {
    const meant = suggest(unknown, ['body', ...known])
    throw new UsageError(`「${shown}」の {{${unknown}}} に入れるものが、この文書にありません`, {
      hint:
        meant === undefined ? `使える名前: body、${known.join('、')}` : `もしかして: {{${meant}}}`,
    })
  }
  if (!found.includes('body')) {
    throw new UsageError(`「${shown}」に、本文を入れる {{body}} がありません`, {
      hint: '本文を入れたい所に、{{body}} とだけ書いた段落を一つ置いてください。',
    })
  }
}

/** The package takes the whole paragraph away: nothing else may have stood in it. */
function requireBody(
  before: string,
  { [mainPart]: main, ...others }: ZipFiles,
  shown: string,
): void {
  const xml = decode(main)
  const isOnce = xml.split(bodyMarker).length === 2
  const isElsewhere = Object.entries(others).some(
    ([name, bytes]) => name.endsWith('.xml') && decode(bytes).includes(bodyMarker),
  )
  const after = textIn(xml).replace(bodyMarker, '')
  const isAlone = plain(before) === plain(after)
  const start = xml.slice(0, xml.indexOf(bodyMarker))
  const isInside = ['w:tbl', 'w:txbxContent'].some((name) => openOf(start, name) > 0)
  if (isOnce && !isElsewhere && isAlone && !isInside) return
  throw new UsageError(`「${shown}」の {{body}} は、本文の一つの段落に、それだけを書いてください`, {
    hint: '表や図形、ヘッダーやフッターの中、ほかの言葉と同じ段落、二か所には書けません。セクション区切りとは別の段落にしてください。',
  })
}

function textOf(files: ZipFiles): string {
  return textIn(decode(files[mainPart]))
}

/** The words of a part, and its ends of sections. */
function textIn(xml: string): string {
  const pieces = xml.match(/(?<=<w:t(?: [^>]*)?>)[^<]*|<w:sectPr\b/g) ?? []
  return pieces.join('')
}

/** The same less placeholders and markers, which differ. */
function plain(text: string): string {
  return text
    .replace(/\{\{.+?\}\}/gs, '')
    .replace(/PLACE-d41c9b-\d+-/g, '')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&(?:quot|#34);/g, '"')
}

function openOf(xml: string, name: string): number {
  const opened = xml.match(new RegExp(`<${name}[ >]`, 'g'))?.length ?? 0
  const closed = xml.match(new RegExp(`</${name}>`, 'g'))?.length ?? 0
  return opened - closed
}
