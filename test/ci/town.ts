import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Repository } from '../source/repository.ts'

export const root = resolve(import.meta.dirname, '../..')

const town = join(root, 'test/cases/town')
export const procedure = 'procedures/aoba-city/library/procedure.yaml'

/** The invented town as a repository of its own; its one duty lacks a record, which is an error. */
export function townRepository(): Repository {
  const names = readdirSync(town, { recursive: true, encoding: 'utf8' })
  const files = names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(town, name), 'utf8')])
  const repository = new Repository().write(Object.fromEntries(files) as Record<string, string>)
  repository.commit()
  return repository
}

/** Has the duty done half as often. */
export function relaxed(text: string): string {
  return text.replace('every: P6M', 'every: P1Y')
}

/** Writes down where the duty is recorded, which mends the town. */
export function mended(text: string): string {
  return text.replace('every: P6M }', 'every: P6M }\n    record: 点検表')
}
