import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { Repository } from '../source/repository.ts'
import { run } from './run.ts'

const cases = resolve(import.meta.dirname, '../cases/gate')
const names = readdirSync(cases)
  .filter((name) => name !== 'town' && name !== 'README.md')
  .sort()

/** What is asked of each change: all of these must be of one mind. */
const commands: readonly (readonly string[])[] = [
  ['diff', 'HEAD', '--quiet'],
  ['check', 'procedures', '--since', 'HEAD', '--quiet'],
  ['notice', 'HEAD', '--on', '2026-11-01'],
  ['mutate', 'procedures'],
].map((argv) => [...argv, '--as-of', '2026-10-31'])

/** The town, then the state before the change, committed; then the state after it, in the work tree. */
function repositoryFor(folder: string): Repository {
  const repository = new Repository()
  const lay = (from: string): void => {
    if (existsSync(from)) cpSync(from, repository.root, { recursive: true })
  }
  lay(join(cases, 'town'))
  lay(join(folder, 'before'))
  repository.commit()
  lay(join(folder, 'after'))
  const taken = join(folder, 'taken.txt')
  const gone = existsSync(taken) ? readFileSync(taken, 'utf8').trim().split('\n') : []
  for (const path of gone) rmSync(join(repository.root, path))
  return repository
}

/** What a command of each kind says of the change. */
async function said(name: string): Promise<string> {
  const repository = repositoryFor(join(cases, name))
  const { root: cwd, env } = repository
  try {
    const results: string[] = []
    for (const argv of commands) {
      const { code, stdout, stderr } = await run(argv, { cwd, env })
      results.push(`$ policy-lint ${argv.join(' ')}\n${stdout}${stderr}exit ${code}\n`)
    }
    return results.join('\n')
  } finally {
    repository.remove()
  }
}

test.each(names)('%s', async (name) => {
  await expect(await said(name)).toMatchFileSnapshot(join(cases, name, 'expected.txt'))
})
