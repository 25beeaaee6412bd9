import { UsageError } from '../../finding/usage-error.ts'
import { suggest } from '../../japanese/suggest.ts'
import { editionIds, type PackDocument } from '../../model/pack.ts'
import type { Packs } from './packs.ts'

/** An edition of a pack as a user names it: `osaka-city@2022-04-01`. */
export interface EditionName {
  readonly pack: string
  readonly edition: string
}

/** Git writes `main@{yesterday}`; a path may hold anything, but is looked for first. */
const form = /^([^@\s/\\:]+)@(?!\{)(.*)$/u

/** The edition that an argument may name; undefined where it is not written like one. */
export function editionNamed(argument: string): EditionName | undefined {
  const [, pack, edition] = form.exec(argument) ?? []
  return pack === undefined || edition === undefined ? undefined : { pack, edition }
}

/** As `editionNamed` reads it. */
export function writtenName({ pack, edition }: EditionName): string {
  return `${pack}@${edition}`
}

/** The pack of a name, which has the edition. Throws a `UsageError` that says which there are. */
export function packWith(name: EditionName, packs: Packs): PackDocument {
  const written = writtenName(name)
  if (!packs.ids.includes(name.pack)) {
    const near = suggest(name.pack, packs.ids)
    throw new UsageError(
      `「${written}」は、フォルダーやファイルでも、git の版でも、対策基準の版でもありません。`,
      {
        hint: near
          ? `対策基準のパックの名前は「${near}」の誤りではありませんか。`
          : `使えるパック: ${packs.ids.join('、')}。版は「パック@版」と書きます。`,
      },
    )
  }
  const pack = packs.packOf(name.pack)
  const editions = editionIds(pack)
  if (editions.includes(name.edition)) return pack
  const near = suggest(name.edition, editions)
  const all =
    editions.length === 0
      ? 'このパックに版（editions）は書かれていません。'
      : `${name.pack} の版: ${editions.join('、')}`
  throw new UsageError(`対策基準パック「${name.pack}」に、版「${name.edition}」がありません。`, {
    hint: near ? `「${near}」の誤りではありませんか。\n${all}` : all,
  })
}
