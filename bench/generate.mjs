// Writes a corpus of generated systems: node bench/generate.mjs COUNT [--seed N], or one system with long
// ledgers: node bench/generate.mjs --rows COUNT
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { dossier } from './corpus/dossier.mjs'
import { ledger, ledgerId } from './corpus/ledger.mjs'
import { cityId, municipality } from './corpus/municipality.mjs'
import { yaml } from './corpus/yaml.mjs'

/** Where everything the bench makes lives; git does not see it. */
export const cache = fileURLToPath(new URL('.cache/', import.meta.url))

const here = fileURLToPath(import.meta.url)
const parts = fileURLToPath(new URL('corpus/', import.meta.url))

/**
 * All files of a corpus, path beside text, the same for the same count and seed.
 * @param {number} count systems
 * @param {number} seed
 * @returns {Generator<{ path: string, text: string, fault: string | undefined }>}
 */
export function* corpus(count, seed) {
  yield { path: `${cityId}/municipality.yaml`, text: yaml(municipality()), fault: undefined }
  for (let index = 0; index < count; index += 1) {
    const { id, files, fault } = dossier(index, seed)
    for (const [name, text] of Object.entries(files)) {
      const own = name === 'procedure' ? fault : undefined
      yield { path: `${cityId}/${id}/${name}.yaml`, text, fault: own }
    }
  }
}

/**
 * The files of one system with long ledgers.
 * @param {number} rows of its account ledger
 * @returns {Generator<{ path: string, text: string }>}
 */
export function* ledgerCorpus(rows) {
  const { context, procedure, records, accounts } = ledger(rows)
  yield { path: `${cityId}/municipality.yaml`, text: yaml(municipality()) }
  for (const [name, file] of Object.entries({ context, procedure, records })) {
    yield { path: `${cityId}/${ledgerId}/${name}.yaml`, text: yaml(file) }
  }
  yield { path: `${cityId}/${ledgerId}/data/accounts.csv`, text: accounts }
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
 * Writes one system with long ledgers.
 * @param {number} rows
 * @returns {string} the folder
 */
export function writeLedger(rows) {
  return writeFiles(`ledger-${rows}`, ledgerCorpus(rows))
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

/** Stands for the texts of all that makes a corpus. */
const made = createHash('sha256')
  .update([here, ...readdirSync(parts).map((file) => join(parts, file))].map(textOf).join())
  .digest('hex')
  .slice(0, 8)

function textOf(file) {
  return readFileSync(file, 'utf8')
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

/** A corpus is written anew when what it is made of has changed. */
function writeFiles(name, files) {
  // A work tree of its own: above it nothing is looked for, not the packs of this repository either.
  mkdirSync(join(cache, '.git'), { recursive: true })
  const folder = join(cache, `${name}-${made}`)
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
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, rows: { type: 'string' } },
  })
  const count = Number(positionals[0] ?? 100)
  console.log(
    values.rows === undefined
      ? writeCorpus(count, Number(values.seed))
      : writeLedger(Number(values.rows)),
  )
}
