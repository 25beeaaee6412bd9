import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { readSample, type Sample } from '../../src/rule/example.ts'
import type { ReadPack, VerifiedPack } from '../../src/rule/pack.ts'
import { verifyPacks } from '../../src/rule/verify.ts'
import type { Source } from '../../src/source/source.ts'

/** The project's own folder. */
export const project = resolve(import.meta.dirname, '../..')

/** The YAML files below some folders of the project, by their path from it. */
export function yamlBelow(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => {
        const path = [folder, ...name.split(sep)].join('/')
        return { path, text: readFileSync(join(project, path), 'utf8') }
      }),
  )
}

/** A pack with the packs it stands on, base first, itself last, and the sample its examples change. */
export interface PackAtHand {
  readonly pack: ReadPack
  readonly chain: readonly VerifiedPack[]
  readonly sample: Sample
}

/** Every pack below some folders. Throws where one is not right. */
export function packsBelow(...folders: readonly string[]): readonly PackAtHand[] {
  const sources = yamlBelow(...folders)
  const { packs, findings, read } = verifyPacks(sources, () => undefined)
  const [first] = findings
  if (first) throw new Error(`${first.location.path}:${first.location.start.line} ${first.message}`)
  return read.map((pack) => {
    const chain: VerifiedPack[] = []
    for (let id: string | undefined = pack.id; id !== undefined; id = chain[0]?.extends) {
      const found = packs.get(id)
      if (!found) throw new Error(`no pack ${id}`)
      chain.unshift(found)
    }
    const samples = chain.flatMap(({ document }) => {
      const { sample, findings } = readSample(
        document.document.source,
        sources,
        chain.map((one) => one.document.value),
      )
      if (findings[0]) throw new Error(findings[0].message)
      return sample ? [sample] : []
    })
    const sample = samples.at(-1)
    if (!sample) throw new Error(`no sample for ${pack.id}`)
    return { pack, chain, sample }
  })
}
