import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Repository } from '../source/repository.ts'

export const root = resolve(import.meta.dirname, '../..')

const town = join(root, 'test/cases/town')
export const procedure = 'procedures/aoba-city/library/procedure.yaml'

/** The invented town as a repository of its own; its one duty lacks a record, which is an error. */
export function townRepository(): Repository {
  const repository = new Repository().write(townFiles())
  repository.commit()
  return repository
}

/** A repository whose last commit knows no dossiers: the town, its error mended, comes in with the work tree. */
export function adoptingRepository(): Repository {
  const repository = new Repository().write({ 'README.md': '# 例\n' })
  repository.commit()
  const files = townFiles()
  return repository.write({ ...files, [procedure]: mended(files[procedure] ?? '') })
}

function townFiles(): Readonly<Record<string, string>> {
  const names = readdirSync(town, { recursive: true, encoding: 'utf8' })
  const files = names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(town, name), 'utf8')] as const)
  return Object.fromEntries(files)
}

/** Has the duty done half as often. */
export function relaxed(text: string): string {
  return text.replace('every: P6M', 'every: P1Y')
}

/** Writes down where the duty is recorded, which mends the town. */
export function mended(text: string): string {
  return text.replace('every: P6M }', 'every: P6M }\n    record: 点検表')
}
