import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Source, writePlace } from '../source/source.ts'
import { type StoredPack, textHash } from './stored.ts'
import { verifyPacks } from './verify.ts'

/** Verifies the packs of a folder for storing. Throws with every finding where one is not right. */
export function verifyShippedPacks(folder: string): readonly StoredPack[] {
  const sources = yamlBelow(folder)
  const { packs, findings, read } = verifyPacks(sources, () => undefined)
  if (findings.length > 0) {
    const lines = findings.map(({ location, message }) => `${writePlace(location)} ${message}`)
    throw new Error(`the shipped packs are not right:\n${lines.join('\n')}`)
  }
  return [...packs.values()].map((pack) => {
    const files = read.find((one) => one.id === pack.id)
    const own = files ? [files.standard, ...files.rules].map((one) => one.source) : []
    return {
      id: pack.id,
      extends: pack.extends ?? null,
      value: pack.document.value,
      rules: pack.rules,
      file: files?.standard.source.path ?? '',
      texts: Object.fromEntries(own.map(({ path, text }) => [path, textHash(text)])),
    }
  })
}

function yamlBelow(folder: string): readonly Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({
      path: name.split(sep).join('/'),
      text: readFileSync(join(folder, name), 'utf8'),
    }))
}
