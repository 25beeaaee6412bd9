import { UsageError } from '../finding/usage-error.ts'
import { decode } from '../source/decode.ts'
import type { Contents } from './block.ts'
import { readMarkdown, readText } from './plain-text.ts'

/** Opens a document, whatever it is kept in. Throws a `UsageError` that says what to do where it cannot be read. */
export async function openContainer(name: string, bytes: Uint8Array): Promise<Contents> {
  const contents = await readAs(name, bytes)
  if (contents.blocks.length === 0) {
    throw new UsageError(`「${name}」に、読み取れる文字がありません`, {
      hint: '紙を写した画像だけの文書は読めません。文字の入ったファイルを指定してください。',
    })
  }
  return contents
}

async function readAs(name: string, bytes: Uint8Array): Promise<Contents> {
  refuseOthers(name, bytes)
  const read = decode(name, bytes, { shiftJis: true })
  if (!read.ok) throw new UsageError(read.problem.message, { hint: read.problem.fix })
  const { text } = read.source
  return Promise.resolve(/\.(?:md|markdown)$/iu.test(name) ? readMarkdown(text) : readText(text))
}

/** What is no document that can be read, by its first bytes and its name, with what to do. */
function refuseOthers(name: string, bytes: Uint8Array): void {
  const begins = (...wanted: readonly number[]): boolean =>
    wanted.every((byte, at) => bytes[at] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46)) {
    throw new UsageError(`「${name}」は PDF です。PDF は読み取れません`, {
      hint: '元の Word ファイル（.docx）か、文字を写したテキストファイル（.txt）を指定してください。',
    })
  }
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new UsageError(
      `「${name}」は、パスワードの付いたファイルか、古い形式（.doc）のファイルです`,
      {
        hint: 'Word で開き、パスワードを外して「Word 文書（.docx）」として保存し直したものを指定してください。',
      },
    )
  }
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || begins(0x47, 0x49, 0x46)) {
    throw new UsageError(`「${name}」は画像です。画像の文字は読み取れません`, {
      hint: '元の Word ファイル（.docx）か、文字を写したテキストファイル（.txt）を指定してください。',
    })
  }
}
