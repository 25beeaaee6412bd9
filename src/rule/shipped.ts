import { transcode } from 'node:buffer'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { VerifiedPack } from './pack.ts'
import { type StoredPack, unstore } from './stored.ts'

/** The packs that ship with the tool. */
export interface ShippedPacks {
  readonly packs: readonly StoredPack[]
  /** The folder their YAML stands in. */
  readonly folder: string
  /** What they were loaded from; of packs verified from their YAML, as they would be stored. */
  readonly stored: () => Uint8Array
}

let known: Promise<ShippedPacks> | undefined

/**
 * The packs that ship with the tool: as stored when it was built, or, run from its sources, verified
 * from their YAML.
 */
export function openShipped(): Promise<ShippedPacks> {
  known ??= loadShipped()
  return known
}

async function loadShipped(): Promise<ShippedPacks> {
  for (const place of ['../packs.json', '../../packs.json']) {
    const url = new URL(place, import.meta.url)
    if (!existsSync(url)) continue
    const bytes = readFileSync(url)
    const packs = JSON.parse(
      transcode(bytes, 'utf8', 'utf16le').toString('utf16le'),
    ) as readonly StoredPack[]
    return { packs, folder: fileURLToPath(new URL('../policies', url)), stored: () => bytes }
  }
  const folder = fileURLToPath(new URL('../../policies', import.meta.url))
  const { verifyShippedPacks } = await import('./ship.ts')
  const packs = verifyShippedPacks(folder)
  let bytes: Uint8Array | undefined
  const stored = (): Uint8Array => (bytes ??= new TextEncoder().encode(JSON.stringify(packs)))
  return { packs, folder, stored }
}

/** The packs as they were last used: they never change, and their YAML need not be read for every run. */
const used = new Map<string, { readonly path: string; readonly pack: VerifiedPack }>()

/** A shipped pack as runs use it, its YAML shown under a path of the reader's choice. */
export function useShipped(
  { packs, folder }: ShippedPacks,
  id: string,
  show: (path: string) => string,
): VerifiedPack | undefined {
  const stored = packs.find((pack) => pack.id === id)
  if (!stored) return undefined
  const file = join(folder, ...stored.file.split('/'))
  const path = show(file)
  const known = used.get(id)
  if (known?.path === path) return known.pack
  const pack = unstore(stored, () => ({ path, text: readFileSync(file, 'utf8') }))
  used.set(id, { path, pack })
  return pack
}
