import { UsageError } from '../../finding/usage-error.ts'
import { suggest } from '../../japanese/suggest.ts'
import { type FormatName, formatNames } from '../../render/document.ts'
import { type DocumentKind, documentKinds } from '../../render/documents.ts'

export { type FormatName, formatNames }

/** What the terminal shows of the kinds of document. */
export const publishable: readonly Pick<DocumentKind, 'name' | 'title' | 'formats' | 'of'>[] =
  documentKinds

/** The kind of document of a name; wrong use where there is none, or not in a format asked for. */
export function documentKind(name: string, formats: readonly FormatName[] = []): DocumentKind {
  const kind = documentKinds.find((one) => one.name === name)
  if (!kind) {
    const meant = suggest(
      name,
      documentKinds.map((one) => one.name),
    )
    const list = documentKinds.map((one) => `  ${one.name.padEnd(11)}${one.title}`)
    throw new UsageError(`「${name}」という文書はありません`, {
      hint: [...(meant === undefined ? [] : [`もしかして: ${meant}`]), '作れる文書:', ...list].join(
        '\n',
      ),
    })
  }
  const wrong = formats.find((format) => !kind.formats.includes(format))
  if (wrong === undefined) return kind
  throw new UsageError(`「${kind.title}」は ${wrong} では作れません`, {
    hint: `作れる形式: ${kind.formats.join('、')}`,
  })
}
