import { municipalityIdOf } from '../../finding/system-id.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { type AddedLedger, addedLedgers, formOf, recordsWith } from '../../model/added-ledger.ts'
import { rootShape } from '../../schema/kind.ts'
import type { Shape } from '../../schema/shape.ts'
import type { ShapeFor } from '../../schema/validate.ts'
import { type Files, kindOf } from './files.ts'
import type { Packs } from './packs.ts'

/** Of packs only what they say is looked at. */
export type PacksAtHand = Pick<Packs, 'writtenIn'>

/** The shapes of the files of a run: the records of a municipality hold what the packs it names add. */
export function shapesIn(files: Files, packs: PacksAtHand): ShapeFor {
  const named = new Map<string, readonly string[]>()
  for (const { value } of files.parsedDocuments) {
    if (kindOf(value) !== 'municipality') continue
    named.set(String((value as { readonly id?: unknown }).id), packsNamedIn(value))
  }
  const known = new Map<string, Shape>()
  return (kind, { system }) => {
    const municipality = kind === 'records' && municipalityIdOf(String(system))
    const own = municipality ? named.get(municipality) : undefined
    if (!municipality || !own) return rootShape(kind)
    const shape = known.get(municipality) ?? recordsWith(ledgersOf(own, packs))
    known.set(municipality, shape)
    return shape
  }
}

/** The ledgers of some packs that one municipality goes by; throws where two of them say different things of a column. */
function ledgersOf(named: readonly string[], packs: PacksAtHand): readonly AddedLedger[] {
  const each = [...new Set(named)].map((pack) => ({ pack, said: packs.writtenIn(pack) }))
  const seen = new Map<string, { readonly pack: string; readonly form: string }>()
  for (const { pack, said } of each) {
    for (const { id, title, columns } of addedLedgers(said)) {
      for (const column of columns) {
        const form = formOf(column)
        const first = seen.get(`${id}.${column.id}`)
        if (first && first.form !== form) throw clash(first.pack, pack, title, column.id)
        seen.set(`${id}.${column.id}`, first ?? { pack, form })
      }
    }
  }
  return addedLedgers([...new Set(each.flatMap(({ said }) => said))])
}

function clash(first: string, second: string, ledger: string, column: string): UsageError {
  return new UsageError(
    `パック「${first}」とパック「${second}」では、台帳「${ledger}」の列「${column}」に書く値の種類が違います。`,
    {
      hint: '一つの自治体が使う二つのパックでは、同じ列には同じ種類の値を書きます。どちらかの列の id を変えてください。',
    },
  )
}

/** The packs that a municipality names; one that names none is judged by what all have in common. */
export function packsNamedIn(municipality: unknown): readonly string[] {
  const { standards } = municipality as { readonly standards?: unknown }
  if (!Array.isArray(standards) || standards.length === 0) return ['base']
  return standards.flatMap((one: { readonly pack?: unknown } | null) =>
    typeof one?.pack === 'string' ? [one.pack] : [],
  )
}
