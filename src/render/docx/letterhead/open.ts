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
  return files
}

/** Word writes no document types; one could only be there to do harm. */
function beginning(bytes: Uint8Array): string {
  return decode(bytes.subarray(0, 4096))
}

async function unzipped(bytes: Uint8Array, shown: string): Promise<ZipFiles> {
  try {
    return await unzip(bytes)
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

function tooLarge(shown: string): UsageError {
  return new UsageError(`「${shown}」の中身が大きすぎます`, {
    hint: '図や写真を小さくして、保存し直してください。',
  })
}
