import { cannotRead, UsageError } from '../finding/usage-error.ts'
import { decode } from '../source/decode.ts'
import type { Block, Contents } from './block.ts'
import { readMarkdown, readText } from './plain-text.ts'

/** Some 200 pages. Every sentence is held against every role, so that time grows faster than the text. */
const maxCharacters = 200_000
/** The largest page or text that is read, in bytes: what surrounds the words takes memory too. */
const largestText = 3 * 1024 * 1024

/** Opens a document, whatever it is kept in. Throws a `UsageError` that says what to do where it cannot be read. */
export async function openContainer(name: string, bytes: Uint8Array): Promise<Contents> {
  const contents = await readAs(name, bytes)
  if (contents.blocks.length === 0) {
    throw new UsageError(`「${name}」に、読み取れる文字がありません`, {
      hint: '紙を写した画像だけの文書は読めません。文字の入ったファイルを指定してください。',
    })
  }
  const characters = contents.blocks.reduce((sum, block) => sum + lengthOf(block), 0)
  if (characters > maxCharacters) {
    const [found, most] = [characters, maxCharacters].map((one) => one.toLocaleString('ja-JP'))
    throw new UsageError(`「${name}」は長すぎます（${found}字。${most}字まで）`, {
      hint: '章ごとに分けて保存し、一つずつ読み込んでください。',
    })
  }
  return contents
}

/** The characters of a block, with one for where each of its texts ends. */
function lengthOf(block: Block): number {
  const texts = block.kind === 'table' ? block.rows.flat() : [block.text]
  return texts.reduce((sum, text) => sum + text.length + 1, 0)
}

async function readAs(name: string, bytes: Uint8Array): Promise<Contents> {
  refuseOthers(name, bytes)
  if (begins(bytes, 'PK')) return readWord(name, bytes)
  if (bytes.length > largestText) {
    throw new UsageError(`「${name}」は大きすぎます（文字の文書は 3 MB まで）`, {
      hint: '実施手順の文だけにして保存し直してください。',
    })
  }
  const read = decode(name, bytes, { shiftJis: true })
  if (!read.ok) throw cannotRead(read.problem)
  const { text } = read.source
  if (
    /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html|<!--)/iu.test(text) ||
    /\.x?html?$/iu.test(name)
  ) {
    return readPage(name, text)
  }
  return /\.(?:md|markdown)$/iu.test(name) ? readMarkdown(text) : readText(text)
}

async function readPage(name: string, text: string): Promise<Contents> {
  const { readHtml, TooDeepPage } = await import('./html.ts')
  try {
    return readHtml(text)
  } catch (thrown) {
    if (!(thrown instanceof TooDeepPage)) throw thrown
    throw new UsageError(`「${name}」は、要素の入れ子が深すぎるため、読み取れません`, {
      hint: 'ブラウザーで開き、文を写したテキストファイル（.txt）を指定してください。',
    })
  }
}

async function readWord(name: string, bytes: Uint8Array): Promise<Contents> {
  const { BadPackage, openPackage } = await import('./docx/package.ts')
  const { readBody } = await import('./docx/body.ts')
  try {
    return readBody(await openPackage(bytes))
  } catch (thrown) {
    if (!(thrown instanceof BadPackage)) throw thrown
    throw new UsageError(`「${name}」${badPackages[thrown.reason].message}`, {
      hint: badPackages[thrown.reason].hint,
    })
  }
}

const badPackages = {
  damaged: {
    message: 'は壊れているため、読み取れません',
    hint: 'Word で開けるかを確かめ、開けたら別の名前で保存し直したものを指定してください。',
  },
  'too-large': {
    message: 'は、広げると大きくなりすぎるため、読み取りません',
    hint: '本文だけを新しい文書に写して保存し直したものを指定してください。',
  },
  'too-deep': {
    message: 'は、表や枠の入れ子が深すぎるため、読み取れません',
    hint: '本文だけを新しい文書に写して保存し直したものを指定してください。',
  },
  macro: {
    message: 'にはマクロが入っているため、読み取りません',
    hint: 'Word で開き、マクロのない「Word 文書（.docx）」として保存し直したものを指定してください。',
  },
  'not-word': {
    message: 'は Word の文書ではありません',
    hint: '実施手順の文書（.docx、.html、.md、.txt）を指定してください。Excel などのファイルは読み取れません。',
  },
} as const

/** What is no document that can be read, by its first bytes and its name, with what to do. */
function refuseOthers(name: string, bytes: Uint8Array): void {
  if (begins(bytes, '%PDF')) {
    throw new UsageError(`「${name}」は PDF です。PDF は読み取れません`, {
      hint: '元の Word ファイル（.docx）か、文字を写したテキストファイル（.txt）を指定してください。',
    })
  }
  if (begins(bytes, '\xd0\xcf\x11\xe0')) {
    throw new UsageError(
      `「${name}」は、パスワードの付いたファイルか、古い形式（.doc）のファイルです`,
      {
        hint: 'Word で開き、パスワードを外して「Word 文書（.docx）」として保存し直したものを指定してください。',
      },
    )
  }
  if (['\x89PNG', '\xff\xd8\xff', 'GIF8'].some((sign) => begins(bytes, sign))) {
    throw new UsageError(`「${name}」は画像です。画像の文字は読み取れません`, {
      hint: '元の Word ファイル（.docx）か、文字を写したテキストファイル（.txt）を指定してください。',
    })
  }
}

/** Whether the first bytes are these. */
function begins(bytes: Uint8Array, sign: string): boolean {
  return Array.from(sign).every((letter, at) => bytes[at] === letter.charCodeAt(0))
}
