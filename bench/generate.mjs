// Writes a corpus of generated systems: node bench/generate.mjs COUNT [--seed N]
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dossier } from './corpus/dossier.mjs'
import { cityId, municipality } from './corpus/municipality.mjs'
import { yaml } from './corpus/yaml.mjs'

/** Where everything the bench makes lives; git does not see it. */
export const cache = fileURLToPath(new URL('.cache/', import.meta.url))

/**
 * All files of a corpus, path beside text, the same for the same count and seed.
 * @param {number} count systems
 * @param {number} seed
 * @returns {Generator<{ path: string, text: string, fault: string | undefined }>}
 */
export function* corpus(count, seed) {
  yield { path: `${cityId}/municipality.yaml`, text: yaml(municipality()), fault: undefined }
  for (let index = 0; index < count; index += 1) {
    const { id, procedure, context, fault } = dossier(index, seed)
    yield { path: `${cityId}/${id}/procedure.yaml`, text: procedure, fault }
    yield { path: `${cityId}/${id}/context.yaml`, text: context, fault: undefined }
  }
}

/**
 * Writes a corpus unless it is there already, and says where.
 * @param {number} count
 * @param {number} [seed]
 * @returns {string} the folder
 */
export function writeCorpus(count, seed = 1) {
  return writeFiles(`corpus-${count}-${seed}`, corpus(count, seed))
}

/**
 * Writes the same corpus with what one system in ten does monthly done every three months.
 * @param {number} count
 * @param {number} [seed]
 * @returns {string} the folder
 */
export function writeRevision(count, seed = 1) {
  return writeFiles(`revision-${count}-${seed}`, revised(corpus(count, seed)))
}

function* revised(files) {
  let procedures = 0
  for (const file of files) {
    const isProcedure = file.path.endsWith('/procedure.yaml')
    const isRevised = isProcedure && procedures % 10 === 0
    if (isProcedure) procedures += 1
    yield isRevised ? { ...file, text: file.text.replaceAll('every: P1M', 'every: P3M') } : file
  }
}

function writeFiles(name, files) {
  const folder = join(cache, name)
  const done = join(folder, '.complete')
  if (existsSync(done)) return folder
  rmSync(folder, { recursive: true, force: true })
  for (const { path, text } of files) {
    const file = join(folder, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
  writeFileSync(done, '')
  return folder
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const seed = process.argv.indexOf('--seed')
  console.log(
    writeCorpus(Number(process.argv[2] ?? 100), seed < 0 ? 1 : Number(process.argv[seed + 1])),
  )
}
