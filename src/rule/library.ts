import type { Day } from '../calendar/day.ts'
import { UsageError } from '../finding/usage-error.ts'
import { suggest } from '../japanese/suggest.ts'
import { editionIds, type ForcedEdition, type PackDocument } from '../model/pack.ts'
import { type WrittenStandard, writtenStandard } from '../model/standard.ts'
import type { CheckedRule } from './checked-rule.ts'
import type { VerifiedPack } from './pack.ts'

/** Finds a verified pack by its id; undefined where there is none. Throws where it is broken. */
export interface PackLibrary {
  readonly ids: () => readonly string[]
  readonly find: (id: string) => VerifiedPack | undefined
}

/** A standard with the rules that judge it, base first. */
export interface StandardRules {
  readonly standard: WrittenStandard
  readonly rules: readonly CheckedRule[]
}

/** Which standard: of which pack, on which day, and in which edition where the day does not decide it. */
export interface StandardChoice {
  readonly pack: string
  readonly edition: string | undefined
  readonly asOf: Day
  readonly forced?: readonly ForcedEdition[]
}

/** The standard of a pack on a day, merged with the packs it extends. */
export function standardFrom(
  library: PackLibrary,
  { pack: id, edition, asOf, forced }: StandardChoice,
): StandardRules {
  const chain = chainOf(library, id)
  const documents = chain.map((pack) => pack.document)
  const standard = writtenStandard({ packs: documents, asOf, edition, forced })
  if (edition !== undefined && !standard.edition) {
    throw new UsageError(`対策基準パック「${id}」に、版「${edition}」がありません。`, {
      hint: `自治体のファイルの standards の edition に、このパックの版を書いてください。${id} の版: ${editionsIn(documents)}`,
    })
  }
  const off = new Set(standard.tailoring.flatMap((one) => (one.off && one.rule ? [one.rule] : [])))
  return {
    standard,
    rules: chain.flatMap((pack) => pack.rules).filter((rule) => !off.has(rule.id)),
  }
}

/** The editions that a pack has, in a hint. */
function editionsIn(chain: readonly PackDocument[]): string {
  const own = chain.at(-1)
  return (own ? editionIds(own).join('、') : '') || 'なし'
}

/** The pack and those it extends, base first. */
function chainOf(library: PackLibrary, id: string): readonly VerifiedPack[] {
  const chain: VerifiedPack[] = []
  for (let next: string | undefined = id; next !== undefined;) {
    if (chain.some((pack) => pack.id === next)) {
      const circle = [...chain.map((pack) => pack.id).reverse(), next].join(' → ')
      throw new UsageError(`対策基準パックの extends が輪になっています: ${circle}`)
    }
    const pack = packIn(library, next, chain[0]?.id)
    chain.unshift(pack)
    next = pack.extends
  }
  return chain
}

/** A pack of a library. Throws a `UsageError` where it is missing, naming the pack that extends it. */
export function packIn(library: PackLibrary, id: string, wantedBy?: string): VerifiedPack {
  const pack = library.find(id)
  if (!pack) throw noPack(library, id, wantedBy)
  return pack
}

function noPack(library: PackLibrary, id: string, wantedBy: string | undefined): UsageError {
  const by = wantedBy === undefined ? '' : `(パック「${wantedBy}」の extends)`
  const near = suggest(id, library.ids())
  return new UsageError(`対策基準パック「${id}」が見つかりません${by}。`, {
    hint: near
      ? `「${near}」の誤りではありませんか。`
      : `使えるパック: ${library.ids().join('、') || 'なし'}。ほかの場所にあるときは --policies で指定してください。`,
  })
}
