import { standardSystemOf } from '../../finding/system-id.ts'
import { UsageError } from '../../finding/usage-error.ts'
import type { ShapedDocument } from '../../model/element.ts'
import { isWithin, folderOf } from '../../source/path.ts'
import type { Source } from '../../source/source.ts'
import { folderFinder, type Workspace } from '../../source/workspace.ts'
import { type Head, headsOf } from '../../yaml/head.ts'
import { parseDocuments } from '../../yaml/parse.ts'
import { kindOf } from '../open/files.ts'
import { type PacksAtHand, packsNamedIn } from '../open/added.ts'
import { select } from '../open/select.ts'
import { readSide, type ReadSide } from './side.ts'

/** The systems of one municipality that a change of its standard may touch. */
export interface SystemGroup {
  /** The municipality's folder. */
  readonly folder: string
  readonly documents: readonly ShapedDocument[]
  /** The systems that were asked for; `<municipality>/standard` where its own file was. */
  readonly named: ReadonlySet<string>
  readonly sources: ReadonlyMap<string, Source>
}

/**
 * The systems below some paths whose municipality uses a standard, each municipality's folder for
 * itself: copies of one system may stand in several. Only those folders are read.
 */
export async function systemGroups(request: {
  readonly workspace: Workspace
  /** The paths asked for; without them all there is below the working folder. */
  readonly paths: readonly string[] | undefined
  readonly uses: (pack: string) => boolean
  readonly packs: PacksAtHand
}): Promise<readonly SystemGroup[]> {
  const { workspace, paths, uses, packs: atHand } = request
  const files = filesBelow(workspace, paths)
  const heads = new Map([...files].map((path) => [path, headsIn(workspace, path)]))
  const packs = [...heads].flatMap(([path, found]) => (isPack(found) ? [folderOf(path)] : []))
  const rootOf = municipalityFolder(workspace)
  const roots = new Map<string, Set<string>>()
  for (const [path, found] of heads) {
    if (!found.some(isOfDossier) || packs.some((folder) => isWithin(path, folder))) continue
    const root = rootOf(path)
    if (root !== undefined) roots.set(root, (roots.get(root) ?? new Set()).add(path))
  }
  const groups: SystemGroup[] = []
  const using = [...roots].filter(([root]) => packsUsedIn(workspace, root).some(uses))
  for (const [root, chosen] of using.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const side = await readSide({ name: root, workspace, paths: [root] }, atHand)
    const own = groupsIn({ ...side, files: chosen }).filter(({ folder }) => folder === root)
    for (const group of own) groups.push(group)
  }
  return groups
}

/** The systems that one side of a comparison holds, by municipality's folder. */
export function groupsIn({
  workspace,
  documents,
  files,
  sources,
}: ReadSide): readonly SystemGroup[] {
  const rootOf = municipalityFolder(workspace)
  const byFolder = new Map<string, ShapedDocument[]>()
  for (const document of documents) {
    const folder = rootOf(document.document.source.path)
    if (folder === undefined || document.kind === 'standard' || document.kind === 'rules') continue
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), document])
  }
  return [...byFolder].map(([folder, own]) => {
    const chosen = own.filter(({ document }) => files.has(document.source.path))
    const named = new Set(chosen.map(nameOf))
    return { folder, documents: own, named, sources }
  })
}

function nameOf({ kind, value }: ShapedDocument): string {
  return kind === 'municipality' ? standardSystemOf(String(value['id'])) : String(value['system'])
}

/** Nothing below the working folder is no mistake; nothing at a path that was named is one. */
function filesBelow(
  workspace: Workspace,
  paths: readonly string[] | undefined,
): ReadonlySet<string> {
  if (paths === undefined) {
    const { files, problems } = workspace.discover(['.'])
    if (problems[0]) {
      throw new UsageError('影響を受けるシステムを探せません。読めないフォルダーがあります。', {
        hint: `${problems[0].path}\n調べるフォルダーを --systems で指定してください。`,
      })
    }
    return new Set(files)
  }
  return select({ workspace, paths }).files
}

/** What the documents of a file say they are; a file that cannot be read is told of when its turn comes. */
function headsIn(workspace: Workspace, path: string): readonly Head[] {
  const read = workspace.read(path)
  return read.ok ? headsOf(read.source) : []
}

/** A municipality beside a standard is a sample for the examples of rules. */
function isMunicipality(heads: readonly Head[]): boolean {
  const kinds = heads.map(({ kind }) => kind)
  return kinds.includes('municipality') && !kinds.includes('standard')
}

function isPack(heads: readonly Head[]): boolean {
  const kinds = heads.map(({ kind }) => kind)
  return kinds.includes('standard') && !kinds.includes('municipality')
}

function isOfDossier({ kind, system }: Head): boolean {
  return kind === 'municipality' || system !== undefined
}

function municipalityFolder(workspace: Workspace): (path: string) => string | undefined {
  return folderFinder(workspace, (source) => isMunicipality(headsOf(source)))
}

/** The packs that the municipality of a folder names. */
function packsUsedIn(workspace: Workspace, folder: string): readonly string[] {
  return workspace.list(folder).files.flatMap((path) => {
    const read = workspace.read(path)
    if (!read.ok || !isMunicipality(headsOf(read.source))) return []
    const { documents, problems } = parseDocuments(read.source)
    if (problems.length > 0) return packsMentioned(read.source.text)
    return documents.flatMap(({ value }) =>
      kindOf(value) === 'municipality' ? packsNamedIn(value) : [],
    )
  })
}

/** What a file that is no YAML seems to name: it is told of as broken where it may be concerned. */
function packsMentioned(text: string): readonly string[] {
  return [...text.matchAll(/\bpack\s*:\s*["']?([^\s"',}]+)/g)].map(([, pack]) => pack ?? '')
}
