import { UsageError } from '../../../finding/usage-error.ts'
import { BadZip, decode, unzip, type ZipFiles } from '../../zip.ts'

/** A user's Word file as it came. */
export interface Letterhead {
  /** Its name as the user wrote it. */
  readonly shown: string
  readonly bytes: Uint8Array
}

/** The main part of a Word file. */
export const mainPart = 'word/document.xml'

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** Reads a letterhead: a Word file and nothing else, of bounded size. Throws a `UsageError`. */
export async function openLetterhead({ shown, bytes }: Letterhead): Promise<ZipFiles> {
  const files = await unzipped(bytes, shown)
  const types = decode(files['[Content_Types].xml'])
  const main = decode(files[mainPart])
  if (!types.includes('wordprocessingml') || !main.includes('<w:body')) throw noWordFile(shown)
  if (!types.includes(wordFile)) throw otherWordFile(shown)
  if (/<!DOCTYPE|<!ENTITY/i.test(Object.values(files).map(beginning).join('\n'))) {
    throw noWordFile(shown)
  }
  requireLittle(files, shown)
  return files
}

/**
 * Filling in goes through all of it again and again, so it takes the square of the time. A paper with a
 * head and a foot has a few dozen paragraphs, and its styles some thousand elements.
 */
const max = { paragraphs: 1000, elements: 20_000, markup: 2 * 1024 * 1024 }

function requireLittle(files: ZipFiles, shown: string): void {
  const found = { paragraphs: 0, elements: 0, markup: 0 }
  for (const [name, bytes] of Object.entries(files)) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue
    found.markup += bytes.length
    if (found.markup > max.markup) throw tooMuch(shown)
    const xml = decode(bytes)
    // A start and an end each.
    found.elements += xml.split('<').length / 2
    found.paragraphs += xml.split(/<w:p[ />]/).length - 1
  }
  if (found.elements > max.elements || found.paragraphs > max.paragraphs) throw tooMuch(shown)
}

/** Word writes no document types; one could only be there to do harm. */
function beginning(bytes: Uint8Array): string {
  return decode(bytes.subarray(0, 4096))
}

/** How large a letterhead may be unpacked; pictures, which are most of it, hardly shrink when packed. */
const largestLetterhead = 30 * 1024 * 1024

async function unzipped(bytes: Uint8Array, shown: string): Promise<ZipFiles> {
  try {
    return await unzip(bytes, largestLetterhead)
  } catch (thrown) {
    if (!(thrown instanceof BadZip)) throw thrown
    throw thrown.reason === 'too-large' ? tooLarge(shown) : noWordFile(shown)
  }
}

/** What to say of a file that Word itself would not open. */
export function noWordFile(shown: string): UsageError {
  return new UsageError(`「${shown}」は、Word の文書（.docx）として読めません`, {
    hint: 'Word で開き、パスワードを付けずに、種類「Word 文書（.docx）」で保存し直してください。',
  })
}

function otherWordFile(shown: string): UsageError {
  return new UsageError(`「${shown}」は、Word のテンプレートかマクロ付きの文書です`, {
    hint: '種類「Word 文書（.docx）」で保存し直してください。',
  })
}

function tooMuch(shown: string): UsageError {
  const { paragraphs, elements } = max
  const [most, all] = [paragraphs, elements].map((one) => one.toLocaleString('ja-JP'))
  return new UsageError(
    `「${shown}」は、ひな形にするには文章や書式が多すぎます（段落は${most}、XML は要素${all}個、2 MB まで）`,
    {
      hint: '本文を消して、ヘッダー、フッター、書式と {{body}} だけを残して保存し直してください。',
    },
  )
}

function tooLarge(shown: string): UsageError {
  return new UsageError(`「${shown}」の中身が大きすぎます`, {
    hint: '図や写真を小さくして、保存し直してください。',
  })
}
