import type { Document } from '../document.ts'
import { writeHtml } from '../html/write.ts'
import { FormatUnavailable } from '../unavailable.ts'
import { findBrowser, printWithBrowser } from './browser.ts'
import { compileTypst } from './compile.ts'
import { typstOf } from './typst.ts'

/** Writes a document as PDF: with Typst, else with an installed browser. */
export async function writePdf(document: Document): Promise<Uint8Array> {
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
