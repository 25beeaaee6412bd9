// What dist/ was built from, so that what is built already is not built again.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** All that the build reads; the lock file has the version and the names of the optional packages too. */
const inputs = ['src', 'policies', 'scripts', 'package-lock.json', 'tsconfig.json']

/**
 * The names and contents of all that the build reads, as one number.
 * @param {string} root the repository
 */
export function sourcesOf(root) {
  const hash = createHash('sha256')
  for (const input of inputs) {
    const below = input.includes('.') ? [''] : filesBelow(join(root, input))
    for (const name of below) {
      const bytes = readFileSync(join(root, input, name))
      hash.update(`${input}/${name.replaceAll('\\', '/')}\0${bytes.length}\0`).update(bytes)
    }
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort()
}

const note = (dist) => join(dist, 'built-from')

/** Notes beside what was built what it was built from. */
export function noteSources(dist, sources) {
  writeFileSync(note(dist), sources)
}

/** Whether what is built is built from what is there now. */
export function isFresh(root) {
  const file = note(join(root, 'dist'))
  return existsSync(file) && readFileSync(file, 'utf8') === sourcesOf(root)
}
