import type { Finding } from '../../finding/finding.ts'
import type { ShapedDocument } from '../../model/element.ts'
import { folderOf, isWithin } from '../../source/path.ts'
import type { Source } from '../../source/source.ts'
import { folderFinder } from '../../source/workspace.ts'
import { headsOf } from '../../yaml/head.ts'
import { batchesOf } from './batch.ts'
import { Files } from './files.ts'
import type { Selection } from './select.ts'

/** The files of a run, read and held against their schemas. */
export interface Read {
  /** The documents of dossiers and municipalities whose shape is right. */
  readonly documents: readonly ShapedDocument[]
  /** The texts of packs and of the samples beside them. */
  readonly packSources: readonly Source[]
  readonly findings: readonly Finding[]
  readonly sources: ReadonlyMap<string, Source>
  /** The CSV files of ledgers, each with the records file that names it. */
  readonly ledgers: ReadonlyMap<string, string>
}

/**
 * Reads and parses every file once: those selected, and the rest of the dossiers they belong to, for a
 * dossier is always read whole, from the nearest folder with `kind: municipality`.
 */
export function readDocuments(selection: Selection): Read {
  const files = readFiles(selection, { whole: true })
  const [all] = batchesOf(files)
  const { packSources, sources, ledgers } = files
  const { documents = [], findings = [] } = all ?? {}
  return { documents, packSources, findings, sources, ledgers }
}

/** Reads the same files, but parses those of one system only when its turn comes, unless `whole`. */
export function readFiles(selection: Selection, options: { readonly whole: boolean }): Files {
  const files = new Files(selection.workspace, options.whole)
  for (const path of selection.files) files.read(path)
  const wanted = files.wanted()
  for (const root of missingRoots(selection, files)) {
    for (const path of selection.workspace.discover([root]).files) files.read(path, wanted)
  }
  return files
}

/** The municipalities' folders above the selected files that were not themselves selected. */
function missingRoots(selection: Selection, files: Files): readonly string[] {
  const marked = files.foldersOf('municipality')
  const find = folderFinder(selection.workspace, (source) =>
    headsOf(source).some((head) => head.kind === 'municipality'),
  )
  const roots = new Set<string>()
  for (const folder of new Set([...selection.files].map(folderOf))) {
    const known = [...marked].filter((root) => isWithin(folder, root))
    const root = known.sort((a, b) => b.length - a.length)[0] ?? find(`${folder}/x.yaml`)
    if (root !== undefined) roots.add(root)
  }
  return [...roots].filter((root) => !selection.named.some((named) => isWithin(root, named)))
}
