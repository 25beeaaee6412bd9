import { plainText } from '../japanese/said.ts'
import { organisationBefore, type ReadingWords } from './words.ts'

/** Who tells whom, as the picture of a contact chain says it to those who do not see it. */
export interface PicturedChain {
  readonly firstReporter?: string
  readonly goal?: string
  readonly edges: readonly { readonly from: string; readonly to: string; readonly means?: string }[]
}

/** Reads the words that `render` gives to the picture of a chain; undefined where they are others, or not whole. */
export function picturedChain(alt: string, words: ReadingWords): PicturedChain | undefined {
  const text = plainText(alt)
  const listed = /連絡の経路は、(.+?)。/u.exec(text)?.[1]
  if (listed === undefined || /ほか\d+件$/u.test(listed)) return undefined
  const id = (name: string | undefined): string | undefined => {
    const found = name === undefined ? undefined : organisationBefore(name, words)
    return found && plainText(found.name) === name ? found.id : undefined
  }
  const ways = listed.split(/(?<=[にへ)])、/u).map((line) => {
    const [, one, other, both, means] =
      /^(.+?)(?:から|と)(.+?)(?:へ|(の間で互いに))(?:\((.+)\))?$/u.exec(line) ?? []
    const [from, to] = [id(one), id(other)]
    return from !== undefined && to !== undefined ? { from, to, both, means } : undefined
  })
  if (ways.includes(undefined)) return undefined
  const edges = ways.flatMap((way) => {
    if (!way) return []
    const { from, to, both, means } = way
    const more = means === undefined ? {} : { means }
    return [{ from, to, ...more }, ...(both === undefined ? [] : [{ from: to, to: from, ...more }])]
  })
  const firstReporter = id(/最初に気付く組織は(.+?)。/u.exec(text)?.[1])
  const goal = id(/報告の届け先は(.+?)。/u.exec(text)?.[1])
  return {
    edges,
    ...(firstReporter === undefined ? {} : { firstReporter }),
    ...(goal === undefined ? {} : { goal }),
  }
}
