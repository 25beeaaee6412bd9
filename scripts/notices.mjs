// The notices of the licences of what is bundled into the program: a licence asks that it goes along.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { planProgram } from './program.mjs'

/**
 * The licence of every package of others that the program holds, one after another.
 * @param {string} root the repository
 * @param {readonly string[]} external what stays outside of the program
 */
export async function notices(root, external) {
  const { inputs } = await planProgram(root, external)
  const folders = Object.keys(inputs).flatMap((path) => {
    return /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []
  })
  const packages = [...new Set(folders)].sort().map((folder) => noticeOf(join(root, folder)))
  return `The program holds parts of these packages.\n\n${packages.join('\n')}`
}

function noticeOf(folder) {
  const {
    name,
    version,
    license,
    author = '',
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)/i.test(one))
  if (!license && file === undefined) throw new Error(`${name} says no licence`)
  const text =
    file === undefined
      ? `The package comes without a text of its licence. Author: ${(author.name ?? author) || 'not named'}`
      : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
  return `${'='.repeat(72)}\n${name} ${version} (${license})\n\n${text}\n`
}
