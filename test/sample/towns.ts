import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { Mapping } from '../../src/schema/variant.ts'
import type { Source } from '../../src/source/source.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'

/** Files by their path. */
export type Files = Readonly<Record<string, string>>

/** The project's own folder. */
export const project = resolve(import.meta.dirname, '../..')

/** The YAML and CSV files below some folders of the project, by their path from it. */
export function filesBelow(...folders: readonly string[]): Files {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(yaml|csv)$/.test(name))
      .sort()
      .map((name) => [folder, ...name.split(sep)].join('/')),
  )
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(project, path), 'utf8')]))
}

/** A municipality of the repository, its folder, and its files with those of the packs. */
export interface Town {
  readonly name: string
  readonly folder: string
  readonly files: Files
}

const packs = filesBelow('policies')
const ownPacks = filesBelow('examples/invented/policies')

/** Every municipality of the repository: as audited, remedied, followed up, and the invented one. */
export const towns: readonly Town[] = [
  ...['procedures', 'examples/remedied', 'examples/followup'].flatMap((folder) =>
    readdirSync(join(project, folder)).map((name) => town(`${folder}/${name}`, packs)),
  ),
  ...readdirSync(join(project, 'examples/invented/procedures')).map((name) =>
    town(`examples/invented/procedures/${name}`, { ...packs, ...invented() }),
  ),
]

function town(folder: string, standards: Files): Town {
  return { name: folder, folder, files: { ...standards, ...filesBelow(folder) } }
}

/** The packs of the invented municipality, where a run looks for packs. */
function invented(): Files {
  const entries = Object.entries(ownPacks)
  return Object.fromEntries(
    entries.map(([path, text]) => [path.replace('examples/invented/', ''), text]),
  )
}

/** The folder to judge where a file is changed: that of its system, or the whole town where it holds for all. */
export function folderJudged({ folder }: Town, path: string): string {
  const own = path.slice(0, path.lastIndexOf('/'))
  return own.endsWith('/organisation') ? folder : own
}

/** The documents of a text, in their order. */
export function documentsIn(text: string): readonly Mapping[] {
  return parseDocuments({ path: '', text }).documents.map(({ value }) => value as Mapping)
}

/** Documents as a file: JSON is YAML. */
export function written(documents: readonly Mapping[]): string {
  return documents.map((one) => `${JSON.stringify(one)}\n`).join('---\n')
}

/**
 * Files with every document changed; rules stay as they are, for the order of their names counts, and so does a pack of which
 * nothing is changed: one that ships need not be verified again then.
 */
export function changed(files: Files, change: (document: Mapping) => Mapping): Files {
  const entries = Object.entries(files).map(([path, text]) => {
    if (!path.endsWith('.yaml')) return [path, text]
    const documents = documentsIn(text)
    if (documents.some(({ kind }) => kind === 'rules')) return [path, text]
    const others = documents.map(change)
    const isAsBefore = others.every((one, index) => one === documents[index])
    return [path, isAsBefore && path.startsWith('policies/') ? text : written(others)]
  })
  return Object.fromEntries(entries) as Files
}

/** Texts as files. */
export function filesOf(sources: readonly Source[]): Files {
  return Object.fromEntries(sources.map(({ path, text }) => [path, text]))
}
