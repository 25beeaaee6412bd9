import { UsageError } from '../../finding/usage-error.ts'
import { unreadable } from '../../finding/problem.ts'
import { suggest } from '../../japanese/suggest.ts'
import { readPacks, type ReadPack, type VerifiedPack } from '../../rule/pack.ts'
import { openShipped } from '../../rule/shipped.ts'
import { type Verified, verifyPacks } from '../../rule/verify.ts'
import { childPath, folderOf, isWithin } from '../../source/path.ts'
import { type Location, locate, type Source } from '../../source/source.ts'
import { isMissing, type Workspace } from '../../source/workspace.ts'

/** All packs at hand with their YAML, for those who look into the rules themselves. */
export interface PackFiles {
  readonly sources: readonly Source[]
  readonly verified: Verified
  /** The packs of the user's folder, or of the paths named; those shipped where there are none. */
  readonly own: readonly ReadPack[]
}

/**
 * Reads the packs of the user's folder, of the paths named and, but for those that stand there already,
 * of the tool itself, and verifies them all.
 */
export async function openPackFiles(request: {
  readonly workspace: Workspace
  readonly policies?: string
  readonly paths?: readonly string[]
}): Promise<PackFiles> {
  const { workspace, policies, paths = [] } = request
  const folder = policies ?? 'policies'
  const named = [
    ...(policies === undefined && isMissing(workspace, folder) ? [] : [folder]),
    ...paths,
  ]
  const own = readYaml(workspace, named)
  const ids = new Set(readPacks(own).packs.map(({ id }) => id))
  const shipped = await openShipped()
  const root = workspace.show(shipped.folder)
  const replaced = shipped.packs
    .filter(({ id }) => ids.has(id))
    .map(({ file }) => childPath(root, folderOf(file)))
  const rest = readYaml(workspace, [root]).filter(
    ({ path }) => !replaced.some((folder) => isWithin(path, folder)),
  )
  const sources = [...own, ...rest]
  const verified = verifyPacks(sources, () => undefined)
  const isOwn = ({ standard }: ReadPack): boolean =>
    own.some(({ path }) => path === standard.source.path)
  const mine = verified.read.filter(isOwn)
  return { sources, verified, own: mine.length > 0 ? mine : verified.read }
}

/**
 * All packs at hand, and of these the ones named by a folder, a file or an id; all of the user's own without
 * names.
 */
export async function openNamedPacks(request: {
  readonly workspace: Workspace
  readonly policies?: string
  readonly packs: readonly string[]
}): Promise<{ readonly files: PackFiles; readonly chosen: readonly ReadPack[] }> {
  const { workspace, packs } = request
  const paths = packs.filter((name) => !isMissing(workspace, name))
  const ids = packs.filter((name) => !paths.includes(name))
  const files = await openPackFiles({ ...request, paths })
  const shown = paths.map((path) => workspace.show(path))
  return { files, chosen: choose(files, shown, ids) }
}

function choose(
  { own, verified }: PackFiles,
  paths: readonly string[],
  ids: readonly string[],
): readonly ReadPack[] {
  const unknown = ids.find((id) => !verified.read.some((pack) => pack.id === id))
  // Where something is broken, the pack that is not there may be just that: the mistake is told instead.
  if (unknown !== undefined && verified.findings.length === 0) {
    throw unknownPack(unknown, verified.read)
  }
  if (paths.length + ids.length === 0) return own
  return verified.read.filter(
    ({ id, standard, rules }) =>
      ids.includes(id) ||
      [standard, ...rules].some(({ source }) => paths.some((path) => isWithin(source.path, path))),
  )
}

/** Throws where a pack is broken: nothing that is said of rules would be true. */
export function requireSound({ verified }: PackFiles): void {
  const [broken] = verified.findings
  if (!broken) return
  throw new UsageError(broken.message, {
    location: broken.location,
    ...(broken.fix === null ? {} : { hint: broken.fix }),
  })
}

/** A pack and those it extends, base first; undefined where one of them is missing or broken. */
export function chainOfPack(
  { packs }: Verified,
  pack: ReadPack,
): readonly VerifiedPack[] | undefined {
  const chain: VerifiedPack[] = []
  for (let id: string | undefined = pack.id; id !== undefined; id = chain[0]?.extends) {
    const found = packs.get(id)
    if (!found || chain.includes(found)) return undefined
    chain.unshift(found)
  }
  return chain
}

/** The error for a name that no pack has. */
function unknownPack(name: string, packs: readonly ReadPack[]): UsageError {
  const ids = packs.map(({ id }) => id)
  const near = suggest(name, ids)
  return new UsageError(`「${name}」という対策基準パックも、ファイルやフォルダーもありません`, {
    hint: near ? `「${near}」の誤りではありませんか。` : `あるパック: ${ids.join('、')}`,
  })
}

function readYaml(workspace: Workspace, paths: readonly string[]): readonly Source[] {
  if (paths.length === 0) return []
  const { files, problems } = workspace.discover(paths)
  const [problem] = problems
  if (problem) throw new UsageError(problem.message, { hint: problem.fix })
  return files.map((path) => {
    const read = workspace.read(path)
    if (read.ok) return read.source
    const { message, fix, location } = unreadable(read.problem)
    throw new UsageError(message, { hint: fix, location })
  })
}

/** The rule as written, and where it stands. */
export interface WrittenRule {
  readonly data: Readonly<Record<string, unknown>>
  readonly document: ReadPack['standard']
  readonly path: readonly (string | number)[]
}

/** A rule of a pack as its author wrote it. */
export function writtenRule(pack: ReadPack, id: string): WrittenRule | undefined {
  for (const document of pack.rules) {
    const { rules } = document.value as { rules: readonly WrittenRule['data'][] }
    const index = rules.findIndex((rule) => rule['id'] === id)
    const data = rules[index]
    if (data) return { data, document, path: ['rules', index] }
  }
  return undefined
}

/** Where a part of a rule stands. */
export function placeOfRule(
  pack: ReadPack,
  id: string,
  path: readonly (string | number)[],
): Location {
  const written = writtenRule(pack, id)
  const document = written?.document ?? pack.standard
  const whole = written ? [...written.path, ...path] : []
  return locate(document.source, document.spanOf(whole, 'mark'))
}
